import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Locale } from '../../i18n/text.ts';
import type { Setup } from '$simulator/trade/setup.ts';
import { database } from '../db/index.ts';
import { assignments, classMembers, classes, runs } from '../db/schema/index.ts';
import { findOutline } from '../learning/courses.ts';
import { library } from '../library/index.ts';
import { beginRun } from '../runs/play.ts';
import { titled, type AssignmentRow } from './assignments.ts';
import { percentOf } from './board.ts';

/** What a student is to do, and how far it is done. */
export interface Homework {
  id: string;
  kind: 'scenario' | 'course';
  target: string;
  title: string;
  className: string;
  dueAt: Date | null;
  isOverdue: boolean;
  /** 0: as often as one likes. */
  attempts: number;
  used: number;
  /** The latest run that is under way. */
  underWay: string | null;
  /** The latest run that ended. */
  ended: string | null;
  /** Best score so far, in per cent; for a course how much of it is read. */
  percent: number | null;
  mayBegin: boolean;
  /** Where to go on; a scenario that has to be begun has none. */
  href: string | null;
}

/** Open assignments of a person's classes: what is due soonest first, then what has no day. */
export async function assignmentsFor(userId: string, locale: Locale): Promise<Homework[]> {
  const rows = await database()
    .select({ assignment: assignments, className: classes.name })
    .from(classMembers)
    .innerJoin(classes, eq(classes.id, classMembers.classId))
    .innerJoin(assignments, eq(assignments.classId, classes.id))
    .where(
      and(
        eq(classMembers.userId, userId),
        eq(classMembers.seat, 'student'),
        isNull(classes.archivedAt),
        isNull(assignments.withdrawnAt),
      ),
    )
    .orderBy(sql`${assignments.dueAt} asc nulls last`, asc(assignments.createdAt));
  if (rows.length === 0) return [];
  const played = await ownRuns(
    userId,
    rows.map(({ assignment }) => assignment.id),
  );
  const all = rows.map(({ assignment, className }) =>
    homework(assignment, className, played, userId, locale),
  );
  return Promise.all(all);
}

type OwnRun = Awaited<ReturnType<typeof ownRuns>>[number];

function ownRuns(userId: string, ids: string[]) {
  return database()
    .select({
      id: runs.id,
      assignmentId: runs.assignmentId,
      state: runs.state,
      score: runs.score,
      maxScore: runs.maxScore,
    })
    .from(runs)
    .where(and(eq(runs.userId, userId), inArray(runs.assignmentId, ids)))
    .orderBy(desc(runs.attempt));
}

async function homework(
  row: AssignmentRow,
  className: string,
  played: readonly OwnRun[],
  userId: string,
  locale: Locale,
): Promise<Homework> {
  const { id, kind, target, title, dueAt, attempts } = titled(row, locale);
  const own = played.filter((run) => run.assignmentId === id);
  const underWay = own.find(({ state }) => state === 'underWay')?.id ?? null;
  const ended = own.find(({ state }) => state === 'ended')?.id ?? null;
  const outline = kind === 'course' ? await findOutline(target, locale, userId) : null;
  const scores = own.flatMap(({ score, maxScore }) => percentOf(score, maxScore) ?? []);
  const percent = outline ? outline.percent : scores.length > 0 ? Math.max(...scores) : null;
  const isDone = outline ? outline.completed === outline.lessons.length : ended !== null;
  return {
    ...{ id, kind, target, title, className, dueAt, attempts, underWay, ended, percent },
    isOverdue: dueAt !== null && dueAt < new Date() && !isDone,
    used: own.length,
    mayBegin:
      kind === 'scenario' && library().scenarios.has(target) && (attempts === 0 || own.length < attempts),
    href: outline
      ? outline.href
      : underWay
        ? `/simulate/${underWay}`
        : ended
          ? `/simulate/${ended}/debrief`
          : null,
  };
}

export interface AssignedPage {
  homework: Homework;
  summary: string;
  objectives: string[];
  minutes: number | null;
  /** The day whose law is applied, and how much help there is. */
  policyDate: string;
  difficulty: Setup['difficulty'] | null;
  isSeedShared: boolean;
  tries: {
    id: string;
    attempt: number;
    state: 'underWay' | 'ended';
    percent: number | null;
    at: Date;
    late: boolean;
  }[];
}

/** An open assignment as its student sees it before beginning; null when there is none of this id for this person. */
export async function assignedPage(
  userId: string,
  assignmentId: string,
  locale: Locale,
): Promise<AssignedPage | null> {
  const row = await findOpenAssignment(userId, assignmentId);
  const homework = row && (await assignmentsFor(userId, locale)).find(({ id }) => id === row.id);
  if (!row || !homework) return null;
  const scenario = library().scenarios.get(row.target)?.value;
  const tries = await database()
    .select({
      id: runs.id,
      attempt: runs.attempt,
      state: runs.state,
      score: runs.score,
      maxScore: runs.maxScore,
      at: runs.updatedAt,
      endedAt: runs.endedAt,
    })
    .from(runs)
    .where(and(eq(runs.userId, userId), eq(runs.assignmentId, row.id)))
    .orderBy(desc(runs.attempt));
  return {
    homework,
    summary: scenario?.summary[locale] ?? '',
    objectives: scenario?.objectives.map(({ text }) => text[locale]) ?? [],
    minutes: scenario?.minutes ?? null,
    policyDate: row.policyDate ?? scenario?.setup.policyDate ?? '',
    difficulty: row.difficulty ?? scenario?.setup.difficulty ?? null,
    isSeedShared: row.seedMode === 'shared',
    tries: tries.map(({ score, maxScore, endedAt, ...rest }) => ({
      ...rest,
      percent: percentOf(score, maxScore),
      late: row.dueAt !== null && endedAt !== null && endedAt > row.dueAt,
    })),
  };
}

/** Why an assignment can't be begun. */
export type NotBegun = 'unknown' | 'noAttemptsLeft';

/**
 * Begins a run that answers an assignment: with its law, difficulty and chance, as the next attempt. A run in which
 * nothing was done yet is not begun again. Gives the run's id.
 */
export async function beginAssigned(
  userId: string,
  assignmentId: string,
): Promise<{ run: string } | { problem: NotBegun }> {
  const row = await findOpenAssignment(userId, assignmentId);
  const scenario = row && row.kind === 'scenario' ? library().scenarios.get(row.target)?.value : undefined;
  if (!row || !scenario) return { problem: 'unknown' };
  const earlier = await database()
    .select({ id: runs.id, attempt: runs.attempt, seq: runs.seq, state: runs.state })
    .from(runs)
    .where(and(eq(runs.userId, userId), eq(runs.assignmentId, row.id)))
    .orderBy(desc(runs.attempt));
  const fresh = earlier.find(({ seq, state }) => seq === 0 && state === 'underWay');
  if (fresh) return { run: fresh.id };
  const attempt = (earlier[0]?.attempt ?? 0) + 1;
  if (row.attempts > 0 && attempt > row.attempts) return { problem: 'noAttemptsLeft' };
  try {
    const seed = row.seedMode === 'shared' ? { seed: row.seed } : {};
    return {
      run: await beginRun({
        userId,
        scenario: scenario.id,
        setup: setupFor(row, scenario.setup),
        ...seed,
        assignmentId: row.id,
        attempt,
      }),
    };
  } catch (error) {
    // The unique index runs_attempt: another click began this attempt a moment ago.
    if ((error as { cause?: { code?: string } }).cause?.code === '23505')
      return beginAssigned(userId, assignmentId);
    throw error;
  }
}

/** The scenario's setup with what the assignment changes about it. */
export function setupFor(
  { policyDate, difficulty }: Pick<AssignmentRow, 'policyDate' | 'difficulty'>,
  setup: Setup,
): Setup {
  return { ...setup, ...(policyDate ? { policyDate } : {}), ...(difficulty ? { difficulty } : {}) };
}

async function findOpenAssignment(userId: string, assignmentId: string): Promise<AssignmentRow | null> {
  const [found] = await database()
    .select({ row: assignments })
    .from(assignments)
    .innerJoin(classes, eq(classes.id, assignments.classId))
    .innerJoin(classMembers, eq(classMembers.classId, classes.id))
    .where(
      and(
        eq(assignments.id, assignmentId),
        isNull(assignments.withdrawnAt),
        isNull(classes.archivedAt),
        eq(classMembers.userId, userId),
        eq(classMembers.seat, 'student'),
      ),
    );
  return found?.row ?? null;
}
