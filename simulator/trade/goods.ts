import { mulDiv } from './money.ts';
import type { Invoice } from './records.ts';
import type { Instant } from './time.ts';

/**
 * Where goods can be. `returning` is on the way back, `lost` and `scrapped` are ends; nothing ever leaves the
 * books, so for every lot the quantities over all places add up to what was received. The book is a plain JSON
 * value (type aliases, because interfaces are no Json) that a run keeps among its records.
 */
export const GOODS_PLACES = [
  'onHand',
  'allocated',
  'atSite',
  'inTransit',
  'delivered',
  'returning',
  'lost',
  'scrapped',
] as const;
export type GoodsPlace = (typeof GOODS_PLACES)[number];

/** One purchase of one product. `unitCost` is fen per unit without recoverable VAT. */
export type GoodsLot = {
  id: string;
  product: string;
  quantity: number;
  unitCost: number;
  /** what invoice came with it: decides later between refund and exemption */
  invoice: Invoice;
  receivedAt: Instant;
};

/** `ref` is what the goods are bound to (an order or parcel), '' when to nothing. */
export type Holding = {
  lot: string;
  place: GoodsPlace;
  ref: string;
  quantity: number;
};

export type GoodsMove = {
  at: Instant;
  lot: string;
  quantity: number;
  from: GoodsPlace | 'supplier';
  to: GoodsPlace;
  ref: string;
};

export type GoodsBook = {
  lots: GoodsLot[];
  holdings: Holding[];
  moves: GoodsMove[];
};

export const emptyGoods = (): GoodsBook => ({ lots: [], holdings: [], moves: [] });

export interface Spot {
  place: GoodsPlace;
  ref?: string;
}

/** A part of one lot, as taken by a move; cost in fen. */
export interface Taken {
  lot: string;
  quantity: number;
  cost: number;
}

/** Units of a product at a place (under one ref, or under all). */
export function quantityAt(goods: GoodsBook, product: string, place: GoodsPlace, ref?: string): number {
  const lots = new Set(goods.lots.filter((lot) => lot.product === product).map((lot) => lot.id));
  let total = 0;
  for (const holding of goods.holdings) {
    if (lots.has(holding.lot) && holding.place === place && (ref === undefined || holding.ref === ref))
      total += holding.quantity;
  }
  return total;
}

export const availableOf = (goods: GoodsBook, product: string): number =>
  quantityAt(goods, product, 'onHand');

/** @throws RangeError when the id is taken or the quantity is no whole number above 0 */
export function receive(goods: GoodsBook, lot: GoodsLot): GoodsBook {
  demandQuantity(lot.quantity);
  if (goods.lots.some((known) => known.id === lot.id))
    throw new RangeError(`lot ${lot.id} was received before`);
  return {
    lots: [...goods.lots, lot],
    holdings: [...goods.holdings, { lot: lot.id, place: 'onHand', ref: '', quantity: lot.quantity }],
    moves: [
      ...goods.moves,
      { at: lot.receivedAt, lot: lot.id, quantity: lot.quantity, from: 'supplier', to: 'onHand', ref: '' },
    ],
  };
}

/**
 * Moves units of a product between places, oldest lot first.
 * @param to `ref` of the destination; without one the goods keep theirs, except on hand, where they are free again
 * @throws RangeError when there are fewer than `quantity` units: ask `quantityAt` first and refuse with a reason
 */
export function moveGoods(
  goods: GoodsBook,
  what: { product: string; quantity: number; from: Spot; to: Spot; at: Instant },
): { goods: GoodsBook; taken: Taken[] } {
  demandQuantity(what.quantity);
  let missing = what.quantity;
  const holdings = goods.holdings.map((holding) => ({ ...holding }));
  const moves = [...goods.moves];
  const taken: Taken[] = [];
  for (const lot of goods.lots) {
    if (lot.product !== what.product) continue;
    for (const holding of [...holdings]) {
      const fits = holding.lot === lot.id && holding.place === what.from.place;
      if (!fits || (what.from.ref !== undefined && holding.ref !== what.from.ref)) continue;
      const quantity = Math.min(holding.quantity, missing);
      if (quantity === 0) continue;
      holding.quantity -= quantity;
      missing -= quantity;
      const ref = what.to.place === 'onHand' ? '' : (what.to.ref ?? holding.ref);
      addHolding(holdings, { lot: lot.id, place: what.to.place, ref, quantity });
      taken.push({ lot: lot.id, quantity, cost: mulDiv(lot.unitCost, quantity, 1) });
      moves.push({
        at: what.at,
        lot: lot.id,
        quantity,
        from: holding.place,
        to: what.to.place,
        ref: ref || holding.ref,
      });
    }
  }
  if (missing > 0)
    throw new RangeError(`${missing} of ${what.quantity} ${what.product} are not at ${what.from.place}`);
  return {
    goods: { lots: goods.lots, holdings: holdings.filter((holding) => holding.quantity > 0), moves },
    taken,
  };
}

function addHolding(holdings: Holding[], added: Holding): void {
  const same = holdings.find(
    (holding) => holding.lot === added.lot && holding.place === added.place && holding.ref === added.ref,
  );
  if (same) same.quantity += added.quantity;
  else holdings.push(added);
}

function demandQuantity(quantity: number): void {
  if (!Number.isSafeInteger(quantity) || quantity <= 0)
    throw new RangeError(`not a quantity of goods: ${quantity}`);
}

interface Verb {
  product: string;
  quantity: number;
  /** order or parcel */
  ref: string;
  at: Instant;
}

const verb =
  (from: GoodsPlace, to: GoodsPlace) =>
  (goods: GoodsBook, { product, quantity, ref, at }: Verb): { goods: GoodsBook; taken: Taken[] } =>
    moveGoods(goods, {
      product,
      quantity,
      at,
      from: from === 'onHand' ? { place: from } : { place: from, ref },
      to: { place: to, ref },
    });

/** Sets free stock aside for an order. */
export const allocateGoods = verb('onHand', 'allocated');
/** The order was given up before packing left: free stock again. */
export const freeGoods = verb('allocated', 'onHand');
export const bringToSite = verb('allocated', 'atSite');
/** The parcel comes back from the supervised site (cancelled, withdrawn). */
export const takeFromSite = verb('atSite', 'allocated');
export const shipGoods = verb('atSite', 'inTransit');
export const deliverGoods = verb('inTransit', 'delivered');
export const loseGoods = verb('inTransit', 'lost');
/** The buyer sends it back. */
export const returnGoods = verb('delivered', 'returning');
export const restockGoods = verb('returning', 'onHand');
export const scrapGoods = verb('returning', 'scrapped');

/** Lots whose places do not add up to what was received; empty as long as goods are conserved. */
export function findLeaks(goods: GoodsBook): { lot: string; received: number; found: number }[] {
  const leaks: { lot: string; received: number; found: number }[] = [];
  for (const lot of goods.lots) {
    const found = goods.holdings.reduce(
      (total, holding) => total + (holding.lot === lot.id ? holding.quantity : 0),
      0,
    );
    if (found !== lot.quantity) leaks.push({ lot: lot.id, received: lot.quantity, found });
  }
  return leaks;
}
