import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { findOutline } from '$lib/server/learning/courses.ts';
import { progressOf } from '$lib/server/learning/progress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
  const userId = locals.user?.id ?? null;
  const course = await findOutline(params.course, getLocale(), userId);
  if (!course) error(404);
  const begun = userId ? (await progressOf(userId)).find((row) => row.course === course.id) : undefined;
  const last = course.lessons.find(({ slug }) => slug === begun?.lesson);
  // The lesson read last, while it is unfinished; else the first that is.
  const next = last && !last.completed ? last : course.lessons.find(({ completed }) => !completed);
  const place = next && next === last && begun ? `#${begun.position}` : '';
  return { course, next: next ? { href: next.href + place, begun: next.percent > 0 } : null };
};
