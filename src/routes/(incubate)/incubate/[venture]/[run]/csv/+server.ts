import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { economicsCsv } from '$lib/server/ventures/economics-csv.ts';
import { economicsPage } from '$lib/server/ventures/economics-page.ts';
import { getVentureRun } from '$lib/server/ventures/own.ts';
import type { RequestHandler } from './$types';

/** The figures of one run as a table for a spreadsheet. */
export const GET: RequestHandler = async (event) => {
  const user = requireUser(event, 'founder');
  const { venture, run } = event.params;
  const row = await getVentureRun(run, venture, user.id);
  return new Response(economicsCsv(await economicsPage(row, getLocale())), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="dryport-${run.slice(0, 8)}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
};
