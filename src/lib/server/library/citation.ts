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
  /** What the chip in a text says: `总署 2018-194`, `GACC 2018-194`. */
  short: string;
  /** The official number, in Chinese where it is a Chinese text. */
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

/** Issuers as people of the trade abbreviate them in front of a year and a number. */
const SHORT_ISSUERS: Record<string, string> = {
  海关总署: '总署',
  国家税务总局: '税总',
  '财政部 税务总局': '财税',
  '财政部 海关总署 税务总局': '财政部等',
  '商务部 海关总署': '商务部等',
  国家税务总局等五部门: '税总等',
};

/** A name short enough to stand in the middle of a sentence. */
export function shortNameOf(regulation: Regulation, locale: Locale): string {
  if (regulation.short) return regulation.short[locale];
  const number = numberOf(regulation, locale);
  if (locale === 'zh-CN') {
    const [, issuer = '', year, no] = /^(.*?)公告(\d{4})年第(\d+)号$/.exec(number) ?? [];
    return year ? `${SHORT_ISSUERS[issuer] ?? issuer} ${year}-${no}` : number.replace(/[（(].*[）)]$/, '');
  }
  if (/^[\x20-\x7e£]+$/.test(number)) return number;
  const [, issuers = '', rest = ''] =
    /^([a-z]+(?:-[a-z]+)*?)-(decree-\d+|\d{4}-[\da-z]+)(?:-return)?$/.exec(regulation.id) ?? [];
  if (!issuers) return regulation.title.en.replace(/ \(.*\)$| of the People's Republic of China$/g, '');
  return `${issuers.toUpperCase().replaceAll('-', '+')} ${rest.replace('decree-', 'Decree ')}`;
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
  if (!regulation)
    return { id, title: id, short: id, number: id, issuer: '', text: '', mark: null, href: '/regulations' };
  const point = regulation.points.find((p) => p.id === pointId);
  return {
    id,
    title: regulation.title[locale],
    short: shortNameOf(regulation, locale),
    number: numberOf(regulation, locale),
    issuer: regulation.issuer[locale],
    text: point?.text[locale] ?? '',
    mark: markOf(point?.tag ?? regulation.tag),
    href: `/regulations/${name}${point ? `#${point.id}` : ''}`,
  };
}
