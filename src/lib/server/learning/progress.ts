import { and, desc, eq, sql } from 'drizzle-orm';
import { database } from '../db/index.ts';
import { lessonProgress } from '../db/schema/index.ts';

export interface LessonProgress {
  course: string;
  lesson: string;
  /** Block id; where the person last read. */
  position: string;
  percent: number;
  completedAt: Date | null;
  updatedAt: Date;
}

const columns = {
  course: lessonProgress.course,
  lesson: lessonProgress.lesson,
  position: lessonProgress.position,
  percent: lessonProgress.percent,
  completedAt: lessonProgress.completedAt,
  updatedAt: lessonProgress.updatedAt,
};

export interface Place {
  course: string;
  lesson: string;
  /** The block at the top of the screen. */
  position: string;
  /** The furthest block that has been on the screen during this visit. */
  reached: string;
}

/**
 * Keeps where a person reads. The position is simply the newest one, from whatever device; the percentage
 * never falls.
 * @param blocks ids of the lesson's blocks in order
 * @returns false when a block is not one of the lesson's: nothing is kept then
 */
export async function keepPlace(userId: string, place: Place, blocks: readonly string[]): Promise<boolean> {
  const { course, lesson, position } = place;
  const reached = blocks.indexOf(place.reached);
  if (reached < 0 || !blocks.includes(position)) return false;
  const percent = Math.round(((reached + 1) * 100) / blocks.length);
  await database()
    .insert(lessonProgress)
    .values({ userId, course, lesson, position, percent })
    .onConflictDoUpdate({
      target: [lessonProgress.userId, lessonProgress.course, lessonProgress.lesson],
      set: {
        position,
        percent: sql`greatest(${lessonProgress.percent}, excluded.percent)`,
        updatedAt: sql`now()`,
      },
    });
  return true;
}

/** Marks a lesson as done. Doing it again changes nothing. */
export async function completeLesson(
  userId: string,
  course: string,
  lesson: string,
  lastBlock: string,
): Promise<void> {
  await database()
    .insert(lessonProgress)
    .values({ userId, course, lesson, position: lastBlock, percent: 100, completedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [lessonProgress.userId, lessonProgress.course, lessonProgress.lesson],
      set: {
        percent: 100,
        completedAt: sql`coalesce(${lessonProgress.completedAt}, now())`,
        updatedAt: sql`now()`,
      },
    });
}

/** Everything that a person has begun, newest first. */
export async function progressOf(userId: string): Promise<LessonProgress[]> {
  return database()
    .select(columns)
    .from(lessonProgress)
    .where(eq(lessonProgress.userId, userId))
    .orderBy(desc(lessonProgress.updatedAt));
}

export async function findProgress(
  userId: string,
  course: string,
  lesson: string,
): Promise<LessonProgress | null> {
  const [row] = await database()
    .select(columns)
    .from(lessonProgress)
    .where(
      and(
        eq(lessonProgress.userId, userId),
        eq(lessonProgress.course, course),
        eq(lessonProgress.lesson, lesson),
      ),
    );
  return row ?? null;
}
