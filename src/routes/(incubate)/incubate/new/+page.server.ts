import { fail, redirect } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { choicesFor, typedIn } from '$lib/server/ventures/form.ts';
import { judgeVenture } from '$lib/server/ventures/judge.ts';
import { addVentures } from '$lib/server/ventures/own.ts';
import { countries } from '$lib/server/ventures/play.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireUser(event, 'founder');
  return { choices: choicesFor(getLocale()) };
};

export const actions: Actions = {
  default: async (event) => {
    const user = requireUser(event, 'founder');
    const typed = typedIn(await event.request.formData());
    const judged = judgeVenture(typed, countries());
    if (!judged.ok) return fail(400, { typed, complaints: judged.complaints, full: false });
    const added = await addVentures(user.id, [judged.value]);
    if (!added) return fail(400, { typed, complaints: [], full: true });
    redirect(303, `/incubate/${added[0]}?saved`);
  },
};
