import { asc, inArray } from 'drizzle-orm';
import type { Locale } from '../../i18n/text.ts';
import { database } from '../db/index.ts';
import { runs } from '../db/schema/index.ts';
import { library } from '../library/index.ts';
import { assignmentsOf, type AssignmentRow } from './assignments.ts';
import { percentOf, progressIn } from './board.ts';
import { studentsOf, type Classmate } from './classes.ts';

/** One student in one assignment. */
export interface Grade {
  /** Whole per cent of the best and the latest attempt that ended; of a course how much is read. */
  best: number | null;
  last: number | null;
  /** Points of the best attempt, with their most. */
  points: number | null;
  maxPoints: number | null;
  /** Runs begun, ended or not. */
  attempts: number;
  /** Handed in after the day, or the day is past and nothing was handed in. */
  late: 'late' | 'missing' | null;
  underWay: boolean;
  /** The run that the best score is from, else the latest. */
  run: string | null;
}

export interface Gradebook {
  assignments: Pick<AssignmentRow, 'id' | 'kind' | 'title' | 'dueAt' | 'attempts'>[];
  rows: { student: Classmate; grades: Grade[]; mean: number | null }[];
  /** Mean of the best scores by assignment, whole per cent. */
  means: (number | null)[];
}

/** Students × assignments of a class, in the order of the register; the oldest assignment first. */
export async function gradebookOf(classId: string, locale: Locale, now = new Date()): Promise<Gradebook> {
  const [students, newestFirst] = await Promise.all([studentsOf(classId), assignmentsOf(classId, locale)]);
  const assigned = newestFirst.toReversed();
  const columns = await Promise.all([playedIn(assigned), ...assigned.map((one) => readIn(one, students))]);
  const [played, ...read] = columns;
  const rows = students.map((student) => {
    const grades = assigned.map((one, index) =>
      one.kind === 'course'
        ? courseGrade(one, read[index]?.get(student.id), now)
        : scenarioGrade(
            one,
            played.filter((run) => run.userId === student.id && run.assignmentId === one.id),
            now,
          ),
    );
    return { student, grades, mean: meanOf(grades.map(({ best }) => best)) };
  });
  return {
    assignments: assigned.map(({ id, kind, title, dueAt, attempts }) => ({
      id,
      kind,
      title,
      dueAt,
      attempts,
    })),
    rows,
    means: assigned.map((_, index) => meanOf(rows.map(({ grades }) => grades[index]?.best ?? null))),
  };
}

/** Whole mean of what there is; null when there is nothing. What was not handed in counts in no mean: it isn't zero yet. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.round(known.reduce((sum, value) => sum + value, 0) / known.length);
}

type Played = Awaited<ReturnType<typeof playedIn>>[number];

async function playedIn(assigned: readonly AssignmentRow[]) {
  const ids = assigned.filter(({ kind }) => kind === 'scenario').map(({ id }) => id);
  if (ids.length === 0) return [];
  const { id, userId, assignmentId, attempt, state, score, maxScore, endedAt } = runs;
  return database()
    .select({ id, userId, assignmentId, attempt, state, score, maxScore, endedAt })
    .from(runs)
    .where(inArray(assignmentId, ids))
    .orderBy(asc(attempt));
}

function scenarioGrade({ dueAt }: AssignmentRow, own: readonly Played[], now: Date): Grade {
  const ended = own.filter(({ score }) => score !== null);
  const percent = (run: Played | undefined): number | null =>
    run ? percentOf(run.score, run.maxScore) : null;
  const best = ended.toSorted((a, b) => (percent(b) ?? 0) - (percent(a) ?? 0) || a.attempt - b.attempt)[0];
  return {
    best: percent(best),
    last: percent(ended.at(-1)),
    points: best?.score ?? null,
    maxPoints: best?.maxScore ?? null,
    attempts: own.length,
    late: lateness(dueAt, best?.endedAt ?? null, now),
    underWay: own.some(({ state }) => state === 'underWay'),
    run: best?.id ?? own.at(-1)?.id ?? null,
  };
}

function lateness(dueAt: Date | null, doneAt: Date | null, now: Date): Grade['late'] {
  if (!dueAt) return null;
  if (doneAt) return doneAt > dueAt ? 'late' : null;
  return now > dueAt ? 'missing' : null;
}

interface Read {
  percent: number;
  begun: boolean;
  doneAt: Date | null;
}

/** How much each student has read of an assigned course; empty for a scenario. */
async function readIn(assignment: AssignmentRow, students: readonly Classmate[]): Promise<Map<string, Read>> {
  if (assignment.kind !== 'course') return new Map();
  const lessons = library().courses.get(assignment.target)?.value.lessons ?? [];
  const progress = (await progressIn(assignment.target, students)).filter(({ lesson }) =>
    lessons.includes(lesson),
  );
  return new Map(
    students.map(({ id }) => {
      const own = progress.filter(({ userId }) => userId === id);
      const done = own.flatMap(({ completedAt }) => completedAt ?? []);
      const isDone = lessons.length > 0 && done.length === lessons.length;
      return [
        id,
        {
          percent: Math.floor(
            own.reduce((sum, { percent }) => sum + percent, 0) / Math.max(1, lessons.length),
          ),
          begun: own.length > 0,
          doneAt: isDone ? new Date(Math.max(...done.map(Number))) : null,
        },
      ];
    }),
  );
}

function courseGrade({ dueAt }: AssignmentRow, read: Read | undefined, now: Date): Grade {
  const percent = read?.begun ? read.percent : null;
  return {
    best: percent,
    last: percent,
    points: null,
    maxPoints: null,
    attempts: read?.begun ? 1 : 0,
    late: lateness(dueAt, read?.doneAt ?? null, now),
    underWay: Boolean(read?.begun) && !read?.doneAt,
    run: null,
  };
}
