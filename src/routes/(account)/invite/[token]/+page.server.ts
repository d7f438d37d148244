import { redirect } from '@sveltejs/kit';
import { findInvite } from '$lib/server/accounts/invites.ts';
import { pageAfterSignIn } from '$lib/server/accounts/require-user.ts';
import { findSignedIn } from '$lib/server/accounts/sessions.ts';
import { signUpWithInvite } from '$lib/server/accounts/sign-up.ts';
import { addressOf, complain, enter, field, localeNow } from '../../entry.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link uses nothing up: a chat program that looks at it first must not spend it. */
export const load: PageServerLoad = async ({ params }) => {
  const found = await findInvite(params.token);
  return { invite: found && { organizationName: found.organizationName, role: found.role } };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const typed = { username: field(form, 'username'), name: field(form, 'name') };
    const password = field(form, 'password');
    const application = { ...typed, password, locale: localeNow(), address: addressOf(event) };
    const made = await signUpWithInvite(application, event.params.token);
    if (!made.ok) return complain(made.complaint, typed);
    const entered = await enter(event, typed.username, password);
    if (!entered.ok) return complain(entered.complaint, typed);
    const found = await findSignedIn(entered.value.sessionId);
    redirect(303, pageAfterSignIn(null, found?.user.role ?? 'student'));
  },
};
