import type { World } from '../kernel/index.ts';
import { parseMoney } from '../trade/decimal.ts';
import { sum } from '../trade/money.ts';
import type { CustomsDocument, Order, Parcel, Payout } from '../trade/records.ts';
import { findGrams } from '../trade/weight.ts';

/** A place where information, goods and money do not say the same of one order. */
export interface Mismatch {
  code: (typeof MISMATCHES)[number];
  /** Amounts in cents, weights in grams, or 0. */
  left: number;
  right: number;
}

export const MISMATCHES = [
  'orderMessageValue',
  'listValue',
  'listPieces',
  'listWeight',
  'emptyList',
  'shippedUndeclared',
  'paidOutTwice',
  'unpaidShipped',
  'creditedLess',
] as const;

/** 三流合一: one order seen by its information, its goods and its money. Amounts in cents, weights in grams. */
export interface FlowRow {
  orderNo: string;
  information: { order: number; message: number | null; list: number | null; status: string };
  goods: { ordered: number; declared: number | null; weighed: number; listed: number | null; place: string };
  money: { due: number; paid: boolean; paidOut: boolean; credited: boolean; settled: boolean };
  mismatches: Mismatch[];
}

const records = <T>(world: World, collection: string): T[] =>
  Object.values(world.records[collection] ?? {}) as unknown as T[];

const cents = (text: string | undefined): number => parseMoney(text ?? '', 'USD') ?? 0;

/** Where a parcel's goods are, by its machine. */
function placeOf(parcel: Parcel | undefined): string {
  if (!parcel) return 'onHand';
  if (parcel.delivered !== null) return 'delivered';
  if (parcel.departed !== null) return 'inTransit';
  if (parcel.released !== null) return 'atSite';
  return parcel.lots.length > 0 ? 'allocated' : 'onHand';
}

/** Every order with its three flows and every mismatch between them. */
export function flowsOf(world: World): FlowRow[] {
  const documents = records<CustomsDocument>(world, 'customsDocuments');
  const payouts = records<Payout>(world, 'payouts');
  const parcels = new Map(records<Parcel>(world, 'parcels').map((parcel) => [parcel.orderNo, parcel]));
  return records<Order>(world, 'orders').map((order) => {
    const message = documents.find(
      (item) => item.message === '303' && item.head.orderNo === order.orderNo && item.status !== 'deleted',
    );
    const list = documents.findLast(
      (item) =>
        item.message === '603' &&
        item.head.orderNo === order.orderNo &&
        !['cancelled', 'withdrawn', '100'].includes(item.status),
    );
    return rowOf(
      order,
      parcels.get(order.orderNo),
      message,
      list,
      payouts.filter((payout) => payout.orders.includes(order.orderNo)),
    );
  });
}

function rowOf(
  order: Order,
  parcel: Parcel | undefined,
  message: CustomsDocument | undefined,
  list: CustomsDocument | undefined,
  payouts: readonly Payout[],
): FlowRow {
  const listValue = list ? sum(list.list.map((line) => cents(line.totalPrice))) : null;
  const listPieces = list ? sum(list.list.map((line) => Number.parseInt(line.qty ?? '0', 10))) : null;
  const listed = list ? findGrams(list.head.grossWeight ?? '') : null;
  const row: FlowRow = {
    orderNo: order.orderNo,
    information: {
      order: order.goodsValue,
      message: message ? cents(message.head.goodsValue) : null,
      list: listValue,
      status: list?.status ?? message?.status ?? '',
    },
    goods: {
      ordered: order.pieces,
      declared: listPieces,
      weighed: parcel?.grossGrams ?? 0,
      listed,
      place: placeOf(parcel),
    },
    money: {
      due: order.goodsValue + order.freight,
      paid: order.paid !== null && !order.cancelled,
      paidOut: payouts.length > 0,
      credited: payouts.some((payout) => payout.credited !== null),
      settled: payouts.some((payout) => payout.settled !== null),
    },
    mismatches: [],
  };
  row.mismatches = mismatchesOf(row, payouts.length);
  return row;
}

function mismatchesOf({ information, goods, money }: FlowRow, payouts: number): Mismatch[] {
  const found: Mismatch[] = [];
  const unless = (agrees: boolean, code: Mismatch['code'], left = 0, right = 0): void => {
    if (!agrees) found.push({ code, left, right });
  };
  unless(
    information.message === null || information.message === information.order,
    'orderMessageValue',
    information.order,
    information.message ?? 0,
  );
  unless(
    information.list === null || information.list === information.order,
    'listValue',
    information.order,
    information.list ?? 0,
  );
  unless(
    goods.declared === null || goods.declared === goods.ordered,
    'listPieces',
    goods.ordered,
    goods.declared ?? 0,
  );
  unless(
    goods.listed === null ||
      goods.weighed === 0 ||
      Math.abs(goods.listed - goods.weighed) * 20 <= goods.weighed,
    'listWeight',
    goods.weighed,
    goods.listed ?? 0,
  );
  unless(!(information.status === '800' && goods.place === 'onHand'), 'emptyList');
  unless(
    !(['inTransit', 'delivered'].includes(goods.place) && information.list === null),
    'shippedUndeclared',
  );
  unless(!(['inTransit', 'delivered'].includes(goods.place) && !money.paid), 'unpaidShipped', money.due);
  unless(payouts <= 1, 'paidOutTwice', payouts);
  return found;
}
