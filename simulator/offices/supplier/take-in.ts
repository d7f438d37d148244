import {
  keep,
  post,
  put,
  send,
  type Effect,
  type Line,
  type Params,
  type Scene,
} from '../../kernel/index.ts';
import { splitInvoice } from '../../trade/invoice.ts';
import { moveLines, type PostingLine } from '../../trade/ledger.ts';
import type { Lot, Purchase, SupplierInvoice } from '../../trade/records.ts';
import { bookLot, bookOf, keepBook } from '../../trade/stock.ts';
import { findSupplier } from './rules.ts';

interface Taken {
  /** Pieces that go on the shelf. */
  good: number;
  /** What the supplier gets in the end, fen with VAT. */
  total: number;
  returned: number;
  scrapped: number;
}

/**
 * Puts the goods on the shelf and pays the balance. The VAT of a special invoice stays with the prepayments until the
 * invoice is there: only then may it be claimed.
 */
export function takeIn(
  scene: Scene,
  purchase: Purchase,
  { good, total, returned, scrapped }: Taken,
): Effect[] {
  const { supplier, goods, price, invoice } = purchase;
  const lot: Lot = {
    id: purchase.lot,
    goods,
    supplier,
    received: scene.now,
    pieces: good,
    free: good,
    price,
    invoice,
    certificates: findSupplier(scene, supplier)?.certificates ?? [],
  };
  const refs = { purchase: purchase.id, supplier, lot: lot.id };
  const pending: SupplierInvoice = {
    lot: lot.id,
    supplier,
    kind: invoice,
    total,
    ...splitInvoice(total, invoice),
    arrived: 0,
  };
  return [
    ...payBalance(purchase, total, refs),
    post('goodsReceived', goodsLines(lot, total), refs),
    put('lots', lot.id, lot),
    keepBook(bookLot(bookOf(scene), lot)),
    keep({ invoice: { ...pending } }),
    put<Purchase>('purchases', purchase.id, { ...purchase, state: 'accepted', due: 0, returned, scrapped }),
    send('voyage', { type: 'GOODS_IN', lot: lot.id }),
  ];
}

/** Negative when the deposit was more than the good pieces cost: then the supplier pays back. */
function payBalance({ price, pieces, due }: Purchase, total: number, refs: Params): Effect[] {
  const deposit = price * pieces - due;
  const balance = total - deposit;
  if (balance === 0) return [];
  return [post('purchaseBalance', moveLines('bankCny', 'prepayments', 'CNY', balance), refs)];
}

/** Good pieces at cost; what was paid for waste is a loss. */
function goodsLines(lot: Lot, total: number): Line[] {
  const { net } = splitInvoice(total, lot.invoice);
  const cost = splitInvoice(lot.price * lot.pieces, lot.invoice).net;
  const lines: PostingLine[] = [
    { account: 'goods', currency: 'CNY', amount: cost },
    { account: 'finesAndLosses', currency: 'CNY', amount: net - cost },
    { account: 'prepayments', currency: 'CNY', amount: 0 - net },
  ];
  return lines.filter(({ amount }) => amount !== 0);
}
