import { densityCookie, readAppearance } from '$lib/ui/appearance.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { LayoutServerLoad } from './$types';

/** What every page needs to draw its frame: who is here, in which language, and how it should look. */
export const load: LayoutServerLoad = ({ locals, cookies, url }) => {
  const appearance = readAppearance(cookies, url);
  // A link with `?stage` opens the projector for the whole visit, until the browser closes.
  if (url.searchParams.has('stage')) {
    const secure = url.protocol === 'https:';
    cookies.set(densityCookie, appearance.density, { path: '/', httpOnly: false, sameSite: 'lax', secure });
  }
  return { user: locals.user, demo: locals.demo, locale: getLocale(), ...appearance };
};
