import * as v from 'valibot';
import { move, rule, type MoveSpec } from '../../kernel/index.ts';
import { sum } from '../../trade/money.ts';
import { QUERY_EVIDENCE, RECORD_PAPERS } from './claim.ts';
import { ordersDiffer, ordersKnown, refundRules, type OrdersMove } from './claim-rules.ts';
import { EXEMPT_KINDS, exemptionRules } from './exemption-rules.ts';
import { claimsOf, openRefund } from './facts.ts';

const BACK = ['mof-gacc-sta-2026-16#repay-first', 'sta-2026-5#return-certificate'];

const refunded = rule<OrdersMove>('nothingToRepay', BACK, (scene, { orders }) => {
  const free = orders.find((orderNo) => openRefund(scene, orderNo) === 0);
  return free === undefined ? null : { orderNo: free, at: 'orders' };
});

const cashSuffices = rule<OrdersMove>('cashTooLowToRepay', ['practice#three-flows'], (scene, { orders }) => {
  const need = sum(orders.map((orderNo) => openRefund(scene, orderNo)));
  const have = scene.balance('bankCny', 'CNY');
  return have >= need ? null : { have, need };
});

/** The certificate says that no refund is open; while one is, or is being looked at, it cannot be given. */
const refundRepaid = rule<OrdersMove>('refundNotRepaid', BACK, (scene, { orders }) => {
  const open = orders.find((orderNo) => openRefund(scene, orderNo) > 0);
  return open === undefined ? null : { orderNo: open, refund: openRefund(scene, open), at: 'orders' };
});

const noClaimRunning = rule<OrdersMove>('claimRunning', BACK, (scene, { orders }) => {
  const running = claimsOf(scene, ['refund'], ['filed']).find((claim) =>
    claim.orders.some((orderNo) => orders.includes(orderNo)),
  );
  return running
    ? {
        claim: running.id,
        orderNo: running.orders.find((orderNo) => orders.includes(orderNo)) ?? '',
        at: 'orders',
      }
    : null;
});

const papersWhole = rule<{ papers: string[] }>(
  'recordPapersMissing',
  ['sta-2026-5#fifteen-days'],
  (_, { papers }) => {
    const missing = RECORD_PAPERS.filter((paper) => !papers.includes(paper));
    return missing.length === 0 ? null : { paper: missing[0]!, count: missing.length, at: 'papers' };
  },
);

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const list = v.pipe(v.array(text), v.minLength(1), v.maxLength(2_000));
const some = v.optional(v.pipe(v.array(text), v.maxLength(2_000)), []);

export const deskMoves: Record<string, MoveSpec> = {
  claimRefund: move(
    'exporter',
    v.object({
      orders: list,
      invoices: list,
      pending: some,
      month: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
    }),
    ['sta-2026-5#april-30', 'mof-sta-2026-11#trader-formula'],
    refundRules,
  ),
  declareExemption: move(
    'exporter',
    v.object({ orders: list, kind: v.picklist(EXEMPT_KINDS) }),
    ['mof-sta-2026-11#three-treatments', 'cs-2018-103#three-conditions'],
    exemptionRules,
  ),
  repayRefund: move('exporter', v.object({ orders: list }), BACK, [
    ordersKnown,
    ordersDiffer,
    refunded,
    cashSuffices,
  ]),
  requestReturnCertificate: move('exporter', v.object({ orders: list }), BACK, [
    ordersKnown,
    ordersDiffer,
    noClaimRunning,
    refundRepaid,
  ]),
};

export const claimMoves: Record<string, MoveSpec> = {
  filePapers: move(
    'exporter',
    v.object({ papers: v.pipe(v.array(v.picklist(RECORD_PAPERS)), v.minLength(1), v.maxLength(10)) }),
    ['sta-2026-5#fifteen-days', 'sta-2026-5#ten-years'],
    [papersWhole],
  ),
  answerQuery: move(
    'exporter',
    v.object({ evidence: v.pipe(v.array(v.picklist(QUERY_EVIDENCE)), v.minLength(1), v.maxLength(10)) }),
    ['practice#supplier-vanished'],
  ),
};
