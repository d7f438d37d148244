import { define, file, note, put, send, type Effect, type Guard, type Scene } from '../../kernel/index.ts';
import { lot } from '../../trade/chance.ts';
import type { Dispute, Order, PlatformCharge } from '../../trade/records.ts';
import { DAY } from '../../trade/time.ts';
import { disputeChart } from './charts.ts';
import { nextOrderNo, placeOrder } from './listing.ts';
import { shipByOf } from './order.ts';
import { disputeMoves } from './rules.ts';
import { charge, credit, holdSale, loseSale, postUsd, proceedsOf, refundable, refundSale } from './sales.ts';
import { CHARGEBACK_ANSWER, CHARGEBACK_FEE, ODDS, RETURN_ANSWER } from './terms.ts';

const RETURNS = ['market-indication#platform-fees'];
const CHARGEBACK = ['practice#chargeback'];
const orderNoOf = (scene: Scene): string => String(scene.context.orderNo);
const stream = (scene: Scene, name: string): string => `${name}:${orderNoOf(scene)}`;

function open(scene: Scene, span: number): Effect[] {
  const { kind, reason } = scene.context as { kind: Dispute['kind']; reason: string };
  const orderNo = orderNoOf(scene);
  const answerBy = scene.now + span;
  const dispute: Dispute = { orderNo, kind, reason, opened: scene.now, answerBy, outcome: '' };
  const amount = refundable(proceedsOf(scene, orderNo));
  return [
    put('disputes', orderNo, dispute),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: kind === 'return' ? 'returnRequest' : 'chargebackNotice',
      from: kind === 'return' ? 'buyer' : 'payment',
      to: 'exporter',
      subject: orderNo,
      body: { orderNo, reason, answerBy, amount },
    }),
    ...holdSale(scene, orderNo),
    send(scene.self, { type: 'TIMED_OUT' }, span),
  ];
}

const askReturn = (scene: Scene): Effect[] => [
  ...open(scene, RETURN_ANSWER),
  send('voyage', { type: 'RETURN_ASKED', orderNo: orderNoOf(scene), reason: String(scene.context.reason) }),
];

/** Writes the outcome and lets the sale go; with `refund` all that is left of it goes back to the buyer. */
function settle(scene: Scene, outcome: Dispute['outcome'], refund = false): Effect[] {
  const orderNo = orderNoOf(scene);
  const dispute = scene.get<Dispute>('disputes', orderNo);
  return [
    put('disputes', orderNo, { ...dispute, outcome }),
    ...refundSale(scene, orderNo, { wanted: refund ? Infinity : 0, patch: { held: false } }),
    send('payouts', { type: 'SALE_DELIVERED', orderNo }),
    note(
      'disputeClosed',
      { orderNo, outcome, reason: dispute.reason },
      dispute.kind === 'return' ? RETURNS : CHARGEBACK,
    ),
  ];
}

const refundAll = (scene: Scene): Effect[] => settle(scene, 'refunded', true);
const refundReturned = (scene: Scene): Effect[] => settle(scene, 'returned', true);

/** The seller refunded by itself (REFUND_BUYER): the case is closed without a second refund. */
const close = (scene: Scene): Effect[] => settle(scene, scene.state === 'returned' ? 'returned' : 'refunded');

/** The first sale is refunded and the same buyer pays once more for the goods that are sent again. */
function replaceGoods(scene: Scene): Effect[] {
  const old = scene.get<Order>('orders', orderNoOf(scene));
  const order: Order = {
    ...old,
    orderNo: nextOrderNo(scene),
    ordered: scene.now,
    paid: null,
    shipBy: shipByOf(scene.now),
    cancelled: false,
  };
  return [
    ...settle(scene, 'resent', true),
    ...placeOrder(scene, order),
    note('goodsSentAgain', { orderNo: old.orderNo, again: order.orderNo }, RETURNS),
  ];
}

/** The platform refunds when the carrier has scanned the parcel on its way back. */
const awaitScan = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'RETURN_SCANNED' }, scene.between(stream(scene, 'return-scan'), 4, 10) * DAY),
];

function weighRefusal(scene: Scene): Effect[] {
  const good = scene.context.reason === 'changedMind' ? ODDS.upheldOther : ODDS.upheldFaulty;
  const upheld = lot(scene, stream(scene, 'escalation'), good);
  const days = scene.between(stream(scene, 'escalation'), 3, 7);
  return [send(scene.self, { type: upheld ? 'UPHELD' : 'DISMISSED' }, days * DAY)];
}

const noteUpheld = (scene: Scene): Effect[] => [
  credit('returnRefusedWrongly', 4, -10_000),
  note('refusalUpheld', { orderNo: orderNoOf(scene) }, ['e-commerce-law#platform-duty']),
];

const dismiss = (scene: Scene): Effect[] => settle(scene, 'dismissed');

const noteSilence = (scene: Scene): Effect[] => [
  credit('disputeUnanswered', 4, -5_000),
  note('disputeUnanswered', { orderNo: orderNoOf(scene), kind: String(scene.context.kind) }, CHARGEBACK),
];

// ---- chargebacks: the card bank takes the money first and asks afterwards

function withhold(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const amount = refundable(proceedsOf(scene, orderNo));
  return [
    ...open(scene, CHARGEBACK_ANSWER),
    ...(amount > 0 ? charge(scene, 'chargeback', orderNo, amount, 'claimsReceivable') : []),
    send('voyage', { type: 'DISPUTED', orderNo, reason: String(scene.context.reason) }),
  ];
}

const withheld = (scene: Scene): PlatformCharge[] =>
  scene
    .all<PlatformCharge>('charges')
    .flatMap(([, item]) => (item.kind === 'chargeback' && item.orderNo === orderNoOf(scene) ? [item] : []));

function sendEvidence(scene: Scene): Effect[] {
  const evidence = scene.letter.evidence as string[];
  const orderNo = orderNoOf(scene);
  const tracked = evidence.includes('tracking');
  const won = lot(scene, stream(scene, 'representment'), tracked ? ODDS.wonWithTracking : ODDS.wonWithout);
  const days = scene.between(stream(scene, 'representment'), 10, 25);
  return [
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'representment',
      from: 'exporter',
      to: 'payment',
      subject: orderNo,
      body: { orderNo, evidence },
    }),
    send(scene.self, { type: won ? 'CASE_WON' : 'CASE_LOST' }, days * DAY),
  ];
}

/** The money comes back: a charge that no payout has taken yet falls away, a taken one is given back by the next. */
function winCase(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  return [
    ...withheld(scene).flatMap((item) =>
      item.payout === ''
        ? [
            put('charges', item.id, undefined),
            ...postUsd('platform.chargeback', 'claimsReceivable', 'platformReserve', item.amount, {
              orderNo,
            }),
          ]
        : charge(scene, 'chargeback', orderNo, 0 - item.amount, 'claimsReceivable'),
    ),
    ...settle(scene, 'won'),
  ];
}

function loseCase(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const amount = withheld(scene).reduce((sum, item) => sum + item.amount, 0);
  return [
    ...postUsd('platform.chargebackLost', 'claimsReceivable', 'sales', amount, { orderNo }),
    ...charge(scene, 'chargebackFee', orderNo, CHARGEBACK_FEE),
    ...settle(scene, 'lost'),
    ...loseSale(scene, orderNo, amount),
    send('voyage', { type: 'REFUNDED_BUYER', orderNo }),
  ];
}

const kindIs = ({ context }: { context: { kind: string } }): boolean => context.kind === 'chargeback';
const option =
  (wanted: string): Guard =>
  ({ event }) =>
    (event as { option?: string }).option === wanted;

export const dispute = define('platform/dispute', disputeChart, {
  guards: {
    isChargeback: kindIs as Guard,
    refuses: option('refuse'),
    wantsGoodsBack: option('returnHome'),
    sendsAgain: option('resend'),
  },
  moves: disputeMoves,
  effects: {
    askReturn,
    refundAll,
    refundReturned,
    close,
    replaceGoods,
    awaitScan,
    weighRefusal,
    noteUpheld,
    dismiss,
    noteSilence,
    withhold,
    sendEvidence,
    winCase,
    loseCase,
  },
});
