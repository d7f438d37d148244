import { askDatabase } from '$lib/server/db/index.ts';
import type { RequestHandler } from './$types';

/** A database that takes longer than this to answer is as good as away. */
const PATIENCE_MS = 2000;

/** For probes: 200 once pages can be served, 503 while the database is away. */
export const GET: RequestHandler = async () => {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  try {
    await askDatabase(PATIENCE_MS);
    return new Response('ok\n', { headers });
  } catch {
    return new Response('database away\n', { status: 503, headers: { ...headers, 'retry-after': '2' } });
  }
};
