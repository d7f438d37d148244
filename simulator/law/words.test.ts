import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACCOUNT_NAMES } from '../trade/accounts.ts';
import { CERTIFICATES } from '../trade/certificates.ts';
import { HS_FAULTS } from '../trade/hs-code.ts';
import { HS_MISTAKES } from '../trade/product.ts';
import { getDay } from '../trade/time-format.ts';
import { assessedIncomeTax } from './exemption.ts';
import { lateDeclarationFee, lateTaxFee } from './fees.ts';
import { given } from './figure.ts';
import { lawAt } from './law.ts';
import { penaltyBand } from './penalty.ts';
import { exemptCreditRefund, preRefundSettlement, refundOnPurchase, refundToRepay } from './refund.ts';
import { quoteFob, settlePayout } from './settlement.ts';
import { declaredFob, declaredFobFromCif, quoteCif } from './valuation.ts';
import type { Working } from './working.ts';

type Wording = string | { title: string; text?: string; remedy?: string };
const wordsOf = (file: string): Record<string, Record<'zh-CN' | 'en', Wording>> =>
  parse(readFileSync(new URL(`../../content/words/${file}.yaml`, import.meta.url), 'utf8'));

const textOf = (words: Wording): string =>
  typeof words === 'string' ? words : `${words.title} ${words.text ?? ''} ${words.remedy ?? ''}`;
const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '');

/** Codes of findings as the sources of this room write them. */
const sources = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  .join('\n');
const findings = new Set(
  [...sources.matchAll(/\bcode: '(\w+)'|\badd\(\s*'(\w+)'|readonly code = '(\w+)'/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  ),
);

describe('findings of the law', () => {
  const words = wordsOf('findings-law');
  it('were found in the sources', () => expect(findings.size).toBeGreaterThan(25));
  it.each([...findings, ...HS_FAULTS])(
    '%s has title, text and remedy in both languages, with the same values',
    (code) => {
      const { 'zh-CN': zh, en } = words[code] as unknown as Record<
        string,
        { title: string; text: string; remedy: string }
      >;
      for (const part of ['title', 'text', 'remedy'] as const) {
        expect(zh?.[part]).toMatch(/\p{Script=Han}/u);
        expect(en?.[part]).not.toMatch(/\p{Script=Han}/u);
        expect(namesIn(zh?.[part] ?? '')).toEqual(namesIn(en?.[part] ?? ''));
      }
    },
  );
  it('has no words for codes that nobody raises', () => {
    expect(
      Object.keys(words).filter((code) => !findings.has(code) && !HS_FAULTS.some((fault) => fault === code)),
    ).toEqual([]);
  });
});

describe('workings', () => {
  const law = lawAt(getDay('2026-11-01'));
  const month = { fob: 710, levy: 130_000, input: 60, domesticOutput: 26, carryIn: 5 };
  const statement = {
    currency: 'USD' as const,
    sales: 42,
    commission: given(150_000),
    storage: 5,
    advertising: 3,
    taxWithheld: 2,
  };
  const inputs = {
    purchase: 113,
    localCharges: 9,
    vat: 130_000,
    margin: 120_000,
    currency: 'USD' as const,
    rate: 7_080_000,
  };
  const costs = { inland: 100, freight: 100, insurance: 10, abroad: 20 };
  const sheets: Working[] = [
    refundOnPurchase(law, { total: 1_000, invoice: 'special3' }, given(130_000)),
    refundOnPurchase(law, { total: 1_000, invoice: 'none' }, given(130_000)),
    refundToRepay(law, { quantity: 1, unitNet: 62 }, given(130_000)),
    preRefundSettlement(law, { net: 400, sold: 700_000 }, given(130_000)),
    exemptCreditRefund(law, month, given(90_000)),
    assessedIncomeTax(law, { income: 1_000, smallFirm: true }),
    assessedIncomeTax(law, { income: 1_000, smallFirm: false }),
    lateDeclarationFee(law, { cif: 1_000, days: 1 }),
    lateTaxFee(law, { tax: 1_000, days: 1 }),
    penaltyBand(law, 'tax', 1_000),
    settlePayout(law, statement, 7_000_000),
    quoteFob(inputs, given(130_000)),
    declaredFob(1_000, 'EXW', costs),
    declaredFob(1_000, 'DDP', costs),
    declaredFobFromCif(1_000, 100, 1_100),
    quoteCif(1_000, 3_000),
  ];
  const words = wordsOf('workings');

  it.each(sheets)('$code and its steps are explained with values that they have', ({ code, steps }) => {
    expect(words).toHaveProperty(code);
    for (const step of steps) {
      const mine = words[step.code];
      for (const locale of ['zh-CN', 'en'] as const) {
        const names = namesIn(textOf(mine?.[locale] ?? ''));
        expect([...Object.keys(step.params), 'result']).toEqual(expect.arrayContaining(names));
        expect(names).toContain('result');
      }
    }
  });

  it('explains nothing that is not calculated', () => {
    const used = new Set(sheets.flatMap(({ code, steps }) => [code, ...steps.map((step) => step.code)]));
    used.add('lateDeclarationFee').add('belowLeast');
    expect(Object.keys(words).filter((code) => !used.has(code))).toEqual([]);
  });
});

it.each([
  ['accounts', ACCOUNT_NAMES],
  ['certificates', CERTIFICATES],
  ['mistakes', HS_MISTAKES],
  ['invoices', ['special13', 'special9', 'special3', 'ordinary', 'none']],
] as const)('every code of %s has words, and only these', (file, codes) => {
  const words = wordsOf(file);
  expect(Object.keys(words).sort()).toEqual([...codes].sort());
  for (const { 'zh-CN': zh, en } of Object.values(words)) {
    expect(textOf(zh)).toMatch(/\p{Script=Han}|SDS|CE|FCC|PSE/u);
    expect(textOf(en)).not.toMatch(/\p{Script=Han}/u);
  }
});
