import { fail, redirect } from '@sveltejs/kit';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { addVentures } from '$lib/server/ventures/own.ts';
import { readPaste } from '$lib/server/ventures/paste.ts';
import { countries } from '$lib/server/ventures/play.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireUser(event, 'founder');
  return {};
};

export const actions: Actions = {
  default: async (event) => {
    const user = requireUser(event, 'founder');
    const form = await event.request.formData();
    const text = String(form.get('table') ?? '');
    const { report, ventures } = readPaste(text, countries());
    if (report.problem) return fail(400, { text, report, full: false });
    const added = await addVentures(user.id, ventures);
    if (!added) return fail(400, { text, report, full: true });
    redirect(303, `/incubate?added=${added.length}`);
  },
};
