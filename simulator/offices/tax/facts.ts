import type { Scene } from '../../kernel/index.ts';
import {
  findRefundRate,
  lawAt,
  refundOnPurchase,
  type Figure,
  type Law,
  type RefundClaim,
} from '../../law/index.ts';
import { splitInvoice } from '../../trade/invoice.ts';
import { sum } from '../../trade/money.ts';
import type {
  Claim,
  CustomsDocument,
  Lot,
  Order,
  Parcel,
  Payout,
  SupplierInvoice,
} from '../../trade/records.ts';
import type { Goods, Setup } from '../../trade/setup.ts';
import { dayOf } from '../../trade/time.ts';
import type { Day } from '../../trade/time.ts';

const LINE = 'market-indication#hs-and-rates';

export const lawOf = (scene: Scene): Law => lawAt(scene.policyDay);
export const findParcel = (scene: Scene, orderNo: string): Parcel | null =>
  scene.find<Parcel>('parcels', orderNo);
const setup = (scene: Scene): Setup => scene.setup as Setup;

/** One lot's share of one parcel, with what its invoice says of it. Fen. */
export interface Part {
  orderNo: string;
  lot: string;
  pieces: number;
  total: number;
  net: number;
  vat: number;
}

export function partsOf(scene: Scene, orderNo: string): Part[] {
  return (findParcel(scene, orderNo)?.lots ?? []).flatMap(({ lot: id, pieces }) => {
    const lot = scene.find<Lot>('lots', id);
    if (!lot) return [];
    const total = lot.price * pieces;
    return [{ orderNo, lot: id, pieces, total, ...splitInvoice(total, lot.invoice) }];
  });
}

export const goodsOf = (scene: Scene, orderNo: string): Goods | null => {
  const order = scene.find<Order>('orders', orderNo);
  return setup(scene).goods.find((goods) => goods.id === order?.goods) ?? null;
};

/** 出口日期: the day on which the parcel left; null before. */
export function exportDay(scene: Scene, orderNo: string): Day | null {
  const parcel = findParcel(scene, orderNo);
  const at = parcel?.departed ?? parcel?.closed ?? null;
  return at === null ? null : dayOf(at);
}

/** Refund rate of the code that was declared: the scenario's for the right one, the tariff's for another. */
export function rateOfExport(scene: Scene, orderNo: string): Figure {
  const goods = goodsOf(scene, orderNo);
  const declared = findParcel(scene, orderNo)?.declaredHs ?? '';
  const own: Figure = { value: goods?.refundRate ?? 0, tag: goods?.tag ?? '?', cites: [LINE] };
  if (!goods || declared === '' || declared === goods.hs) return own;
  return findRefundRate(declared, exportDay(scene, orderNo) ?? dayOf(scene.now)) ?? own;
}

/** The line of the list under which the parcel was declared, as customs holds it. */
function declaredLine(scene: Scene, orderNo: string): Record<string, string> | null {
  const lists = scene
    .all<CustomsDocument>('customsDocuments')
    .filter(([, item]) => item.message === '603' && item.head.orderNo === orderNo)
    .map(([, item]) => item);
  return (lists.find((item) => item.status === '899') ?? lists.at(-1))?.list[0] ?? null;
}

/** Day on which the bank credited the payout that the order went out with; null while it has not. */
export function exchangeDay(scene: Scene, orderNo: string): Day | null {
  const payouts = scene.all<Payout>('payouts').map(([, payout]) => payout);
  const credited = payouts.find(
    (payout) => payout.orders.includes(orderNo) && payout.credited !== null,
  )?.credited;
  return credited === undefined || credited === null ? null : dayOf(credited);
}

/** What the law looks at for one part of one order; null while the parcel has not left. */
export function refundFacts(scene: Scene, part: Part, claimedOn: Day): RefundClaim | null {
  const exportedOn = exportDay(scene, part.orderNo);
  const lot = scene.find<Lot>('lots', part.lot);
  const goods = setup(scene).goods.find((item) => item.id === lot?.goods);
  if (exportedOn === null || !lot || !goods) return null;
  const line = declaredLine(scene, part.orderNo);
  return {
    exportedOn,
    claimedOn,
    receivedOn: exchangeDay(scene, part.orderNo),
    deemedReceived: false,
    summarised: (findParcel(scene, part.orderNo)?.summary ?? '') !== '',
    invoice: lot.invoice,
    invoiceName: goods.nameZh,
    declaredName: line?.gname ?? goods.nameZh,
    invoiceUnit: goods.unit,
    declaredUnit: line?.unit ?? goods.unit,
    refundRate: rateOfExport(scene, part.orderNo),
  };
}

/** Whether the supplier's invoice for a lot is there. */
export const invoiceArrived = (scene: Scene, lot: string): boolean =>
  scene.find<SupplierInvoice>('invoices', lot) !== null;

export const claimsOf = (
  scene: Scene,
  kinds: readonly Claim['kind'][],
  states: readonly Claim['state'][],
): Claim[] =>
  scene
    .all<Claim>('claims')
    .map(([, claim]) => claim)
    .filter((claim) => kinds.includes(claim.kind) && states.includes(claim.state));

/** The claim, exemption or refund that already covers an order; null when it is free. */
export const claimOn = (scene: Scene, orderNo: string): Claim | null =>
  claimsOf(
    scene,
    ['refund', 'exemptWithInvoice', 'exemptWithoutInvoice'],
    ['filed', 'paid', 'accepted'],
  ).find((claim) => claim.orders.includes(orderNo)) ?? null;

/** `claimSheets` by claim: how the amount came about, part by part. */
export interface ClaimSheet {
  claim: string;
  rows: SheetRow[];
  invoices: string[];
  pending: string[];
  /** Weakest confidence among all inputs, and every source. */
  tag: string;
  cites: string[];
}

export interface SheetRow extends Part {
  rate: number;
  refund: number;
}

/** Works the refund out for these orders: net invoice price × rate, row by row. */
export function sheetFor(
  scene: Scene,
  claim: string,
  orders: readonly string[],
  invoices: string[],
  pending: string[],
): ClaimSheet {
  const law = lawOf(scene);
  const worked = orders.flatMap((orderNo) =>
    partsOf(scene, orderNo).map((part) => {
      const rate = rateOfExport(scene, orderNo);
      const lot = scene.get<Lot>('lots', part.lot);
      return {
        part,
        rate,
        working: refundOnPurchase(law, { total: part.total, invoice: lot.invoice }, rate),
      };
    }),
  );
  return {
    claim,
    rows: worked.map(({ part, rate, working }) => ({ ...part, rate: rate.value, refund: working.result })),
    invoices,
    pending,
    tag: worked.find(({ working }) => working.tag === '?')?.working.tag ?? worked[0]?.working.tag ?? '',
    cites: [...new Set(worked.flatMap(({ working }) => working.cites))],
  };
}

export const refundOf = (sheet: ClaimSheet): number => sum(sheet.rows.map((row) => row.refund));
export const vatOf = (sheet: ClaimSheet): number => sum(sheet.rows.map((row) => row.vat));

/** Refund that was paid for an order and not yet paid back, fen. */
export function openRefund(scene: Scene, orderNo: string): number {
  const paid = claimsOf(scene, ['refund'], ['paid']).filter((claim) => claim.orders.includes(orderNo));
  const back = claimsOf(scene, ['repayment'], ['filed', 'accepted']).some((claim) =>
    claim.orders.includes(orderNo),
  );
  if (back) return 0;
  return sum(
    paid.flatMap((claim) =>
      scene
        .get<ClaimSheet>('claimSheets', claim.id)
        .rows.filter((row) => row.orderNo === orderNo)
        .map((row) => row.refund),
    ),
  );
}
