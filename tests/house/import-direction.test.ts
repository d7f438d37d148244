import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.js';

/** Each rule, the file that breaks it, and what that file imports. */
const BREACHES: [rule: string, from: string, to: string][] = [
  ['no-circles', 'src/lib/desk/egg.ts', 'src/lib/desk/hen.ts'],
  ['simulator-imports-only-itself', 'simulator/trade/reads-files.ts', 'node:fs'],
  ['simulator-imports-only-itself', 'simulator/trade/shows.ts', 'src/lib/ui/paint.ts'],
  ['kernel-stands-below-trade', 'simulator/kernel/trades.ts', 'simulator/trade/goods.ts'],
  ['trade-stands-below-law', 'simulator/trade/judges.ts', 'simulator/law/rates.ts'],
  ['law-stands-below-messages', 'simulator/law/writes.ts', 'simulator/messages/write.ts'],
  ['messages-stands-below-offices', 'simulator/messages/answers.ts', 'simulator/offices/tax/desk.ts'],
  ['risks-stands-below-scoring', 'simulator/risks/scores.ts', 'simulator/scoring/score.ts'],
  ['world-stands-below-index', 'simulator/views/looks-back.ts', 'simulator/index.ts'],
  ['terminal-stands-outside', 'simulator/views/prints.ts', 'simulator/terminal/print.ts'],
  [
    'modes-know-no-other-mode',
    'simulator/modes/9610-export/peeks.ts',
    'simulator/modes/1210-import/machine.ts',
  ],
  ['offices-know-no-mode', 'simulator/offices/customs/peeks.ts', 'simulator/modes/1210-import/machine.ts'],
  ['ui-knows-no-trade-and-no-lesson', 'src/lib/ui/Customs.svelte', 'simulator/trade/goods.ts'],
  ['only-db-knows-a-driver', 'src/lib/server/runs/raw.ts', 'postgres'],
  ['routes-are-thin', 'src/routes/+page.server.ts', 'src/lib/server/db/connection.ts'],
  ['pages-know-no-server', 'src/lib/desk/Ledger.svelte', 'src/lib/server/runs/raw.ts'],
  ['nobody-imports-routes', 'src/lib/desk/borrows.ts', 'src/routes/words.ts'],
  ['nobody-imports-tests', 'src/lib/desk/leans.ts', 'tests/support/database.ts'],
  ['nobody-imports-the-host', 'src/lib/server/runs/starts.ts', 'src/host/start.mjs'],
  ['content-imports-nothing', 'content/courses/clever.ts', 'simulator/trade/goods.ts'],
  ['every-import-exists', 'src/lib/desk/lost.ts', 'src/lib/desk/nowhere.ts'],
];

/** As the house has them, so that a rule that catches everything is no rule either. */
const RIGHT: [from: string, to: string][] = [
  ['simulator/law/looks-down.ts', 'simulator/trade/goods.ts'],
  ['src/lib/server/db/knows.ts', 'postgres'],
  ['src/lib/desk/Paints.svelte', 'src/lib/ui/paint.ts'],
  ['src/routes/+server.ts', 'src/lib/server/runs/raw2.ts'],
  ['simulator/terminal/speaks.ts', 'node:fs'],
  ['src/lib/lesson/Tree.svelte', 'src/lib/lesson/Branch.svelte'],
];

const SOURCES = ['src', 'simulator', 'content', 'tests'];
const planted = mkdtempSync(join(tmpdir(), 'dryport-planted-'));
let found: { from: string; rule: string }[] = [];

function write(path: string, text: string): void {
  const file = join(planted, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function plant(from: string, to: string): void {
  const isPath = to.includes('/');
  const depth = '../'.repeat(from.split('/').length - 1);
  const line = `import '${isPath ? depth + to : to}';\n`;
  write(from, from.endsWith('.svelte') ? `<script>\n${line}</script>\n` : line);
}

beforeAll(() => {
  const all = [...BREACHES.map(([, from, to]) => [from, to] as const), ...RIGHT];
  const sources = new Set(all.map(([from]) => from));
  for (const [, to] of all) {
    const wanted =
      to.includes('/') && !to.startsWith('node:') && to !== 'src/lib/desk/nowhere.ts' && !sources.has(to);
    if (wanted) write(to, 'export {};\n');
  }
  for (const [from, to] of all) plant(from, to);
  plant('src/lib/desk/hen.ts', 'src/lib/desk/egg.ts');
  plant('src/lib/lesson/Branch.svelte', 'src/lib/lesson/Tree.svelte');
  write('node_modules/postgres/package.json', '{ "name": "postgres", "main": "index.js" }');
  write('node_modules/postgres/index.js', '');
  write('package.json', '{ "dependencies": { "postgres": "*" } }');
  cpSync('tests/house/aliases.cjs', join(planted, 'tests/house/aliases.cjs'));
  found = cruise();
});
afterAll(() => rmSync(planted, { recursive: true }));

function cruise(): typeof found {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, ...SOURCES, '--config', resolve('.dependency-cruiser.js'), '--output-type', 'json'];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, { cwd: planted, encoding: 'utf8', maxBuffer: 2 ** 26 });
  } catch (error) {
    output = (error as { stdout: string }).stdout; // it exits with the number of breaches
  }
  const report = JSON.parse(output) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return report.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}

describe('a planted breach is caught', () => {
  test.each(BREACHES)('%s: %s → %s', (rule, from) => expect(found).toContainEqual({ from, rule }));
});

test('what the house allows is let through', () => {
  const right = RIGHT.map(([from]) => from);
  expect(found.filter(({ from }) => right.includes(from))).toEqual([]);
});

test('every rule has a breach that proves it', () => {
  const proved = new Set(BREACHES.map(([rule]) => rule));
  expect(config.forbidden.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([]);
});
