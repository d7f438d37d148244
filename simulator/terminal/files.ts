import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { scenarioSchema, type Scenario } from '../scenario.ts';

/** A person's mistake at the terminal: one clear sentence, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const CONTENT = join(import.meta.dirname, '..', '..', 'content');

export function readScenario(id: string): Scenario {
  const file = join(CONTENT, 'scenarios', `${id}.yaml`);
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(file)) {
    throw new UsageError(`no scenario ${id}; there are: ${scenarioIds().join(', ')}`);
  }
  const parsed = v.safeParse(scenarioSchema, parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new UsageError(
      `${id}.yaml: ${(issue.path ?? []).map((item) => String(item.key)).join('.')}: ${issue.message}`,
    );
  }
  return parsed.output;
}

export const scenarioIds = (): string[] =>
  readdirSync(join(CONTENT, 'scenarios'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();

/** Words of a namespace in one language, from content/words; for texts at the terminal. */
export function wordsOf(
  namespace: string,
  locale: 'zh-CN' | 'en',
): (code: string) => { title: string; text: string } {
  const shelf: Record<string, Record<string, { title?: string; text?: string }>> = {};
  for (const name of readdirSync(join(CONTENT, 'words')).sort()) {
    if (name === `${namespace}.yaml` || name.startsWith(`${namespace}-`)) {
      Object.assign(shelf, parse(readFileSync(join(CONTENT, 'words', name), 'utf8')) as object);
    }
  }
  return (code) => ({ title: shelf[code]?.[locale]?.title ?? code, text: shelf[code]?.[locale]?.text ?? '' });
}

export function readText(file: string): Buffer {
  if (!existsSync(file)) throw new UsageError(`no file ${file}`);
  return readFileSync(file);
}

export function writeInto(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}
