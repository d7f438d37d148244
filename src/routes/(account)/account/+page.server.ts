import { redirect } from '@sveltejs/kit';
import { audit } from '$lib/server/accounts/audit.ts';
import { erasePersonCookies, writeDeviceCookie, writeSessionCookie } from '$lib/server/accounts/cookies.ts';
import { judgeLocale, judgeTheme } from '$lib/server/accounts/judge.ts';
import {
  changePassword,
  changeProfile,
  getOrganizationName,
  signOutEverywhere,
} from '$lib/server/accounts/own-account.ts';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { endOwnSession, endSession, listSessions } from '$lib/server/accounts/sessions.ts';
import { listOwnClasses } from '$lib/server/accounts/sign-up.ts';
import { addressOf, complain, deviceOf, field, writeAppearance } from '../entry.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const user = requireUser(event);
  const [organization, sessions, classes] = await Promise.all([
    getOrganizationName(user.organizationId),
    listSessions(user.id, event.locals.sessionId),
    listOwnClasses(user.id),
  ]);
  const { username, name, role, locale, theme } = user;
  return { profile: { username, name, role, locale, theme }, organization, sessions, classes };
};

export const actions: Actions = {
  save: async (event) => {
    const user = requireUser(event);
    const form = await event.request.formData();
    const typed = { name: field(form, 'name') };
    const locale = judgeLocale(field(form, 'locale'));
    if (!locale.ok) return complain(locale.complaint, typed);
    const theme = judgeTheme(field(form, 'theme'));
    if (!theme.ok) return complain(theme.complaint, typed);
    const saved = await changeProfile(user.id, { ...typed, locale: locale.value, theme: theme.value });
    if (!saved.ok) return complain(saved.complaint, typed);
    writeAppearance(event, locale.value, theme.value);
    // A new page, so that it is in the language that was just chosen.
    redirect(303, '/account?saved');
  },

  password: async (event) => {
    const user = requireUser(event);
    const form = await event.request.formData();
    const changed = await changePassword(user, {
      present: field(form, 'present'),
      next: field(form, 'next'),
      address: addressOf(event),
      device: deviceOf(event.request),
    });
    if (!changed.ok) return complain(changed.complaint, { name: user.name });
    const { cookies, url } = event;
    writeSessionCookie(cookies, url, changed.value.sessionId);
    writeDeviceCookie(cookies, url, changed.value.deviceToken);
    redirect(303, '/account?password-changed');
  },

  endSession: async (event) => {
    const user = requireUser(event);
    const form = await event.request.formData();
    await endOwnSession(user.id, field(form, 'key'));
    redirect(303, '/account?session-ended');
  },

  signOut: async (event) => {
    const { locals, cookies, url } = event;
    const { user, sessionId } = locals;
    if (sessionId !== null) await endSession(sessionId);
    if (user) {
      const { id, organizationId } = user;
      const line = { organizationId, actorId: id, subjectId: id, address: addressOf(event) };
      await audit({ action: 'signedOut', ...line });
    }
    erasePersonCookies(cookies, url);
    redirect(303, '/sign-in?signed-out');
  },

  signOutEverywhere: async (event) => {
    await signOutEverywhere(requireUser(event), addressOf(event));
    erasePersonCookies(event.cookies, event.url);
    redirect(303, '/sign-in?signed-out');
  },
};
