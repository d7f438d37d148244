import { expect, test } from 'vitest';
import { delivered, sold, type Sold } from '../../../tests/support/shop.ts';
import type {
  Dispute,
  HiddenFaults,
  Order,
  Parcel,
  Payout,
  PlatformCharge,
  Proceeds,
} from '../../trade/records.ts';

type Shop = Sold;
const caseOf = ({ play, orderNo }: Shop) => play.record<Dispute>('disputes', orderNo);
const gross = ({ order }: Shop) => order.goodsValue + order.freight;
const decide = ({ play, orderNo }: Shop, option: string) =>
  play.letter('platform', { type: 'RETURN_DECIDED', orderNo, option });

/** A delivered order whose buyer wants to send it back. */
function returned(fixed: Record<string, boolean> = {}): Shop {
  const shop = delivered({ return: true, ...fixed });
  while (shop.play.stateOf(`dispute:${shop.orderNo}`) === null) shop.play.after(1);
  return shop;
}

/** A delivered order with tracking whose payer says that nothing came. */
function chargedBack(fixed: Record<string, boolean> = {}, tracked = true): Shop {
  const shop = delivered({ chargeback: true, ...fixed });
  const parcel = {
    orderNo: shop.orderNo,
    lots: [],
    logisticsNo: tracked ? 'LP1' : '',
    delivered: shop.play.world.now,
  };
  const { play } = shop;
  play.world = {
    ...play.world,
    records: { ...play.world.records, parcels: { [shop.orderNo]: parcel as unknown as Parcel as never } },
  };
  while (play.stateOf(`dispute:${shop.orderNo}`) === null) play.after(1);
  return shop;
}

test('a buyer asks within two to fourteen days; the seller has three days to answer', () => {
  const shop = returned();
  expect(shop.play.heard('voyage', 'RETURN_ASKED')).toMatchObject([{ orderNo: shop.orderNo }]);
  expect(caseOf(shop)).toMatchObject({ kind: 'return', outcome: '' });
  expect(caseOf(shop)!.answerBy - caseOf(shop)!.opened).toBe(3 * 86_400_000);
  expect(shop.play.papers('returnRequest')).toHaveLength(1);
});

test('refund only: the buyer has all money back, the goods stay abroad', () => {
  const shop = decideAnd('refundOnly');
  expect(caseOf(shop)?.outcome).toBe('refunded');
  expect(shop.play.balance('sales', 'USD')).toBe(0);
  expect(shop.play.heard('voyage', 'REFUNDED_BUYER')).toHaveLength(1);
});

function decideAnd(option: string, days = 0, fixed: Record<string, boolean> = {}): Shop {
  const shop = returned(fixed);
  decide(shop, option).after(days);
  return shop;
}

test('return home: the refund waits until the carrier has scanned the parcel on its way', () => {
  const shop = decideAnd('returnHome', 3);
  expect(shop.play.balance('sales', 'USD')).toBe(-gross(shop));
  shop.play.after(8);
  expect(caseOf(shop)?.outcome).toBe('returned');
  expect(shop.play.balance('sales', 'USD')).toBe(0);
});

test('resend: the first sale is refunded and the same buyer orders the same once more', () => {
  const shop = decideAnd('resend', 1);
  const [first, second] = shop.play.all<Order>('orders');
  expect(caseOf(shop)?.outcome).toBe('resent');
  expect(second).toMatchObject({
    buyer: first!.buyer,
    goods: first!.goods,
    pieces: first!.pieces,
    unitPrice: first!.unitPrice,
  });
  expect(second!.orderNo).not.toBe(first!.orderNo);
  expect(shop.play.stateOf(`order:${second!.orderNo}`)).toBe('paid');
  expect(shop.play.heard('voyage', 'ORDERED')).toHaveLength(2);
});

test('refuse: the platform judges; a refusal that is upheld against the seller costs the sale and credit', () => {
  const lost = decideAnd('refuse', 8, { escalation: true });
  expect(caseOf(lost)?.outcome).toBe('refunded');
  expect(lost.play.balance('sales', 'USD')).toBe(0);
  expect(lost.play.heard('zone').at(-1)).toMatchObject({ code: 'returnRefusedWrongly' });
  const kept = decideAnd('refuse', 8, { escalation: false });
  expect(caseOf(kept)?.outcome).toBe('dismissed');
  expect(kept.play.balance('sales', 'USD')).toBe(-gross(kept));
  kept.play.after(40);
  expect(kept.play.record<Payout>('payouts', 'PO001')?.orders).toEqual([kept.orderNo]);
});

test('who stays silent refunds, and loses credit', () => {
  const shop = returned();
  shop.play.after(4);
  expect(caseOf(shop)?.outcome).toBe('refunded');
  expect(shop.play.heard('zone').at(-1)).toMatchObject({ code: 'disputeUnanswered' });
  decide(shop, 'refuse');
  expect(caseOf(shop)?.outcome).toBe('refunded');
});

test('a refund of the seller’s own accord closes the case, once', () => {
  const shop = returned();
  shop.play
    .letter('platform', { type: 'REFUND_BUYER', orderNo: shop.orderNo, amount: gross(shop) })
    .after(20);
  expect(caseOf(shop)?.outcome).toBe('refunded');
  expect(shop.play.all<PlatformCharge>('charges').filter(({ kind }) => kind === 'refund')).toHaveLength(1);
});

test('while a case is open its sale is not paid out, and once it is closed it is', () => {
  const shop = delivered();
  const { play, orderNo } = shop;
  // The last day before a cut: the money is available, and then the buyer asks.
  play.after(12);
  const cut = play.world.timers.find(({ letter }) => letter.type === 'CYCLE')!.due;
  const order = play.world.machines[`order:${orderNo}`]!;
  expect(order.value).toBe('delivered');
  play.letter(`order:${orderNo}`, { type: 'RETURN_WANTED', reason: 'changedMind' });
  decide(shop, 'returnHome');
  play.after((cut - play.world.now) / 86_400_000 + 0.01);
  expect([caseOf(shop)?.outcome, play.all('payouts')]).toEqual(['', []]);
  play.after(40);
  expect(caseOf(shop)?.outcome).toBe('returned');
});

/** The only order of a run of this seed, packed from a lot in which every piece is faulty. */
function faultyDelivery(seed: string): Shop {
  const fixed = { unpaid: false, fraud: false, 'buyer-cancel': false, chargeback: false };
  const shop = sold({}, { fixed }, seed);
  const { play, orderNo } = shop;
  const parcel = { orderNo, lots: [{ lot: 'S1', pieces: 1 }], logisticsNo: 'LP1', delivered: null };
  const hidden: HiddenFaults = { pieces: 100 };
  const records = { ...play.world.records, parcels: { [orderNo]: parcel }, faults: { S1: { ...hidden } } };
  play.world = { ...play.world, records };
  play
    .letter('platform', { type: 'SHIPPED', orderNo })
    .letter('platform', { type: 'DELIVERED', orderNo })
    .after(15);
  return shop;
}

test('six in ten of the buyers of a faulty piece send it back, and say why', () => {
  const reasons = Array.from({ length: 60 }, (_, seed) => caseOf(faultyDelivery(String(seed)))?.reason);
  const named = reasons.filter((reason) => reason === 'faulty').length;
  expect(named).toBeGreaterThan(24); // 36 ± 3 standard deviations of a binomial of 60 and 0.6
  expect(named).toBeLessThan(48);
});

test('a chargeback takes the money first; tracking to the door brings it back', () => {
  const shop = chargedBack({ representment: true });
  expect(shop.play.balance('claimsReceivable', 'USD')).toBe(gross(shop));
  expect(shop.play.heard('voyage', 'DISPUTED')).toMatchObject([
    { orderNo: shop.orderNo, reason: 'notReceived' },
  ]);
  shop.play.when(`dispute:${shop.orderNo}`, 'representment', { evidence: ['tracking', 'orderPage'] });
  expect(shop.play.findings).toEqual([]);
  shop.play.after(60);
  expect(caseOf(shop)?.outcome).toBe('won');
  expect(shop.play.balance('claimsReceivable', 'USD')).toBe(0);
  expect(shop.play.balance('sales', 'USD')).toBe(-gross(shop));
  const paid = shop.play.all<Payout>('payouts').reduce((sum, { net }) => sum + net, 0);
  expect(paid).toBe(gross(shop) - Math.round(gross(shop) * 0.15) - 50);
  expect(shop.play.all<PlatformCharge>('charges').filter(({ payout }) => payout === '')).toEqual([]);
  expect(shop.play.balance('platformReserve', 'USD')).toBe(0);
});

test('tracking that does not exist proves nothing', () => {
  const shop = chargedBack({}, false);
  shop.play.when(`dispute:${shop.orderNo}`, 'representment', { evidence: ['tracking'] });
  expect(shop.play.findings).toEqual(['trackingNotThere']);
});

test.each([['silent'], ['lost']])('a chargeback that is %s costs the sale and twenty dollars', (how) => {
  const shop = chargedBack({ representment: false });
  if (how === 'lost') shop.play.when(`dispute:${shop.orderNo}`, 'representment', { evidence: ['photos'] });
  shop.play.after(60);
  expect(caseOf(shop)?.outcome).toBe('lost');
  expect(shop.play.balance('claimsReceivable', 'USD')).toBe(0);
  expect(shop.play.balance('sales', 'USD')).toBe(0);
  expect(shop.play.record<Proceeds>('proceeds', shop.orderNo)?.refunded).toBe(gross(shop));
  expect(shop.play.all<PlatformCharge>('charges').find(({ kind }) => kind === 'chargebackFee')?.amount).toBe(
    2_000,
  );
});

test('whoever would refund a sale that the card bank took already is kept from paying twice', () => {
  const shop = chargedBack();
  shop.play.letter('platform', { type: 'REFUND_BUYER', orderNo: shop.orderNo, amount: gross(shop) });
  expect(shop.play.notes('refundWouldBeDouble')).toHaveLength(1);
  expect(shop.play.all<PlatformCharge>('charges').filter(({ kind }) => kind === 'refund')).toEqual([]);
});
