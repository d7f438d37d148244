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
  // "?/save" names a form action: one comes back to the page, and does not do it a second time.
  const back = url.pathname + (url.search.startsWith('?/') ? '' : url.search);
  if (!locals.user) redirect(303, `/sign-in?to=${encodeURIComponent(back)}`);
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
  // "/.//evil" is of our origin, and its path alone would be read as another host.
  const stays = url.origin === inside && !url.pathname.startsWith('//');
  return stays ? url.pathname + url.search : FIRST_PAGE[role];
}
