import {
  keep,
  note,
  post,
  put,
  send,
  start,
  type Definition,
  type Effect,
  type Scene,
} from '../../kernel/index.ts';
import { moveLines } from '../../trade/ledger.ts';
import type { Batch, Order, Parcel } from '../../trade/records.ts';
import { stamp } from '../../trade/tracking.ts';
import { freeId, HAULED, STOPPED } from './desk.ts';
import { departureMessage } from './messages.ts';
import { asSent } from './sent.ts';
import { premiumOf } from './tariff.ts';

const batchOf = (scene: Scene): Batch => scene.get<Batch>('batches', scene.context.batch as string);
const stoppedOf = (scene: Scene): string[] => scene.context.stopped as string[];
const remaining = (scene: Scene): string[] =>
  (scene.context.orders as string[]).filter((orderNo) => !stoppedOf(scene).includes(orderNo));

/** Slots of the line-haul: the aircraft leaves six to thirty hours after loading. */
const bookSlot = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'EXIT' }, scene.between('haul-time', 6 * 60, 30 * 60) * 60_000),
];

function takeOff(scene: Scene): Effect[] {
  const orderNo = String(scene.letter.orderNo);
  if (!remaining(scene).includes(orderNo)) return [];
  const left = remaining(scene).length - 1;
  return [
    keep({ stopped: [...stoppedOf(scene), orderNo] }),
    put(HAULED, orderNo, undefined),
    put(STOPPED, orderNo, { at: scene.now }),
    ...stamp(scene, orderNo, { code: 'STOPPED' }),
    ...(left === 0 ? [send(scene.self, { type: 'EMPTY' })] : []),
  ];
}

const cancel = (scene: Scene): Effect[] => [
  note('haulCancelled', { batch: scene.context.batch as string }, ['customs-law#not-shipped']),
];

/** The batch leaves the country: from now on every parcel travels by itself. */
function leave(scene: Scene): Effect[] {
  const batch = batchOf(scene);
  const orders = remaining(scene);
  return [
    put('batches', batch.id, { ...batch, departed: scene.now }),
    ...orders.flatMap((orderNo) => board(scene, batch.id, orderNo)),
    send('voyage', { type: 'DEPARTED', batch: batch.id, orders }),
    ...orders.map((orderNo) => start(freeId(scene, `transit:${orderNo}`), 'carrier/transit', { orderNo })),
    send(scene.self, { type: 'REPORT' }, scene.between('haul-time', 60, 240) * 60_000),
  ];
}

/** One parcel on board: its carriage and premium are due and paid. */
function board(scene: Scene, batch: string, orderNo: string): Effect[] {
  const parcel = scene.get<Parcel>('parcels', orderNo);
  const order = scene.get<Order>('orders', orderNo);
  const refs = { orderNo, batch };
  const premium = parcel.insured ? premiumOf(scene, order) : 0;
  return [
    ...paid('carriage', 'freight', parcel.carriage, refs),
    ...paid('premium', 'insurance', premium, refs),
    ...stamp(scene, orderNo, { code: 'DEPARTED_CN' }),
  ];
}

const paid = (
  memo: string,
  account: 'freight' | 'insurance',
  amount: number,
  refs: Record<string, string>,
): Effect[] => (amount > 0 ? [post(memo, moveLines('bankCny', account, 'CNY', amount), refs)] : []);

function transmitDeparture(scene: Scene): Effect[] {
  const batch = batchOf(scene);
  return [
    asSent(
      departureMessage(scene, batch, remaining(scene), `LJ-${scene.self.slice('haul:'.length)}`.slice(0, 30)),
    ),
  ];
}

export const haulEffects: Definition['effects'] = { bookSlot, takeOff, cancel, leave, transmitDeparture };
