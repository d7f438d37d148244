import { rule, type Rule, type Scene } from '../../kernel/index.ts';
import { judgeRefundClaim } from '../../law/index.ts';
import { sum } from '../../trade/money.ts';
import type { Credit, Lot } from '../../trade/records.ts';
import { standing } from '../../trade/standing.ts';
import { dayOf, instantOf } from '../../trade/time.ts';
import { wireDate } from '../../trade/time-format.ts';
import {
  claimOn,
  claimsOf,
  exchangeDay,
  exportDay,
  findParcel,
  invoiceArrived,
  lawOf,
  openRefund,
  partsOf,
  refundFacts,
  type ClaimSheet,
  type SheetRow,
} from './facts.ts';

export interface RefundMove {
  orders: string[];
  invoices: string[];
  pending: string[];
  month?: string;
}
export interface OrdersMove {
  orders: string[];
}

const FORMULA = ['mof-sta-2026-11#trader-formula'];

export const filingDone = rule('taxFilingMissing', ['sta-2026-5#one-form'], (scene) =>
  standing(scene).taxFiled ? null : {},
);

export const ordersKnown = rule<OrdersMove>('orderUnknown', ['practice#three-flows'], (scene, { orders }) => {
  const unknown = orders.find((orderNo) => !findParcel(scene, orderNo));
  return unknown === undefined ? null : { orderNo: unknown, at: 'orders' };
});

export const ordersDiffer = rule<OrdersMove>('orderNamedTwice', ['practice#three-flows'], (_, { orders }) => {
  const twice = orders.find((orderNo, index) => orders.indexOf(orderNo) !== index);
  return twice === undefined ? null : { orderNo: twice, at: 'orders' };
});

export const ordersFree = rule<OrdersMove>(
  'claimedBefore',
  ['mof-sta-2026-11#three-treatments'],
  (scene, { orders }) => {
    const taken = orders.map((orderNo) => claimOn(scene, orderNo)).find((claim) => claim !== null);
    if (!taken) return null;
    return {
      orderNo: taken.orders.find((orderNo) => orders.includes(orderNo)) ?? '',
      claim: taken.id,
      at: 'orders',
    };
  },
);

const exported = rule<OrdersMove>('notExported', ['sta-2026-5#april-30'], (scene, { orders }) => {
  const here = orders.find((orderNo) => findParcel(scene, orderNo) && exportDay(scene, orderNo) === null);
  return here === undefined ? null : { orderNo: here, at: 'orders' };
});

/** A month given by the claimant holds every order: 所属期 and export agree. */
const monthAgrees = rule<RefundMove>('monthDiffers', ['sta-2026-5#april-30'], (scene, { orders, month }) => {
  if (month === undefined) return null;
  for (const orderNo of orders) {
    const day = exportDay(scene, orderNo);
    const own: string = day === null ? month : wireDate(instantOf(day)).slice(0, 6);
    if (own !== month) return { orderNo, month, exported: own, at: 'month' };
  }
  return null;
});

/** Every lot from which goods were taken stands behind the claim by its invoice, and the invoice is there. */
const invoicesGiven = rule<RefundMove>('invoiceMissing', FORMULA, (scene, { orders, invoices }) => {
  for (const part of orders.flatMap((orderNo) => partsOf(scene, orderNo))) {
    if (!invoices.includes(part.lot) || !invoiceArrived(scene, part.lot))
      return { orderNo: part.orderNo, lot: part.lot, at: 'invoices' };
  }
  return null;
});

const invoicesNeeded = rule<RefundMove>('invoiceNotOfThese', FORMULA, (scene, { orders, invoices }) => {
  const lots = new Set(orders.flatMap((orderNo) => partsOf(scene, orderNo)).map((part) => part.lot));
  const idle = invoices.find((lot) => !lots.has(lot));
  return idle === undefined || lots.size === 0 ? null : { lot: idle, at: 'invoices' };
});

/** Rows of claims that stand: filed, or paid and not paid back (what was paid back may be exported again). */
const claimedRows = (scene: Scene): SheetRow[] =>
  claimsOf(scene, ['refund'], ['filed', 'paid']).flatMap((claim) =>
    scene
      .get<ClaimSheet>('claimSheets', claim.id)
      .rows.filter((row) => claim.state === 'filed' || openRefund(scene, row.orderNo) > 0),
  );

/** An invoice covers so many pieces, over all claims together. */
const piecesCovered = rule<RefundMove>('piecesAboveInvoice', FORMULA, (scene, { orders, invoices }) => {
  const running = claimedRows(scene);
  for (const lot of invoices) {
    const covered = scene.find<Lot>('lots', lot)?.pieces ?? 0;
    const before = sum(running.filter((row) => row.lot === lot).map((row) => row.pieces));
    const now = sum(
      orders
        .flatMap((orderNo) => partsOf(scene, orderNo))
        .filter((part) => part.lot === lot)
        .map((part) => part.pieces),
    );
    if (before + now > covered) return { lot, covered, before, pieces: now, at: 'invoices' };
  }
  return null;
});

/** Foreign exchange is in, or the claimant says openly that it is still to come (until 30 April of the next year). */
const exchangeDeclared = rule<RefundMove>(
  'exchangePendingUndeclared',
  ['sta-2026-5#april-30'],
  (scene, { orders, pending }) => {
    const silent = orders.find(
      (orderNo) => exchangeDay(scene, orderNo) === null && !pending.includes(orderNo),
    );
    return silent === undefined ? null : { orderNo: silent, at: 'pending' };
  },
);

/** A firm that customs calls dishonest is refunded only on money that is in. */
const pendingAllowed = rule<RefundMove>(
  'pendingNotAllowed',
  ['sta-2026-5#april-30', 'dryport-model'],
  (scene, { pending }) => {
    const name = scene.find<Credit>('credit', 'customs')?.class ?? 'regular';
    return pending.length > 0 && name.toLowerCase().includes('dishonest')
      ? { class: name, orderNo: pending[0]!, at: 'pending' }
      : null;
  },
);

/** The complaints of the law pack that have a code of their own, one rule each. */
const LAW_COMPLAINTS: readonly (readonly [string, string])[] = [
  ['claimTooEarly', 'sta-2026-5#april-30'],
  ['claimAfterWindow', 'sta-2026-5#april-30'],
  ['claimAfterHardStop', 'mof-sta-2026-11#36-months'],
  ['claimWithoutDeclaration', 'gacc-2018-194#summary-by-15th'],
  ['claimWithoutSpecialInvoice', 'mof-sta-2026-11#trader-formula'],
  ['invoiceNameDiffers', 'sta-2026-5#names-match'],
  ['invoiceUnitDiffers', 'sta-2026-5#names-match'],
  ['refundRateIsZero', 'mof-sta-2026-11#cancelled-goods'],
  ['exchangeNotReceived', 'sta-2026-5#april-30'],
];

function firstComplaint(
  scene: Scene,
  orders: readonly string[],
  code: string,
): ({ at: string } & Record<string, string | number>) | null {
  for (const part of orders.flatMap((orderNo) => partsOf(scene, orderNo))) {
    const facts = refundFacts(scene, part, dayOf(scene.now));
    const found = facts && judgeRefundClaim(lawOf(scene), facts).find((item) => item.code === code);
    if (found)
      return { ...found.params, orderNo: part.orderNo, lot: part.lot, at: found.at ? 'invoices' : 'orders' };
  }
  return null;
}

const lawRules: Rule<RefundMove>[] = LAW_COMPLAINTS.map(([code, cite]) =>
  rule<RefundMove>(code, [cite], (scene, { orders }) => firstComplaint(scene, orders, code)),
);

export const refundRules: Rule<RefundMove>[] = [
  filingDone, ordersKnown, ordersDiffer, ordersFree, exported, monthAgrees, invoicesGiven, invoicesNeeded, piecesCovered,
  exchangeDeclared, pendingAllowed, ...lawRules,
]; // prettier-ignore
