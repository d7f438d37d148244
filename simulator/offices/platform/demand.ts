import { PPM, allocate, mulDiv } from '../../trade/money.ts';
import type { Destination, Setup } from '../../trade/setup.ts';
import { DAY } from '../../trade/time.ts';

/** Even a give-away finds no more than so many buyers for each at the fair price. */
const MOST = 3 * PPM;

/** Demand at a price against demand at the fair price, ppm: linear, by the scenario's elasticity per percent. */
export function priceFactor(price: number, fairPrice: number, elasticity: number): number {
  if (fairPrice <= 0) return PPM;
  const change = mulDiv(elasticity * 100, price - fairPrice, fairPrice);
  return Math.min(MOST, Math.max(0, PPM - change));
}

/** A page without content halves demand, a full one leaves it whole, ppm. */
export const contentFactor = (score: number): number => 500_000 + 5_000 * score;

/** Orders per visit that the listing may expect, ppm. */
export const expectedOrders = (price: number, fairPrice: number, elasticity: number, score: number): number =>
  mulDiv(priceFactor(price, fairPrice, elasticity), contentFactor(score), PPM);

/** The scenario's orders shared evenly among its goods; the remainder is the last one's. */
export function ordersFor({ demand, goods }: Setup, id: string): number {
  const shares = allocate(
    demand.orders,
    goods.map(() => 1),
  );
  return shares[goods.findIndex((item) => item.id === id)] ?? 0;
}

/** Span of one visit: so much time stands for one order at the fair price. */
export const visitSpan = (setup: Setup, goods: string): number =>
  Math.max(1, mulDiv(Math.max(1, setup.demand.days) * DAY, 1, Math.max(1, ordersFor(setup, goods)), 'down'));

/** The destination that a draw of 1 … the sum of all shares falls on. */
export function destinationAt(destinations: readonly Destination[], draw: number): Destination {
  let left = draw;
  for (const destination of destinations) {
    left -= destination.share;
    if (left <= 0) return destination;
  }
  return destinations.at(-1)!;
}
