import type { Finding } from '../kernel/types.ts';
import { isSpecial } from '../trade/invoice.ts';
import { ppmOf } from '../trade/money.ts';
import type { Invoice } from '../trade/records.ts';
import { from } from './figure.ts';
import type { Figure } from './figure.ts';
import type { Law } from './law.ts';

import { working } from './working.ts';
import type { Working } from './working.ts';

export interface NoInvoiceFacts {
  /** registered in a comprehensive pilot zone */
  registeredInZone: boolean;
  /** export date, name, unit, quantity, price and amount entered on the zone's platform */
  enteredOnZonePlatform: boolean;
  /** declared as e-commerce export at the customs office of the zone */
  declaredAtZoneCustoms: boolean;
  /** refund rate on the day of export, ppm */
  refundRate: number;
}

/** 无票免税: what keeps an export without invoice from being exempt; empty when all conditions hold. */
export function judgeNoInvoiceExemption(law: Law, facts: NoInvoiceFacts): Finding[] {
  const rule = law.find('noInvoiceExemption');
  if (!rule)
    return [{ code: 'noInvoiceExemptionNotYet', params: {}, cites: ['cs-2018-103#three-conditions'] }];
  const cites = [...rule.cites];
  const findings: Finding[] = [];
  if (!facts.registeredInZone) findings.push({ code: 'notRegisteredInZone', params: {}, cites });
  if (!facts.enteredOnZonePlatform) findings.push({ code: 'exportNotOnZonePlatform', params: {}, cites });
  if (!facts.declaredAtZoneCustoms) findings.push({ code: 'notDeclaredAtZoneCustoms', params: {}, cites });
  if (facts.refundRate === 0) findings.push({ code: 'refundCancelledGoods', params: {}, cites });
  return findings;
}

/**
 * 核定征收: income tax on no-invoice exports, assessed at 4 % of income.
 * @param sales `income` fen of the year; `smallFirm` = qualifies as a small low-profit enterprise
 */
export function assessedIncomeTax(law: Law, sales: { income: number; smallFirm: boolean }): Working {
  const sheet = working('assessedIncomeTax');
  const profitRate = sheet.use(law.get('assessedProfitRate'));
  const { income } = sales;
  const taxable = sheet.step('assessedProfit', { income, profitRate }, ppmOf(income, profitRate));
  const ceiling = law.find('smallProfitCeilingFen');
  const relief = law.find('smallProfitRate');
  if (sales.smallFirm && ceiling && relief && taxable <= sheet.use(ceiling)) {
    const rate = sheet.use(relief);
    return sheet.done(sheet.step('smallProfitTax', { taxable, rate }, ppmOf(taxable, rate)));
  }
  const rate = sheet.use(law.get('incomeTaxRate'));
  return sheet.done(sheet.step('incomeTax', { taxable, rate }, ppmOf(taxable, rate)));
}

export type ExportTreatment = 'refund' | 'exemptNoInvoice' | 'exempt' | 'taxed';

export interface TreatmentFacts extends NoInvoiceFacts {
  /** what the goods were bought with */
  invoice: Invoice;
  /** the claim can still be made in time */
  claimOpen: boolean;
}

/**
 * Which pillar an export falls under: refund, exemption (with or without an invoice), or taxed as a sale at home.
 * A line whose refund is 0 counts as taxed; some such lines are in fact exempt, so that answer is marked uncertain.
 */
export function treatmentOf(law: Law, facts: TreatmentFacts): Figure<ExportTreatment> {
  const pillars = { tag: 'S15', cites: ['mof-sta-2026-11#three-treatments'] };
  const taxed = (tag: string, point: string): Figure<ExportTreatment> => ({
    value: 'taxed',
    tag,
    cites: [point],
  });
  if (facts.refundRate === 0) return taxed('?', 'mof-sta-2026-11#cancelled-goods');
  if (isSpecial(facts.invoice) && facts.claimOpen) return { value: 'refund', ...pillars };
  if (facts.invoice === 'ordinary') return { value: 'exempt', ...pillars, tag: 'K' };
  if (facts.invoice === 'none' && judgeNoInvoiceExemption(law, facts).length === 0) {
    return from<ExportTreatment>('exemptNoInvoice', law.get('noInvoiceExemption'));
  }
  return taxed('S16', 'mof-sta-2026-11#no-voucher-taxed');
}
