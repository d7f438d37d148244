import { describe, expect, test } from 'vitest';
import { lawAt } from '../../../../../simulator/law/index.ts';
import { getDay } from '../../../../../simulator/trade/time-format.ts';
import { CALCULATORS } from '../../library/markdown/blocks.ts';
import { CALCULATOR_KINDS, findCalculatorView } from './index.ts';
import { readInput } from './inputs.ts';
import type { InputSpec } from './kind.ts';

const law = lawAt(getDay('2026-11-01'));

function results(kind: string, inputs: Record<string, string>): Record<string, string> {
  const view = findCalculatorView(kind, inputs, null, 'en', law);
  const lines = [...(view?.steps ?? []), ...(view?.result ? [view.result] : [])];
  return Object.fromEntries(lines.map(({ label, value }) => [label, value]));
}

describe('the worked examples of the dossier and of the lessons', () => {
  test('E11: 113,000 with a 13 % invoice and 13 % refund gives 13,000 back', () => {
    expect(results('refund', { invoice: '113000', levy: '13', refund: '13' })).toMatchObject({
      'Amount without VAT': '¥100,000.00',
      'VAT not refunded, a cost': '¥0.00',
      Refund: '¥13,000.00',
    });
  });

  test('E11c: without a refund rate all VAT is a cost', () => {
    const worked = results('refund', { invoice: '109000', levy: '9', refund: '0' });
    expect(worked).toMatchObject({ Refund: '¥0.00', 'VAT not refunded, a cost': '¥9,000.00' });
  });

  test('lesson 3: a 3 % invoice is refunded at 3 %, whatever the table says', () => {
    const worked = results('refund', { invoice: '10.30', levy: '3', refund: '13' });
    expect(worked).toMatchObject({
      'Refund rate that applies': '3%',
      Refund: '¥0.30',
      'Purchase cost after refund': '¥10.00',
    });
  });

  test('E15: 1,800,000 of income is taxed 18,000, or 3,600 as a small firm', () => {
    expect(results('exempt-eit', { revenue: '1,800,000' })).toMatchObject({
      'Assessed taxable profit': '¥72,000.00',
      'Income tax, ordinary firm': '¥18,000.00',
      'Income tax, small low-profit firm': '¥3,600.00',
    });
  });

  test('lesson 9: 24,800 dollars at 7.0850 are 175,708 yuan', () => {
    expect(results('fx', { amount: '24800', rate: '7.0850' })).toMatchObject({
      'In renminbi': '¥175,708.00',
    });
  });

  test('lesson 3: the hair clip of 9.90 pounds leaves 25.19 yuan, 27.7 %', () => {
    const clip = {
      price: '9.90',
      rate: '9.20',
      commission: '15',
      freight: '28.00',
      packing: '1.50',
      ads: '10.00',
    };
    const worked = results('margin', { ...clip, purchase: '11.30', refund: '1.30', returns: '3' });
    expect(worked).toMatchObject({
      Income: '¥91.08',
      Commission: '−¥13.66',
      Margin: '¥25.19',
      'Margin, share of income': '27.66%',
    });
  });

  test('lesson 8: what follows from an export on 10 November 2026', () => {
    expect(results('deadline', { export: '2026-11-10' })).toMatchObject({
      'Summary declaration by': '2026-12-15',
      'Refund claim opens': '2026-12-01',
      'Refund claim closes': '2027-04-30',
      'Money received by': '2027-04-30',
      'Return free of import tax by': '2027-05-10',
      'Counts as a domestic sale after': '2029-11-10',
    });
  });
});

test('every calculator that a text may name exists, works by itself, and has words in both languages', () => {
  expect(Object.keys(CALCULATOR_KINDS).sort()).toEqual([...CALCULATORS].sort());
  for (const kind of CALCULATORS) {
    for (const locale of ['zh-CN', 'en'] as const) {
      const view = findCalculatorView(kind, {}, null, locale, law);
      expect(view?.result, kind).not.toBeNull();
      const words = [
        view?.title,
        ...(view?.inputs ?? []).flatMap(({ label, unit }) => [label, unit]),
        ...(view?.steps ?? []).map(({ label }) => label),
      ];
      expect(words.filter((word) => word?.startsWith('lesson_'))).toEqual([]);
    }
  }
});

test('what cannot be read is named at its input, and nothing is worked out', () => {
  const view = findCalculatorView(
    'refund',
    {},
    new URLSearchParams({ invoice: 'abc', levy: '17', refund: '99' }),
    'en',
    law,
  );
  expect(view?.inputs.map(({ error }) => error !== null)).toEqual([true, true, true]);
  expect(view).toMatchObject({ result: null, steps: [] });
  expect(view?.inputs[0]?.value).toBe('abc');
});

test('a day for which the law pack has no rule gives no result, and no error', () => {
  expect(findCalculatorView('deadline', { export: '1990-01-01' }, null, 'en', law)).toMatchObject({
    result: null,
  });
  expect(findCalculatorView('nobody', {}, null, 'en', law)).toBeNull();
  expect(findCalculatorView('constructor', {}, null, 'en', law)).toBeNull();
});

const yuan: InputSpec = { name: 'x', kind: 'decimal', places: 2, max: 1000, fallback: '' };
test.each([
  [yuan, '11300', { error: 'outOfRange' }],
  [yuan, '9.90', { value: 990 }],
  [yuan, '９.９', { value: 990 }],
  [yuan, '1,000', { value: 100_000 }],
  [yuan, '0.005', { value: 1 }],
  [yuan, '0.004', { value: 0 }],
  [yuan, '-1', { error: 'notANumber' }],
  [yuan, '1e3', { error: 'notANumber' }],
  [yuan, '', { error: 'notANumber' }],
  [{ ...yuan, kind: 'date' as const }, '2026-02-30', { error: 'notADate' }],
  [{ ...yuan, kind: 'choice' as const, options: ['13', '9'] }, '9', { value: 1 }],
  [{ ...yuan, kind: 'choice' as const, options: ['13', '9'] }, '__proto__', { error: 'unknownChoice' }],
])('%o typed as "%s" is read as %o', (spec, typed, read) => {
  expect(readInput(spec, typed)).toEqual(read);
});
