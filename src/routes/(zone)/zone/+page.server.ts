import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { isZone, zonePage } from '$lib/server/zone/page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireUser(event, 'officer', 'administrator');
  const asked = event.url.searchParams.get('zone');
  return { page: await zonePage(isZone(asked) ? asked : null, getLocale()) };
};
