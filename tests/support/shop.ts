import { Play, aScenario } from './trade.ts';
import type { Order } from '../../simulator/trade/records.ts';
import type { Setup } from '../../simulator/trade/setup.ts';
import { definitions } from '../../simulator/offices/platform/index.ts';

/** Nobody drops out, cheats, cancels, sends back or charges back, unless a test says so. */
export const CALM = { unpaid: false, fraud: false, 'buyer-cancel': false, return: false, chargeback: false };

export const FORM = {
  goods: 'basket',
  hs: '4602110000',
  price: 2_499,
  title: 'descriptive',
  contents: [
    'mainPhoto',
    'scenePhotos',
    'dimensions',
    'material',
    'usage',
    'warning',
    'video',
    'responsiblePerson',
  ],
  claims: [],
  countries: ['502', '304'],
};

/** A firm with a shop and a hundred baskets. */
export function aShop(changes: Partial<Setup> = {}, seed = 'test'): Play {
  return new Play({
    definitions,
    machines: { platform: 'platform/market', payouts: 'platform/payout' },
    listeners: ['voyage', 'bank', 'zone'],
    setup: aScenario({
      stock: [{ goods: 'basket', pieces: 100, supplier: 'weaver' }],
      fixed: CALM,
      ...changes,
    }),
    seed,
  });
}

export const listed = (changes: Partial<Setup> = {}, form: object = {}, seed = 'test'): Play =>
  aShop(changes, seed).when('platform', 'listGoods', { ...FORM, ...form });

export interface Sold {
  play: Play;
  order: Order;
  orderNo: string;
}

/** A shop whose only order has just been paid (or cancelled unpaid). */
export function sold(fixed: Record<string, boolean> = {}, changes: Partial<Setup> = {}, seed = 'test'): Sold {
  const demand = { orders: 1, days: 1, elasticity: 30_000, maxPieces: 1 };
  const play = listed({ demand, fixed: { ...CALM, ...fixed }, ...changes }, {}, seed);
  return { play, ...nextPaid(play, 0) };
}

/** Lets time run until the order of this place has been paid or given up. */
export function nextPaid(play: Play, place: number): { order: Order; orderNo: string } {
  for (let order = orderAt(play, place); ; order = orderAt(play, place)) {
    if (order && (order.paid !== null || order.cancelled)) return { order, orderNo: order.orderNo };
    play.toNextEvent();
  }
}

const orderAt = (play: Play, place: number): Order | undefined => play.all<Order>('orders')[place];

/** The parcel leaves and arrives, as the mode would report it. */
export function delivered(fixed: Record<string, boolean> = {}, changes: Partial<Setup> = {}): Sold {
  const shop = sold(fixed, changes);
  const { play, orderNo } = shop;
  play
    .letter('platform', { type: 'SHIPPED', orderNo })
    .after(8)
    .letter('platform', { type: 'DELIVERED', orderNo });
  return shop;
}
