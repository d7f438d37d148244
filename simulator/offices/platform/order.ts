import { define, note, put, send, start, type Effect, type Scene } from '../../kernel/index.ts';
import { addWorkingDays } from '../../trade/calendar.ts';
import { lot } from '../../trade/chance.ts';
import type { Listing, Order, Proceeds } from '../../trade/records.ts';
import { DAY, HOUR, MINUTE, dayOf, instantOf, type Instant } from '../../trade/time.ts';
import { orderChart } from './charts.ts';
import { faultyShare } from './faults.ts';
import { orderMoves, parcelPacked } from './rules.ts';
import { charge, credit, keepProceeds, postUsd, proceedsOf, refundable, refundSale } from './sales.ts';
import { FRAUD_LIMIT, HANDLING_DAYS, LATE_FEE, ODDS, PATIENCE, RESERVE_TIME } from './terms.ts';

const HANDLING = ['dryport-model#handling-two-days'];
const orderNoOf = (scene: Scene): string => String(scene.context.orderNo);
const own = (scene: Scene): Order => scene.get<Order>('orders', orderNoOf(scene));
const save = (scene: Scene, patch: Partial<Order>): Effect =>
  put('orders', orderNoOf(scene), { ...own(scene), ...patch });
const toVoyage = (scene: Scene, type: string): Effect => send('voyage', { type, orderNo: orderNoOf(scene) });
/** One stream per concern and order, so that one order's luck shifts no other's. */
const stream = (scene: Scene, name: string): string => `${name}:${orderNoOf(scene)}`;

/** Last instant of the last handling day. */
export const shipByOf = (paid: Instant): Instant =>
  instantOf(addWorkingDays(dayOf(paid), HANDLING_DAYS) + 1) - 1;

/** The payment firm scores the payment; most are captured within minutes, some never. */
function awaitPayment(scene: Scene): Effect[] {
  const wait = scene.between(stream(scene, 'payment'), 2, 30) * MINUTE;
  if (lot(scene, stream(scene, 'unpaid'), ODDS.unpaid)) {
    return [send(scene.self, { type: 'NOT_CAPTURED', reason: 'buyerDroppedOut', score: 0 }, wait)];
  }
  const fraud = lot(scene, stream(scene, 'fraud'), ODDS.fraud);
  const score = scene.between(stream(scene, 'fraud'), fraud ? FRAUD_LIMIT : 1, fraud ? 99 : FRAUD_LIMIT - 1);
  if (fraud) return [send(scene.self, { type: 'NOT_CAPTURED', reason: 'fraudScore', score }, wait)];
  return [send(scene.self, { type: 'CAPTURED', score }, wait)];
}

function dropUnpaid(scene: Scene): Effect[] {
  const [reason, score] = [String(scene.letter.reason), Number(scene.letter.score)];
  return [
    save(scene, { cancelled: true }),
    toVoyage(scene, 'ORDER_CANCELLED'),
    note('orderNotPaid', { orderNo: orderNoOf(scene), reason, score, limit: FRAUD_LIMIT }, [
      'safe-2019-13#real-trade',
    ]),
  ];
}

function capture(scene: Scene): Effect[] {
  const { orderNo, goodsValue, freight } = own(scene);
  const gross = goodsValue + freight;
  const proceeds: Proceeds = {
    orderNo,
    gross,
    refunded: 0,
    delivered: null,
    available: null,
    held: false,
    payout: '',
  };
  return [
    save(scene, { paid: scene.now, shipBy: shipByOf(scene.now) }),
    ...postUsd('platform.paid', 'customerAdvances', 'platformReserve', gross, { orderNo }),
    keepProceeds(proceeds),
    toVoyage(scene, 'PAID'),
    note('orderPaid', { orderNo, gross, score: Number(scene.letter.score ?? 0) }, [
      'safe-2019-13#real-trade',
    ]),
  ];
}

function awaitShipment(scene: Scene): Effect[] {
  const due = send(scene.self, { type: 'SHIP_BY' }, own(scene).shipBy - scene.now);
  if (!lot(scene, stream(scene, 'buyer-cancel'), ODDS.buyerCancel)) return [due];
  return [
    due,
    send(scene.self, { type: 'BUYER_CANCELS' }, scene.between(stream(scene, 'buyer-cancel'), 1, 40) * HOUR),
  ];
}

const noteShipped = (scene: Scene): Effect[] =>
  scene.now > own(scene).shipBy ? [] : [credit('shippedOnTime', 4, 1_000)];

function chargeLate(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  return [
    ...charge(scene, 'lateShipment', orderNo, LATE_FEE),
    credit('shippedLate', 4, -10_000),
    note('shippedLate', { orderNo, shipBy: own(scene).shipBy, fee: LATE_FEE }, HANDLING),
    send(scene.self, { type: 'PATIENCE_ENDS' }, PATIENCE),
  ];
}

/** What is packed is under the firm's hands or customs' already: then the buyer must wait, and send it back later. */
function weighCancel(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  if (parcelPacked(scene, orderNo)) return [note('cancelTooLate', { orderNo }, ['customs-law#not-shipped'])];
  const reason = scene.letter.type === 'BUYER_CANCELS' ? 'buyerChangedMind' : 'neverPacked';
  return [send(scene.self, { type: 'CANCELLED', reason })];
}

function voidOrder(scene: Scene, reason: string): Effect[] {
  const orderNo = orderNoOf(scene);
  const gross = refundable(proceedsOf(scene, orderNo));
  return [
    save(scene, { cancelled: true }),
    toVoyage(scene, 'ORDER_CANCELLED'),
    ...refundSale(scene, orderNo, { memo: 'cancelled' }),
    note('orderCancelled', { orderNo, reason, amount: gross }, HANDLING),
  ];
}

const voidSale = (scene: Scene): Effect[] => [
  ...voidOrder(scene, String(scene.letter.reason)),
  ...(scene.letter.reason === 'neverPacked' ? [credit('neverShipped', 4, -20_000)] : []),
];

const cancelBySeller = (scene: Scene): Effect[] => [
  ...voidOrder(scene, 'sellerGaveUp'),
  credit('sellerCancelled', 4, -10_000),
];

/** With delivery the sale is made: the advance becomes revenue, the seven days begin. */
function recognizeSale(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const proceeds = proceedsOf(scene, orderNo);
  if (!proceeds) return [];
  const left = refundable(proceeds);
  return [
    ...postUsd('platform.delivered', 'sales', 'customerAdvances', left, { orderNo }),
    keepProceeds({ ...proceeds, delivered: scene.now, available: scene.now + RESERVE_TIME }),
    send('payouts', { type: 'SALE_DELIVERED', orderNo }),
  ];
}

const refundLost = (scene: Scene): Effect[] => [
  ...refundSale(scene, orderNoOf(scene), { memo: 'lost' }),
  note('lostRefunded', { orderNo: orderNoOf(scene) }, ['practice#lost-parcel']),
];

/** Content buyers stay silent. Faults, a thin page, a change of mind or a bad card make the others speak. */
function awaitBuyer(scene: Scene): Effect[] {
  const { goods } = own(scene);
  const faulty = faultyShare(scene, orderNoOf(scene));
  const missing = 100 - (scene.find<Listing>('listings', goods)?.contentScore ?? 100);
  const odds =
    ODDS.return + missing * ODDS.contentReturn + Math.floor((faulty * ODDS.faultyReturn) / 1_000_000);
  if (lot(scene, stream(scene, 'return'), Math.min(1_000_000, odds))) {
    const days = scene.between(stream(scene, 'return'), 2, 14);
    const point = scene.between(stream(scene, 'return'), 1, odds);
    return [
      send(
        scene.self,
        { type: 'RETURN_WANTED', kind: 'return', reason: reasonAt(point, missing) },
        days * DAY,
      ),
    ];
  }
  if (!lot(scene, stream(scene, 'chargeback'), ODDS.chargeback)) return [];
  const days = scene.between(stream(scene, 'chargeback'), 5, 40);
  return [send(scene.self, { type: 'CHARGE_BACK', kind: 'chargeback', reason: 'notReceived' }, days * DAY)];
}

/** Which part of the odds the draw fell on. */
function reasonAt(point: number, missing: number): string {
  if (point <= ODDS.return) return 'changedMind';
  return point <= ODDS.return + missing * ODDS.contentReturn ? 'notAsDescribed' : 'faulty';
}

function openDispute(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const kind = scene.letter.type === 'CHARGE_BACK' ? 'chargeback' : 'return';
  const reason = String(scene.letter.reason ?? 'notReceived');
  return [start(`dispute:${orderNo}`, 'platform/dispute', { orderNo, kind, reason })];
}

export const order = define('platform/order', orderChart, {
  moves: orderMoves,
  effects: {
    awaitPayment,
    dropUnpaid,
    capture,
    awaitShipment,
    noteShipped,
    chargeLate,
    weighCancel,
    voidSale,
    cancelBySeller,
    recognizeSale,
    refundLost,
    awaitBuyer,
    openDispute,
  },
});
