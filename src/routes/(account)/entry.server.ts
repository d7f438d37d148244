import { fail } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { getLocale, cookieName, isLocale } from '$lib/paraglide/runtime.js';
import { themeCookie } from '$lib/ui/appearance.ts';
import {
  readDeviceCookie,
  writeDeviceCookie,
  writeOpenCookie,
  writeSessionCookie,
} from '$lib/server/accounts/cookies.ts';
import type { Complaint } from '$lib/server/accounts/judge.ts';
import { endSession } from '$lib/server/accounts/sessions.ts';
import { signIn } from '$lib/server/accounts/sign-in.ts';
import type { SignedInNow } from '$lib/server/accounts/sign-in.ts';
import type { Locale, Theme } from '$lib/server/db/schema/index.ts';

/** One text field of a form; files and absent fields are the empty text. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The caller's address. A proxy that is configured but silent makes Kit throw: then nobody is known. */
export function addressOf(event: Pick<RequestEvent, 'getClientAddress'>): string {
  try {
    return event.getClientAddress();
  } catch {
    return 'unknown';
  }
}

/** How the person will recognize the device. */
export function deviceOf(request: Request): string {
  return request.headers.get('user-agent') ?? '';
}

/** A form that comes back with what was typed (never the password) and what is wrong. */
export function complain<T extends Record<string, string>>(complaint: Complaint, typed: T) {
  return fail(complaint.problem === 'tooManyAttempts' ? 429 : 400, { complaint, typed });
}

/**
 * Signs in with what was typed and writes the cookies, language and theme of the person too. A language that a
 * visitor chose on this device stays: signing out takes it away, so it is nobody else's.
 */
export async function enter(event: RequestEvent, username: string, password: string) {
  const entered = await signIn({
    username,
    password,
    address: addressOf(event),
    device: deviceOf(event.request),
    knownAs: readDeviceCookie(event.cookies),
  });
  if (!entered.ok) return entered;
  // Whoever was signed in here before is so no longer.
  if (event.locals.sessionId !== null) await endSession(event.locals.sessionId);
  leaveCookies(event, entered.value);
  return entered;
}

function leaveCookies({ cookies, locals, url }: RequestEvent, entered: SignedInNow): void {
  writeSessionCookie(cookies, url, entered.sessionId);
  writeDeviceCookie(cookies, url, entered.deviceToken);
  const here = locals.user === null ? cookies.get(cookieName) : undefined;
  writeAppearance({ cookies, url }, isLocale(here) ? here : entered.locale, entered.theme);
}

/** The look that a person has chosen, on this device. */
export function writeAppearance(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  locale: Locale,
  theme: Theme,
): void {
  writeOpenCookie(cookies, url, cookieName, locale);
  writeOpenCookie(cookies, url, themeCookie, theme);
}

/** The language of the visit, as the schema of accounts names it. */
export function localeNow(): Locale {
  return getLocale();
}
