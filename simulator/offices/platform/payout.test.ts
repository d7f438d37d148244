import { expect, test } from 'vitest';
import { CALM, delivered, listed, nextPaid, sold } from '../../../tests/support/shop.ts';
import type { Payout, Proceeds } from '../../trade/records.ts';
import { openingInstant } from '../../trade/opening.ts';
import type { Setup } from '../../trade/setup.ts';
import { DAY } from '../../trade/time.ts';

const payout = (shop: { play: ReturnType<typeof listed> }) => shop.play.record<Payout>('payouts', 'PO001');

test('seven days after delivery, at the next fourteen-day cut, the money is paid out gross less commission and fees', () => {
  const shop = delivered();
  const { play, order, orderNo } = shop;
  play.after(12);
  expect(payout(shop)).toBeNull();
  play.after(10);
  const gross = order.goodsValue + order.freight;
  const commission = Math.round(gross * 0.15);
  // 30 cents for the order, 20 for the listing
  expect(payout(shop)).toMatchObject({
    orders: [orderNo],
    gross,
    commission,
    refunds: 0,
    fees: 50,
    net: gross - commission - 50,
  });
  expect((payout(shop)!.paid - openingInstant(play.engine.setup as Setup)) % (14 * DAY)).toBe(0);
  expect(payout(shop)!.paid).toBeGreaterThanOrEqual(play.record<Proceeds>('proceeds', orderNo)!.available!);
  expect(play.heard('bank')).toEqual([{ type: 'INCOMING', payout: 'PO001' }]);
  expect(play.heard('voyage', 'PAID_OUT')).toEqual([{ type: 'PAID_OUT', payout: 'PO001' }]);
  expect(play.papers('payoutStatement')[0]?.body).toMatchObject({ gross, net: payout(shop)!.net });
});

test('after the payout the reserve is empty and the wallet holds the net amount for the bank to fetch', () => {
  const shop = delivered();
  shop.play.after(40);
  expect(shop.play.balance('platformReserve', 'USD')).toBe(0);
  expect(shop.play.balance('platformWallet', 'USD')).toBe(payout(shop)!.net);
  expect(shop.play.balance('platformFees', 'USD')).toBe(payout(shop)!.commission + payout(shop)!.fees);
});

test('a refund before the payout is netted, commission falls on what remains', () => {
  const shop = delivered();
  shop.play.letter('platform', { type: 'REFUND_BUYER', orderNo: shop.orderNo, amount: 1_000 }).after(40);
  const gross = shop.order.goodsValue + shop.order.freight;
  const commission = Math.round((gross - 1_000) * 0.15);
  expect(payout(shop)).toMatchObject({
    gross,
    refunds: 1_000,
    commission,
    net: gross - 1_000 - commission - 50,
  });
  expect(shop.play.balance('platformReserve', 'USD')).toBe(0);
  expect(shop.play.balance('sales', 'USD')).toBe(1_000 - gross);
});

test('no more is refunded than the buyer paid', () => {
  const shop = delivered();
  const gross = shop.order.goodsValue + shop.order.freight;
  for (const amount of [gross, 5_000, 1])
    shop.play.letter('platform', { type: 'REFUND_BUYER', orderNo: shop.orderNo, amount });
  expect(shop.play.balance('sales', 'USD')).toBe(0);
  expect(shop.play.heard('voyage', 'REFUNDED_BUYER')).toHaveLength(1);
});

test('a sale that was refunded whole leaves the shop owing its fees, and new sales pay for them', () => {
  const demand = { orders: 2, days: 80, elasticity: 30_000, maxPieces: 1 };
  const play = listed({ demand, fixed: CALM });
  const first = nextPaid(play, 0).orderNo;
  play
    .letter('platform', { type: 'SHIPPED', orderNo: first })
    .letter('platform', { type: 'DELIVERED', orderNo: first });
  play.letter('platform', { type: 'REFUND_BUYER', orderNo: first, amount: 999_999 }).after(22);
  expect(play.stateOf('payouts')).toBe('owing');
  expect(play.all('payouts')).toEqual([]);
  const second = nextPaid(play, 1).orderNo;
  play
    .letter('platform', { type: 'SHIPPED', orderNo: second })
    .letter('platform', { type: 'DELIVERED', orderNo: second });
  play.after(30);
  expect(play.record<Payout>('payouts', 'PO001')?.orders).toEqual([first, second]);
  expect(play.balance('platformReserve', 'USD')).toBe(0);
});

test('a frozen shop pays nothing out, and pays when it thaws', () => {
  const shop = delivered();
  shop.play.letter('platform', { type: 'FREEZE', reason: 'linkedAccount' }).after(40);
  expect(shop.play.stateOf('payouts')).toBe('frozen');
  expect(payout(shop)).toBeNull();
  expect(shop.play.notes('cycleMissed')).toHaveLength(1);
  shop.play.letter('platform', { type: 'UNFREEZE' }).after(15);
  expect(payout(shop)?.orders).toEqual([shop.orderNo]);
});

test('a parcel that was delivered while the shop was frozen is paid after it', () => {
  const shop = sold();
  shop.play.letter('platform', { type: 'FREEZE' });
  shop.play
    .letter('platform', { type: 'SHIPPED', orderNo: shop.orderNo })
    .letter('platform', { type: 'DELIVERED', orderNo: shop.orderNo });
  expect(shop.play.notes('payoutHeld')).toHaveLength(1);
  shop.play.after(5).letter('payouts', { type: 'UNFREEZE' }).after(30);
  expect(payout(shop)?.orders).toEqual([shop.orderNo]);
});

test('the cycle stands still when nothing is owed: time can run on without end', () => {
  const shop = delivered();
  shop.play.after(400);
  expect(shop.play.stateOf('payouts')).toBe('idle');
  expect(shop.play.world.timers).toEqual([]);
});
