import type { Locale } from '../../i18n/text.ts';
import { citation, library } from '../library/index.ts';

/** A term of the glossary. */
export interface TermLine {
  id: string;
  term: string;
  /** The term in the other language: most readers look for one by the other. */
  other: string;
  text: string;
  cites: { short: string; href: string }[];
  see: { term: string; href: string }[];
  /** Everything that the search looks through, in lower case. */
  search: string;
}

/** The whole glossary, sorted as its language sorts. */
export function glossaryLines(locale: Locale): TermLine[] {
  const { glossary } = library();
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  const lines = [...glossary].map(([id, { value: entry }]): TermLine => {
    const also = [...(entry.also?.['zh-CN'] ?? []), ...(entry.also?.en ?? [])];
    return {
      id,
      term: entry.term[locale],
      other: entry.term[other],
      text: entry.text[locale],
      cites: entry.cites.map((cite) => {
        const { short, href } = citation(locale, cite);
        return { short, href };
      }),
      see: entry.see.flatMap((seen) => {
        const term = glossary.get(seen)?.value.term[locale];
        return term === undefined ? [] : [{ term, href: `#${seen}` }];
      }),
      search: [entry.term['zh-CN'], entry.term.en, ...also, entry.text[locale]].join(' ').toLowerCase(),
    };
  });
  const collator = new Intl.Collator(locale === 'en' ? 'en' : 'zh-Hans-CN-u-co-pinyin', { numeric: true });
  return lines.sort((a, b) => collator.compare(a.term, b.term));
}
