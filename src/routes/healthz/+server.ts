import { connection } from '$lib/server/db/index.ts';
import type { RequestHandler } from './$types';

/** A database that takes longer than this to say "1" is as good as away. */
const PATIENCE_MS = 2000;

export const GET: RequestHandler = async () => {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  const late = new Promise<never>((_, fail) => setTimeout(fail, PATIENCE_MS).unref());
  try {
    await Promise.race([connection().sql`select 1`, late]);
    return new Response('ok\n', { headers });
  } catch {
    return new Response('database away\n', { status: 503, headers: { ...headers, 'retry-after': '2' } });
  }
};
