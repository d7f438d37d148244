import type { Cookies } from '@sveltejs/kit';
import { cookieName as localeCookie } from '$lib/paraglide/runtime.js';

/** Names and manners of the cookies of accounts. `url` says whether this visit is by https. */
const DAYS = 24 * 3600;

/** The browser takes a `__Host-` cookie only by https, from this very host, for all paths: nobody can plant one. */
const sessionName = (url: URL) => (url.protocol === 'https:' ? '__Host-dryport-session' : 'dryport_session');

const options = (url: URL, days: number) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  // Over http on a school's network a secure cookie would be thrown away.
  secure: url.protocol === 'https:',
  maxAge: days * DAYS,
});

/** The session id that the visitor brings, if any. */
export function readSessionCookie(cookies: Cookies, url: URL): string | null {
  return cookies.get(sessionName(url)) ?? null;
}

/** The server ends sessions earlier than this; the cookie only has to live as long. */
export function writeSessionCookie(cookies: Cookies, url: URL, sessionId: string): void {
  cookies.set(sessionName(url), sessionId, options(url, 30));
}

/** The session, and the language that came with the person: the next one at this device may have another. */
export function erasePersonCookies(cookies: Cookies, url: URL): void {
  cookies.delete(sessionName(url), options(url, 0));
  cookies.delete(localeCookie, openTo(url));
}

/** Browsers keep a cookie for no more than 400 days. */
const LONGEST = 400 * DAYS;

/** Scripts read these too; nothing secret, and over http on a school's network a secure cookie would be lost. */
const openTo = (url: URL) => ({
  path: '/',
  httpOnly: false,
  sameSite: 'lax' as const,
  secure: url.protocol === 'https:',
});

/** Keeps a choice of language, theme or density on the device, for pages and Paraglide to read. */
export function writeOpenCookie(cookies: Cookies, url: URL, name: string, value: string): void {
  cookies.set(name, value, { ...openTo(url), maxAge: LONGEST });
}

const DEVICE = 'dryport_device';

/** What a former sign-in left on this device (known-device.ts). */
export function readDeviceCookie(cookies: Cookies): string | undefined {
  return cookies.get(DEVICE);
}

export function writeDeviceCookie(cookies: Cookies, url: URL, token: string): void {
  cookies.set(DEVICE, token, options(url, 365));
}
