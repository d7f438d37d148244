/**
 * Measures the house on this machine and prints one table; `--json` prints the figures for a program, `--quick`
 * leaves the starts alone. Decides nothing. The figures of a quiet machine are in README.md beside this file.
 */
import { cpus } from 'node:os';
import { newFolder, postgresPid, startReadyHost, stopHost, type Host } from '../support/host.ts';
import { benchKernel } from './kernel.bench.ts';
import { benchJudge } from './messages.bench.ts';
import { AT_ONCE, beginRuns, benchAct, benchForms, openServer, reference } from './moves.bench.ts';
import { benchPages } from './pages.bench.ts';
import { memoryOf, split } from './processes.ts';
import { Visitor } from './visitor.ts';

const wanted = new Set(process.argv.slice(2));
/** Inputs of the journal that each of the 32 runs plays. */
const MOVES_PER_RUN = 80;

const figures: Record<string, number | string> = { cores: cpus().length, processor: cpus()[0]?.model ?? '', node: process.versions.node };
const rows: [name: string, value: string, goal: string][] = [];

function tell(key: string, name: string, value: number, unit: string, goal = ''): void {
  figures[key] = Math.round(value * 100) / 100;
  rows.push([name, `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`, goal]);
}

async function timedStart(env: Record<string, string>): Promise<{ host: Host; seconds: number }> {
  const begin = performance.now();
  const host = await startReadyHost(env);
  return { host, seconds: (performance.now() - begin) / 1000 };
}

const folder = newFolder();
const env = { DATA_DIR: folder, DRYPORT_DEMO: '1', HOST: '127.0.0.1' };

// The build is made before, if it is stale: it is no part of a start.
await stopHost(await startReadyHost({ ...env, DATA_DIR: newFolder() }));
const first = await timedStart(env);
await stopHost(first.host);
const { host, seconds } = await timedStart(env);
const postgres = postgresPid(folder);
if (postgres === null) throw new Error('where is the database?');
const families = split(host.child.pid!, postgres);
const all = [...families.app, ...families.database];

try {
  const memoryAtRest = { app: memoryOf(families.app), database: memoryOf(families.database) };
  process.env.DATABASE_URL = `postgres://dryport@localhost/dryport?host=${encodeURIComponent(`${folder}/postgres/socket`)}`;
  const { play: server, close } = await openServer();
  const play = reference();
  const student = await new Visitor(host.address).signIn('student1');
  const teacher = await new Visitor(host.address).signIn('teacher');

  const [halfway] = await beginRuns(server, play, 1);
  for (const input of play.inputs.slice(0, Math.floor(play.inputs.length / 2))) await server.act(halfway!, input, crypto.randomUUID());
  const pages = await benchPages(host.address, all, [
    { name: 'home', path: '/', who: student },
    { name: 'lesson', path: '/learn/9610-export/05-three-data', who: student },
    { name: 'desk', path: `/simulate/${halfway}`, who: student },
    { name: 'class', path: '/teach/demo-class', who: teacher },
  ]);
  for (const { name, cpu } of pages) tell(`page.${name}.cpu`, `CPU of a ${name} page, app and database`, cpu, 'ms', '≤ 4 ms');
  for (const { name, median, p95 } of pages) {
    figures[`page.${name}.median`] = median;
    tell(`page.${name}.p95`, `… until it is there, alone, p95 (${name})`, p95, 'ms');
  }
  for (const { name, kilobytes, requests } of pages) {
    const goal = ['home', 'lesson'].includes(name);
    tell(`page.${name}.kilobytes`, `first visit of a ${name} page, compressed`, kilobytes, 'KB', goal ? '≤ 100 KB' : '');
    tell(`page.${name}.requests`, '… requests', requests, '', goal ? '≤ 15' : '');
  }

  const direct = await benchAct(server, play, [...families.database, process.pid], MOVES_PER_RUN);
  tell('moves.act.perSecond', `moves, ${AT_ONCE} at once: judged, stepped, appended`, direct.perSecond, '/s', '≥ 500 /s');
  tell('moves.act.median', '… median', direct.median, 'ms');
  tell('moves.act.p95', '… p95', direct.p95, 'ms', '≤ 100 ms');
  tell('moves.act.cpu', '… CPU per move, app and database', direct.cpu, 'ms');
  const forms = await benchForms(server, play, student, all, MOVES_PER_RUN);
  tell('moves.form.perSecond', `moves by the desk’s forms over HTTP, ${AT_ONCE} at once`, forms.perSecond, '/s');
  tell('moves.form.p95', '… p95', forms.p95, 'ms');
  tell('moves.form.cpu', '… CPU per move, app and database', forms.cpu, 'ms');
  await close();

  tell('memory.app', 'memory at rest, app', memoryAtRest.app, 'MB');
  tell('memory.database', '… database', memoryAtRest.database, 'MB');
  tell('memory.both', '… both', memoryAtRest.app + memoryAtRest.database, 'MB', '≤ 400 MB');
  tell('memory.after', '… both after all of this', memoryOf(all), 'MB');
} finally {
  await stopHost(host);
}

const judged = benchJudge();
tell('messages.perSecond', 'messages judged, one core', judged.perSecond, '/s', '≥ 2,000 /s');
const kernel = benchKernel();
tell('kernel.stepsPerSecond', 'kernel steps, one core, no database', kernel.stepsPerSecond, '/s');
tell('kernel.randomPlay', 'a random play of a whole scenario', kernel.randomPlay, 'ms');
tell('kernel.referencePlay', 'a reference play of a whole scenario', kernel.referencePlay, 'ms');
tell('start.first', 'first start (built; database made, migrated, demo school)', first.seconds, 's');
tell('start.later', 'later start', seconds, 's');

if (wanted.has('--json')) console.log(JSON.stringify(figures, null, 2));
else {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(`${figures.cores} cores of ${figures.processor}, Node ${figures.node}`);
  for (const [name, value, goal] of rows) console.log(`${name.padEnd(widths[0]!)}  ${value.padStart(widths[1]!)}  ${goal}`);
}
