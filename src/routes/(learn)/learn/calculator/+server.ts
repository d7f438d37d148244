import { error, json } from '@sveltejs/kit';
import { findCalculatorView } from '$lib/server/learning/calculators/index.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { LOCALES } from '$lib/i18n/text.ts';
import type { RequestHandler } from './$types';

/** What a calculator of a lesson answers while somebody types. Reads nothing and keeps nothing. */
export const GET: RequestHandler = ({ url, setHeaders }) => {
  const asked = url.searchParams.get('in');
  const locale = LOCALES.find((known) => known === asked) ?? getLocale();
  const view = findCalculatorView(url.searchParams.get('kind') ?? '', {}, url.searchParams, locale);
  if (!view) error(404);
  setHeaders({ 'cache-control': 'no-store' });
  return json(view);
};
