import { define, file, keep, note, post, put, send, type Effect, type Scene } from '../../kernel/index.ts';
import type { PostingLine } from '../../trade/ledger.ts';
import { ppmOf, sum } from '../../trade/money.ts';
import { openingInstant } from '../../trade/opening.ts';
import type { Payout, PlatformCharge, Proceeds } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { payoutChart } from './charts.ts';
import { COMMISSION, ORDER_FEE, PAYOUT_CYCLE } from './terms.ts';

const CYCLE_LAW = ['practice#payout-cycle', 'safe-2020-11#gross-reporting'];

const isOpen = ({ delivered, payout, gross }: Proceeds): boolean =>
  delivered !== null && payout === '' && gross > 0;

const openSales = (scene: Scene): Proceeds[] =>
  scene.all<Proceeds>('proceeds').flatMap(([, proceeds]) => (isOpen(proceeds) ? [proceeds] : []));

/** The platform's calendar: every fourteen days since the shop's first day. */
function untilCycle(scene: Scene): number {
  const since = scene.now - openingInstant(scene.setup as Setup);
  return PAYOUT_CYCLE - (((since % PAYOUT_CYCLE) + PAYOUT_CYCLE) % PAYOUT_CYCLE);
}

/** One timer only: armed while something is to be paid. */
const armCycle = (scene: Scene): Effect[] =>
  scene.context.armed === true
    ? []
    : [keep({ armed: true }), send(scene.self, { type: 'CYCLE' }, untilCycle(scene))];

/** A fee goes with the next payout; a refund not before its sale. */
function dueCharges(scene: Scene, paying: readonly Proceeds[]): PlatformCharge[] {
  const due = (orderNo: string): boolean =>
    paying.some((sale) => sale.orderNo === orderNo) ||
    (scene.find<Proceeds>('proceeds', orderNo)?.payout ?? '') !== '';
  return scene.all<PlatformCharge>('charges').flatMap(([, charge]) => {
    if (charge.payout !== '') return [];
    return !isRefund(charge) || due(charge.orderNo) ? [charge] : [];
  });
}

const isRefund = ({ kind }: PlatformCharge): boolean => kind === 'refund' || kind === 'chargeback';
const total = (charges: readonly PlatformCharge[]): number => sum(charges.map(({ amount }) => amount));

function closeCycle(scene: Scene): Effect[] {
  const sales = openSales(scene);
  const paying = sales.filter(({ available, held }) => !held && (available ?? Infinity) <= scene.now);
  const waiting = sales.filter((sale) => !sale.held && !paying.includes(sale)).length > 0;
  const next = waiting
    ? [keep({ armed: true }), send(scene.self, { type: 'CYCLE' }, PAYOUT_CYCLE)]
    : [keep({ armed: false }), send(scene.self, { type: 'NOTHING_LEFT' })];
  const charges = dueCharges(scene, paying);
  if (paying.length === 0) return next;
  const gross = sum(paying.map((sale) => sale.gross));
  const refunds = total(charges.filter(isRefund));
  const penalties = total(charges.filter((charge) => !isRefund(charge)));
  const commission = ppmOf(gross - refunds, COMMISSION);
  const fees = ORDER_FEE * paying.length + penalties;
  const net = gross - commission - refunds - fees;
  if (net <= 0) {
    const owing = note('payoutNegative', { gross, refunds, fees, owed: 0 - net }, CYCLE_LAW);
    return waiting
      ? [owing, ...next]
      : [owing, keep({ armed: false }), send(scene.self, { type: 'NEGATIVE' })];
  }
  const id = `PO${String(scene.next('payout')).padStart(3, '0')}`;
  const payout: Payout = {
    id,
    orders: paying.map(({ orderNo }) => orderNo),
    currency: 'USD',
    gross,
    commission,
    refunds,
    fees,
    net,
    paid: scene.now,
    credited: null,
    settled: null,
    settledFen: 0,
  };
  return [
    put('payouts', id, payout),
    ...paying.map((sale) => put('proceeds', sale.orderNo, { ...sale, payout: id })),
    ...charges.map((charge) => put('charges', charge.id, { ...charge, payout: id })),
    post('platform.payout', payoutLines(payout, penalties), { payout: id }),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'payoutStatement',
      from: 'platform',
      to: 'exporter',
      subject: id,
      body: { ...payout, charges: charges.map((charge) => ({ ...charge })) },
    }),
    send('bank', { type: 'INCOMING', payout: id }),
    send('voyage', { type: 'PAID_OUT', payout: id }),
    note('paidOut', { payout: id, gross, commission, refunds, fees, net }, CYCLE_LAW),
    ...next,
  ];
}

/** Refunds and penalties left the reserve when they arose; commission and order fees leave it now, the rest is ours. */
function payoutLines({ gross, commission, refunds, fees, net }: Payout, penalties: number): PostingLine[] {
  const lines: PostingLine[] = [
    { account: 'platformReserve', currency: 'USD', amount: refunds + penalties - gross },
    { account: 'platformFees', currency: 'USD', amount: commission + fees - penalties },
    { account: 'platformWallet', currency: 'USD', amount: net },
  ];
  return lines.filter(({ amount }) => amount !== 0);
}

const holdBack = (scene: Scene): Effect[] => [
  note('payoutHeld', { orderNo: String(scene.letter.orderNo ?? '') }, ['practice#frozen-shop']),
];

function missCycle(scene: Scene): Effect[] {
  const held = openSales(scene);
  const amount = sum(held.map((sale) => sale.gross - sale.refunded));
  return [
    keep({ armed: false }),
    note('cycleMissed', { orders: held.length, amount }, ['practice#frozen-shop']),
  ];
}

export const payout = define('platform/payout', payoutChart, {
  effects: { armCycle, closeCycle, holdBack, missCycle },
});
