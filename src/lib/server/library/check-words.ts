import type { ContentError } from './errors.ts';
import type { Library } from './library.ts';
import { FORMAT_NAMES } from './words.ts';

/** Both languages must fill in the same parameters, in formats that exist. */
export function checkWords(library: Library): ContentError[] {
  const errors: ContentError[] = [];
  for (const [namespace, codes] of library.words) {
    for (const [code, { value, file, lineOf }] of codes) {
      const zh = placesIn(value['zh-CN']);
      const en = placesIn(value.en);
      const [namesHere, namesThere] = [zh, en].map((places) =>
        [...new Set(places.map(({ name }) => name))].sort().join(' '),
      );
      const line = lineOf([code]);
      if (namesHere !== namesThere) {
        const params = { code, expected: namesHere ?? '', found: namesThere ?? '' };
        errors.push({ file, line, code: 'localesDiffer', params });
      }
      for (const { format } of [...zh, ...en]) {
        const isKnown =
          !format || FORMAT_NAMES.includes(format) || library.words.has(format.replace(/^word:/, ''));
        if (!isKnown)
          errors.push({
            file,
            line,
            code: 'badShape',
            params: { at: `${namespace}.${code}`, detail: format },
          });
      }
    }
  }
  return errors;
}

function placesIn(words: unknown): { name: string; format: string }[] {
  const text = JSON.stringify(words);
  return [...text.matchAll(/\{(\w+)(?:\|([\w:-]+))?\}/g)].map(([, name = '', format = '']) => ({
    name,
    format,
  }));
}
