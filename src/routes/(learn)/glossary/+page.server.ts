import { getLocale } from '$lib/paraglide/runtime.js';
import { glossaryLines } from '$lib/server/learning/glossary.ts';
import type { PageServerLoad } from './$types';

/** `?q=` searches in both languages. */
export const load: PageServerLoad = ({ url }) => {
  const q = (url.searchParams.get('q') ?? '').slice(0, 100).trim();
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const all = glossaryLines(getLocale());
  const found = all.filter((line) => words.every((word) => line.search.includes(word)));
  return { q, total: all.length, terms: found.map(({ search: _, ...line }) => line) };
};
