import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { findLessonText } from '$lib/server/learning/courses.ts';
import { blocksOf } from '$lib/server/learning/lesson-page.ts';
import { keepPlace } from '$lib/server/learning/progress.ts';
import { library } from '$lib/server/library/index.ts';
import type { RequestHandler } from './$types';

const block = v.pipe(v.string(), v.regex(/^part\d{1,3}(-\d{1,3})?$/));
const PlaceSchema = v.object({ position: block, reached: block });

/** Keeps where the person reads. Sent by the page when the reading rests, and when it is left. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
  if (!locals.user) error(401);
  const body: unknown = await request.json().catch(() => null);
  const place = v.safeParse(PlaceSchema, body);
  const text = findLessonText(library(), params.course, params.lesson, locals.user.locale);
  if (!place.success || !text) error(400);
  const { course, lesson } = params;
  const kept = await keepPlace(locals.user.id, { course, lesson, ...place.output }, blocksOf(text));
  return new Response(null, { status: kept ? 204 : 400 });
};
