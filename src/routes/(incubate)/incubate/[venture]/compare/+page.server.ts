import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { economicsPage } from '$lib/server/ventures/economics-page.ts';
import { getOwnVenture, getVentureRun, ventureRuns } from '$lib/server/ventures/own.ts';
import type { PageServerLoad } from './$types';

/** Two runs of one product side by side: those that were asked for, else the two latest, the earlier one first. */
export const load: PageServerLoad = async (event) => {
  const user = requireUser(event, 'founder');
  const { venture: id } = event.params;
  const venture = await getOwnVenture(id, user.id);
  const runs = await ventureRuns(user.id, id);
  const asked = event.url.searchParams;
  const [b, a] = [asked.get('b') ?? runs[0]?.id, asked.get('a') ?? runs[1]?.id];
  if (!a || !b) error(404);
  const rows = await Promise.all([getVentureRun(a, id, user.id), getVentureRun(b, id, user.id)]);
  const [before, after] = await Promise.all(rows.map((row) => economicsPage(row, getLocale())));
  return {
    venture: { id, name: venture.name },
    before: before!,
    after: after!,
    choices: runs.map(({ id: run, updatedAt, setup }) => ({
      run,
      updatedAt,
      price: setup.goods[0]?.ownPrice ?? null,
    })),
  };
};
