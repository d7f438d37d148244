import { error, fail, redirect } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { getTaughtClass, getVisibleClass } from '$lib/server/classes/access.ts';
import {
  POLICY_DATES,
  assignmentsOf,
  changeDue,
  createAssignment,
  judgeAssignment,
  judgeDue,
  setWithdrawn,
} from '$lib/server/classes/assignments.ts';
import { targetsFor, titleOf } from '$lib/server/classes/targets.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const user = requireUser({ locals, url }, 'instructor', 'administrator');
  const { row } = await getVisibleClass(params.class, user);
  const locale = getLocale();
  const assigned = await assignmentsOf(row.id, locale, true);
  return {
    targets: targetsFor(locale),
    policyDates: POLICY_DATES,
    // The seed stays on the server.
    assigned: assigned.map(({ seed: _seed, ...rest }) => ({
      ...rest,
      targetTitle: titleOf(rest.kind, rest.target, locale),
    })),
  };
};

const classOf = (event: RequestEvent) =>
  getTaughtClass(event.params.class, requireUser(event, 'instructor', 'administrator'));

export const actions: Actions = {
  assign: async (event) => {
    const row = await classOf(event);
    if (row.archivedAt) return fail(409, { archived: true });
    const form = await event.request.formData();
    const field = (name: string): string => String(form.get(name) ?? '');
    const judged = judgeAssignment(field);
    if (!judged.ok) {
      const typed = Object.fromEntries(
        ['target', 'title', 'due', 'attempts', 'seedMode', 'policyDate', 'difficulty'].map((name) => [
          name,
          field(name),
        ]),
      );
      return fail(400, { complaints: judged.complaints, typed });
    }
    await createAssignment(row, requireUser(event), judged.value);
    redirect(303, `/teach/${row.id}/assignments`);
  },

  due: async (event) => {
    const row = await classOf(event);
    const form = await event.request.formData();
    const dueAt = judgeDue(String(form.get('due') ?? ''));
    const id = String(form.get('assignment'));
    if (dueAt === undefined) return fail(400, { dueOf: id });
    if (!(await changeDue(row, id, dueAt))) error(404);
    return { saved: true };
  },

  withdraw: (event) => withdraw(event, true),
  restore: (event) => withdraw(event, false),
};

async function withdraw(event: RequestEvent, withdrawn: boolean) {
  const row = await classOf(event);
  const form = await event.request.formData();
  if (!(await setWithdrawn(row, String(form.get('assignment')), withdrawn))) error(404);
  return { saved: true };
}
