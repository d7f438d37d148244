import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { ENGINE, stateHash, type Engine, type Entry, type World } from '$simulator/kernel/index.ts';
import type { Score } from '$simulator/scoring/score.ts';
import { beginningOf } from '$simulator/world.ts';
import { database, type Drizzle } from '../db/index.ts';
import { runEntries, runs, runSnapshots, type RunFacts } from '../db/schema/index.ts';
import { engineOfRun } from './engines.ts';

export type RunRow = typeof runs.$inferSelect;

/** A run as it stands in memory. Worlds are values: nobody changes one. */
export interface OpenRun {
  row: RunRow;
  engine: Engine;
  world: World;
}

/** Worlds by run, the least recently used leaves first. Only a cache: the row's `seq` says whether it is fresh. */
const worlds = new Map<string, World>();
const MOST = 400;

export function remember(runId: string, world: World): void {
  worlds.delete(runId);
  worlds.set(runId, world);
  if (worlds.size > MOST) worlds.delete(worlds.keys().next().value!);
}

export async function findRun(id: string): Promise<RunRow | null> {
  const [row] = await findById().execute({ id });
  return row ?? null;
}

/** Asked before every move: prepared once per connection pool. */
const prepareFindById = (db: Drizzle) =>
  db
    .select()
    .from(runs)
    .where(eq(runs.id, sql.placeholder('id')))
    .prepare('find_run');
const prepared = new WeakMap<Drizzle, ReturnType<typeof prepareFindById>>();

function findById(): ReturnType<typeof prepareFindById> {
  const db = database();
  let query = prepared.get(db);
  if (!query) prepared.set(db, (query = prepareFindById(db)));
  return query;
}

/** Brings a run's world up to its row: from memory, else the snapshot, else the beginning, and the entries since. */
export async function openRun(row: RunRow): Promise<OpenRun> {
  const engine = engineOfRun(row.id, row.setup);
  let world =
    worlds.get(row.id) ?? (await fromSnapshot(row)) ?? engine.begin(beginningOf(row.setup, row.seed));
  if (world.seq > row.seq) world = engine.begin(beginningOf(row.setup, row.seed));
  if (world.seq < row.seq) {
    const entries = await database()
      .select({ input: runEntries.input })
      .from(runEntries)
      .where(and(eq(runEntries.runId, row.id), gt(runEntries.seq, world.seq)))
      .orderBy(asc(runEntries.seq));
    for (const { input } of entries) world = engine.step(world, input).world;
  }
  remember(row.id, world);
  return { row, engine, world };
}

async function fromSnapshot(row: RunRow): Promise<World | null> {
  const [snapshot] = await database().select().from(runSnapshots).where(eq(runSnapshots.runId, row.id));
  // A snapshot of another engine, or one that was damaged, is thrown away: the journal is the truth.
  if (!snapshot || snapshot.engine !== ENGINE || snapshot.seq > row.seq) return null;
  return stateHash(snapshot.world) === snapshot.hash ? snapshot.world : null;
}

/** Entries between snapshots. */
const SNAPSHOT_EVERY = 40;

/** Writes a snapshot now and then; a lost one costs a replay, nothing else. */
export async function keepSnapshot(runId: string, world: World): Promise<void> {
  if (world.seq % SNAPSHOT_EVERY !== 0 && !world.ended) return;
  const values = { seq: world.seq, engine: ENGINE, hash: stateHash(world), world };
  await database()
    .insert(runSnapshots)
    .values({ runId, ...values })
    .onConflictDoUpdate({ target: runSnapshots.runId, set: values });
}

export type Appended = 'appended' | 'behind' | 'repeated';

/** What the run's row says after an entry. */
export interface After {
  world: World;
  facts: RunFacts;
  /** Of a run that has ended. */
  score: Pick<Score, 'score' | 'maxScore'> | null;
}

/**
 * Appends one entry and moves the run's row on, in one statement: both or none. `behind` when another answer was
 * stored first, `repeated` when this very move was stored before.
 */
export async function append(
  row: RunRow,
  entry: Entry,
  key: string,
  { world, facts, score }: After,
): Promise<Appended> {
  try {
    const done = await database().execute(sql`
      with appended as (
        insert into run_entries (run_id, seq, at, input, outcome, findings, happened, idempotency_key)
        select ${row.id}, ${entry.seq}, ${entry.at}, ${JSON.stringify(entry.input)}::jsonb, ${entry.outcome},
          ${JSON.stringify(entry.findings)}::jsonb, ${JSON.stringify(entry.happened)}::jsonb, ${key}
        where exists (select 1 from runs where id = ${row.id} and seq = ${entry.seq - 1})
        returning seq
      )
      update runs set seq = appended.seq, simulated = ${world.now}, facts = ${JSON.stringify(facts)}::jsonb,
        state = ${world.ended ? 'ended' : 'underWay'}, updated_at = now(),
        ended_at = case when ${world.ended !== null} then now() else null end,
        score = ${score?.score ?? null}, max_score = ${score?.maxScore ?? null}
      from appended where runs.id = ${row.id} and runs.seq = appended.seq - 1
      returning runs.seq`);
    return done.length === 1 ? 'appended' : 'behind';
  } catch (error) {
    const { code, constraint_name: name } = ((error as { cause?: unknown }).cause ?? {}) as {
      code?: string;
      constraint_name?: string;
    };
    if (code !== '23505') throw error;
    return name === 'run_entries_by_key' ? 'repeated' : 'behind';
  }
}

/** The stored entry of a move by its key; what a repeated request is answered with. */
export async function entryByKey(runId: string, key: string): Promise<Entry | null> {
  const [entry] = await database()
    .select()
    .from(runEntries)
    .where(and(eq(runEntries.runId, runId), eq(runEntries.idempotencyKey, key)));
  return entry ?? null;
}

/** One entry by its number, or null. */
export async function entryAt(runId: string, seq: number): Promise<Entry | null> {
  const [entry] = await database()
    .select()
    .from(runEntries)
    .where(and(eq(runEntries.runId, runId), eq(runEntries.seq, seq)));
  return entry ?? null;
}

/** The whole journal, oldest first. */
export async function journalOf(runId: string): Promise<Entry[]> {
  return database().select().from(runEntries).where(eq(runEntries.runId, runId)).orderBy(asc(runEntries.seq));
}
