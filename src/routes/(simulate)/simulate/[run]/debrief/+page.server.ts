import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { getVisibleRun } from '$lib/server/runs/access.ts';
import { debriefPage } from '$lib/server/runs/debrief-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const user = requireUser({ locals, url });
  return { debrief: await debriefPage(await getVisibleRun(params.run, user), getLocale()) };
};
