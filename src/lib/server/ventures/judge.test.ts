import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeVenture, VENTURE_FIELDS, type Typed, type VentureField, type VentureProblem } from './judge.ts';
import { readPaste, tableOf } from './paste.ts';

const countries = new Set(['502', '303', '304']);
const tray: Typed = {
  name: '竹制茶盘',
  hs: '4419.11.0000',
  unit: '007',
  cost: '42.00',
  invoice: 'special13',
  vat: '13',
  refund: '13',
  price: '24.99',
  market: '22.99',
  netGrams: '900',
  packGrams: '150',
  stock: '60',
  cash: '20,000',
  destinations: '502 303',
  flags: 'plant',
  certified: 'yes',
};

test('what a founder types becomes minor units, grams and ppm', () => {
  expect(judgeVenture(tray, countries)).toEqual({
    ok: true,
    value: {
      name: '竹制茶盘',
      hs: '4419110000',
      unit: '007',
      cost: 4_200,
      invoice: 'special13',
      vat: 130_000,
      refund: 130_000,
      price: 2_499,
      market: 2_299,
      netGrams: 900,
      packGrams: 150,
      stock: 60,
      cash: 2_000_000,
      destinations: ['502', '303'],
      flags: ['plant'],
      certified: true,
    },
  });
});

test('what is left empty has a fair value: the market asks the own price, the refund follows the VAT', () => {
  const judged = judgeVenture(
    {
      ...tray,
      market: '',
      vat: '9',
      refund: '',
      packGrams: '',
      stock: '',
      cash: '',
      destinations: '',
      flags: '',
      certified: '',
      unit: '',
    },
    countries,
  );
  expect(judged).toMatchObject({
    ok: true,
    value: {
      market: 2_499,
      vat: 90_000,
      refund: 90_000,
      packGrams: 0,
      stock: 0,
      cash: 0,
      destinations: [],
      flags: [],
      certified: false,
      unit: '007',
    },
  });
});

test.each<[string, Partial<Typed>, object]>([
  ['full-width digits', { cost: '４２．５０' }, { cost: 4_250 }],
  ['currency signs', { cost: '¥1,042.5', price: 'US$24.9' }, { cost: 104_250, price: 2_490 }],
  ['a unit by its name', { unit: '件' }, { unit: '011' }],
  [
    'countries by name and by letters',
    { destinations: '美国、英国 DE' },
    { destinations: ['502', '303', '304'] },
  ],
  ['an invoice in words', { invoice: '13%专票' }, { invoice: 'special13' }],
  ['an ordinary invoice', { invoice: '增值税普通发票' }, { invoice: 'ordinary' }],
  ['no invoice', { invoice: '无票' }, { invoice: 'none' }],
  ['marks in Chinese', { flags: '带电，食品' }, { flags: ['battery', 'food'] }],
])('%s are understood', (_, change, value) => {
  expect(judgeVenture({ ...tray, ...change }, countries)).toMatchObject({ ok: true, value });
});

test.each<[VentureField, string, VentureProblem]>([
  ['name', ' \u202e ', 'nameMissing'],
  ['name', 'x'.repeat(61), 'nameTooLong'],
  ['hs', '4419', 'hsWrongLength'],
  ['hs', 'bamboo', 'hsNotDigits'],
  ['hs', '7700000000', 'hsNoSuchChapter'],
  ['unit', '999', 'unitUnknown'],
  ['cost', '', 'notANumber'],
  ['cost', '12元', 'notANumber'],
  ['cost', '1e9', 'notANumber'],
  ['cost', '0', 'notPositive'],
  ['cost', '-3', 'notPositive'],
  ['cost', '3.999', 'tooFine'],
  ['cost', '99999999999', 'tooLarge'],
  ['cost', '99999999999999999999', 'tooLarge'],
  ['price', '0.00', 'notPositive'],
  ['netGrams', '0', 'notPositive'],
  ['netGrams', '12.5', 'tooFine'],
  ['stock', '-1', 'negative'],
  ['invoice', 'receipt', 'invoiceUnknown'],
  ['vat', '130', 'rateAbove'],
  ['refund', '16', 'refundAboveVat'],
  ['destinations', '502 火星', 'countryUnknown'],
  ['destinations', '116', 'countryUnknown'],
  ['flags', 'explosive', 'flagUnknown'],
  ['certified', 'maybe', 'answerUnknown'],
])('%s "%s" is refused: %s', (field, text, problem) => {
  expect(judgeVenture({ ...tray, [field]: text }, countries)).toEqual({
    ok: false,
    complaints: [{ field, problem }],
  });
});

test('whatever is typed, the answer is a product or complaints about fields', () => {
  const anything = fc.record(
    Object.fromEntries(VENTURE_FIELDS.map((field) => [field, fc.string({ unit: 'binary' })])),
  );
  fc.assert(
    fc.property(anything, (typed) => {
      const judged = judgeVenture(typed as Typed, countries);
      expect(judged.ok || judged.complaints.length > 0).toBe(true);
    }),
  );
});

describe('a pasted table', () => {
  const heading = '品名,HS编码,成本,发票,售价,净重,备注';

  test('from a spreadsheet: tabs, Chinese headings, quoted cells', () => {
    const text = [
      '品名\tHS 编码\t成本（元）\t发票\t售价\t净重（克）',
      '"茶盘 ""大"""\t4419110000\t42\t普票\t24.99\t900',
    ].join('\r\n');
    const { report, ventures } = readPaste(text, countries);
    expect(report.problem).toBeNull();
    expect(ventures).toMatchObject([{ name: '茶盘 "大"', cost: 4_200, invoice: 'ordinary', netGrams: 900 }]);
  });

  test('one wrong row keeps all of them out, and is named with its line and fields', () => {
    const text = [heading, '茶盘,4419110000,42,普票,24.99,900,', '香插,6913,9.5,普票,0,180,新'].join('\n');
    const { report, ventures } = readPaste(text, countries);
    expect(ventures).toEqual([]);
    expect(report).toMatchObject({
      problem: 'rowsWrong',
      ignored: ['备注'],
      rows: [
        { line: 2, complaints: [] },
        {
          line: 3,
          name: '香插',
          complaints: [
            { field: 'hs', problem: 'hsWrongLength' },
            { field: 'price', problem: 'notPositive' },
          ],
        },
      ],
    });
  });

  test.each([
    ['', 'empty'],
    ['name', 'empty'],
    ['name,hs\nTray,4419110000', 'columnsMissing'],
    [`${heading}\n${'a,b,c\n'.repeat(101)}`, 'tooMany'],
    ['x'.repeat(100_001), 'tooLong'],
  ])('%# is stopped as a whole', (text, problem) => {
    expect(readPaste(text, countries)).toMatchObject({ report: { problem }, ventures: [] });
  });

  test('cells come back as they were written, whatever they hold', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.trim().replaceAll('\r', ''));
    const row = fc
      .array(cell, { minLength: 2, maxLength: 5 })
      .filter((cells) => cells.some((text) => text !== ''));
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const text = ['a,b', ...rows.map((cells) => cells.map(quote).join(','))].join('\n');
        expect(tableOf(text).slice(1)).toEqual(rows.map((cells) => cells.map((content) => content.trim())));
      }),
    );
  });
});
