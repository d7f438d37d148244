import { beforeAll, describe, expect, test } from 'vitest';
import { readContentFolder } from '../../src/lib/server/library/folder.ts';
import { readLibrary } from '../../src/lib/server/library/library.ts';
import { hasWords, type WordBook } from '../../src/lib/server/library/words.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { playScenario, type Play } from '../../simulator/terminal/plays.ts';
import { collectCodes, type Code, type CodesByNamespace } from '../support/codes.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const LOCALES = ['zh-CN', 'en'] as const;
/** Reading all types of the simulator takes seconds on a small machine. */
const SLOW = 120_000;

/** Codes without words, each with where it comes from. */
function missingWords(codes: CodesByNamespace, book: WordBook): string[] {
  return [...codes].flatMap(([namespace, known]) =>
    [...known].flatMap(([code, { keys, where }]) =>
      keys.some((key) => stands(book, key)) ? [] : [`${namespace} ${code} (${where})`],
    ),
  );
}

function stands(book: WordBook, key: string): boolean {
  const gap = key.indexOf(' ');
  return hasWords(book, key.slice(0, gap), key.slice(gap + 1));
}

const PLACE = /\{(\w+)(?:\|([\w:-]+))?\}/g;
const placesIn = (words: unknown): { name: string; format: string }[] =>
  [...JSON.stringify(words ?? '').matchAll(PLACE)].map(([, name = '', format = '']) => ({ name, format }));

/** Names in the texts of a code that never come with it. */
function unknownParams(codes: CodesByNamespace, book: WordBook): string[] {
  return [...codes].flatMap(([namespace, known]) =>
    [...known].flatMap(([code, { params }]) => {
      const words = book.get(namespace)?.get(code)?.value;
      if (!params || !words) return [];
      const names = new Set(placesIn(words).map(({ name }) => name));
      return [...names]
        .filter((name) => !params.has(name))
        .map((name) => `${namespace} ${code}: {${name}}, it has ${[...params].join(', ') || 'nothing'}`);
    }),
  );
}

interface Said {
  namespace: string;
  code: string;
  params: Record<string, string | number>;
}

/** What a play said to its trainee: refusals, notes, receipts, papers, postings, outcomes. */
function saidIn({ world, entries }: Play): Said[] {
  const said: Said[] = [];
  const say = (namespace: string, code: string, params: Said['params'] = {}): number =>
    said.push({ namespace, code, params });
  for (const { findings, happened } of entries) {
    for (const { code, params } of findings) say('findings', code, params);
    for (const item of happened) {
      if (item.kind === 'note') say('notes', item.code, item.params);
      if (item.kind === 'ended') say('outcomes', item.outcome);
      if (item.kind === 'draw') say('draws', item.stream.replace(/:.*/, ''));
    }
  }
  for (const { memo } of world.postings) say('memos', memo);
  for (const { kind, body } of world.papers) {
    const { status, findings, ...facts } = (body ?? {}) as {
      status?: string;
      findings?: { code: string; params?: Said['params'] }[];
    };
    say('papers', kind);
    if (kind.startsWith('CEB')) {
      if (status) say('receipts', `${kind.slice(3)}.${status}`);
      for (const { code, params } of findings ?? []) say('findings', code, params);
    } else for (const name of Object.keys(facts)) say('facts', name);
  }
  return said;
}

/** What a random player writes where nobody tells it better. */
const TYPED_AT_RANDOM = 'x';

/** What of it could not be read: a code without words, a hole in a sentence, a value that should have a word and has none. */
function unreadable(said: readonly Said[], book: WordBook): string[] {
  const faults = said.flatMap(({ namespace, code, params }) => {
    if (!hasWords(book, namespace, code)) return [`${namespace} ${code}: no words`];
    return LOCALES.flatMap((locale) => {
      return placesIn(book.get(namespace)!.get(code)!.value[locale]).flatMap(({ name, format }) => {
        if (params[name] === undefined) return [`${namespace} ${code}: {${name}} stays empty`];
        const [value, other] = [
          String(params[name]),
          format.startsWith('word:') ? format.slice('word:'.length) : '',
        ];
        if (other === '' || value === '' || value === TYPED_AT_RANDOM || hasWords(book, other, value))
          return [];
        return [`${namespace} ${code}: ${name} “${value}” has no word in ${other}`];
      });
    });
  });
  return [...new Set(faults)];
}

const library = readLibrary(readContentFolder(`${ROOT}content`));
const book = library.words as WordBook;

describe('every code that the simulator hands out', () => {
  let codes: CodesByNamespace;
  beforeAll(() => {
    codes = collectCodes(ROOT);
  }, SLOW);

  test('is found: charts, forms, rules, notes, papers, risks', () => {
    const sizes = Object.fromEntries([...codes].map(([namespace, known]) => [namespace, known.size]));
    expect(sizes).toMatchObject({
      findings: expect.any(Number),
      notes: expect.any(Number),
      draws: expect.any(Number),
    });
    // Far below what there is, and far above what a broken reader would find.
    for (const [namespace, least] of Object.entries({
      states: 200,
      findings: 120,
      notes: 90,
      letters: 140,
      risks: 180,
      draws: 40,
      papers: 30,
    })) {
      expect(sizes[namespace], namespace).toBeGreaterThan(least);
    }
    expect(codes.get('findings')?.get('returnRefused')?.params).toEqual(new Set(['reason']));
    expect(codes.get('findings')?.get('listNotClosed')?.params).toEqual(new Set(['invtNo', 'status']));
    expect(codes.get('findings')?.get('priceDoubtful')?.params).toEqual(
      new Set(['goods', 'price', 'least', 'line']),
    );
  });

  test('has words in both languages', () => {
    expect(missingWords(codes, book)).toEqual([]);
  });

  test('gives every value that its words name', () => {
    expect(unknownParams(codes, book)).toEqual([]);
  });

  test('a planted gap is seen: a code without words, words without their value', () => {
    const planted: CodesByNamespace = new Map<string, Map<string, Code>>([
      [
        'findings',
        new Map([['eggOnTheTable', { keys: ['findings eggOnTheTable'], params: null, where: 'here' }]]),
      ],
      [
        'notes',
        new Map([
          ['inspectionHit', { keys: ['notes inspectionHit'], params: new Set(['key']), where: 'here' }],
        ]),
      ],
    ]);
    expect(missingWords(planted, book)).toEqual(['findings eggOnTheTable (here)']);
    expect(unknownParams(planted, book)).toEqual(['notes inspectionHit: {orderNo}, it has key']);
    const without = new Map(
      [...book].map(([namespace, words]) => [
        namespace,
        new Map([...words].filter(([code]) => code !== 'pack.labels')),
      ]),
    );
    expect(missingWords(codes, without)).toEqual(['inputs pack.labels (9610-export/parcel)']);
  });
});

describe('what a trainee is told in a play', () => {
  const PLAYS = [
    ['9610-from-zero', 'reference'], ['9610-return', 'reference'], ['9610-inspection', 'random'], ['9610-summary-month', 'random'],
    ['9610-refused-and-resent', 'random'], ['9610-statistics-route', 'random'],
  ] as const; // prettier-ignore

  test.each(PLAYS)('%s, %s player: every sentence is whole', { timeout: SLOW }, (id, as) => {
    const scenario = library.scenarios.get(id)!.value as unknown as Scenario;
    const said = saidIn(playScenario(scenario, '3', as));
    expect(said.length).toBeGreaterThan(50);
    expect(unreadable(said, book)).toEqual([]);
  });

  test('a hole in a sentence is seen', () => {
    const said: Said[] = [
      { namespace: 'notes', code: 'inspectionHit', params: { key: 'C1' } },
      { namespace: 'notes', code: 'caseOpened', params: { key: 'C1', breach: 'egg' } },
      { namespace: 'papers', code: 'egg', params: {} },
    ];
    expect(unreadable(said, book)).toEqual([
      'notes inspectionHit: {orderNo} stays empty', 'notes caseOpened: breach “egg” has no word in breaches', 'papers egg: no words',
    ]); // prettier-ignore
  });
});

test('destinations of the scenarios have names, as the code table has them', async () => {
  const { findCode } = await import('../../simulator/messages/index.ts');
  const countries = [...library.scenarios.values()].flatMap(({ value }) =>
    (value as unknown as Scenario).setup.destinations.map(({ country }) => country),
  );
  for (const country of new Set([...countries, ...(book.get('countries')?.keys() ?? [])])) {
    const { 'zh-CN': zh, en } = book.get('countries')!.get(country)!.value;
    expect({ zh: zh.title, en: en.title }).toMatchObject({
      zh: findCode('country', country)?.zh,
      en: findCode('country', country)?.en,
    });
  }
});

test('suppliers of the scenarios have names', () => {
  const suppliers = [...library.scenarios.values()].flatMap(({ value }) =>
    (value as unknown as Scenario).setup.suppliers.map(({ id }) => id),
  );
  expect(suppliers.filter((id) => !hasWords(book, 'suppliers', id))).toEqual([]);
});

test('no file of words is broken, and none says a code twice', () => {
  expect(library.errors.filter(({ file }) => file.startsWith('words/'))).toEqual([]);
});
