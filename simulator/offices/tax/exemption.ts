import { file, note, post, put, send, type Definition, type Effect, type Scene } from '../../kernel/index.ts';
import { assessedIncomeTax } from '../../law/index.ts';
import { toFen } from '../../trade/fx.ts';
import { moveLines } from '../../trade/ledger.ts';
import { sum } from '../../trade/money.ts';
import { rateOf } from '../../trade/rates.ts';
import type { Claim, Order } from '../../trade/records.ts';
import { untilWorkingDay } from '../../trade/waiting.ts';
import { lawOf, vatOf, type ClaimSheet } from './facts.ts';

const id = (scene: Scene): string => scene.context.claim as string;

const reviewExemption = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'ACCEPTED' }, untilWorkingDay(scene.now, scene.between('tax-time', 3, 5), 16)),
];

/** No VAT on the sale and none back: input VAT of these pieces is cost. Without invoices the 4 % assessment is shown. */
function accept(scene: Scene): Effect[] {
  const claim = scene.get<Claim>('claims', id(scene));
  const vat = vatOf(scene.get<ClaimSheet>('claimSheets', id(scene)));
  const estimate = claim.kind === 'exemptWithoutInvoice' ? incomeTaxOn(scene, claim.orders) : null;
  const facts = {
    claim: id(scene),
    orders: claim.orders.length,
    income: estimate?.income ?? 0,
    incomeTax: estimate?.tax ?? 0,
  };
  return [
    put('claims', claim.id, { ...claim, state: 'accepted' as const }),
    ...(vat > 0
      ? [post('inputVatAsCost', moveLines('inputVat', 'costOfSales', 'CNY', vat), { claim: id(scene) })]
      : []),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'exemptionNotice',
      from: 'tax',
      to: 'exporter',
      subject: claim.id,
      body: { ...facts, kind: claim.kind },
    }),
    note(estimate ? 'exemptedWithoutInvoice' : 'exempted', facts, [
      'cs-2018-103#no-refund',
      ...(estimate ? ['sta-2019-36#four-percent'] : []),
    ]),
    send('voyage', { type: 'EXEMPTED', claim: id(scene) }),
  ];
}

/** 核定征收 on the yuan value of these sales, as a small firm. Fen. Null before the rule existed. */
function incomeTaxOn(scene: Scene, orders: readonly string[]): { income: number; tax: number } | null {
  if (!lawOf(scene).find('assessedProfitRate')) return null;
  const sales = orders
    .map((orderNo) => scene.find<Order>('orders', orderNo))
    .filter((order) => order !== null);
  const income = sum(
    sales.map((order) =>
      toFen(order.goodsValue + order.freight, order.currency, rateOf(scene, order.currency)),
    ),
  );
  return { income, tax: assessedIncomeTax(lawOf(scene), { income, smallFirm: true }).result };
}

export const exemptionEffects: Definition['effects'] = { reviewExemption, accept };
