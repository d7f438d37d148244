import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { getVisibleClass } from '$lib/server/classes/access.ts';
import { gradebookOf } from '$lib/server/classes/gradebook.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const user = requireUser({ locals, url }, 'instructor', 'administrator');
  const { row } = await getVisibleClass(params.class, user);
  return { book: await gradebookOf(row.id, getLocale()), sort: url.searchParams.get('sort') ?? 'name' };
};
