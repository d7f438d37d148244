import { fail, redirect } from '@sveltejs/kit';
import { findRefundRate } from '$simulator/law/index.ts';
import { dayOf } from '$simulator/trade/time.ts';
import { pieceEconomics } from '$simulator/views/economics/piece.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { library } from '$lib/server/library/index.ts';
import { countryName } from '$lib/server/ventures/economics-page.ts';
import { addVentures, deleteVenture, getOwnVenture, ventureRuns } from '$lib/server/ventures/own.ts';
import { basesFor, INDICATIVE_RATE, playWith, ventureOf } from '$lib/server/ventures/play.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const user = requireUser(event, 'founder');
  const row = await getOwnVenture(event.params.venture, user.id);
  const venture = ventureOf(row);
  const locale = getLocale();
  const runs = await ventureRuns(user.id, row.id);
  return {
    id: row.id,
    venture,
    countries: venture.destinations.map((code) => countryName(code, locale)),
    piece: pieceEconomics(venture, INDICATIVE_RATE),
    rate: INDICATIVE_RATE,
    /** What the law of this house says of the code, where it has the line; today's. */
    lawRefund: findRefundRate(venture.hs, dayOf(Date.now()))?.value ?? null,
    bases: basesFor(locale),
    runs: runs.map(({ id, scenario, state, simulated, seq, updatedAt, setup }) => ({
      ...{ id, state, simulated, entries: seq, updatedAt },
      title: library().scenarios.get(scenario)?.value.title[locale] ?? scenario,
      price: setup.goods[0]?.ownPrice ?? null,
    })),
  };
};

export const actions: Actions = {
  play: async (event) => {
    const user = requireUser(event, 'founder');
    const row = await getOwnVenture(event.params.venture, user.id);
    const form = await event.request.formData();
    const run = await playWith(row, String(form.get('scenario')));
    if (run === null) return fail(404, { missing: true, full: false });
    redirect(303, `/simulate/${run}`);
  },
  duplicate: async (event) => {
    const user = requireUser(event, 'founder');
    const row = await getOwnVenture(event.params.venture, user.id);
    const added = await addVentures(user.id, [{ ...ventureOf(row), name: copyName(row.name) }]);
    if (!added) return fail(400, { missing: false, full: true });
    redirect(303, `/incubate/${added[0]}/edit`);
  },
  delete: async (event) => {
    const user = requireUser(event, 'founder');
    await deleteVenture(event.params.venture, user.id);
    redirect(303, '/incubate?deleted');
  },
};

/** "Kettle (2)"; a name that is full makes room for it. */
const copyName = (name: string): string => `${name.slice(0, 55)} (2)`;
