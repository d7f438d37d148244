import { index, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
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
