import { fail, redirect } from '@sveltejs/kit';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import {
  CLASS_NAME_LENGTH,
  createClass,
  judgeClassName,
  listTaughtClasses,
} from '$lib/server/classes/classes.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const user = requireUser(event, 'instructor', 'administrator');
  return { classes: await listTaughtClasses(user), nameLength: CLASS_NAME_LENGTH };
};

export const actions: Actions = {
  create: async (event) => {
    const user = requireUser(event, 'instructor', 'administrator');
    const typed = String((await event.request.formData()).get('name') ?? '');
    const name = judgeClassName(typed);
    if (name === null) return fail(400, { typed });
    const id = await createClass(user, name);
    redirect(303, `/teach/${id}/people`);
  },
};
