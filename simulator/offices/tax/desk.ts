import {
  file,
  note,
  post,
  put,
  send,
  start,
  type Definition,
  type Effect,
  type Scene,
} from '../../kernel/index.ts';
import { foreignExchangeDeadline } from '../../law/index.ts';
import { creditLetter } from '../../trade/credit-events.ts';
import { moveLines } from '../../trade/ledger.ts';
import { sum } from '../../trade/money.ts';
import type { Claim } from '../../trade/records.ts';
import { instantOf } from '../../trade/time.ts';
import { untilWorkingDay } from '../../trade/waiting.ts';
import type { RefundMove } from './claim-rules.ts';
import type { ExemptionMove } from './exemption-rules.ts';
import {
  exchangeDay,
  exportDay,
  lawOf,
  openRefund,
  refundOf,
  sheetFor,
  vatOf,
  type ClaimSheet,
} from './facts.ts';

const FORMULA = ['mof-sta-2026-11#trader-formula'];
const orders = (scene: Scene): string[] => (scene.letter as { orders?: string[] }).orders ?? [];

function newClaim(scene: Scene, kind: Claim['kind'], orderNos: string[], amount: number): Claim {
  return { id: `T${scene.next('claim')}`, kind, orders: orderNos, amount, filed: scene.now, state: 'filed' };
}

/**
 * The claim is filed: what will be refunded becomes a receivable, what will not becomes cost, and the input VAT of
 * these pieces leaves the credit side for good.
 */
function takeClaim(scene: Scene): Effect[] {
  const { invoices, pending = [] } = scene.letter as unknown as RefundMove & { pending?: string[] };
  const blank = newClaim(scene, 'refund', orders(scene), 0);
  const sheet = sheetFor(scene, blank.id, blank.orders, invoices, pending);
  const claim = { ...blank, amount: refundOf(sheet) };
  return [
    put('claims', claim.id, claim),
    put('claimSheets', claim.id, sheet),
    ...postClaim('refundClaimed', sheet, claim.id, 1),
    paper(scene, 'refundClaim', claim.id, { ...sheet, amount: claim.amount }, 'exporter'),
    note(
      'refundClaimed',
      { claim: claim.id, orders: claim.orders.length, amount: claim.amount },
      sheet.cites.length > 0 ? sheet.cites : FORMULA,
    ),
    start(`claim:${claim.id}`, 'tax/claim', { claim: claim.id }),
    ...awaitExchange(scene, claim.id, pending),
  ];
}

/** Posts a claim, or with sign −1 takes it back. */
export function postClaim(memo: string, sheet: ClaimSheet, claim: string, sign: 1 | -1): Effect[] {
  const [refund, vat] = [sign * refundOf(sheet), sign * vatOf(sheet)];
  if (vat === 0) return [];
  const lines = [
    { account: 'refundReceivable', currency: 'CNY', amount: refund },
    { account: 'costOfSales', currency: 'CNY', amount: vat - refund },
    { account: 'inputVat', currency: 'CNY', amount: -vat },
  ].filter((line) => line.amount !== 0);
  return [post(memo, lines, { claim })];
}

const paper = (
  scene: Scene,
  kind: string,
  subject: string,
  body: object,
  from: 'tax' | 'exporter' = 'tax',
): Effect =>
  file({
    id: `paper:${scene.next('paper')}`,
    kind,
    from,
    to: from === 'tax' ? 'exporter' : 'tax',
    subject,
    body: body as never,
  });

/** For money that is still to come the desk looks again at the end of 30 April. */
function awaitExchange(scene: Scene, claim: string, pending: readonly string[]): Effect[] {
  const days = pending.map((orderNo) => exportDay(scene, orderNo)).filter((day) => day !== null);
  if (days.length === 0) return [];
  const last = foreignExchangeDeadline(lawOf(scene), Math.min(...days)).value;
  return [
    send(scene.self, { type: 'EXCHANGE_DEADLINE', claim }, Math.max(1, instantOf(last, 23) - scene.now)),
  ];
}

/** What never came in has to be paid back, and counts against the firm. */
function checkExchange(scene: Scene): Effect[] {
  const id = String(scene.letter.claim);
  const claim = scene.find<Claim>('claims', id);
  const sheet = scene.find<ClaimSheet>('claimSheets', id);
  if (!claim || !sheet || claim.state !== 'paid') return [];
  const missing = sheet.pending.filter(
    (orderNo) => exchangeDay(scene, orderNo) === null && openRefund(scene, orderNo) > 0,
  );
  if (missing.length === 0) return [];
  return [
    note('exchangeNeverCame', { claim: id, orders: missing.length, orderNo: missing[0]! }, [
      'sta-2026-5#april-30',
    ]),
    creditLetter('forexMissedApril'),
    ...repay(scene, missing),
  ];
}

// ---- exemption

function takeExemption(scene: Scene): Effect[] {
  const { kind } = scene.letter as unknown as ExemptionMove;
  const blank = newClaim(scene, kind, orders(scene), 0);
  const sheet = { ...sheetFor(scene, blank.id, blank.orders, [], []), cites: ['cs-2018-103#no-refund'] };
  return [
    put('claims', blank.id, blank),
    put('claimSheets', blank.id, { ...sheet, rows: sheet.rows.map((row) => ({ ...row, refund: 0 })) }),
    note('exemptionDeclared', { claim: blank.id, orders: blank.orders.length }, [
      'cs-2018-103#three-conditions',
    ]),
    start(`claim:${blank.id}`, 'tax/exemption', { claim: blank.id }),
  ];
}

// ---- returns: repayment and certificate

const takeRepayment = (scene: Scene): Effect[] => repay(scene, orders(scene));

/** The refund of goods that come back (or were never paid for) is paid back at once; their input VAT lives again. */
function repay(scene: Scene, orderNos: readonly string[]): Effect[] {
  const amount = sum(orderNos.map((orderNo) => openRefund(scene, orderNo)));
  const claim = newClaim(scene, 'repayment', [...orderNos], amount);
  return [
    put('claims', claim.id, claim),
    ...(amount > 0
      ? [post('refundRepaid', moveLines('bankCny', 'inputVat', 'CNY', amount), { claim: claim.id })]
      : []),
    note('refundRepaid', { claim: claim.id, amount, orders: orderNos.length }, [
      'mof-gacc-sta-2026-16#repay-first',
    ]),
    send('tax', { type: 'REPAYMENT_BOOKED', claim: claim.id }, untilWorkingDay(scene.now, 1, 16)),
  ];
}

function confirmRepayment(scene: Scene): Effect[] {
  const id = String(scene.letter.claim);
  const claim = scene.get<Claim>('claims', id);
  return [put('claims', id, { ...claim, state: 'accepted' }), send('voyage', { type: 'REPAID', claim: id })];
}

const prepareCertificates = (scene: Scene): Effect[] => [
  send(
    scene.self,
    { type: 'CERTIFIED', orders: orders(scene) },
    untilWorkingDay(scene.now, scene.between('tax-time', 1, 3), 11),
  ),
];

/** 出口货物已补税/未退税证明, one for each order. */
function issueCertificates(scene: Scene): Effect[] {
  return orders(scene).flatMap((orderNo) => {
    const repaid = scene
      .all<Claim>('claims')
      .some(([, claim]) => claim.kind === 'repayment' && claim.orders.includes(orderNo));
    const body = { orderNo, kind: repaid ? 'repaid' : 'notRefunded', issued: scene.now };
    return [
      put('taxCertificates', orderNo, body),
      paper(scene, 'taxCertificate', orderNo, body),
      note('certificateOfTax', { orderNo, kind: body.kind }, ['sta-2026-5#return-certificate']),
      send('voyage', { type: 'TAX_CERTIFIED', orderNo, kind: body.kind }),
    ];
  });
}

export const deskEffects: Definition['effects'] = {
  takeClaim, takeExemption, takeRepayment, prepareCertificates, confirmRepayment, issueCertificates, checkExchange,
}; // prettier-ignore
