import { COMMISSION, ORDER_FEE } from '../../offices/platform/terms.ts';
import { toFen } from '../../trade/fx.ts';
import { splitInvoice } from '../../trade/invoice.ts';
import { ppmOf } from '../../trade/money.ts';
import type { Venture } from '../../trade/venture.ts';

/**
 * What one piece would leave if all goes well: one order of one piece, the buyer pays the carriage, nothing is late,
 * returned or fined. A figure to begin with; the run is there to show what becomes of it. Fen, costs negative.
 */
export interface PieceEconomics {
  sales: number;
  /** Purchase price without what a special invoice lets one claim. */
  goods: number;
  commission: number;
  orderFee: number;
  /** Input VAT that no refund gives back (on the summary route with a special invoice), or 0. */
  vatLost: number;
  margin: number;
  /** Refund that comes as money, included in none of the above. */
  refund: number;
}

/** @param rate CNY per US dollar in millionths */
export function pieceEconomics({ price, cost, invoice, refund, vat }: Venture, rate: number): PieceEconomics {
  const cny = (cents: number): number => toFen(cents, 'USD', rate);
  const { net, vat: claimable } = splitInvoice(cost, invoice);
  const back = claimable > 0 ? Math.min(claimable, ppmOf(net, Math.min(refund, vat))) : 0;
  const parts = {
    sales: cny(price),
    goods: 0 - net,
    commission: 0 - cny(ppmOf(price, COMMISSION)),
    orderFee: 0 - cny(ORDER_FEE),
    vatLost: back - claimable,
  };
  return {
    ...parts,
    margin: parts.sales + parts.goods + parts.commission + parts.orderFee + parts.vatLost,
    refund: back,
  };
}
