import { fail, redirect } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { assignmentsFor, beginAssigned } from '$lib/server/classes/homework.ts';
import { library } from '$lib/server/library/index.ts';
import { runCards, scenarioCards } from '$lib/server/runs/list-page.ts';
import { beginRun } from '$lib/server/runs/play.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  scenarios: scenarioCards(getLocale()),
  runs: locals.user ? await runCards(locals.user.id, getLocale()) : [],
  homework: locals.user
    ? (await assignmentsFor(locals.user.id, getLocale())).filter(({ kind }) => kind === 'scenario')
    : [],
});

export const actions: Actions = {
  begin: async (event) => {
    const user = requireUser(event);
    const form = await event.request.formData();
    const assignment = form.get('assignment');
    if (assignment !== null) {
      const begun = await beginAssigned(user.id, String(assignment));
      if ('run' in begun) redirect(303, `/simulate/${begun.run}`);
      return fail(begun.problem === 'unknown' ? 404 : 409, { missing: true });
    }
    const scenario = library().scenarios.get(String(form.get('scenario')))?.value;
    if (!scenario) return fail(404, { missing: true });
    const id = await beginRun({ userId: user.id, scenario: scenario.id, setup: scenario.setup });
    redirect(303, `/simulate/${id}`);
  },
};
