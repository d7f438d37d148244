import { redirect } from '@sveltejs/kit';
import { findClassByCode } from '$lib/server/accounts/class-codes.ts';
import { pageAfterSignIn } from '$lib/server/accounts/require-user.ts';
import { joinClass, signUpWithCode } from '$lib/server/accounts/sign-up.ts';
import { addressOf, complain, enter, field, localeNow } from '../entry.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** `/join` asks for the code; `/join?code=DEMO24`, which the QR code of a class says, shows the class. */
export const load: PageServerLoad = async (event) => {
  const code = event.url.searchParams.get('code') ?? '';
  if (code === '') return { code, found: null, complaint: null };
  const judged = await findClassByCode(code, addressOf(event));
  if (!judged.ok) return { code, found: null, complaint: judged.complaint };
  const { name, organizationName, joinCode } = judged.value;
  return { code: joinCode, found: { name, organizationName }, complaint: null };
};

export const actions: Actions = {
  /** Somebody who is signed in enters the class. */
  join: async (event) => {
    const form = await event.request.formData();
    const code = field(form, 'code');
    const { user } = event.locals;
    if (!user) redirect(303, `/sign-in?to=${encodeURIComponent(`/join?code=${code}`)}`);
    const joined = await joinClass(user, code, addressOf(event));
    if (!joined.ok) return complain(joined.complaint, { username: '', name: '' });
    return { joined: joined.value.name };
  },

  /** Somebody new makes an account, enters the class and is signed in. */
  create: async (event) => {
    const form = await event.request.formData();
    const typed = { username: field(form, 'username'), name: field(form, 'name') };
    const password = field(form, 'password');
    const application = { ...typed, password, locale: localeNow(), address: addressOf(event) };
    const made = await signUpWithCode(application, field(form, 'code'));
    if (!made.ok) return complain(made.complaint, typed);
    const entered = await enter(event, typed.username, password);
    if (!entered.ok) return complain(entered.complaint, typed);
    redirect(303, pageAfterSignIn(null, 'student'));
  },
};
