import { redirect } from '@sveltejs/kit';
import { cookieName, isLocale } from '$lib/paraglide/runtime.js';
import { writeOpenCookie } from '$lib/server/accounts/cookies.ts';
import { changeLocale, changeTheme } from '$lib/server/accounts/own-account.ts';
import { densities, densityCookie, oneOf, themeCookie, themes } from '$lib/ui/appearance.ts';
import type { RequestHandler } from './$types';

/**
 * Keeps language, theme or density in a cookie and goes back. A plain form reaches it, so that both can be
 * switched without JavaScript. Language and theme also go to the account, or signing in elsewhere would undo
 * them; the projector belongs to the room one stands in. Unknown values change nothing.
 */
export const POST: RequestHandler = async ({ request, cookies, url, locals }) => {
  const form = await request.formData();
  const keep = (name: string, value: string) => writeOpenCookie(cookies, url, name, value);

  const locale = form.get('locale');
  const theme = oneOf(themes, form.get('theme'));
  const density = oneOf(densities, form.get('density'));
  if (isLocale(locale)) keep(cookieName, locale);
  if (theme) keep(themeCookie, theme);
  if (density) keep(densityCookie, density);
  if (locals.user && isLocale(locale)) await changeLocale(locals.user.id, locale);
  if (locals.user && theme) await changeTheme(locals.user.id, theme);

  redirect(303, pathOf(form.get('back'), url));
};

/** Only a path of ours, or anybody could send people away through us. */
function pathOf(back: FormDataEntryValue | null, url: URL): string {
  if (typeof back !== 'string' || !URL.canParse(back, url)) return '/';
  const there = new URL(back, url);
  // `/.//elsewhere` is of our origin, and its path alone would be read as another host.
  const ours = there.origin === url.origin && !there.pathname.startsWith('//');
  return ours ? there.pathname + there.search : '/';
}
