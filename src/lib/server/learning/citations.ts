import type { Locale } from '../../i18n/text.ts';
import type { ChipView, CitationView, SourceView, TermChip, TermView } from '../../lesson/view.ts';
import { citation, library } from '../library/index.ts';
import { isKnownCitation } from '../library/citation.ts';

/** Chips for some citations, each once. A lesson has dozens; what they say is fetched by `findCitationView`. */
export function chipViews(ids: Iterable<string>, locale: Locale): Record<string, ChipView> {
  const views: Record<string, ChipView> = {};
  for (const id of new Set(ids)) {
    const { short, href } = citation(locale, id);
    views[id] = { id, short, href };
  }
  return views;
}

/** What a cited rule says; null when there is no such rule. */
export function findCitationView(id: string, locale: Locale): CitationView | null {
  if (!isKnownCitation(library(), id)) return null;
  const { issuer: _, ...view } = citation(locale, id);
  return view;
}

/** The texts of law behind some citations, each once, in the order of their first use. */
export function sourceViews(ids: readonly string[], locale: Locale): SourceView[] {
  const names = new Set(ids.map((id) => id.split('#')[0] ?? id));
  return [...names].map((name) => {
    const { id, title, number, mark, href } = citation(locale, name);
    return { id, title, number, mark, href };
  });
}

/** Terms of the glossary as a text shows them. */
export function termChips(ids: Iterable<string>, locale: Locale): Record<string, TermChip> {
  const chips: Record<string, TermChip> = {};
  for (const id of new Set(ids)) {
    const view = findTermView(id, locale);
    if (view) chips[id] = { id, term: view.term, href: view.href };
  }
  return chips;
}

/** What a term means; null when the glossary does not have it. */
export function findTermView(id: string, locale: Locale): TermView | null {
  const entry = library().glossary.get(id)?.value;
  return entry ? { id, term: entry.term[locale], text: entry.text[locale], href: `/glossary#${id}` } : null;
}
