import type { Locale } from '../../i18n/text.ts';
import { library, type Library } from '../library/index.ts';
import type { LessonText } from '../library/lesson.ts';
import { rightIn } from './answers.ts';
import { progressOf, type LessonProgress } from './progress.ts';

/** A lesson in a list, with how far this person is. */
export interface LessonLine {
  slug: string;
  title: string;
  minutes: number;
  href: string;
  percent: number;
  completed: boolean;
  questions: number;
  right: number;
}

export interface CourseOutline {
  id: string;
  title: string;
  summary: string;
  audience: string;
  minutes: number;
  href: string;
  lessons: LessonLine[];
  scenarios: string[];
  /** 0 to 100 over all lessons. */
  percent: number;
  completed: number;
  questions: number;
  right: number;
}

/** Where a person goes on reading. */
export interface Continuation {
  course: { id: string; title: string; href: string };
  lesson: { slug: string; title: string; minutes: number };
  /** The heading under which the person stopped; empty at the beginning of a lesson. */
  section: string;
  percent: number;
  href: string;
}

export function lessonHref(course: string, slug: string, place = ''): string {
  return `/learn/${course}/${slug}${place ? `#${place}` : ''}`;
}

/** The text of a lesson in a language, or in the other one when it is missing there. */
export function findLessonText(
  lib: Library,
  course: string,
  slug: string,
  locale: Locale,
): LessonText | null {
  const texts = lib.lessons.get(`${course}/${slug}`)?.texts;
  return texts?.[locale] ?? texts?.['zh-CN'] ?? texts?.en ?? null;
}

export function questionsIn(text: LessonText): string[] {
  const ids = text.rendered().uses.filter(({ block }) => block === 'question');
  return [...new Set(ids.map(({ properties }) => String(properties['ref'])))];
}

/** A course as a visitor or a person sees it; null when there is none of this name. */
export async function findOutline(
  id: string,
  locale: Locale,
  userId: string | null,
): Promise<CourseOutline | null> {
  const lib = library();
  const course = lib.courses.get(id)?.value;
  if (!course) return null;
  const progress = userId ? (await progressOf(userId)).filter((row) => row.course === id) : [];
  const right = userId ? await rightIn(userId, id) : new Set<string>();
  const lessons = course.lessons.flatMap((slug): LessonLine[] => {
    const text = findLessonText(lib, id, slug, locale);
    if (!text) return [];
    const row = progress.find(({ lesson }) => lesson === slug);
    const questions = questionsIn(text).filter((question) => lib.questions.has(question));
    return [
      {
        slug,
        title: text.front.title,
        minutes: text.front.minutes,
        href: lessonHref(id, slug),
        percent: row?.percent ?? 0,
        completed: Boolean(row?.completedAt),
        questions: questions.length,
        right: questions.filter((question) => right.has(question)).length,
      },
    ];
  });
  const sum = (of: (line: LessonLine) => number) => lessons.reduce((total, line) => total + of(line), 0);
  return {
    id,
    title: course.title[locale],
    summary: course.summary[locale],
    audience: course.audience[locale],
    minutes: sum((line) => line.minutes),
    href: `/learn/${id}`,
    lessons,
    scenarios: course.scenarios,
    percent: Math.floor(sum((line) => line.percent) / Math.max(1, lessons.length)),
    completed: lessons.filter((line) => line.completed).length,
    questions: sum((line) => line.questions),
    right: sum((line) => line.right),
  };
}

/** All courses, in their order. */
export async function outlines(locale: Locale, userId: string | null): Promise<CourseOutline[]> {
  const all = await Promise.all([...library().courses.keys()].map((id) => findOutline(id, locale, userId)));
  return all.filter((outline) => outline !== null);
}

/**
 * Where this person goes on: the place in the lesson read last; after a finished lesson, the next one of its
 * course that is not finished. Null when nothing was begun, or nothing is left.
 */
export async function continueFor(userId: string, locale: Locale): Promise<Continuation | null> {
  const progress = await progressOf(userId);
  for (const row of progress) {
    const next = continuationOf(row, progress, locale);
    if (next) return next;
  }
  return null;
}

function continuationOf(
  row: LessonProgress,
  progress: LessonProgress[],
  locale: Locale,
): Continuation | null {
  const lib = library();
  const course = lib.courses.get(row.course)?.value;
  if (!course) return null;
  const isDone = (slug: string) =>
    progress.some((r) => r.course === course.id && r.lesson === slug && r.completedAt);
  const from = course.lessons.indexOf(row.lesson);
  const ahead = [...course.lessons.slice(from + 1), ...course.lessons.slice(0, Math.max(0, from))];
  const slug = row.completedAt || from < 0 ? ahead.find((other) => !isDone(other)) : row.lesson;
  const text = slug === undefined ? null : findLessonText(lib, course.id, slug, locale);
  if (slug === undefined || !text) return null;
  const at = slug === row.lesson ? row : progress.find((r) => r.course === course.id && r.lesson === slug);
  const { headings } = text.rendered();
  const section = headings.findLast(({ level, id }) => level === 2 && isAtOrBefore(id, at?.position ?? ''));
  return {
    course: { id: course.id, title: course.title[locale], href: `/learn/${course.id}` },
    lesson: { slug, title: text.front.title, minutes: text.front.minutes },
    section: section?.text ?? '',
    percent: at?.percent ?? 0,
    href: lessonHref(course.id, slug, at?.position),
  };
}

/** Whether the section `part2` begins at or before the block `part2-3`. */
function isAtOrBefore(section: string, block: string): boolean {
  const number = (id: string) => Number(/^part(\d+)/.exec(id)?.[1] ?? -1);
  return number(section) <= number(block);
}
