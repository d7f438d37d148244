import { PPM, mulDiv, ppmOf } from '../trade/money.ts';
import { CLAIMABLE_VAT, isSpecial } from '../trade/invoice.ts';
import type { Invoice } from '../trade/records.ts';
import type { Figure } from './figure.ts';
import type { Law } from './law.ts';
import { working } from './working.ts';
import type { Working } from './working.ts';

/** Amount without VAT of a total that includes it, minor units. */
export function netOfVat(total: number, vat: number): number {
  return mulDiv(total, PPM, PPM + vat);
}

/**
 * 免退税, the method of trading companies: purchase price without VAT × refund rate. A 3 % invoice is refunded at 3 %
 * at most; an ordinary one or none gives nothing (then see exemption.ts, or it is taxed as a domestic sale).
 * @param purchase `total` fen with VAT, as invoiced
 * @param refundRate ppm on the day of export (refund-rates.ts)
 */
export function refundOnPurchase(
  law: Law,
  purchase: { total: number; invoice: Invoice },
  refundRate: Figure,
): Working {
  const sheet = working('refundOnPurchase');
  if (!isSpecial(purchase.invoice)) {
    const treatment = law.find('smallSupplierRate');
    if (treatment) sheet.use(treatment);
    return sheet.done(sheet.step('noSpecialInvoice', { total: purchase.total }, 0));
  }
  let rate = sheet.use(refundRate);
  const vat = CLAIMABLE_VAT[purchase.invoice];
  if (purchase.invoice === 'special3') {
    const cap = sheet.use(law.get('smallSupplierRate'));
    rate = sheet.step('capAtInvoiceRate', { refundRate: rate, invoiceRate: cap }, Math.min(rate, cap));
  }
  const net = sheet.step('netOfVat', { total: purchase.total, vat }, netOfVat(purchase.total, vat));
  const refund = sheet.step('refund', { net, refundRate: rate }, ppmOf(net, rate));
  sheet.step('vatAsCost', { inputVat: purchase.total - net, refund }, purchase.total - net - refund);
  return sheet.done(refund);
}

/**
 * Refund that has to be paid back for goods that return: what was refunded for that many units.
 * @param unitNet purchase price per unit without VAT, fen
 */
export function refundToRepay(
  law: Law,
  returned: { quantity: number; unitNet: number },
  refundRate: Figure,
): Working {
  const sheet = working('refundToRepay');
  const repayFirst = law.find('returnReliefMonths');
  if (repayFirst) sheet.use(repayFirst);
  const net = sheet.step('netOfReturned', returned, mulDiv(returned.quantity, returned.unitNet, 1));
  const rate = sheet.use(refundRate);
  return sheet.done(sheet.step('refund', { net, refundRate: rate }, ppmOf(net, rate)));
}

/**
 * 9810 离境即退税、销售再核算: refund on departure, settled by the April return of the next year.
 * @param sold ppm of the shipment sold by then
 * @returns what must be repaid (and may be claimed again once sold)
 */
export function preRefundSettlement(
  law: Law,
  shipment: { net: number; sold: number },
  refundRate: Figure,
): Working {
  const sheet = working('preRefundSettlement');
  sheet.use(law.get('preRefund9810'));
  const rate = sheet.use(refundRate);
  const advance = sheet.step('preRefund', { net: shipment.net, refundRate: rate }, ppmOf(shipment.net, rate));
  const final = sheet.step(
    'finalRefund',
    { preRefund: advance, sold: shipment.sold },
    ppmOf(advance, shipment.sold),
  );
  return sheet.done(sheet.step('repay', { preRefund: advance, finalRefund: final }, advance - final));
}

export interface ProducerMonth {
  /** FOB value of exports in fen */
  fob: number;
  /** levy rate of the goods, ppm */
  levy: number;
  /** input VAT of the period, output VAT on domestic sales, credit carried in: fen */
  input: number;
  domesticOutput: number;
  carryIn: number;
  /** price of duty-free materials, fen (0 when none) */
  freeMaterials?: number;
}

export interface ProducerRefund extends Working {
  payable: number;
  exemptCredit: number;
  carryOut: number;
}

/**
 * 免抵退税, the method of producers: exempt, credit against domestic VAT, refund the rest up to the cap.
 * `result` is the refund; surcharges on the exempt credit are the last step.
 */
export function exemptCreditRefund(law: Law, month: ProducerMonth, refundRate: Figure): ProducerRefund {
  const sheet = working('exemptCreditRefund');
  const { fob, levy, input, domesticOutput, carryIn, freeMaterials = 0 } = month;
  const rate = sheet.use(refundRate);
  const base = fob - freeMaterials;
  const nondeductible = sheet.step(
    'nondeductible',
    { base, levy, refundRate: rate },
    ppmOf(base, levy - rate),
  );
  const due = sheet.step(
    'taxableNow',
    { domesticOutput, input, nondeductible, carryIn },
    domesticOutput - (input - nondeductible) - carryIn,
  );
  const cap = sheet.step('refundCap', { base, refundRate: rate }, ppmOf(base, rate));
  const left = Math.max(0, 0 - due);
  const refund = sheet.step('refundOfLeft', { left, cap }, Math.min(left, cap));
  const exemptCredit = sheet.step('exemptCredit', { cap, refund }, cap - refund);
  const carryOut = sheet.step('carryOut', { left, refund }, left - refund);
  const surcharges = sheet.use(law.get('vatSurcharges'));
  sheet.step('surcharges', { exemptCredit, rate: surcharges }, ppmOf(exemptCredit, surcharges));
  return { ...sheet.done(refund), payable: Math.max(0, due), exemptCredit, carryOut };
}
