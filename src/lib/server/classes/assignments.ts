import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { findDay } from '$simulator/trade/time-format.ts';
import type { Setup } from '$simulator/trade/setup.ts';
import type { Locale } from '../../i18n/text.ts';
import { audit } from '../accounts/audit.ts';
import { database } from '../db/index.ts';
import { ASSIGNMENT_KINDS, SEED_MODES, assignments } from '../db/schema/index.ts';
import type { AssignmentKind, SeedMode } from '../db/schema/index.ts';
import { library } from '../library/index.ts';
import type { ClassRow, Looker } from './access.ts';
import { titleOf } from './targets.ts';

export type AssignmentRow = typeof assignments.$inferSelect;

export const DIFFICULTIES = ['guided', 'normal', 'hard'] as const satisfies readonly Setup['difficulty'][];

/** What can be wrong with an assignment form. Each has words: `teach_problem_<problem>`. */
export const ASSIGNMENT_PROBLEMS = [
  'targetUnknown',
  'titleShape',
  'dueShape',
  'attemptsShape',
  'policyDateShape',
  'choiceUnknown',
] as const;
export type AssignmentProblem = (typeof ASSIGNMENT_PROBLEMS)[number];

export interface Assigned {
  kind: AssignmentKind;
  target: string;
  title: string;
  dueAt: Date | null;
  attempts: number;
  seedMode: SeedMode;
  policyDate: string | null;
  difficulty: Setup['difficulty'] | null;
}

export type AssignmentField =
  'target' | 'title' | 'due' | 'attempts' | 'seedMode' | 'policyDate' | 'difficulty';
export type JudgedAssignment =
  | { ok: true; value: Assigned }
  | { ok: false; complaints: Partial<Record<AssignmentField, AssignmentProblem>> };

const TITLE_LENGTH = 80;

/**
 * What a form says, as an assignment, or what is wrong with each field.
 *
 * @param field gives the text of a field, '' when it is not there. `target` is `scenario/<id>` or `course/<id>`;
 *   `due` a day, which ends at 24:00 +08:00
 */
export function judgeAssignment(field: (name: AssignmentField) => string): JudgedAssignment {
  const complaints: Partial<Record<AssignmentField, AssignmentProblem>> = {};
  const fall = <T>(at: AssignmentField, problem: AssignmentProblem, instead: T): T => {
    complaints[at] = problem;
    return instead;
  };
  const [kind, target] =
    splitTarget(field('target')) ?? fall('target', 'targetUnknown', ['scenario', ''] as const);
  const named = field('title').normalize('NFC').replace(/\s+/g, ' ').trim();
  if ([...named].length > TITLE_LENGTH || /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(named))
    complaints.title = 'titleShape';
  const attempts = Number(field('attempts') || '0');
  if (!Number.isInteger(attempts) || attempts < 0 || attempts > 99) complaints.attempts = 'attemptsShape';
  const isPlayed = kind === 'scenario';
  const value: Assigned = {
    kind,
    target,
    title: named,
    dueAt: dueOf(field('due')) ?? (field('due') === '' ? null : fall('due', 'dueShape', null)),
    attempts: isPlayed ? attempts : 0,
    seedMode: isPlayed
      ? (SEED_MODES.find((mode) => mode === (field('seedMode') || 'each')) ??
        fall('seedMode', 'choiceUnknown', 'each'))
      : 'each',
    policyDate:
      isPlayed && field('policyDate') !== ''
        ? (policyDateOf(field('policyDate')) ?? fall('policyDate', 'policyDateShape', null))
        : null,
    difficulty:
      isPlayed && field('difficulty') !== ''
        ? (DIFFICULTIES.find((one) => one === field('difficulty')) ??
          fall('difficulty', 'choiceUnknown', null))
        : null,
  };
  return Object.keys(complaints).length > 0 ? { ok: false, complaints } : { ok: true, value };
}

/** `scenario/9610-first-parcel` → what it names in the library, or null. */
export function splitTarget(text: string): readonly [AssignmentKind, string] | null {
  const at = text.indexOf('/');
  const kind = ASSIGNMENT_KINDS.find((one) => one === text.slice(0, at));
  const target = text.slice(at + 1);
  if (!kind) return null;
  const shelf = kind === 'scenario' ? library().scenarios : library().courses;
  return shelf.has(target) ? [kind, target] : null;
}

/** The end of a day at +08:00, as `new Date(2027-01-15T24:00+08:00)`; null when the text is no day. */
function dueOf(text: string): Date | null {
  const day = findDay(text);
  return day === null ? null : new Date(Date.parse(`${text}T00:00:00+08:00`) + 24 * 3_600_000 - 1);
}

/**
 * Days by whose law a 9610 run can be played: on each there is every rule that a run can't do without. Before the
 * first, cross-area return was not yet open (海关总署公告2024年第167号); policy-dates.test.ts holds both ends against the rules.
 */
export const POLICY_DATES = { first: '2024-12-15', last: '2027-12-31' } as const;

function policyDateOf(text: string): string | null {
  return findDay(text) !== null && text >= POLICY_DATES.first && text <= POLICY_DATES.last ? text : null;
}

export async function createAssignment(row: ClassRow, teacher: Looker, assigned: Assigned): Promise<string> {
  return database().transaction(async (tx) => {
    const [made] = await tx
      .insert(assignments)
      .values({ ...assigned, classId: row.id, createdBy: teacher.id, seed: randomBytes(16).toString('hex') })
      .returning({ id: assignments.id });
    if (!made) throw new Error('an insert gave no row');
    const detail = { assignment: assigned.title || assigned.target, assigned: true };
    await audit(
      {
        action: 'classChanged',
        organizationId: row.organizationId,
        actorId: teacher.id,
        subjectId: row.id,
        detail,
      },
      tx,
    );
    return made.id;
  });
}

/** Another day to hand in, or none. False when the class has no such assignment. */
export async function changeDue(row: ClassRow, id: string, dueAt: Date | null): Promise<boolean> {
  return changeAssignment(row, id, { dueAt });
}

/** Takes an assignment back, or gives it out again. What was played stays. */
export async function setWithdrawn(row: ClassRow, id: string, withdrawn: boolean): Promise<boolean> {
  return changeAssignment(row, id, { withdrawnAt: withdrawn ? new Date() : null });
}

async function changeAssignment(row: ClassRow, id: string, change: Partial<AssignmentRow>): Promise<boolean> {
  const changed = await database()
    .update(assignments)
    .set(change)
    .where(and(eq(assignments.id, id), eq(assignments.classId, row.id)))
    .returning({ id: assignments.id });
  return changed.length > 0;
}

/** The day that a form typed, for `changeDue`: a date, null for none, undefined when it is no day. */
export function judgeDue(text: string): Date | null | undefined {
  return text === '' ? null : (dueOf(text) ?? undefined);
}

/** Assignments of a class, the newest first; without those taken back unless `all`. Without a title of its own each has its target's. */
export async function assignmentsOf(classId: string, locale: Locale, all = false): Promise<AssignmentRow[]> {
  const rows = await database()
    .select()
    .from(assignments)
    .where(and(eq(assignments.classId, classId), all ? undefined : isNull(assignments.withdrawnAt)))
    .orderBy(desc(assignments.createdAt), asc(assignments.id));
  return rows.map((row) => titled(row, locale));
}

/** The assignment with the title that readers of this language see. */
export const titled = (row: AssignmentRow, locale: Locale): AssignmentRow => ({
  ...row,
  title: row.title || titleOf(row.kind, row.target, locale),
});
