import { PPM, mulDiv, ppmOf } from '../trade/money.ts';
import { toFen } from '../trade/fx.ts';
import type { Currency } from '../trade/money.ts';
import type { Figure } from './figure.ts';
import type { Law } from './law.ts';
import { netOfVat } from './refund.ts';
import { working } from './working.ts';
import type { Working } from './working.ts';

export interface PlatformStatement {
  currency: Exclude<Currency, 'CNY'>;
  /** minor units of the currency */
  sales: number;
  /** ppm of sales */
  commission: Figure;
  storage: number;
  advertising: number;
  taxWithheld: number;
}

/** What a platform pays out, and how it is reported when costs are netted (还原申报). */
export interface Payout extends Working {
  /** minor units of the currency */
  net: number;
  /** gross inflow and outflow that go into the balance-of-payments report */
  inflow: number;
  outflow: number;
  /** net in fen at the bank's rate */
  fen: number;
}

/** @param rate CNY per unit in millionths (fx.ts) */
export function settlePayout(law: Law, statement: PlatformStatement, rate: number): Payout {
  const sheet = working('payout');
  sheet.use(law.get('netSettlement'));
  const { sales, storage, advertising, taxWithheld, currency } = statement;
  const commissionRate = sheet.use(statement.commission);
  const commission = sheet.step('commission', { sales, commissionRate }, ppmOf(sales, commissionRate));
  const parts = { commission, storage, advertising, taxWithheld };
  const outflow = sheet.step('outflow', parts, commission + storage + advertising + taxWithheld);
  const net = sheet.step('netPayout', { sales, outflow }, sales - outflow);
  const fen = sheet.step('inRmb', { net, rate }, toFen(net, currency, rate));
  return { ...sheet.done(fen), net, inflow: sales, outflow, fen };
}

export interface QuoteInputs {
  /** per unit, fen: purchase with VAT, charges to FOB */
  purchase: number;
  localCharges: number;
  /** ppm */
  vat: number;
  /** profit as ppm of the FOB price */
  margin: number;
  currency: Exclude<Currency, 'CNY'>;
  /** CNY per unit in millionths */
  rate: number;
}

/** FOB price per unit: (purchase + charges − refund) ÷ (1 − margin) ÷ rate. `result` in minor units of the currency. */
export function quoteFob(inputs: QuoteInputs, refundRate: Figure): Working {
  const sheet = working('quoteFob');
  const { purchase, vat, localCharges, margin, rate, currency } = inputs;
  const refundPpm = sheet.use(refundRate);
  const net = sheet.step('netOfVat', { total: purchase, vat }, netOfVat(purchase, vat));
  const refund = sheet.step('refund', { net, refundRate: refundPpm }, ppmOf(net, refundPpm));
  const cost = sheet.step(
    'costAfterRefund',
    { purchase, localCharges, refund },
    purchase + localCharges - refund,
  );
  // cost ÷ (1 − margin) ÷ rate, both in ppm: one division, so one rounding
  const scale = currency === 'JPY' ? 100 : 1;
  const fob = mulDiv(cost, PPM * PPM, (PPM - margin) * rate * scale);
  return sheet.done(sheet.step('fobPrice', { cost, margin, rate }, fob));
}
