import { expect, test } from 'vitest';
import { CALM, delivered, listed, sold, type Sold } from '../../../tests/support/shop.ts';
import { aScenario } from '../../../tests/support/trade.ts';
import type { Parcel, Proceeds } from '../../trade/records.ts';
import { getDay } from '../../trade/time-format.ts';
import { dayOf, instantOf, MINUTE } from '../../trade/time.ts';
import { shipByOf } from './order.ts';

const proceeds = (shop: Sold) => shop.play.record<Proceeds>('proceeds', shop.orderNo);
const cancelled = (shop: Sold) => shop.play.record<{ cancelled: boolean }>('orders', shop.orderNo)?.cancelled;

/** The mode has taken goods off the shelf for this order. */
function pack({ play, orderNo }: Sold): void {
  const parcel = {
    orderNo,
    lots: [{ lot: 'S1', pieces: 1 }],
    logisticsNo: '',
    delivered: null,
  } as unknown as Parcel;
  play.world = { ...play.world, records: { ...play.world.records, parcels: { [orderNo]: parcel as never } } };
}

test('an order is paid within half an hour, and the buyer’s money waits at the platform', () => {
  const shop = sold();
  const { play, order, orderNo } = shop;
  expect(play.stateOf(`order:${orderNo}`)).toBe('paid');
  expect(order.paid! - order.ordered).toBeGreaterThanOrEqual(2 * MINUTE);
  expect(order.paid! - order.ordered).toBeLessThanOrEqual(30 * MINUTE);
  const gross = order.goodsValue + order.freight;
  expect(proceeds(shop)).toMatchObject({ gross, refunded: 0, delivered: null, payout: '' });
  expect(play.balance('customerAdvances', 'USD')).toBe(-gross);
  expect(play.balance('platformReserve', 'USD')).toBe(gross - 20);
  expect(play.heard('voyage').map(({ type }) => type)).toEqual(['ORDERED', 'PAID']);
});

test.each([
  ['unpaid', 'orderNotPaid'],
  ['fraud', 'orderNotPaid'],
])('an order that is %s is cancelled before any money moves', (stream, note) => {
  const shop = sold({ [stream]: true });
  expect(shop.play.stateOf(`order:${shop.orderNo}`)).toBe('cancelled');
  expect(cancelled(shop)).toBe(true);
  expect(shop.play.balance('customerAdvances', 'USD')).toBe(0);
  expect(shop.play.heard('voyage').map(({ type }) => type)).toEqual(['ORDERED', 'ORDER_CANCELLED']);
  expect(shop.play.notes(note)).toHaveLength(1);
});

test.each([
  ['2026-11-02', '2026-11-04'], // Monday: Wednesday
  ['2026-11-05', '2026-11-09'], // Thursday: Monday
  ['2026-09-30', '2026-10-09'], // before the National Day week
])('an order paid on %s counts as shipped on time until the end of %s', (paid, last) => {
  const at = shipByOf(instantOf(getDay(paid), 15));
  expect(dayOf(at)).toBe(getDay(last));
  expect(dayOf(at + 1)).toBe(getDay(last) + 1);
});

test('shipped in time earns credit, shipped late costs a dollar and credit', () => {
  const early = sold();
  early.play.letter('platform', { type: 'SHIPPED', orderNo: early.orderNo });
  expect(early.play.heard('zone')).toMatchObject([
    { type: 'CREDIT', code: 'shippedOnTime', dimension: 4, delta: 1_000 },
  ]);
  const late = sold();
  late.play.after(4);
  expect(late.play.stateOf(`order:${late.orderNo}`)).toBe('late');
  expect(late.play.heard('zone')).toMatchObject([{ code: 'shippedLate', delta: -10_000 }]);
  expect(late.play.balance('platformFees', 'USD')).toBe(120);
  late.play.letter('platform', { type: 'SHIPPED', orderNo: late.orderNo });
  expect(late.play.stateOf(`order:${late.orderNo}`)).toBe('shipped');
  expect(late.play.heard('zone')).toHaveLength(1);
});

test('an order that nobody packs is cancelled days later and the buyer has all money back', () => {
  const shop = sold();
  shop.play.after(14);
  expect(shop.play.stateOf(`order:${shop.orderNo}`)).toBe('cancelled');
  expect(shop.play.balance('customerAdvances', 'USD')).toBe(0);
  expect(shop.play.balance('platformReserve', 'USD')).toBe(-120); // listing and lateness
  expect(shop.play.heard('voyage', 'ORDER_CANCELLED')).toHaveLength(1);
});

test('a buyer may cancel before packing, not after', () => {
  const free = sold({ 'buyer-cancel': true });
  free.play.after(2);
  expect(cancelled(free)).toBe(true);
  expect(proceeds(free)?.gross).toBe(0);
  const packed = sold({ 'buyer-cancel': true });
  pack(packed);
  packed.play.after(2);
  expect(cancelled(packed)).toBe(false);
  expect(packed.play.notes('cancelTooLate')).toHaveLength(1);
});

test('the seller may cancel before packing at a price in credit, not after', () => {
  const shop = sold();
  shop.play.when(`order:${shop.orderNo}`, 'cancelOrder');
  expect(cancelled(shop)).toBe(true);
  expect(shop.play.heard('zone')).toMatchObject([{ code: 'sellerCancelled' }]);
  const packed = sold();
  pack(packed);
  packed.play.when(`order:${packed.orderNo}`, 'cancelOrder');
  expect(packed.play.findings).toEqual(['alreadyPacked']);
});

test('with delivery the advance becomes revenue and the seven days begin', () => {
  const shop = delivered();
  const gross = shop.order.goodsValue + shop.order.freight;
  expect(shop.play.balance('customerAdvances', 'USD')).toBe(0);
  expect(shop.play.balance('sales', 'USD')).toBe(-gross);
  expect(proceeds(shop)!.available! - proceeds(shop)!.delivered!).toBe(7 * 86_400_000);
});

test('a lost parcel is refunded in full and never becomes revenue', () => {
  const shop = sold();
  shop.play
    .letter('platform', { type: 'SHIPPED', orderNo: shop.orderNo })
    .after(10)
    .letter('platform', { type: 'LOST', orderNo: shop.orderNo });
  expect(shop.play.stateOf(`order:${shop.orderNo}`)).toBe('lost');
  expect(shop.play.balance('sales', 'USD')).toBe(0);
  expect(shop.play.balance('customerAdvances', 'USD')).toBe(0);
  expect(shop.play.heard('voyage', 'REFUNDED_BUYER')).toHaveLength(1);
});

test('letters about an order that nobody placed are ignored', () => {
  const play = listed({ fixed: CALM }).letter('platform', { type: 'DELIVERED', orderNo: 'nobody' });
  play.letter('platform', { type: 'REFUND_BUYER', orderNo: 'nobody', amount: 5 });
  expect(play.last?.outcome).toBe('done');
  expect(aScenario().fixed).toEqual({});
});
