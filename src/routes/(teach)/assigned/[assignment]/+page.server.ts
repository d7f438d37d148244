import { error, fail, redirect } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { assignedPage, beginAssigned } from '$lib/server/classes/homework.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is asked for, by when, how often one may try: said before the first click, not after it. */
export const load: PageServerLoad = async ({ params, locals, url }) => {
  const page = await assignedPage(requireUser({ locals, url }).id, params.assignment, getLocale());
  if (!page) error(404);
  if (page.homework.kind === 'course' && page.homework.href) redirect(303, page.homework.href);
  return page;
};

export const actions: Actions = {
  default: async (event) => {
    const begun = await beginAssigned(requireUser(event).id, event.params.assignment);
    if ('run' in begun) redirect(303, `/simulate/${begun.run}`);
    if (begun.problem === 'unknown') error(404);
    return fail(409, { problem: begun.problem });
  },
};
