import { error } from '@sveltejs/kit';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Venture } from '$simulator/trade/venture.ts';
import { database } from '../db/index.ts';
import { runEntries, runs, ventures } from '../db/schema/index.ts';
import type { RunRow } from '../runs/journal.ts';

export type VentureRow = typeof ventures.$inferSelect;

/** A founder needs no more; a program that writes products into the table without end must stop somewhere. */
export const MOST_VENTURES = 200;

/** The person's products, the latest first. Every function here takes the owner: nobody reads another's. */
export async function venturesOf(userId: string): Promise<VentureRow[]> {
  return database()
    .select()
    .from(ventures)
    .where(eq(ventures.userId, userId))
    .orderBy(desc(ventures.updatedAt), ventures.name);
}

/** The product, if it is this person's. Everybody else learns not even that it exists. @throws 404 */
export async function getOwnVenture(id: string, userId: string): Promise<VentureRow> {
  const [row] = await database()
    .select()
    .from(ventures)
    .where(and(eq(ventures.id, id), eq(ventures.userId, userId)));
  if (!row) error(404);
  return row;
}

/** Keeps new products, all or none. Null when there would be too many. */
export async function addVentures(userId: string, added: readonly Venture[]): Promise<string[] | null> {
  if (added.length === 0) return [];
  return database().transaction(async (tx) => {
    const have = await tx.$count(ventures, eq(ventures.userId, userId));
    if (have + added.length > MOST_VENTURES) return null;
    const rows = await tx
      .insert(ventures)
      .values(added.map((venture) => ({ ...venture, userId })))
      .returning({ id: ventures.id });
    return rows.map(({ id }) => id);
  });
}

/** Runs that were begun keep the product as it was: a set-up is never changed. @throws 404 */
export async function changeVenture(id: string, userId: string, venture: Venture): Promise<void> {
  await getOwnVenture(id, userId);
  await database()
    .update(ventures)
    .set({ ...venture, updatedAt: new Date() })
    .where(and(eq(ventures.id, id), eq(ventures.userId, userId)));
}

/** Deletes a product and the runs that were played with it, since they hold its figures. @throws 404 */
export async function deleteVenture(id: string, userId: string): Promise<void> {
  await getOwnVenture(id, userId);
  await database().transaction(async (tx) => {
    await tx.delete(runs).where(and(eq(runs.ventureId, id), eq(runs.userId, userId)));
    await tx.delete(ventures).where(and(eq(ventures.id, id), eq(ventures.userId, userId)));
  });
}

/** Deletes every product of a person and every run with one. */
export async function deleteAllVentures(userId: string): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.delete(runs).where(and(eq(runs.userId, userId), isNotNull(runs.ventureId)));
    await tx.delete(ventures).where(eq(ventures.userId, userId));
  });
}

/** Runs that this person played with a product, the latest first; with all of them unless one is named. */
export async function ventureRuns(userId: string, ventureId?: string): Promise<RunRow[]> {
  const one = ventureId === undefined ? isNotNull(runs.ventureId) : eq(runs.ventureId, ventureId);
  return database()
    .select()
    .from(runs)
    .where(and(eq(runs.userId, userId), one))
    .orderBy(desc(runs.updatedAt));
}

/** The run of a product, if both are this person's. @throws 404 */
export async function getVentureRun(id: string, ventureId: string, userId: string): Promise<RunRow> {
  const [row] = await database()
    .select()
    .from(runs)
    .where(and(eq(runs.id, id), eq(runs.ventureId, ventureId), eq(runs.userId, userId)));
  if (!row) error(404);
  return row;
}

/** Everything that the house keeps of a founder's products, for taking away: products, runs, their journals' inputs. */
export async function exportOf(userId: string) {
  const products = await venturesOf(userId);
  const played = await ventureRuns(userId);
  const journals = await Promise.all(
    played.map(({ id }) =>
      database()
        .select({
          seq: runEntries.seq,
          at: runEntries.at,
          outcome: runEntries.outcome,
          input: runEntries.input,
        })
        .from(runEntries)
        .where(eq(runEntries.runId, id))
        .orderBy(runEntries.seq),
    ),
  );
  return {
    format: 'dryport-ventures-1',
    units: { cost: 'fen', cash: 'fen', price: 'US cents', market: 'US cents', weight: 'g', rates: 'ppm' },
    products: products.map(({ userId: _owner, ...product }) => product),
    runs: played.map(
      ({ id, ventureId, scenario, setup, seed, state, score, maxScore, createdAt, updatedAt }, index) => ({
        ...{ id, ventureId, scenario, state, score, maxScore, createdAt, updatedAt, setup },
        // The seed of a run that is still played would tell what is to come.
        seed: state === 'ended' ? seed : null,
        journal: journals[index],
      }),
    ),
  };
}
