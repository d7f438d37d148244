/**
 * Measures the house on this machine and prints one table; `--json` prints the figures for a program. Names of parts
 * (starts, memory, pages, moves, messages, kernel) measure these only. Decides nothing.
 */
import { cpus, loadavg } from 'node:os';
import { newFolder, postgresPid, startReadyHost, stopHost, type Host } from '../support/host.ts';
import { benchKernel } from './kernel.bench.ts';
import { benchJudge } from './messages.bench.ts';
import {
  AT_ONCE,
  beginRuns,
  benchAct,
  benchForms,
  openServer,
  reference,
  type MoveFigures,
} from './moves.bench.ts';
import { benchPages, type PageFigures } from './pages.bench.ts';
import { memoryOf, split } from './processes.ts';
import { Visitor } from './visitor.ts';

const PARTS = ['starts', 'memory', 'pages', 'moves', 'messages', 'kernel'] as const;
type Part = (typeof PARTS)[number];

const wanted = new Set(process.argv.slice(2));
const isWanted = (part: Part): boolean => wanted.has(part) || !PARTS.some((each) => wanted.has(each));
/** Inputs of the journal that each of the 32 runs plays. */
const MOVES_PER_RUN = 80;

const figures: Record<string, number | string> = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  node: process.versions.node,
};
const rows: [name: string, value: string, goal: string][] = [];

function tell(key: string, name: string, value: number, unit: string, goal = ''): void {
  figures[key] = Math.round(value * 100) / 100;
  rows.push([
    name,
    `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`,
    goal,
  ]);
}

async function timedStart(env: Record<string, string>): Promise<{ host: Host; seconds: number }> {
  const begin = performance.now();
  const host = await startReadyHost(env);
  return { host, seconds: (performance.now() - begin) / 1000 };
}

/** Everything that needs the running site. */
async function benchSite(): Promise<void> {
  const folder = newFolder();
  const env = { DATA_DIR: folder, DRYPORT_DEMO: '1', HOST: '127.0.0.1' };
  // The build is made before, if it is stale: it is no part of a start.
  await stopHost(await startReadyHost({ ...env, DATA_DIR: newFolder() }));
  const first = await timedStart(env);
  await stopHost(first.host);
  const { host, seconds } = await timedStart(env);
  if (isWanted('starts')) {
    tell('start.first', 'first start (built; database made, migrated, demo school)', first.seconds, 's');
    tell('start.later', 'later start', seconds, 's');
  }
  try {
    await benchRunning(host, folder);
  } finally {
    await stopHost(host);
  }
}

async function benchRunning(host: Host, folder: string): Promise<void> {
  const postgres = postgresPid(folder);
  if (postgres === null) throw new Error('where is the database?');
  const { app, database } = split(host.child.pid!, postgres);
  const all = [...app, ...database];
  if (isWanted('memory')) {
    const rest = { app: memoryOf(app), database: memoryOf(database) };
    tell('memory.app', 'memory at rest, app', rest.app, 'MB');
    tell('memory.database', '… database', rest.database, 'MB');
    tell('memory.both', '… both', rest.app + rest.database, 'MB', '≤ 400 MB');
  }
  if (!isWanted('pages') && !isWanted('moves')) return;
  process.env.DATABASE_URL = `postgres://dryport@localhost/dryport?host=${encodeURIComponent(`${folder}/postgres/socket`)}`;
  const { play: server, close } = await openServer();
  const play = reference();
  const student = await new Visitor(host.address).signIn('student1');
  const teacher = await new Visitor(host.address).signIn('teacher');

  if (isWanted('pages')) {
    const [halfway] = await beginRuns(server, play, 1);
    for (const input of play.inputs.slice(0, Math.floor(play.inputs.length / 2)))
      await server.act(halfway!, input, crypto.randomUUID());
    tellPages(
      await benchPages(host.address, all, [
        { name: 'home', path: '/', who: student },
        { name: 'lesson', path: '/learn/9610-export/05-three-data', who: student },
        { name: 'desk', path: `/simulate/${halfway}`, who: student },
        { name: 'class', path: '/teach/demo-class', who: teacher },
      ]),
    );
  }
  if (isWanted('moves')) {
    const direct = await benchAct(server, play, [...database, process.pid], MOVES_PER_RUN);
    tellMoves('act', `moves, ${AT_ONCE} at once: judged, stepped, appended`, direct, [
      '≥ 500 /s',
      '≤ 100 ms',
    ]);
    tellMoves(
      'form',
      `moves by the desk’s forms over HTTP, ${AT_ONCE} at once`,
      await benchForms(server, play, student, all, MOVES_PER_RUN),
      ['', ''],
    );
  }
  if (isWanted('memory')) tell('memory.after', 'memory of both after all of this', memoryOf(all), 'MB');
  await close();
}

function tellPages(pages: readonly PageFigures[]): void {
  for (const { name, cpu } of pages)
    tell(`page.${name}.cpu`, `CPU of a ${name} page, app and database`, cpu, 'ms', '≤ 4 ms');
  for (const { name, median, p95 } of pages) {
    tell(`page.${name}.median`, `until a ${name} page is there, one at a time, median`, median, 'ms');
    tell(`page.${name}.p95`, '… p95', p95, 'ms');
  }
  for (const { name, kilobytes, requests } of pages) {
    const goal = ['home', 'lesson'].includes(name);
    tell(
      `page.${name}.kilobytes`,
      `first visit of a ${name} page, compressed`,
      kilobytes,
      'KB',
      goal ? '≤ 100 KB' : '',
    );
    tell(`page.${name}.requests`, '… requests', requests, '', goal ? '≤ 15' : '');
  }
}

function tellMoves(
  key: string,
  name: string,
  { perSecond, median, p95, cpu }: MoveFigures,
  [rate, late]: [string, string],
): void {
  tell(`moves.${key}.perSecond`, name, perSecond, '/s', rate);
  tell(`moves.${key}.median`, '… median', median, 'ms');
  tell(`moves.${key}.p95`, '… p95', p95, 'ms', late);
  tell(`moves.${key}.cpu`, '… CPU per move, app and database', cpu, 'ms');
}

if (['starts', 'memory', 'pages', 'moves'].some((part) => isWanted(part as Part))) await benchSite();
if (isWanted('messages'))
  tell('messages.perSecond', 'messages judged, one core', benchJudge().perSecond, '/s', '≥ 2,000 /s');
if (isWanted('kernel')) {
  const kernel = benchKernel();
  tell('kernel.stepsPerSecond', 'kernel steps, one core, no database', kernel.stepsPerSecond, '/s');
  tell('kernel.randomPlay', 'a random play of a whole scenario', kernel.randomPlay, 'ms');
  tell('kernel.referencePlay', 'a reference play of a whole scenario', kernel.referencePlay, 'ms');
}

if (wanted.has('--json')) console.log(JSON.stringify(figures, null, 2));
else {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const load = loadavg()[0]!.toFixed(1);
  console.log(
    `${figures['cores']} cores of ${figures['processor']}, Node ${figures['node']}, load at the end ${load}`,
  );
  for (const [name, value, goal] of rows)
    console.log(`${name.padEnd(widths[0]!)}  ${value.padStart(widths[1]!)}  ${goal}`);
}
