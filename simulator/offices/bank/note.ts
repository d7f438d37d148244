import type { Scene } from '../../kernel/index.ts';
import { sum } from '../../trade/money.ts';
import type { CustomsDocument, Order, Parcel, Payout } from '../../trade/records.ts';
import type { Instant } from '../../trade/time.ts';

/** `creditNotes` by payout: foreign money that came in for it. Cents. */
export interface CreditNote {
  payout: string;
  currency: 'USD';
  amount: number;
  /** Not yet settled. */
  left: number;
  payer: 'paymentInstitution' | 'thirdParty';
  arrived: Instant;
  /** Last moment of the balance-of-payments report. */
  reportBy: Instant;
  reported: Instant | null;
  state: 'awaitingProof' | 'inReview' | 'held' | 'verified' | 'kept' | 'settled' | 'returned';
  proof: Proof | null;
}

/** What the firm shows and reports: the orders behind the money, all that was earned, and all that was netted. */
export interface Proof {
  payout: string;
  orders: string[];
  gross: number;
  commission: number;
  refunds: number;
  fees: number;
  explanation: string;
}

export const noteOf = (scene: Scene, payout: string): CreditNote =>
  scene.get<CreditNote>('creditNotes', payout);
export const findNote = (scene: Scene, payout: string): CreditNote | null =>
  scene.find<CreditNote>('creditNotes', payout);

/** Orders without a waybill, or without a list that customs has let pass, behind them: money without goods. */
export function ordersWithoutGoods(
  scene: Scene,
  orders: readonly string[],
): { orderNo: string; missing: Missing }[] {
  return orders.flatMap((orderNo) => {
    const missing = missingBehind(scene, orderNo);
    return missing === null ? [] : [{ orderNo, missing }];
  });
}

type Missing = 'order' | 'waybill' | 'list';

function missingBehind(scene: Scene, orderNo: string): Missing | null {
  if (!scene.find<Order>('orders', orderNo)) return 'order';
  const parcel = scene.find<Parcel>('parcels', orderNo);
  if (!parcel || parcel.logisticsNo === '') return 'waybill';
  return listReleased(scene, orderNo, parcel) ? null : 'list';
}

function listReleased(scene: Scene, orderNo: string, parcel: Parcel): boolean {
  if (parcel.released !== null) return true;
  return scene
    .all<CustomsDocument>('customsDocuments')
    .some(
      ([, item]) =>
        item.message === '603' && item.head.orderNo === orderNo && ['800', '899'].includes(item.status),
    );
}

/** What the buyers paid for these orders, cents. */
export const valueOf = (scene: Scene, orders: readonly string[]): number =>
  sum(
    orders
      .map((orderNo) => scene.find<Order>('orders', orderNo))
      .map((order) => (order ? order.goodsValue + order.freight : 0)),
  );

/** What a compliance desk stumbles over, or null. */
export function doubtOf(
  scene: Scene,
  payout: Payout,
  creditNote: CreditNote,
): { cause: string; orderNo: string } | null {
  const [gap] = ordersWithoutGoods(scene, payout.orders);
  if (gap) return { cause: 'flows', orderNo: gap.orderNo };
  return creditNote.payer === 'thirdParty' ? { cause: 'thirdPartyPayer', orderNo: '' } : null;
}
