import { error, redirect } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';
import type { Role } from '../db/schema/index.ts';
import type { SignedIn } from './sessions.ts';

/**
 * The person behind a request, for `load`, form actions and endpoints. A visitor is sent to sign in and comes
 * back to where they wanted to go; somebody in another role gets 403.
 * @param roles who may; nobody named means everybody who is signed in
 */
export function requireUser(event: { locals: App.Locals; url: URL }, ...roles: Role[]): SignedIn {
  const { locals, url } = event;
  if (!locals.user) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
  if (roles.length > 0 && !roles.includes(locals.user.role)) error(403, m.account_not_for_your_role());
  return locals.user;
}

/** Where each role begins. */
const FIRST_PAGE: Record<Role, string> = {
  student: '/learn',
  instructor: '/teach',
  founder: '/incubate',
  officer: '/zone',
  administrator: '/admin',
};

/** Where to go after sign-in: `to` when it is a path of this site, else the first page of the role. */
export function pageAfterSignIn(to: string | null, role: Role): string {
  // "//evil" and "/\evil" are other sites to a browser; resolving and comparing settles every such trick.
  const inside = 'http://inside.invalid';
  if (to === null || !to.startsWith('/') || !URL.canParse(to, inside)) return FIRST_PAGE[role];
  const url = new URL(to, inside);
  return url.origin === inside ? url.pathname + url.search : FIRST_PAGE[role];
}
