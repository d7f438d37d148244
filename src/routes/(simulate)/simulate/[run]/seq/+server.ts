import { error, json } from '@sveltejs/kit';
import { getVisibleRun } from '$lib/server/runs/access.ts';
import type { RequestHandler } from './$types';

/** How far the run is: an open desk asks now and then, and notices that it went on elsewhere. */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (!locals.user) error(401);
  const { row } = await getVisibleRun(params.run, locals.user);
  return json({ seq: row.seq }, { headers: { 'cache-control': 'no-store' } });
};
