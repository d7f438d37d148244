import type { Locale } from '../../i18n/text.ts';
import type { Library } from './library.ts';
import type { Regulation } from './schemas.ts';

/** How sure we are of a source: null is fact, `?` is shown as illustrative, `P` as our own model. */
export type Mark = '?' | 'P' | null;

/** One rule as a page shows it. */
export interface Citation {
  /** As it was cited: `gacc-2018-194` or `gacc-2018-194#summary-by-15th`. */
  id: string;
  title: string;
  number: string;
  issuer: string;
  /** What the cited point says, in our own words; empty when the whole text is cited. */
  text: string;
  mark: Mark;
  href: string;
}

/** The weakest of a list of confidence tags (`S31+K`) as the mark that a reader sees. */
export function markOf(tag: string): Mark {
  const tags = tag.split('+').map((part) => part.trim());
  if (tags.includes('?')) return '?';
  return tags.includes('P') ? 'P' : null;
}

/** The official number, or the title where there is none. */
export function numberOf(regulation: Regulation, locale: Locale): string {
  return regulation.number ?? regulation.title[locale];
}

/** Whether a citation names a regulation, and a point of it, that the library has. */
export function isKnownCitation(library: Library, id: string): boolean {
  const [name = '', point] = id.split('#');
  const regulation = library.regulations.get(name)?.value;
  return regulation !== undefined && (point === undefined || regulation.points.some((p) => p.id === point));
}

/** The rule behind a citation. An unknown id is shown as itself; the content check complains about it. */
export function citationIn(library: Library, locale: Locale, id: string): Citation {
  const [name = '', pointId] = id.split('#');
  const regulation = library.regulations.get(name)?.value;
  if (!regulation) return { id, title: id, number: id, issuer: '', text: '', mark: null, href: '/regulations' };
  const point = regulation.points.find((p) => p.id === pointId);
  return {
    id,
    title: regulation.title[locale],
    number: numberOf(regulation, locale),
    issuer: regulation.issuer[locale],
    text: point?.text[locale] ?? '',
    mark: markOf(point?.tag ?? regulation.tag),
    href: `/regulations/${name}${point ? `#${point.id}` : ''}`,
  };
}
