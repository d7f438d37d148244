import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/paraglide/runtime.js';
import { continueFor } from '$lib/server/learning/courses.ts';
import type { Continuation } from './shown.ts';

/** What somebody has begun and can go on with, the latest of each kind. */
export async function continuationsOf(userId: string, locale: Locale): Promise<Continuation[]> {
  const found = await Promise.all([lessonOf(userId, locale)]);
  return found.filter((one) => one !== null);
}

async function lessonOf(userId: string, locale: Locale): Promise<Continuation | null> {
  const at = await continueFor(userId, locale);
  if (!at) return null;
  const place = at.section ? m.common_home_at_section({ section: at.section }) : '';
  return {
    kind: 'lesson',
    href: at.href,
    title: at.lesson.title,
    detail: [at.course.title, place].filter(Boolean).join(' · '),
    percent: at.percent,
  };
}
