import { PPM, mulDiv } from './money.ts';
import type { Invoice } from './records.ts';

/** VAT in ppm that an invoice shows and its buyer may claim: an ordinary invoice, or none, lets nobody claim. */
export const CLAIMABLE_VAT: Readonly<Record<Invoice, number>> = {
  special13: 130_000,
  special9: 90_000,
  special3: 30_000,
  ordinary: 0,
  none: 0,
};

/**
 * Splits a price with VAT (fen) into what the goods cost and what may be claimed as input VAT:
 * net = price ÷ (1 + rate), rounded half up; without a special invoice all of it is cost.
 */
export function splitInvoice(price: number, invoice: Invoice): { net: number; vat: number } {
  const net = mulDiv(price, PPM, PPM + CLAIMABLE_VAT[invoice]);
  return { net, vat: price - net };
}

export const isSpecial = (invoice: Invoice): boolean => CLAIMABLE_VAT[invoice] > 0;
