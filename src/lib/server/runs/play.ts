import { randomBytes, randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { ENGINE, type Entry, type Input, type World } from '$simulator/kernel/index.ts';
import { scoreOf, type Score } from '$simulator/scoring/score.ts';
import type { Setup } from '$simulator/trade/setup.ts';
import { beginningOf } from '$simulator/world.ts';
import type { RubricLine } from '$simulator/scoring/score.ts';
import { database } from '../db/index.ts';
import { runs } from '../db/schema/index.ts';
import { library } from '../library/index.ts';
import { engineOf } from './engines.ts';
import { factsAfter } from './facts.ts';
import {
  append,
  entryByKey,
  findRun,
  journalOf,
  keepSnapshot,
  openRun,
  remember,
  type OpenRun,
  type RunRow,
} from './journal.ts';

export interface Start {
  userId: string;
  scenario: string;
  setup: Setup;
  /** One for all of a class, or none: then this run's own. */
  seed?: string;
  assignmentId?: string;
  attempt?: number;
  ventureId?: string;
}

/** Begins a run and returns its id. */
export async function beginRun({
  userId,
  scenario,
  setup,
  seed = randomBytes(16).toString('hex'),
  ...rest
}: Start): Promise<string> {
  const engine = engineOf(setup);
  const world = engine.begin(beginningOf(setup, seed));
  const id = randomUUID();
  await database()
    .insert(runs)
    .values({
      id,
      userId,
      scenario,
      setup,
      engine: ENGINE,
      seed,
      simulated: world.now,
      facts: factsAfter(engine, world, null, null),
      ...rest,
    });
  remember(id, world);
  return id;
}

export interface Answer {
  entry: Entry;
  run: OpenRun;
}

/** The run has gone on since the page was made: in another tab, or by a client program. Nothing was done. */
export class RunWentOn extends Error {
  override name = 'RunWentOn';
}

/** Tries at appending against other tabs and client programs before giving up. */
const TRIES = 8;

/**
 * Takes one input of a run: judged, stepped, appended; what was confirmed is in the journal. A repeated key answers
 * with what was stored the first time.
 *
 * @param from the entry that the person had seen; without it any state will do
 * @throws RunWentOn when there is a later entry · Error when the run is not there, or the journal stays contended
 */
export async function act(runId: string, input: Input, key: string, from?: number): Promise<Answer> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const row = await findRun(runId);
    if (!row) throw new Error(`no run ${runId}`);
    const open = await openRun(row);
    if (from !== undefined && row.seq !== from) {
      const stored = await entryByKey(runId, key);
      if (stored) return { entry: stored, run: open };
      throw new RunWentOn(`run ${runId} is at ${row.seq}, not at ${from}`);
    }
    const { world, entry } = open.engine.step(open.world, input);
    // The end stands, with its day and its score: what is asked of it afterwards is answered and not kept.
    if (open.world.ended) return { entry: (await entryByKey(runId, key)) ?? entry, run: open };
    const facts = factsAfter(open.engine, world, entry, row.facts);
    const score = world.ended ? scoreOfRun(row, world, [...(await journalOf(runId)), entry]) : null;
    const result = await append(row, entry, key, { world, facts, score });
    if (result === 'repeated') {
      const stored = await entryByKey(runId, key);
      if (stored) return { entry: stored, run: open };
    }
    if (result !== 'appended') continue;
    remember(runId, world);
    // The move is done, whatever becomes of its snapshot.
    await keepSnapshot(runId, world).catch((reason: unknown) => console.error('snapshot', runId, reason));
    return {
      entry,
      run: {
        row: {
          ...row,
          seq: entry.seq,
          facts,
          simulated: world.now,
          state: world.ended ? 'ended' : 'underWay',
        },
        engine: open.engine,
        world,
      },
    };
  }
  throw new Error(`run ${runId} is being written by too many at once`);
}

/** The rubric of a run's scenario, empty when the scenario is no longer in the library. */
export const rubricOf = (scenario: string): readonly RubricLine[] =>
  library().scenarios.get(scenario)?.value.rubric ?? [];

/** The score of a run as it stands, with its journal. */
export async function scoreRun(open: OpenRun): Promise<{ score: Score; entries: Entry[] }> {
  const entries = await journalOf(open.row.id);
  return { entries, score: scoreOfRun(open.row, open.world, entries) };
}

const scoreOfRun = ({ setup, scenario }: RunRow, world: World, entries: readonly Entry[]): Score =>
  scoreOf({ world, entries, setup }, rubricOf(scenario));

/** A person's runs, the latest first. */
export async function runsOf(userId: string, limit = 50): Promise<RunRow[]> {
  return database()
    .select()
    .from(runs)
    .where(eq(runs.userId, userId))
    .orderBy(desc(runs.updatedAt))
    .limit(limit);
}
