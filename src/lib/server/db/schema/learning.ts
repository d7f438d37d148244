import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { users } from './accounts.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** How far a person is in a lesson, on any device. Course and lesson are names of content, so no foreign key. */
export const lessonProgress = pgTable(
  'lesson_progress',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    course: text('course').notNull(),
    lesson: text('lesson').notNull(),
    /** The block that stood at the top when the person last read, such as `part2-3`: "continue" goes there. */
    position: text('position').notNull(),
    /** 0 to 100: how much of the lesson has ever been on the screen. Never falls. */
    percent: integer('percent').notNull(),
    completedAt: instant('completed_at'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.course, table.lesson] }),
    index('lesson_progress_latest').on(table.userId, table.updatedAt),
    check('lesson_progress_percent', sql`${table.percent} between 0 and 100`),
  ],
);

/** Every answer to a question, the newest of a person counts. Kept in full: what a class misunderstands is worth knowing. */
export const questionAnswers = pgTable(
  'question_answers',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** `course/id` */
    question: text('question').notNull(),
    /** As the form sent it: field name → values. */
    answer: jsonb('answer').$type<Record<string, string[]>>().notNull(),
    isRight: boolean('is_right').notNull(),
    /** True when the person had the solution shown; such a row is never right. */
    revealed: boolean('revealed').notNull().default(false),
    answeredAt: instant('answered_at').notNull().defaultNow(),
  },
  (table) => [
    index('question_answers_of').on(table.userId, table.question, table.id),
    index('question_answers_question').on(table.question, table.id),
  ],
);
