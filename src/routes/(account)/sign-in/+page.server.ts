import { redirect } from '@sveltejs/kit';
import { pageAfterSignIn } from '$lib/server/accounts/require-user.ts';
import { findSignedIn } from '$lib/server/accounts/sessions.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '$lib/server/demo/people.ts';
import { complain, enter, field } from '../entry.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** One of each role is enough to look around. */
const SHOWN = ['student1', 'student2', 'teacher', 'founder', 'officer', 'admin'];

export const load: PageServerLoad = ({ locals, url }) => {
  const wanted = url.searchParams.has('to');
  const onward = locals.user ? pageAfterSignIn(url.searchParams.get('to'), locals.user.role) : null;
  // Who comes here on purpose while signed in wants to be somebody else.
  if (onward !== null && wanted) redirect(303, onward);
  const accounts = DEMO_ACCOUNTS.filter(({ username }) => SHOWN.includes(username));
  return {
    wanted,
    onward,
    signedOut: url.searchParams.has('signed-out'),
    demoAccounts: locals.demo ? accounts.map(({ username, name, role }) => ({ username, name, role })) : [],
    demoPassword: locals.demo ? DEMO_PASSWORD : '',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const username = field(form, 'username');
    const entered = await enter(event, username, field(form, 'password'));
    if (!entered.ok) return complain(entered.complaint, { username });
    const found = await findSignedIn(entered.value.sessionId);
    if (!found) throw new Error('a session that was just made is void');
    redirect(303, pageAfterSignIn(event.url.searchParams.get('to'), found.user.role));
  },
};
