import { requireUser } from '$lib/server/accounts/require-user.ts';
import { exportOf } from '$lib/server/ventures/own.ts';
import type { RequestHandler } from './$types';

/** Everything of one's own, as JSON. */
export const GET: RequestHandler = async (event) => {
  const user = requireUser(event, 'founder');
  return new Response(JSON.stringify(await exportOf(user.id), null, 1), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="dryport-ventures.json"',
      'cache-control': 'private, no-store',
    },
  });
};
