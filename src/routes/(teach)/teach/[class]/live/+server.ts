import { error, json } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { getVisibleClass } from '$lib/server/classes/access.ts';
import { assignmentsOf } from '$lib/server/classes/assignments.ts';
import { boardOf } from '$lib/server/classes/board.ts';
import type { RequestHandler } from './$types';

/** The board once more: an open page asks every few seconds. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  if (!locals.user) error(401);
  const { row } = await getVisibleClass(params.class, locals.user);
  const assignment = (await assignmentsOf(row.id, getLocale())).find(
    ({ id }) => id === url.searchParams.get('assignment'),
  );
  if (!assignment) error(404);
  return json(await boardOf(assignment, getLocale()), { headers: { 'cache-control': 'no-store' } });
};
