import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Board, BoardRow } from '../../classes/board.ts';
import type { Locale } from '../../i18n/text.ts';
import { m } from '$lib/paraglide/messages.js';
import { database } from '../db/index.ts';
import { lessonProgress, runs } from '../db/schema/index.ts';
import { findLessonText } from '../learning/courses.ts';
import { library } from '../library/index.ts';
import { speakerFor, type Speaker } from '../runs/words.ts';
import type { AssignmentRow } from './assignments.ts';
import { studentsOf, type Classmate } from './classes.ts';
import { stageOf, stagesInOrder, statePathOf, WATCHED, whyStuck, type Watched } from './standing.ts';

/** Who of a class stands where in an assignment, right now. */
export async function boardOf(assignment: AssignmentRow, locale: Locale, now = Date.now()): Promise<Board> {
  const students = await studentsOf(assignment.classId);
  return assignment.kind === 'scenario'
    ? scenarioBoard(assignment, students, speakerFor(locale), now)
    : courseBoard(assignment, students, locale, now);
}

const NOBODY_YET = { run: null, attempt: 0, order: -1, parcels: [], since: null, lastSeen: null, stuckWhy: null, finding: '', remedy: '', times: 0, refusals: 0, percent: null, late: false, lessons: [] } satisfies Partial<BoardRow>; // prettier-ignore

const personOf = ({ id, name, username }: Classmate): BoardRow['student'] => ({ id, name, username });

async function scenarioBoard(
  assignment: AssignmentRow,
  students: readonly Classmate[],
  speaker: Speaker,
  now: number,
): Promise<Board> {
  const latest = await latestRuns(assignment.id);
  const rows = students.map((student): BoardRow => {
    const run = latest.get(student.id);
    return run
      ? { ...NOBODY_YET, student: personOf(student), ...runCells(run, assignment, speaker, now) }
      : { ...NOBODY_YET, student: personOf(student), standing: 'notBegun', stage: m.teach_not_begun() };
  });
  return { kind: 'scenario', at: now, rows, stages: histogram(rows), lessons: [] };
}

type LatestRun = Watched & {
  id: string;
  attempt: number;
  score: number | null;
  maxScore: number | null;
  endedAt: Date | null;
};

/** The latest attempt of each student. The setup, which is large, stays where it is. */
async function latestRuns(assignmentId: string): Promise<Map<string, LatestRun>> {
  const { id, userId, attempt, state, seq, facts, score, maxScore, updatedAt, endedAt } = runs;
  const rows = await database()
    .selectDistinctOn([userId], {
      id,
      userId,
      attempt,
      state,
      seq,
      facts,
      score,
      maxScore,
      updatedAt,
      endedAt,
    })
    .from(runs)
    .where(eq(runs.assignmentId, assignmentId))
    .orderBy(userId, desc(attempt));
  return new Map(rows.map((row) => [row.userId, row]));
}

function runCells(run: LatestRun, { dueAt }: AssignmentRow, speaker: Speaker, now: number) {
  const { facts } = run;
  const say = (stage: string): string => speaker.state(WATCHED, statePathOf(stage)).title;
  const stage = stageOf(facts);
  const ended = run.state === 'ended';
  const stuckWhy = whyStuck(run, now);
  const finding = facts.lastFinding ? speaker.say('findings', [facts.lastFinding.code]) : null;
  const order = stagesInOrder();
  return {
    standing: ended ? ('ended' as const) : stuckWhy ? ('stuck' as const) : ('underWay' as const),
    run: run.id,
    attempt: run.attempt,
    order: ended ? order.length + 1 : stage === null ? 0 : order.indexOf(stage) + 1,
    stage: ended ? m.teach_ended() : stage === null ? m.teach_no_order_yet() : say(stage),
    parcels: order.flatMap((each) =>
      facts.clearance[each] ? [{ label: say(each), count: facts.clearance[each] }] : [],
    ),
    since: ended ? (run.endedAt?.getTime() ?? null) : facts.stageSince,
    lastSeen: run.updatedAt.getTime(),
    stuckWhy,
    finding: finding?.title ?? '',
    remedy: finding?.remedy ?? '',
    times: facts.lastFinding?.times ?? 0,
    refusals: facts.refusals,
    percent: percentOf(run.score, run.maxScore),
    late: dueAt !== null && (ended ? (run.endedAt ?? dueAt) > dueAt : now > dueAt.getTime()),
  };
}

/** Whole per cent; null while there is no score. */
export const percentOf = (score: number | null, most: number | null): number | null =>
  score === null || !most ? null : Math.round((score * 100) / most);

/** How many stand at each stage, in the order of the way. */
function histogram(rows: readonly BoardRow[]): Board['stages'] {
  const at = new Map<number, Board['stages'][number]>();
  for (const { order, stage, standing } of rows) {
    const known = at.get(order);
    if (known) known.count += 1;
    else
      at.set(order, {
        id: String(order),
        label: stage,
        count: 1,
        standing: standing === 'stuck' ? 'underWay' : standing,
      });
  }
  return [...at.entries()].sort(([a], [b]) => a - b).map(([, stage]) => stage);
}

async function courseBoard(
  { target, dueAt }: AssignmentRow,
  students: readonly Classmate[],
  locale: Locale,
  now: number,
): Promise<Board> {
  const lib = library();
  const slugs = lib.courses.get(target)?.value.lessons ?? [];
  const lessons = slugs.map((slug) => ({
    slug,
    title: findLessonText(lib, target, slug, locale)?.front.title ?? slug,
  }));
  const progress = await progressIn(target, students);
  const rows = students.map((student): BoardRow => {
    const own = progress.filter(({ userId }) => userId === student.id);
    const shares = slugs.map((slug) => own.find(({ lesson }) => lesson === slug));
    const done = shares.filter((one) => one?.completedAt).length;
    const last = Math.max(0, ...own.map(({ updatedAt }) => updatedAt.getTime()));
    const ended = slugs.length > 0 && done === slugs.length;
    const doneAt = ended ? Math.max(...own.map(({ completedAt }) => completedAt?.getTime() ?? 0)) : now;
    return {
      ...NOBODY_YET,
      student: personOf(student),
      standing: ended ? 'ended' : own.length > 0 ? 'underWay' : 'notBegun',
      order: own.length > 0 ? done : -1,
      stage: own.length === 0 ? m.teach_not_begun() : m.teach_lessons_done({ done, all: slugs.length }),
      since: last || null,
      lastSeen: last || null,
      percent: Math.floor(
        shares.reduce((sum, one) => sum + (one?.percent ?? 0), 0) / Math.max(1, slugs.length),
      ),
      late: dueAt !== null && doneAt > dueAt.getTime(),
      lessons: shares.map((one) => one?.percent ?? 0),
    };
  });
  return { kind: 'course', at: now, rows, stages: histogram(rows), lessons };
}

/** What these people have read of a course. */
export async function progressIn(course: string, students: readonly { id: string }[]) {
  if (students.length === 0) return [];
  const { userId, lesson, percent, completedAt, updatedAt } = lessonProgress;
  return database()
    .select({ userId, lesson, percent, completedAt, updatedAt })
    .from(lessonProgress)
    .where(
      and(
        eq(lessonProgress.course, course),
        inArray(
          userId,
          students.map(({ id }) => id),
        ),
      ),
    );
}
