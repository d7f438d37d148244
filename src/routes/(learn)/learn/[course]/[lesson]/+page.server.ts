import { error, fail, redirect } from '@sveltejs/kit';
import { LOCALES, type Locale } from '$lib/i18n/text.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { lessonHref, findLessonText } from '$lib/server/learning/courses.ts';
import { blocksOf, findLessonView } from '$lib/server/learning/lesson-page.ts';
import { completeLesson, findProgress } from '$lib/server/learning/progress.ts';
import { answerQuestion, findQuestion, readAnswer, revealQuestion } from '$lib/server/learning/questions.ts';
import { library } from '$lib/server/library/index.ts';
import type { ReadingState } from '$lib/lesson/view.ts';
import type { Actions, PageServerLoad } from './$types';

/** The language of the text: `?in=en`, else that of the frame. */
function localeOf(url: URL): Locale {
  const asked = url.searchParams.get('in');
  return LOCALES.find((known) => known === asked) ?? getLocale();
}

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const userId = locals.user?.id ?? null;
  const view = await findLessonView(params.course, params.lesson, {
    locale: localeOf(url),
    userId,
    query: url.searchParams,
  });
  if (!view) error(404);
  const progress = userId ? await findProgress(userId, params.course, params.lesson) : null;
  const reading: ReadingState | null = progress && {
    position: progress.position,
    percent: progress.percent,
    completed: progress.completedAt !== null,
  };
  return { view, reading };
};

export const actions: Actions = {
  answer: async ({ request, url, locals }) => {
    const form = await request.formData();
    const id = String(form.get('_question') ?? '');
    const question = findQuestion(id);
    if (!question) error(404);
    const answer = readAnswer(form);
    const reader = { locale: localeOf(url), userId: locals.user?.id ?? null };
    const outcome = await answerQuestion(id, question, answer, reader);
    if (typeof outcome === 'string')
      return fail(422, { question: id, answer, outcome: null, problem: outcome });
    return { question: id, answer, outcome, problem: null };
  },

  reveal: async ({ request, url, locals }) => {
    const form = await request.formData();
    const id = String(form.get('_question') ?? '');
    const question = findQuestion(id);
    if (!question) error(404);
    const reader = { locale: localeOf(url), userId: locals.user?.id ?? null };
    return { question: id, problem: null, ...(await revealQuestion(id, question, reader)) };
  },

  /** Done with this lesson; on to the next one. */
  done: async ({ params: { course, lesson }, locals }) => {
    const lib = library();
    const text = findLessonText(lib, course, lesson, getLocale());
    const lessons = lib.courses.get(course)?.value.lessons ?? [];
    if (!text || !lessons.includes(lesson)) error(404);
    if (locals.user) await completeLesson(locals.user.id, course, lesson, blocksOf(text).at(-1) ?? 'part0-1');
    const next = lessons[lessons.indexOf(lesson) + 1];
    redirect(303, next === undefined ? `/learn/${course}` : lessonHref(course, next));
  },
};
