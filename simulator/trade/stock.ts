import { put, type Effect, type Scene } from '../kernel/index.ts';
import { emptyGoods, receive, type GoodsBook } from './goods.ts';
import { splitInvoice } from './invoice.ts';
import type { Lot, Order, Parcel } from './records.ts';

/** The book of goods of a run: where every piece of every lot is. Record `goods` under `book`. */
export const bookOf = (scene: Scene): GoodsBook => scene.find<GoodsBook>('goods', 'book') ?? emptyGoods();

export const keepBook = (goods: GoodsBook): Effect => put('goods', 'book', goods);

/** The book with a lot that came in. */
export function bookLot(goods: GoodsBook, lot: Lot): GoodsBook {
  return receive(goods, {
    id: lot.id,
    product: lot.goods,
    quantity: lot.pieces,
    unitCost: splitInvoice(lot.price, lot.invoice).net,
    invoice: lot.invoice,
    receivedAt: lot.received,
  });
}

/** Pieces of these goods on the shelf that no parcel has taken. */
export function freePieces(scene: Scene, goods: string): number {
  return scene.all<Lot>('lots').reduce((sum, [, lot]) => sum + (lot.goods === goods ? lot.free : 0), 0);
}

/** Pieces that buyers have ordered and that are not yet packed. */
export function promisedPieces(scene: Scene, goods: string): number {
  return scene.all<Order>('orders').reduce((sum, [orderNo, order]) => {
    if (order.goods !== goods || order.cancelled) return sum;
    const packed = (scene.find<Parcel>('parcels', orderNo)?.lots.length ?? 0) > 0;
    return packed ? sum : sum + order.pieces;
  }, 0);
}
