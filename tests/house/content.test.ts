import type { Element, ElementContent } from 'hast';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge, writeMessage } from '../../simulator/messages/index.ts';
import { LOCALES } from '../../src/lib/i18n/text.ts';
import { FIGURES } from '../../src/lib/lesson/figures/names.ts';
import { gradeQuestion, hideQuestion, solveQuestion } from '../../src/lib/questions/index.ts';
import { machineIds } from '../../src/lib/server/learning/machines.ts';
import { sampleMessage } from '../../src/lib/server/learning/messages.ts';
import { checkLibrary } from '../../src/lib/server/library/check.ts';
import { CONTENT_ERRORS, toLine } from '../../src/lib/server/library/errors.ts';
import { readContentFolder } from '../../src/lib/server/library/folder.ts';
import { readLibrary } from '../../src/lib/server/library/library.ts';
import { hasWords } from '../../src/lib/server/library/words.ts';

const library = readLibrary(readContentFolder('content'));
const known = { figures: new Set<string>(FIGURES), machines: machineIds };

test('every content file is whole, and everything that it names exists in every language', () => {
  expect(checkLibrary(library, known).map(toLine)).toEqual([]);
});

test('the course of 9610 has at least eight lessons, and each of them asks, cites and lets one do something', () => {
  const lessons = [...library.lessons.values()].filter(({ course }) => course === '9610-export');
  expect(lessons.length).toBeGreaterThanOrEqual(8);
  for (const { slug, texts } of lessons) {
    for (const locale of LOCALES) {
      const uses = texts[locale]?.rendered().uses.map(({ block }) => block) ?? [];
      const does = ['decision', 'machine', 'message', 'calculator'].some((block) => uses.includes(block));
      const missing = ['question', 'cite', ...(does ? [] : ['something to do'])].filter(
        (block) => !uses.includes(block),
      );
      expect({ slug, locale, missing }).toEqual({ slug, locale, missing: [] });
    }
  }
});

describe.each([...library.questions.entries()])('the question %s', (id, { value: question }) => {
  test('is right when answered rightly', () => {
    expect(gradeQuestion(question, id, solveQuestion(question, id))).toMatchObject({ right: true });
  });

  test('does not tell its answer to the browser', () => {
    for (const locale of LOCALES) {
      const hidden = hideQuestion(question, id, locale);
      const shown = JSON.stringify(hidden);
      expect(shown).not.toMatch(/"(correct|feedback|answer|tolerance|near)"/);
      const keys = [...shown.matchAll(/"key":"([^"]+)"/g)].map(([, key]) => key);
      expect(new Set(keys).size, 'two options have one key').toBe(keys.length);
    }
  });
});

test('every sample message is one that the official schema accepts', () => {
  for (const [name, { value: sample }] of library.samples) {
    for (const type of Object.keys(sample)) {
      const message = sampleMessage(sample, type);
      expect({ name, type, known: message !== null }).toEqual({ name, type, known: true });
      if (message)
        expect({ name, type, findings: judge(writeMessage(message)).findings }).toEqual({
          name,
          type,
          findings: [],
        });
    }
  }
});

test('every complaint about content has words', () => {
  const silent = CONTENT_ERRORS.filter((code) => !hasWords(library.words, 'contentErrors', code));
  expect(silent).toEqual([]);
});

test('every question type has a folder, and every folder is a type', () => {
  const folders = readdirSync('src/lib/questions', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const { name } of folders) {
    for (const part of ['schema.ts', 'grade.ts', 'hide.ts', 'example.ts', 'Question.svelte']) {
      expect(existsSync(`src/lib/questions/${name}/${part}`), `${name}/${part}`).toBe(true);
    }
  }
});

test('no component draws markup from a string', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.svelte'),
  );
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => readFileSync(`src/${file}`, 'utf8').includes('{@html'))).toEqual([]);
});

/** Headings and blocks of both languages stand in the same places: "continue" and the change of language rely on it. */
test('every lesson has the same sections in every language', () => {
  for (const { slug, texts } of library.lessons.values()) {
    const [first, ...others] = LOCALES.map((locale) => sections(texts[locale]?.rendered().tree ?? []));
    for (const other of others) expect({ slug, sections: other }).toEqual({ slug, sections: first });
  }
});

function sections(tree: readonly (Element | ElementContent)[]): string[] {
  return tree.flatMap((node) =>
    node.type === 'element' && node.tagName === 'h2' ? [String(node.properties['id'])] : [],
  );
}
