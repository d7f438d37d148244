import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { findLessonText, lessonHref } from '$lib/server/learning/courses.ts';
import { sourcesOf } from '$lib/server/learning/lesson-page.ts';
import { library } from '$lib/server/library/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const locale = getLocale();
  const course = library().courses.get(params.course)?.value;
  const text = findLessonText(library(), params.course, params.lesson, locale);
  if (!course || !text) error(404);
  return {
    course: { title: course.title[locale], href: `/learn/${params.course}` },
    lesson: { title: text.front.title, href: lessonHref(params.course, params.lesson) },
    sources: sourcesOf(text, locale),
  };
};
