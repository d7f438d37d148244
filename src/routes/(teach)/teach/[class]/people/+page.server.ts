import { error, fail } from '@sveltejs/kit';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { getTaughtClass, getVisibleClass } from '$lib/server/classes/access.ts';
import {
  CLASS_NAME_LENGTH,
  instructorsOf,
  judgeClassName,
  removeStudent,
  renameClass,
  renewJoinCode,
  setArchived,
  studentsOf,
} from '$lib/server/classes/classes.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const user = requireUser({ locals, url }, 'instructor', 'administrator');
  const { row } = await getVisibleClass(params.class, user);
  const [students, instructors] = await Promise.all([studentsOf(row.id), instructorsOf(row.id)]);
  return {
    students,
    instructors: instructors.map(({ id, name }) => ({ id, name })),
    nameLength: CLASS_NAME_LENGTH,
  };
};

async function taught(event: RequestEvent) {
  const user = requireUser(event, 'instructor', 'administrator');
  return { user, row: await getTaughtClass(event.params.class, user), form: await event.request.formData() };
}

export const actions: Actions = {
  rename: async (event) => {
    const { user, row, form } = await taught(event);
    const typed = String(form.get('name') ?? '');
    const name = judgeClassName(typed);
    if (name === null) return fail(400, { typed });
    await renameClass(row, user, name);
    return { done: 'renamed' as const };
  },
  code: async (event) => {
    const { user, row } = await taught(event);
    await renewJoinCode(row, user);
    return { done: 'newCode' as const };
  },
  archive: async (event) => {
    const { user, row } = await taught(event);
    await setArchived(row, user, true);
    return { done: 'archived' as const };
  },
  reopen: async (event) => {
    const { user, row } = await taught(event);
    await setArchived(row, user, false);
    return { done: 'reopened' as const };
  },
  remove: async (event) => {
    const { user, row, form } = await taught(event);
    if (!(await removeStudent(row, user, String(form.get('student'))))) error(404);
    return { done: 'removed' as const };
  },
};
