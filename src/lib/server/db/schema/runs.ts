import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Entry, Finding, Happening, Input, World } from '$simulator/kernel/index.ts';
import type { Setup } from '$simulator/trade/setup.ts';
import { newId, users } from './accounts.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** One play of a scenario by one person. The journal is the truth; everything else about a run follows from it. */
export const runs = pgTable(
  'runs',
  {
    id: text('id').primaryKey().$defaultFn(newId),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    scenario: text('scenario').notNull(),
    /** The scenario's data as it was at the start: a later edit of the file changes no run. */
    setup: jsonb('setup').$type<Setup>().notNull(),
    engine: integer('engine').notNull(),
    /** Never shown before the debrief. */
    seed: text('seed').notNull(),
    /** The assignment that it answers, and which attempt it is. */
    assignmentId: text('assignment_id'),
    attempt: integer('attempt').notNull().default(1),
    /** The founder's own product that it is played with. */
    ventureId: text('venture_id'),
    state: text('state').$type<'underWay' | 'ended'>().notNull().default('underWay'),
    /** Number of journal entries. */
    seq: integer('seq').notNull().default(0),
    /** Simulated time, ms. */
    simulated: bigint('simulated', { mode: 'number' }).notNull(),
    /** Short facts for lists and walls: stage of the parcels, last finding, score so far. */
    facts: jsonb('facts').$type<RunFacts>().notNull(),
    score: integer('score'),
    maxScore: integer('max_score'),
    /** SHA-256 of the key with which a client program may speak for this run at /dxp. */
    windowKeyHash: text('window_key_hash'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('runs_by_user').on(table.userId, table.updatedAt),
    // Two beginnings at once are one attempt. Runs without an assignment are as many as one likes (nulls are distinct).
    uniqueIndex('runs_attempt').on(table.assignmentId, table.userId, table.attempt),
    uniqueIndex('runs_by_window_key').on(table.windowKeyHash),
  ],
);

export interface RunFacts {
  /** Parcels by clearance state. */
  clearance: Record<string, number>;
  /** Real time, ms since 1970, when the parcels last changed their stages. */
  stageSince: number;
  /** Code of the last refused move or rejected document, with the entry that shows it, and how often in a row. */
  lastFinding: { code: string; seq: number; times: number } | null;
  refusals: number;
  offers: number;
}

/** The journal. The primary key is the optimistic lock: two answers to one state can't both be stored. */
export const runEntries = pgTable(
  'run_entries',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runs.id, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
    input: jsonb('input').$type<Input>().notNull(),
    outcome: text('outcome').$type<Entry['outcome']>().notNull(),
    findings: jsonb('findings').$type<Finding[]>().notNull(),
    happened: jsonb('happened').$type<Happening[]>().notNull(),
    /** A move that is sent twice (a lost answer, a double click) is done once. */
    idempotencyKey: text('idempotency_key').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.seq] }),
    uniqueIndex('run_entries_by_key').on(table.runId, table.idempotencyKey),
  ],
);

/** The world after some entry, so that opening a run need not replay all of it. Disposable. */
export const runSnapshots = pgTable('run_snapshots', {
  runId: text('run_id')
    .primaryKey()
    .references(() => runs.id, { onDelete: 'cascade' }),
  seq: integer('seq').notNull(),
  engine: integer('engine').notNull(),
  hash: text('hash').notNull(),
  world: jsonb('world').$type<World>().notNull(),
});
