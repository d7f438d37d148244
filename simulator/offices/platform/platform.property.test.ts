import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORM, aShop } from '../../../tests/support/shop.ts';
import { imbalanceOf } from '../../trade/ledger.ts';
import type { Dispute, Lot, Order, Parcel, Payout, PlatformCharge, Proceeds } from '../../trade/records.ts';

/** Many runs on a machine that others use too. */
const MINUTES = 120_000;

type Shop = ReturnType<typeof aShop>;

/** Packs as the mode does: pieces leave the shelf and are bound to the order. */
function pack(play: Shop, orderNo: string): void {
  const order = play.record<Order>('orders', orderNo)!;
  const lot = play.record<Lot>('lots', 'S1')!;
  if (order.cancelled || play.record('parcels', orderNo) || lot.free < order.pieces) return;
  const parcel = {
    orderNo,
    lots: [{ lot: 'S1', pieces: order.pieces }],
    logisticsNo: 'LP',
    delivered: null,
  } as unknown as Parcel;
  const { records } = play.world;
  play.world = {
    ...play.world,
    records: {
      ...records,
      parcels: { ...records.parcels, [orderNo]: parcel as never },
      lots: { ...records.lots, S1: { ...lot, free: lot.free - order.pieces } as never },
      faults: { S1: { pieces: 40 } },
    },
  };
}

const sum = (amounts: number[]): number => amounts.reduce((a, b) => a + b, 0);

/** What the books must say, from the records alone. */
function expectSoundBooks(play: Shop): void {
  const proceeds = play.all<Proceeds>('proceeds');
  const charges = play.all<PlatformCharge>('charges');
  const waiting = sum(proceeds.filter(({ payout }) => payout === '').map(({ gross }) => gross));
  const open = sum(charges.filter(({ payout }) => payout === '').map(({ amount }) => amount));
  expect(play.balance('platformReserve', 'USD')).toBe(waiting - open);
  expect(
    play.balance('customerAdvances', 'USD') +
      sum(proceeds.filter(({ delivered }) => delivered === null).map(({ gross }) => gross)),
  ).toBe(0);
  expect(play.balance('platformWallet', 'USD')).toBe(sum(play.all<Payout>('payouts').map(({ net }) => net)));
  for (const { gross, refunded } of proceeds) expect(refunded).toBeLessThanOrEqual(gross);
  for (const { gross, commission, refunds, fees, net } of play.all<Payout>('payouts')) {
    expect(net).toBe(gross - commission - refunds - fees);
    expect(net).toBeGreaterThan(0);
  }
  const paid = play.all<Payout>('payouts').flatMap(({ orders }) => orders);
  expect(new Set(paid).size).toBe(paid.length);
  for (const { orderNo, outcome, opened } of play.all<Dispute>('disputes')) {
    const payout = play.record<Payout>('payouts', play.record<Proceeds>('proceeds', orderNo)!.payout);
    if (outcome === '' && payout) expect(payout.paid).toBeLessThanOrEqual(opened);
  }
  const promised = play
    .all<Order>('orders')
    .filter(({ cancelled, orderNo }) => !cancelled && !play.record('parcels', orderNo));
  expect(sum(promised.map(({ pieces }) => pieces))).toBeLessThanOrEqual(play.record<Lot>('lots', 'S1')!.free);
}

test(
  'whatever sellers, buyers, carriers and banks do, the books follow the records and nothing throws',
  () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('pack' as const), which: fc.nat(30) }),
      fc.record({
        kind: fc.constant('letter' as const),
        which: fc.nat(30),
        type: fc.constantFrom(
          'SHIPPED',
          'SHIPPED',
          'DELIVERED',
          'DELIVERED',
          'LOST',
          'REFUND_BUYER',
          'RETURN_DECIDED',
          'CHARGE_BACK',
          'FREEZE',
          'UNFREEZE',
        ),
        option: fc.constantFrom('refundOnly', 'returnHome', 'refuse'),
        amount: fc.constantFrom(0, 1, 900, 999_999),
      }),
      fc.record({
        kind: fc.constant('move' as const),
        which: fc.nat(30),
        move: fc.constantFrom(
          'changePrice',
          'pauseListing',
          'resumeListing',
          'cancelOrder',
          'representment',
          'listGoods',
        ),
        price: fc.constantFrom(-1, 0, 1_500, 2_499, 9_999),
      }),
    );
    const odds = {
      unpaid: 200_000,
      fraud: 100_000,
      'buyer-cancel': 300_000,
      return: 500_000,
      chargeback: 400_000,
    };
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 5, maxLength: 45 }),
        fc.string({ maxLength: 4 }),
        (acts, seed) => {
          const play = aShop(
            { fixed: {}, odds, demand: { orders: 20, days: 30, elasticity: 30_000, maxPieces: 3 } },
            seed,
          );
          play.when('platform', 'listGoods', FORM).after(8);
          for (const step of acts) {
            const orders = play.all<Order>('orders');
            // A move about a dispute looks for one that is open: they are rare among all orders.
            const disputes = play.all<Dispute>('disputes').filter(({ outcome }) => outcome === '');
            const among: { orderNo: string }[] =
              step.kind === 'move' && step.move === 'representment' && disputes.length > 0
                ? disputes
                : orders;
            const orderNo =
              ('which' in step && among[step.which % Math.max(1, among.length)]?.orderNo) || 'none';
            if (step.kind === 'wait') play.after(step.days);
            if (step.kind === 'pack' && orderNo !== 'none') pack(play, orderNo);
            if (step.kind === 'letter')
              play.letter('platform', { type: step.type, orderNo, option: step.option, amount: step.amount });
            if (step.kind === 'move') {
              const to =
                {
                  cancelOrder: `order:${orderNo}`,
                  representment: `dispute:${orderNo}`,
                  listGoods: 'platform',
                }[step.move as string] ?? 'listing:basket';
              play.when(to, step.move, { ...FORM, price: step.price, evidence: ['photos'] });
            }
            expectSoundBooks(play);
          }
          play.after(300);
          expectSoundBooks(play);
          expect(play.world.postings.every(({ lines }) => Object.keys(imbalanceOf(lines)).length === 0)).toBe(
            true,
          );
        },
      ),
      { numRuns: 100 },
    );
  },
  MINUTES,
);
