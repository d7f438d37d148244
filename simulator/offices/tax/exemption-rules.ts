import { rule, type Rule, type Scene } from '../../kernel/index.ts';
import { judgeNoInvoiceExemption, type NoInvoiceFacts } from '../../law/index.ts';
import type { Lot } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { standing } from '../../trade/standing.ts';
import { addMonths, dayOf, firstOfMonth, instantOf } from '../../trade/time.ts';
import { filingDone, ordersDiffer, ordersFree, ordersKnown } from './claim-rules.ts';
import { exportDay, findParcel, lawOf, partsOf, rateOfExport } from './facts.ts';

export const EXEMPT_KINDS = ['exemptWithInvoice', 'exemptWithoutInvoice'] as const;

export interface ExemptionMove {
  orders: string[];
  kind: (typeof EXEMPT_KINDS)[number];
}

const MONTHLY = ['mof-sta-2026-11#three-treatments', 'vat-law#three-rates'];

const closed = rule<ExemptionMove>('notClosed', ['gacc-2018-194#summary-statistics'], (scene, { orders }) => {
  const open = orders.find((orderNo) => findParcel(scene, orderNo)?.closed === null);
  return open === undefined ? null : { orderNo: open, at: 'orders' };
});

/** On the summary route the declaration comes first; the statistics route has none. */
const declared = rule<ExemptionMove>(
  'summaryOutstanding',
  ['gacc-2018-194#summary-by-15th'],
  (scene, { orders }) => {
    const open = orders.find((orderNo) => {
      const parcel = findParcel(scene, orderNo);
      return parcel?.route === 'summary' && parcel.summary === '';
    });
    return open === undefined ? null : { orderNo: open, at: 'orders' };
  },
);

/** Sales of a month are declared with the VAT return of the next. */
const monthOver = rule<ExemptionMove>('exemptionTooEarly', MONTHLY, (scene, { orders }) => {
  for (const orderNo of orders) {
    const at = findParcel(scene, orderNo)?.closed;
    if (at === null || at === undefined) continue;
    const opens = addMonths(firstOfMonth(dayOf(at)), 1);
    if (dayOf(scene.now) < opens) return { orderNo, opens: instantOf(opens), at: 'orders' };
  }
  return null;
});

const lotWith = (
  scene: Scene,
  orders: readonly string[],
  wanted: (lot: Lot) => boolean,
): { orderNo: string; lot: string } | null => {
  const part = orders
    .flatMap((orderNo) => partsOf(scene, orderNo))
    .find(({ lot }) => wanted(scene.get<Lot>('lots', lot)));
  return part ? { orderNo: part.orderNo, lot: part.lot } : null;
};

const invoiceThere = rule<ExemptionMove>(
  'noInvoiceForThese',
  ['mof-sta-2026-11#no-voucher-taxed'],
  (scene, { orders, kind }) => {
    const bare =
      kind === 'exemptWithInvoice' ? lotWith(scene, orders, (lot) => lot.invoice === 'none') : null;
    return bare && { ...bare, at: 'kind' };
  },
);

const invoiceNotThere = rule<ExemptionMove>(
  'invoiceIsThere',
  ['cs-2018-103#three-conditions'],
  (scene, { orders, kind }) => {
    const covered =
      kind === 'exemptWithoutInvoice' ? lotWith(scene, orders, (lot) => lot.invoice !== 'none') : null;
    return covered && { ...covered, at: 'kind' };
  },
);

function factsOf(scene: Scene, orderNo: string): NoInvoiceFacts {
  const { customs } = scene.setup as Setup;
  return {
    registeredInZone: customs.zone,
    enteredOnZonePlatform: standing(scene).zonePlatform,
    declaredAtZoneCustoms: customs.zone && exportDay(scene, orderNo) !== null,
    refundRate: rateOfExport(scene, orderNo).value,
  };
}

/** The three conditions of 无票免税, each with its own complaint. */
const conditions: Rule<ExemptionMove>[] = [
  'noInvoiceExemptionNotYet', 'notRegisteredInZone', 'exportNotOnZonePlatform', 'notDeclaredAtZoneCustoms', 'refundCancelledGoods',
].map((code) =>
  rule<ExemptionMove>(code, ['cs-2018-103#three-conditions'], (scene, { orders, kind }) => {
    if (kind !== 'exemptWithoutInvoice') return null;
    for (const orderNo of orders) {
      const found = judgeNoInvoiceExemption(lawOf(scene), factsOf(scene, orderNo)).find((item) => item.code === code);
      if (found) return { ...found.params, orderNo, at: 'orders' };
    }
    return null;
  }),
); // prettier-ignore

export const exemptionRules: Rule<ExemptionMove>[] = [
  filingDone, ordersKnown, ordersDiffer, ordersFree, closed, declared, monthOver, invoiceThere, invoiceNotThere, ...conditions,
]; // prettier-ignore
