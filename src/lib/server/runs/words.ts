import type { Finding } from '$simulator/kernel/index.ts';
import { findCode } from '$simulator/messages/index.ts';
import type { Cite, ShownFinding } from '$lib/desk/view.ts';
import type { Locale } from '../../i18n/text.ts';
import { citation, library, wordsFor, type Params, type Wording } from '../library/index.ts';
import { hasWords } from '../library/words.ts';

/** The words of one language for everything that the desk names. */
export interface Speaker {
  locale: Locale;
  /** The first key that has words; if none has, the last key itself. */
  say(namespace: string | readonly string[], keys: readonly string[], params?: Params): Wording;
  /** A state of a machine by its path: `clearance.paid`. */
  state(definition: string, path: string): Wording;
  move(definition: string, move: string): Wording;
  office(id: string): Wording;
  finding(finding: Finding): ShownFinding;
  cites(ids: readonly string[]): Cite[];
  /** The word of a receipt's status: 399 → 海关审结. */
  status(type: string, status: string): string;
}

const last = (path: string, by = '.'): string => path.slice(path.lastIndexOf(by) + 1);

export function speakerFor(locale: Locale): Speaker {
  const words = wordsFor(locale);
  const book = library().words;
  const cite = (id: string): Cite => {
    const { short, title, text, href, mark } = citation(locale, id);
    return { id, short, title, text, href, mark };
  };
  const say: Speaker['say'] = (namespaces, keys, params) => {
    for (const namespace of typeof namespaces === 'string' ? [namespaces] : namespaces) {
      const known = keys.find((key) => hasWords(book, namespace, key));
      if (known !== undefined) return words(namespace, known, params);
    }
    return { title: keys.at(-1) ?? '', text: '', remedy: '', more: {} };
  };
  return {
    locale,
    say,
    state: (definition, path) =>
      say('states', [`${definition}.${path}`, `${definition}.${last(path)}`, last(path)]),
    move: (definition, move) => say('moves', [`${definition}.${move}`, move]),
    office: (id) => say('offices', [id]),
    finding: ({ code, params, cites, at }) => {
      const { title, text, remedy } = words('findings', code, params);
      return { code, title, text, remedy, at: at ?? '', cites: cites.map(cite) };
    },
    cites: (ids) => [...new Set(ids)].map(cite),
    status: (type, status) => {
      const { title } = say('receipts', [`${type}.${status}`]);
      if (title !== `${type}.${status}`) return title;
      const known = findCode('returnStatus', status);
      return known ? (locale === 'en' ? known.en : known.zh) : '';
    },
  };
}
