import { readAppearance } from '$lib/ui/appearance.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { LayoutServerLoad } from './$types';

/** What every page needs to draw its frame: who is here, in which language, and how it should look. */
export const load: LayoutServerLoad = ({ locals, cookies, url }) => ({
  user: locals.user,
  demo: locals.demo,
  locale: getLocale(),
  ...readAppearance(cookies, url),
});
