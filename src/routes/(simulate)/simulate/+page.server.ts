import { fail, redirect } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { library } from '$lib/server/library/index.ts';
import { runCards, scenarioCards } from '$lib/server/runs/list-page.ts';
import { beginRun } from '$lib/server/runs/play.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  scenarios: scenarioCards(getLocale()),
  runs: locals.user ? await runCards(locals.user.id, getLocale()) : [],
});

export const actions: Actions = {
  begin: async (event) => {
    const user = requireUser(event);
    const form = await event.request.formData();
    const scenario = library().scenarios.get(String(form.get('scenario')))?.value;
    if (!scenario) return fail(404, { missing: true });
    const id = await beginRun({ userId: user.id, scenario: scenario.id, setup: scenario.setup });
    redirect(303, `/simulate/${id}`);
  },
};
