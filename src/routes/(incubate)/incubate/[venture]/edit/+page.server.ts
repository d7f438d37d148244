import { fail, redirect } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { choicesFor, typedIn, typedOf } from '$lib/server/ventures/form.ts';
import { judgeVenture } from '$lib/server/ventures/judge.ts';
import { changeVenture, getOwnVenture } from '$lib/server/ventures/own.ts';
import { countries, ventureOf } from '$lib/server/ventures/play.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const user = requireUser(event, 'founder');
  const row = await getOwnVenture(event.params.venture, user.id);
  return { id: row.id, name: row.name, kept: typedOf(ventureOf(row)), choices: choicesFor(getLocale()) };
};

export const actions: Actions = {
  default: async (event) => {
    const user = requireUser(event, 'founder');
    const { venture: id } = event.params;
    await getOwnVenture(id, user.id);
    const typed = typedIn(await event.request.formData());
    const judged = judgeVenture(typed, countries());
    if (!judged.ok) return fail(400, { typed, complaints: judged.complaints });
    await changeVenture(id, user.id, judged.value);
    redirect(303, `/incubate/${id}?saved`);
  },
};
