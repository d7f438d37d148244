import { getLocale } from '$lib/paraglide/runtime.js';
import { continueFor, outlines } from '$lib/server/learning/courses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const userId = locals.user?.id ?? null;
  const [courses, resume] = await Promise.all([
    outlines(getLocale(), userId),
    userId ? continueFor(userId, getLocale()) : null,
  ]);
  return { courses, resume };
};
