import { getLocale } from '$lib/paraglide/runtime.js';
import { regulationLines } from '$lib/server/learning/regulations.ts';
import type { PageServerLoad } from './$types';

/** `?q=` searches without JavaScript too. */
export const load: PageServerLoad = ({ url }) => {
  const q = (url.searchParams.get('q') ?? '').slice(0, 100).trim();
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const all = regulationLines(getLocale());
  const found = all.filter((line) => words.every((word) => line.search.includes(word)));
  // By who made it, the issuer that we lean on most first: people look for a text by its issuer.
  const groups = new Map<string, typeof found>();
  for (const line of found) groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  const sorted = [...groups.values()].sort((a, b) => b.length - a.length);
  return { q, total: all.length, groups: sorted.map((lines) => lines.map(({ search: _, ...line }) => line)) };
};
