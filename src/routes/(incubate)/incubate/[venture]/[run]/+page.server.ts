import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { economicsPage } from '$lib/server/ventures/economics-page.ts';
import { getOwnVenture, getVentureRun, ventureRuns } from '$lib/server/ventures/own.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const user = requireUser(event, 'founder');
  const { venture: id, run } = event.params;
  const venture = await getOwnVenture(id, user.id);
  const row = await getVentureRun(run, id, user.id);
  const others = await ventureRuns(user.id, id);
  return {
    venture: { id, name: venture.name },
    page: await economicsPage(row, getLocale()),
    others: others.filter((other) => other.id !== run).map((other) => other.id),
  };
};
