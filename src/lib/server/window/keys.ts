import { createHash, randomBytes } from 'node:crypto';
import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import { database } from '../db/index.ts';
import { runs, users } from '../db/schema/index.ts';
import type { RunRow } from '../runs/journal.ts';

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Makes a key with which a program may speak for a run; an earlier one ends. Shown once, stored as its hash. */
export async function newWindowKey(runId: string): Promise<string> {
  const key = `dp_${randomBytes(24).toString('base64url')}`;
  await database()
    .update(runs)
    .set({ windowKeyHash: hashOf(key) })
    .where(eq(runs.id, runId));
  return key;
}

/** The run that a key speaks for; null for a key that opens nothing, or whose owner was shut out. */
export async function findRunByKey(key: string): Promise<RunRow | null> {
  const [row] = await database()
    .select(getTableColumns(runs))
    .from(runs)
    .innerJoin(users, and(eq(users.id, runs.userId), isNull(users.disabledAt)))
    .where(eq(runs.windowKeyHash, hashOf(key)));
  return row ?? null;
}

/** The key of a request: `Authorization: Bearer dp_…`, or `?key=` for clients that can set no header. */
export function keyIn(request: Request, url: URL): string | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '');
  return bearer?.[1] ?? url.searchParams.get('key');
}
