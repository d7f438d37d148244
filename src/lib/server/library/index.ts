import type { Locale } from '../../i18n/text.ts';
import { bundledContent } from './bundled.ts';
import { citationIn, type Citation } from './citation.ts';
import { readLibrary, type Library } from './library.ts';
import { wordsIn, type WordsFor } from './words.ts';

export type { Citation, Mark } from './citation.ts';
export type { Library } from './library.ts';
export type { Params, Wording, WordsFor } from './words.ts';

let held: Library | null = null;

/** Everything in `content/`, read once per process. Texts of lessons are rendered when first asked for. */
export function library(): Library {
  held ??= readLibrary(bundledContent);
  return held;
}

/** Words for the simulator's codes in one language: `wordsFor('zh-CN')('findings', finding.code, finding.params)`. */
export function wordsFor(locale: Locale): WordsFor {
  return wordsIn(library().words, locale);
}

/** The rule behind a citation id, as a page shows it. */
export function citation(locale: Locale, id: string): Citation {
  return citationIn(library(), locale, id);
}
