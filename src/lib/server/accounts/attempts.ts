import { eq, lte, sql } from 'drizzle-orm';
import { database } from '../db/index.ts';
import { attempts } from '../db/schema/index.ts';

/** At most `count` attempts in a window of `minutes`, which begins with the first of them. */
export interface Limit {
  count: number;
  minutes: number;
}

/**
 * Counts an attempt before it is made, so that many at once don't slip through together.
 * @returns whether it is still within the limit
 */
export async function countAttempt(key: string, limit: Limit): Promise<boolean> {
  const end = sql`now() + ${`${limit.minutes} minutes`}::interval`;
  const over = sql`${attempts.resetsAt} <= now()`;
  const [row] = await database()
    .insert(attempts)
    .values({ key, count: 1, resetsAt: end })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`case when ${over} then 1 else ${attempts.count} + 1 end`,
        resetsAt: sql`case when ${over} then ${end} else ${attempts.resetsAt} end`,
      },
    })
    .returning({ count: attempts.count });
  return (row?.count ?? 1) <= limit.count;
}

/** Takes back one counted attempt: it was an honest one. */
export async function uncountAttempt(key: string): Promise<void> {
  await database()
    .update(attempts)
    .set({ count: sql`greatest(${attempts.count} - 1, 0)` })
    .where(eq(attempts.key, key));
}

/** Forgets a key's attempts. */
export async function forgetAttempts(key: string): Promise<void> {
  await database().delete(attempts).where(eq(attempts.key, key));
}

/** Sweeps out windows that are over. */
export async function sweepAttempts(): Promise<void> {
  await database()
    .delete(attempts)
    .where(lte(attempts.resetsAt, sql`now()`));
}
