import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { kilograms, money, percent } from './formats.ts';
import { namespaceOf, wordsIn, type WordBook } from './words.ts';

const findings = {
  documentsDisagree: {
    'zh-CN': {
      title: '单证不一致',
      text: '订单 {orderNo} 为 {a|cny},{when|date}',
      remedy: '改到 {state|word:states}',
    },
    en: {
      title: 'Documents disagree',
      text: 'Order {orderNo}: {a|usd}, {rate|pct}, {w|kg}, {t|datetime}, {d|days} d',
    },
  },
};
const states = { released: { 'zh-CN': { title: '放行' }, en: { title: 'Released' } } };
const shelf = <T>(words: Record<string, T>) =>
  new Map(Object.entries(words).map(([code, value]) => [code, { value }]));
const book: WordBook = new Map([
  ['findings', shelf(findings)],
  ['states', shelf(states)],
]);

describe('words for a code', () => {
  test('are filled with parameters in Chinese', () => {
    const words = wordsIn(book, 'zh-CN')('findings', 'documentsDisagree', {
      orderNo: 'A1',
      a: 123400,
      when: Date.UTC(2026, 9, 31, 16, 0),
      state: 'released',
    });
    expect(words).toMatchObject({
      title: '单证不一致',
      text: '订单 A1 为 ¥1,234.00,2026-11-01',
      remedy: '改到 放行',
    });
  });

  test('are filled with parameters in English', () => {
    const params = {
      orderNo: 'A1',
      a: 5,
      rate: 132500,
      w: 1250,
      t: Date.UTC(2026, 10, 1, 1, 30),
      d: 3 * 86400000,
    };
    expect(wordsIn(book, 'en')('findings', 'documentsDisagree', params).text).toBe(
      'Order A1: US$0.05, 13.25%, 1.25 kg, 2026-11-01 09:30, 3 d',
    );
  });

  test('an unknown code shows itself, a missing parameter its name', () => {
    expect(wordsIn(book, 'en')('findings', 'nobodyKnows').title).toBe('nobodyKnows');
    expect(wordsIn(book, 'zh-CN')('findings', 'documentsDisagree').text).toContain('{orderNo}');
  });

  test('a room may add its own file to a namespace', () => {
    expect(namespaceOf('findings-customs.yaml')).toBe('findings');
    expect(namespaceOf('states.yaml')).toBe('states');
  });
});

test('formats are exact where floating point is not', () => {
  expect(money(-100000000007, '¥')).toBe('−¥1,000,000,000.07');
  expect([percent(91000), percent(1), percent(1_000_000)]).toEqual(['9.1%', '0.0001%', '100%']);
  expect([kilograms(4), kilograms(2000)]).toEqual(['0.004 kg', '2 kg']);
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
      expect(Number(money(fen, '').replace('−', '-').replaceAll(',', '').replace('.', ''))).toBe(
        fen === 0 ? 0 : fen,
      );
    }),
  );
});
