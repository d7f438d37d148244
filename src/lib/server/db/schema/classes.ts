import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Setup } from '$simulator/trade/setup.ts';
import { newId, organizations, users } from './accounts.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const classes = pgTable(
  'classes',
  {
    id: text('id').primaryKey().$defaultFn(newId),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    /** Six characters, upper case. Drawn without letters that are read wrongly from a projector. */
    joinCode: text('join_code').notNull(),
    createdBy: text('created_by').references(() => users.id),
    archivedAt: instant('archived_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('classes_join_code').on(table.joinCode),
    index('classes_organization').on(table.organizationId),
  ],
);

export const CLASS_SEATS = ['student', 'instructor'] as const;
export type ClassSeat = (typeof CLASS_SEATS)[number];

export const classMembers = pgTable(
  'class_members',
  {
    classId: text('class_id')
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    seat: text('seat').$type<ClassSeat>().notNull(),
    joinedAt: instant('joined_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.classId, table.userId] }),
    index('class_members_user').on(table.userId),
  ],
);

export const ASSIGNMENT_KINDS = ['scenario', 'course'] as const;
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];

/** `each`: every attempt has chance of its own. `shared`: one seed for all, so that plays can be compared. */
export const SEED_MODES = ['each', 'shared'] as const;
export type SeedMode = (typeof SEED_MODES)[number];

/** A course or a scenario that a class is to do. Its target is a name of content, so no foreign key. */
export const assignments = pgTable(
  'assignments',
  {
    id: text('id').primaryKey().$defaultFn(newId),
    classId: text('class_id')
      .notNull()
      .references(() => classes.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<AssignmentKind>().notNull(),
    target: text('target').notNull(),
    /** The teacher's own name for it; empty: what the target is called in the reader's language. */
    title: text('title').notNull(),
    /** Late is marked, never blocked. */
    dueAt: instant('due_at'),
    /** How often a student may begin; 0: as often as they like. */
    attempts: integer('attempts').notNull().default(0),
    seedMode: text('seed_mode').$type<SeedMode>().notNull().default('each'),
    /** The seed of all runs when it is shared. Never shown. */
    seed: text('seed').notNull(),
    /** The law of this day instead of the scenario's, yyyy-mm-dd. */
    policyDate: text('policy_date'),
    difficulty: text('difficulty').$type<Setup['difficulty']>(),
    createdBy: text('created_by').references(() => users.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Taken back: nobody begins any more, what was played stays. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('assignments_class').on(table.classId, table.createdAt),
    check('assignments_attempts', sql`${table.attempts} between 0 and 99`),
  ],
);
