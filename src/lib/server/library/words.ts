import { date, datetime, days, kilograms, money, percent, rate } from './formats.ts';
import type { Words } from './schemas.ts';
import type { Locale } from '../../i18n/text.ts';

export type Params = Record<string, string | number>;

export interface Wording {
  title: string;
  text: string;
  /** What would satisfy the rule or mend the matter. */
  remedy: string;
  /** Further keys that a room gave its codes, filled in the same way. */
  more: Record<string, unknown>;
}

/** Looks a code up; an unknown code is shown as itself, so that nobody sees an empty place. */
export type WordsFor = (namespace: string, code: string, params?: Params) => Wording;

/** namespace → code → words; `findings-customs.yaml` belongs to the namespace `findings`. */
export type WordBook = ReadonlyMap<string, ReadonlyMap<string, { value: Words }>>;

/** `findings-customs.yaml` → `findings`; hyphens inside a namespace are therefore not possible. */
export function namespaceOf(fileName: string): string {
  return fileName.replace(/\.yaml$/, '').split('-')[0] ?? fileName;
}

export function hasWords(book: WordBook, namespace: string, code: string): boolean {
  return book.get(namespace)?.has(code) ?? false;
}

/** The words of one language, ready to be asked. */
export function wordsIn(book: WordBook, locale: Locale): WordsFor {
  const wordsFor: WordsFor = (namespace, code, params = {}) => {
    const words = book.get(namespace)?.get(code)?.value[locale];
    if (!words) return { title: code, text: '', remedy: '', more: {} };
    const { title, text = '', remedy = '', ...more } = words as Record<string, unknown>;
    const fill = (value: unknown): unknown => filled(value, params, wordsFor);
    return {
      title: String(fill(title)),
      text: String(fill(text)),
      remedy: String(fill(remedy)),
      more: fill(more) as Record<string, unknown>,
    };
  };
  return wordsFor;
}

/** Fills `{name}` and `{name|format}` in every string of a value. */
function filled(value: unknown, params: Params, wordsFor: WordsFor): unknown {
  if (typeof value === 'string') {
    return value.replace(/\{(\w+)(?:\|([\w:-]+))?\}/g, (whole, name: string, format?: string) => {
      const param = params[name];
      return param === undefined ? whole : formatted(param, format, wordsFor);
    });
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, params, wordsFor));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([k, item]) => [k, filled(item, params, wordsFor)]));
  }
  return value;
}

/** Formats that need a number, by the name that stands after the bar. */
const FORMATS: Record<string, (value: number) => string> = {
  cny: (fen) => money(fen, '¥'),
  usd: (cents) => money(cents, 'US$'),
  eur: (cents) => money(cents, '€'),
  date,
  datetime,
  days,
  pct: percent,
  kg: kilograms,
  rate,
};

export const FORMAT_NAMES: readonly string[] = Object.keys(FORMATS);

function formatted(value: string | number, format: string | undefined, wordsFor: WordsFor): string {
  if (!format) return String(value);
  if (format.startsWith('word:')) return wordsFor(format.slice('word:'.length), String(value)).title;
  const write = FORMATS[format];
  const number = Number(value);
  return write && Number.isFinite(number) ? write(number) : String(value);
}
