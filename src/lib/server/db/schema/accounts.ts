import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { randomUUID } from 'node:crypto';

/** Kinds of organization that may own users. */
export const ORGANIZATION_KINDS = ['school', 'incubator', 'zone-office'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** What a person may be. An administrator administers one organization, never all of them. */
export const ROLES = ['student', 'instructor', 'founder', 'officer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who may live in an organization of each kind. */
export const ROLES_IN: Record<OrganizationKind, readonly Role[]> = {
  school: ['student', 'instructor', 'administrator'],
  incubator: ['founder', 'instructor', 'administrator'],
  'zone-office': ['officer', 'administrator'],
};

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Ids are text and not uuid: a malformed id in an address finds nothing, instead of being an error. */
export const newId = (): string => randomUUID();

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const organizations = pgTable('organizations', {
  id: text('id').primaryKey().$defaultFn(newId),
  kind: text('kind').$type<OrganizationKind>().notNull(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const users = pgTable(
  'users',
  {
    id: text('id').primaryKey().$defaultFn(newId),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    /** Lower case, unique in the whole installation: it is what people type to sign in. */
    username: text('username').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    locale: text('locale').$type<Locale>().notNull().default('zh-CN'),
    theme: text('theme').$type<Theme>().notNull().default('auto'),
    passwordHash: text('password_hash').notNull(),
    /** Raised to throw every session out: a session of an older epoch is void. */
    authEpoch: integer('auth_epoch').notNull().default(1),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('users_username').on(table.username),
    index('users_organization').on(table.organizationId, table.role),
    check('users_username_lower', sql`${table.username} = lower(${table.username})`),
  ],
);

/** Lucia's sessions. `id` is the SHA-256 of what the cookie holds, so that a copy of this table opens no door. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    authEpoch: integer('auth_epoch').notNull(),
    /** User-Agent at sign-in, cut short: the person recognizes the device by it. */
    device: text('device').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId), index('sessions_expiry').on(table.expiresAt)],
);

/** A link that lets people into one organization, in one role, perhaps into one class. Only its hash is kept. */
export const invites = pgTable(
  'invites',
  {
    id: text('id').primaryKey().$defaultFn(newId),
    tokenHash: text('token_hash').notNull(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    role: text('role').$type<Role>().notNull(),
    /** Null: made by a start on a database in which nobody lives yet, for the first administrator. */
    createdBy: text('created_by').references(() => users.id),
    usesLeft: integer('uses_left').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('invites_token').on(table.tokenHash),
    index('invites_organization').on(table.organizationId),
    check('invites_uses', sql`${table.usesLeft} >= 0`),
  ],
);

/** Attempts counted per window: sign-in, codes, sign-up. In a table, so that a restart forgives nobody. */
export const attempts = pgTable(
  'attempts',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    resetsAt: instant('resets_at').notNull(),
  },
  (table) => [index('attempts_reset').on(table.resetsAt)],
);

/** What happened to accounts, classes and grades. Rows are only ever added (append_only.sql sees to it). */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull().defaultNow(),
    /** No foreign keys: the log outlives what it speaks of. */
    organizationId: text('organization_id'),
    actorId: text('actor_id'),
    action: text('action').notNull(),
    subjectId: text('subject_id'),
    address: text('address'),
    detail: jsonb('detail').$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (table) => [index('audit_organization').on(table.organizationId, table.seq)],
);
