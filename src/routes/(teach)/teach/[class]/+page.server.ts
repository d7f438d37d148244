import { requireUser } from '$lib/server/accounts/require-user.ts';
import { getVisibleClass } from '$lib/server/classes/access.ts';
import { assignmentsOf } from '$lib/server/classes/assignments.ts';
import { boardOf } from '$lib/server/classes/board.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const user = requireUser({ locals, url }, 'instructor', 'administrator');
  const { row } = await getVisibleClass(params.class, user);
  const assigned = await assignmentsOf(row.id, getLocale());
  const current = assigned.find(({ id }) => id === url.searchParams.get('assignment')) ?? assigned[0] ?? null;
  return {
    assigned: assigned.map(({ id, title, kind, dueAt }) => ({ id, title, kind, dueAt })),
    current: current?.id ?? null,
    board: current ? await boardOf(current, getLocale()) : null,
  };
};
