import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const FOLDER = 'content/words';
const LOCALES = ['zh-CN', 'en'];

/** What is said of one code in one language: title, text, remedy. A bare text is the title. */
type Parts = Record<string, unknown>;

function wordsIn(file: string): Record<string, Record<string, Parts>> {
  const source = parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, Record<string, unknown>>;
  const whole = (parts: unknown): Parts => (typeof parts === 'string' ? { title: parts } : (parts as Parts));
  const each = ([code, words]: [string, Record<string, unknown>]) =>
    [
      code,
      Object.fromEntries(Object.entries(words).map(([locale, parts]) => [locale, whole(parts)])),
    ] as const;
  return Object.fromEntries(Object.entries(source).map(each));
}

/** The names in braces, without how they are shown: languages may show a date differently. */
const parameters = (parts: Parts) =>
  [...new Set([...JSON.stringify(parts).matchAll(/\{(\w+)/g)].map((hit) => hit[1]))].sort();

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')))('words in %s', (file) => {
  const entries = Object.entries(wordsIn(file));

  test('every code has every language, and nothing is empty', () => {
    for (const [code, words] of entries) {
      expect([code, Object.keys(words).sort()]).toEqual([code, LOCALES.toSorted()]);
      for (const text of Object.values(words).flatMap((parts) => Object.values(parts))) {
        expect([code, typeof text, String(text).trim() === '']).toEqual([code, 'string', false]);
      }
    }
  });

  test('every language says the same parts with the same parameters', () => {
    for (const [code, words] of entries) {
      const [zh = {}, en = {}] = LOCALES.map((locale) => words[locale]);
      expect([code, Object.keys(en).sort()]).toEqual([code, Object.keys(zh).sort()]);
      expect([code, parameters(en)]).toEqual([code, parameters(zh)]);
    }
  });
});
