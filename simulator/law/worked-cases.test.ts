import { describe, expect, it } from 'vitest';
import { getDay } from '../trade/time-format.ts';
import { assessedIncomeTax } from './exemption.ts';
import { lateDeclarationFee, lateTaxFee } from './fees.ts';
import { given } from './figure.ts';
import { lawAt } from './law.ts';
import { penaltyBand } from './penalty.ts';
import { exemptCreditRefund, preRefundSettlement, refundOnPurchase, refundToRepay } from './refund.ts';
import { quoteFob, settlePayout } from './settlement.ts';
import { declaredFobFromCif, quoteCif } from './valuation.ts';

/** The worked examples of the domain dossier (section 3.7), to the cent. */
const law = lawAt(getDay('2026-11-01'));
const thirteen = given(130_000);
const yuan = (amount: number): number => Math.round(amount * 100);

describe('worked cases of the dossier', () => {
  it('E10: insurance on 110 % of CIF', () => {
    const quote = quoteCif(yuan(12_900), 3_000);
    expect([quote.result, quote.steps.at(-1)?.result]).toEqual([yuan(12_942.71), yuan(42.71)]);
  });

  it.each([
    ['E11 bamboo board', 113_000, 'special13', 130_000, 13_000],
    ['E11b farm machine', 218_000, 'special9', 90_000, 18_000],
    ['E11c camellia oil', 109_000, 'special9', 0, 0],
  ] as const)('%s: refund on purchase', (_name, total, invoice, rate, refund) => {
    const purchase = { total: yuan(total), invoice };
    expect(refundOnPurchase(law, purchase, given(rate)).result).toBe(yuan(refund));
  });

  it('E11c: the VAT that is not refunded is a cost', () => {
    const sheet = refundOnPurchase(law, { total: yuan(109_000), invoice: 'special9' }, given(0));
    expect(sheet.steps.at(-1)).toMatchObject({ code: 'vatAsCost', result: yuan(9_000) });
  });

  const month = {
    fob: yuan(710_000),
    levy: 130_000,
    input: yuan(60_000),
    domesticOutput: yuan(26_000),
    carryIn: yuan(5_000),
  };

  it('E12: exempt, credit, refund', () => {
    const sheet = exemptCreditRefund(law, month, given(90_000));
    const results = Object.fromEntries(sheet.steps.map((step) => [step.code, step.result]));
    expect(results).toMatchObject({
      nondeductible: yuan(28_400),
      taxableNow: yuan(-10_600),
      refundCap: yuan(63_900),
      exemptCredit: yuan(53_300),
      surcharges: yuan(6_396),
    });
    expect(sheet.result).toBe(yuan(10_600));
  });

  it('E13: the cap binds and credit is carried on', () => {
    const sheet = exemptCreditRefund(law, { ...month, input: yuan(120_000) }, given(90_000));
    expect([sheet.result, sheet.carryOut]).toEqual([yuan(63_900), yuan(6_700)]);
  });

  it('E14: pre-refund of an overseas warehouse, 70 % sold', () => {
    const sheet = preRefundSettlement(law, { net: yuan(400_000), sold: 700_000 }, thirteen);
    expect(sheet.steps.map((step) => step.result)).toEqual([yuan(52_000), yuan(36_400), yuan(15_600)]);
  });

  it.each([
    [false, 18_000],
    [true, 3_600],
  ])('E15: assessed income tax, small firm %s', (smallFirm, tax) => {
    const sheet = assessedIncomeTax(law, { income: yuan(1_800_000), smallFirm });
    expect([sheet.steps[0]?.result, sheet.result]).toEqual([yuan(72_000), yuan(tax)]);
  });

  it('E18: FOB from CIF Hamburg', () => {
    const sheet = declaredFobFromCif(yuan(50_000), yuan(3_800), 1_100);
    expect(sheet.steps.map((step) => step.result)).toEqual([yuan(60.5), yuan(46_139.5)]);
  });

  it('E19: payout and netting', () => {
    const statement = {
      currency: 'USD' as const,
      sales: yuan(42_000),
      commission: given(150_000),
      storage: yuan(5_100),
      advertising: yuan(3_000),
      taxWithheld: yuan(2_800),
    };
    const { net, inflow, outflow, fen } = settlePayout(law, statement, 7_085_000);
    expect([net, inflow, outflow, fen]).toEqual([24_800, 42_000, 17_200, 175_708].map(yuan));
  });

  it('E20: refund repaid for a return', () => {
    expect(refundToRepay(law, { quantity: 100, unitNet: yuan(62) }, thirteen).result).toBe(yuan(806));
  });

  it('E21: late declaration and late tax', () => {
    expect(lateDeclarationFee(law, { cif: yuan(86_400), days: 5 }).result).toBe(yuan(216));
    expect(lateTaxFee(law, { tax: yuan(23_000), days: 12 }).result).toBe(yuan(138));
  });

  it('E23: penalty band', () => {
    const { lowest, highest } = penaltyBand(law, 'tax', yuan(8_600));
    expect([lowest, highest]).toEqual([yuan(2_580), yuan(17_200)]);
  });

  it('E25: quote builder', () => {
    const inputs = {
      purchase: yuan(113),
      localCharges: yuan(9),
      vat: 130_000,
      margin: 120_000,
      currency: 'USD' as const,
      rate: 7_080_000,
    };
    const sheet = quoteFob(inputs, thirteen);
    const cost = sheet.steps.find((step) => step.code === 'costAfterRefund');
    expect([cost?.result, sheet.result]).toEqual([yuan(109), yuan(17.49)]);
  });
});
