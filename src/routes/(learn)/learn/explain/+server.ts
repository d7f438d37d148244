import { error, json } from '@sveltejs/kit';
import { LOCALES } from '$lib/i18n/text.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { findCitationView, findTermView } from '$lib/server/learning/citations.ts';
import type { RequestHandler } from './$types';

/** What a rule says (`?cite=`) or a term means (`?term=`), for the sheet beside a chip. */
export const GET: RequestHandler = ({ url, setHeaders }) => {
  const asked = url.searchParams.get('in');
  const locale = LOCALES.find((known) => known === asked) ?? getLocale();
  const [cite, term] = [url.searchParams.get('cite'), url.searchParams.get('term')];
  const view = cite === null ? findTermView(term ?? '', locale) : findCitationView(cite, locale);
  if (!view) error(404);
  setHeaders({ 'cache-control': 'private, max-age=3600' });
  return json(view);
};
