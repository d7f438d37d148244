import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getDay } from '../trade/time-format.ts';
import {
  classUnder,
  creditClassFor,
  creditClasses,
  guaranteeShare,
  inspectionOdds,
  summaryAllowed,
} from './credit.ts';
import { assessedIncomeTax } from './exemption.ts';
import { lateDeclarationFee } from './fees.ts';
import { from, given, minus, plus, share } from './figure.ts';
import { lawAt } from './law.ts';
import { BREACHES, penaltyBand } from './penalty.ts';
import { exemptCreditRefund, refundOnPurchase } from './refund.ts';
import { findRefundRate, refundRateOf, withPreciousMetal } from './refund-rates.ts';
import { quoteFob } from './settlement.ts';
import { declaredFob } from './valuation.ts';

const on = (date: string): number => getDay(date);
const law = lawAt(on('2026-11-01'));

describe('figures', () => {
  it('hand on the weakest tag and every citation once', () => {
    const a = { value: 10_000, tag: 'S31', cites: ['x', 'y'] };
    const b = { value: 130_000, tag: '?', cites: ['y', 'z'] };
    expect(share(a, b)).toEqual({ value: 1_300, tag: '?', cites: ['x', 'y', 'z'] });
    expect(plus(a, given(5))).toEqual({ value: 10_005, tag: 'S', cites: ['x', 'y'] });
    expect(minus(given(5), given(7))).toEqual({ value: -2, tag: '', cites: [] });
    expect(from('word', { value: 0, tag: 'P', cites: [] }).tag).toBe('P');
  });

  it('a calculation is as weak as the rate it used', () => {
    const purchase = { total: 11_300, invoice: 'special13' } as const;
    const weak = { value: 130_000, tag: '?', cites: ['market-indication#hs-and-rates'] };
    expect(refundOnPurchase(law, purchase, weak).tag).toBe('?');
    expect(refundOnPurchase(law, purchase, { ...weak, tag: 'S43' }).tag).toBe('S');
    expect(refundOnPurchase(law, purchase, weak).cites).toContain('market-indication#hs-and-rates');
  });
});

describe('refund', () => {
  it('caps a 3 % invoice at 3 %', () => {
    const sheet = refundOnPurchase(law, { total: 10_300, invoice: 'special3' }, given(130_000));
    expect([sheet.result, sheet.steps[0]?.code]).toEqual([300, 'capAtInvoiceRate']);
    expect(refundOnPurchase(law, { total: 10_300, invoice: 'special3' }, given(0)).result).toBe(0);
  });

  it.each(['ordinary', 'none'] as const)('gives nothing for %s', (invoice) => {
    expect(refundOnPurchase(law, { total: 10_300, invoice }, given(130_000)).result).toBe(0);
  });

  it('never exceeds the VAT paid, and refund, net and cost make up the invoice', () => {
    const rate = fc.integer({ min: 0, max: 130_000 });
    fc.assert(
      fc.property(fc.nat(1_000_000_000), rate, (total, ppm) => {
        const sheet = refundOnPurchase(law, { total, invoice: 'special13' }, given(ppm));
        const step = (code: string): number => sheet.steps.find((row) => row.code === code)?.result ?? NaN;
        expect(step('netOfVat') + step('refund') + step('vatAsCost')).toBe(total);
        expect(step('vatAsCost')).toBeGreaterThanOrEqual(-1); // one fen of rounding
      }),
    );
  });

  it('of a producer: what is left is refunded, kept or paid, and nothing else', () => {
    const yuan = fc.nat(100_000_000);
    fc.assert(
      fc.property(yuan, yuan, yuan, yuan, (fob, input, domesticOutput, carryIn) => {
        const month = { fob, levy: 130_000, input, domesticOutput, carryIn };
        const { result, payable, exemptCredit, carryOut, steps } = exemptCreditRefund(
          law,
          month,
          given(90_000),
        );
        const due = steps.find((row) => row.code === 'taxableNow')?.result ?? NaN;
        expect(payable - result - carryOut).toBe(due);
        expect(result + exemptCredit).toBe(Math.round((fob * 9) / 100));
        expect(Math.min(result, payable)).toBe(0);
      }),
    );
  });
});

describe('refund rates', () => {
  it.each([
    ['8507600090', '2024-11-30', 130_000],
    ['8507600090', '2024-12-01', 90_000],
    ['8507600090', '2026-04-01', 60_000],
    ['8507600090', '2027-01-01', 0],
    ['7407100000', '2024-11-30', 130_000],
    ['7407100000', '2024-12-01', 0],
    ['4419901000', '2026-11-01', 0],
    ['4419110000', '2026-11-01', 130_000],
    ['1515904000', '2026-11-01', 0],
  ])('%s exported on %s: %i ppm', (hs, date, ppm) => {
    expect(findRefundRate(hs, on(date))?.value).toBe(ppm);
  });

  it('unknown is not zero', () => {
    expect(findRefundRate('9999999999', on('2026-11-01'))).toBeNull();
    expect(() =>
      refundRateOf([{ value: 0, from: '2026-01-01', to: null, tag: 'K' }], on('2025-12-31')),
    ).toThrow(RangeError);
  });

  it('silver follows silver from half of the material cost on (80 % before 2026)', () => {
    const own = { value: 130_000, tag: 'S43', cites: ['market-indication#hs-and-rates'] };
    expect(withPreciousMetal(law, own, 499_999)).toBe(own);
    expect(withPreciousMetal(law, own, 500_000)).toMatchObject({ value: 0, tag: 'S' });
    expect(withPreciousMetal(lawAt(on('2025-06-01')), own, 700_000)).toBe(own);
  });
});

describe('credit', () => {
  it.each([
    ['2020-07-01', 4],
    ['2026-03-31', 3],
    ['2026-04-01', 5],
  ])('on %s there are %i classes', (date, count) => {
    expect(creditClasses(lawAt(on(date)))).toHaveLength(count);
  });

  it('odds rise as the class falls, and are marked as our own', () => {
    for (const what of ['list', 'declaration'] as const) {
      const odds = creditClasses(law).map((name) => inspectionOdds(law, name, what));
      expect(odds.map(({ value }) => value)).toEqual(
        [...odds.map(({ value }) => value)].sort((a, b) => a - b),
      );
      expect(odds.every(({ tag }) => tag === 'P')).toBe(true);
    }
  });

  it('a class that does not exist yet is treated as its neighbour', () => {
    const before = lawAt(on('2026-03-31'));
    expect(classUnder(before, 'certified')).toBe('regular');
    expect(inspectionOdds(before, 'certified', 'list').value).toBe(30_000);
    expect(classUnder(before, 'seriouslyDishonest')).toBe('dishonest');
    expect(guaranteeShare(law, 'certified').value).toBe(500_000);
  });

  it.each([
    [900, true, 'advancedCertified'],
    [900, false, 'regular'],
    [800, true, 'certified'],
    [600, false, 'regular'],
    [400, false, 'dishonest'],
    [300, false, 'seriouslyDishonest'],
  ])('score %i, audit %s: %s', (score, audit, name) => {
    expect(creditClassFor(law, score, audit).value).toBe(name);
  });

  it('the dishonest lose the summary', () => {
    expect([summaryAllowed(law, 'regular').value, summaryAllowed(law, 'dishonest').value]).toEqual([
      true,
      false,
    ]);
  });
});

describe('other sums', () => {
  it.each(BREACHES)('the fine for %s has an order and a source', (breach) => {
    const band = penaltyBand(law, breach, 1_000_000);
    expect(band.lowest).toBeLessThan(band.highest);
    expect(band.cites[0]).toMatch(/^customs-penalty-regulation#/);
  });

  it('a fee under 50 yuan is not levied', () => {
    expect(lateDeclarationFee(law, { cif: 100_000, days: 5 }).result).toBe(0);
  });

  it('small firms pay 5 % only up to three million of taxable income', () => {
    const limit = 300_000_000 * 25;
    expect(assessedIncomeTax(law, { income: limit, smallFirm: true }).result).toBe(15_000_000);
    expect(assessedIncomeTax(law, { income: limit + 100, smallFirm: true }).result).toBe(75_000_001);
  });

  it('a price on DAP comes down to FOB step by step', () => {
    const sheet = declaredFob(10_000, 'DAP', { inland: 0, freight: 3_000, insurance: 100, abroad: 900 });
    expect(sheet.steps.map((step) => step.code)).toEqual([
      'contractPrice',
      'takeOffFreight',
      'takeOffInsurance',
      'takeOffAbroad',
    ]);
    expect([sheet.result, sheet.cites]).toEqual([6_000, ['customs-statistics#fob-closing-month']]);
  });

  it('the margin of a quote is the margin asked for, to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 1_000_000 }),
        fc.integer({ min: 0, max: 500_000 }),
        (purchase, margin) => {
          const inputs = {
            purchase,
            localCharges: 900,
            vat: 130_000,
            margin,
            currency: 'USD',
            rate: 7_080_000,
          } as const;
          const sheet = quoteFob(inputs, given(130_000));
          const cost = sheet.steps.find((step) => step.code === 'costAfterRefund')?.result ?? NaN;
          expect(Math.abs(sheet.result * 7.08 * (1 - margin / 1e6) - cost)).toBeLessThanOrEqual(
            7.08 / 2 + 0.001,
          );
        },
      ),
    );
  });
});
