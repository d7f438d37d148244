import { parseArgs } from 'node:util';
import {
  judge,
  reasonOf,
  readMessage,
  writeMessage,
  type CebMessage,
  type JudgeFinding,
} from '../messages/index.ts';
import { MODE_IDS, type ModeId } from '../modes/index.ts';
import { checkScenario, walksOf } from './check.ts';
import { readScenario, readText, scenarioIds, UsageError, writeInto } from './files.ts';
import { messagesOf, playScenario, replayJournal, type Journal } from './plays.ts';
import { tellMode } from './tell.ts';

/** Exit codes: 0 good, 1 the thing asked about is not good, 2 the question is not. */
const GOOD = 0;
const BAD = 1;
const UNUSABLE = 2;

const USAGE = `npm run sim -- COMMAND
  list [--json]                                      scenarios
  tell MODE [--locale zh-CN|en]                      states, rules with citations, papers of a mode
  play SCENARIO [--seed N] [--as reference|random] [--json] [--messages DIR] [--journal FILE]
  replay JOURNAL [--json]                            replays a journal that play wrote, compares the hash
  check [SCENARIO] [--json]                          every configuration: no dead end, goal and lines reachable
  message read|check|write FILE [--json]             reads, judges by the schema, writes (from JSON) a CEB message
`;

const OPTIONS = {
  seed: { type: 'string' },
  as: { type: 'string', default: 'reference' },
  json: { type: 'boolean', default: false },
  messages: { type: 'string' },
  journal: { type: 'string' },
  locale: { type: 'string', default: 'zh-CN' },
} as const;

interface Asked {
  words: string[];
  json: boolean;
  seed: string | undefined;
  as: 'reference' | 'random';
  messages: string | undefined;
  journal: string | undefined;
  locale: 'zh-CN' | 'en';
}

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const print = (json: boolean, value: unknown, text: () => string): void =>
  out(json ? JSON.stringify(value) : text());

/** Runs one command. @returns the exit code */
export async function run(args: string[]): Promise<number> {
  try {
    const asked = understand(args);
    const command = COMMANDS[asked.words[0] ?? ''];
    if (!command) throw new UsageError(USAGE);
    return command({ ...asked, words: asked.words.slice(1) });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return UNUSABLE;
  }
}

function understand(args: string[]): Asked {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    if (values.as !== 'reference' && values.as !== 'random')
      throw new UsageError('--as takes reference or random');
    if (values.locale !== 'zh-CN' && values.locale !== 'en')
      throw new UsageError('--locale takes zh-CN or en');
    const { seed, json, messages, journal } = values;
    return { words: positionals, json, seed, as: values.as, messages, journal, locale: values.locale };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

const COMMANDS: Record<string, (asked: Asked) => number> = { list, tell, play, replay, check, message };

function list({ json, locale }: Asked): number {
  const rows = scenarioIds().map((id) => {
    const scenario = readScenario(id);
    return { id, mode: scenario.setup.mode, title: scenario.title[locale] };
  });
  print(json, rows, () =>
    rows.map((row) => `${row.id.padEnd(30)} ${row.mode.padEnd(14)} ${row.title}`).join('\n'),
  );
  return GOOD;
}

function tell({ words: [mode = ''], locale }: Asked): number {
  if (!MODE_IDS.includes(mode as ModeId))
    throw new UsageError(`no mode ${mode}; there are: ${MODE_IDS.join(', ')}`);
  out(tellMode(mode as ModeId, locale));
  return GOOD;
}

function play({ words: [id = ''], json, seed, as, messages, journal }: Asked): number {
  const scenario = readScenario(id);
  const used = seed ?? scenario.plays.reference.seed;
  const { world, entries, score, hash } = playScenario(scenario, used, as, scenario.plays.reference.habits);
  if (messages) for (const { name, xml } of messagesOf(world)) writeInto(messages, name, xml);
  if (journal)
    writeInto(
      '.',
      journal,
      JSON.stringify({
        scenario: id,
        seed: used,
        inputs: entries.map((entry) => entry.input),
        hash,
      } satisfies Journal),
    );
  const findings = entries.flatMap((entry) => entry.findings);
  const { score: points, maxScore } = score;
  const result = {
    scenario: id,
    seed: used,
    hash,
    outcome: world.ended?.outcome ?? 'underWay',
    score: points,
    maxScore,
    entries: entries.length,
    findings,
  };
  print(json, result, () =>
    [
      `${id} seed ${used}: ${result.outcome}, ${points}/${maxScore} (${score.grade}), ${entries.length} entries, ${findings.length} refusals`,
      ...score.lines.map((line) => `  ${line.id.padEnd(20)} ${line.points}/${line.max}`),
      hash,
    ].join('\n'),
  );
  return GOOD;
}

function replay({ words: [file = ''], json }: Asked): number {
  let journal: Journal;
  try {
    journal = JSON.parse(readText(file).toString('utf8')) as Journal;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} is no journal: ${(error as Error).message}`);
  }
  const result = replayJournal(readScenario(journal.scenario), journal);
  print(
    json,
    result,
    () => `${result.entries} entries, ${result.hash}${result.same ? '' : ` differs from ${journal.hash}`}`,
  );
  return result.same ? GOOD : BAD;
}

function check({ words: [id], json }: Asked): number {
  const results = (id ? [id] : scenarioIds()).map((name) => checkScenario(readScenario(name)));
  const good = results.every(
    (result) => result.deadEnds.length === 0 && result.goalReachable && result.unreachable.length === 0,
  );
  print(json, id ? results[0] : results, () =>
    [
      ...walksOf('9610-export').map(
        (walk) => `${walk.definition.padEnd(28)} ${walk.configurations} configurations`,
      ),
      ...results.map(
        (result) =>
          `${result.scenario}: ${result.configurations} configurations, ${result.deadEnds.length} dead ends, goal ${result.goalReachable ? 'reachable' : 'NOT reachable'}, unreachable: ${result.unreachable.join(', ') || 'none'}`,
      ),
    ].join('\n'),
  );
  return good ? GOOD : BAD;
}

function message({ words: [verb = '', file = ''], json }: Asked): number {
  if (verb === 'write') return write(file);
  if (verb !== 'read' && verb !== 'check') throw new UsageError('message takes read, check or write');
  const bytes = readText(file);
  const verdict = judge(bytes);
  if (verb === 'read') {
    const reading = readMessage(bytes);
    out(JSON.stringify(verdict.message ?? reading, null, 2));
    return verdict.schemaValid ? GOOD : BAD;
  }
  const findings = verdict.findings.map((finding: JudgeFinding) => ({
    code: finding.code,
    path: finding.path,
    line: finding.line,
    message: reasonOf(finding),
  }));
  print(json, { type: verdict.type, schemaValid: verdict.schemaValid, findings }, () =>
    [
      `CEB${verdict.type}: ${verdict.schemaValid ? 'valid' : 'not valid'}`,
      ...findings.map((finding) => `  ${finding.line}: ${finding.message}`),
    ].join('\n'),
  );
  return verdict.schemaValid ? GOOD : BAD;
}

function write(file: string): number {
  let value: CebMessage;
  try {
    value = JSON.parse(readText(file).toString('utf8')) as CebMessage;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file} is no JSON: ${(error as Error).message}`);
  }
  let xml: string;
  try {
    xml = writeMessage(value);
  } catch (error) {
    throw new UsageError(`${file} is no message: ${(error as Error).message}`);
  }
  out(xml);
  return judge(xml).schemaValid ? GOOD : BAD;
}
