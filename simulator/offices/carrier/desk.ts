import {
  file,
  note,
  put,
  send,
  start,
  type Definition,
  type Effect,
  type Scene,
} from '../../kernel/index.ts';
import type { Batch, Order, Parcel } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { MINUTE } from '../../trade/time.ts';
import { planFrom, stamp, type TrackingStep } from '../../trade/tracking.ts';
import { asSent } from './sent.ts';
import { waybillMessage } from './messages.ts';
import { carriageOf, premiumOf } from './tariff.ts';
import { nextWaybillNumber } from './waybill-number.ts';

const setup = (scene: Scene): Setup => scene.setup as Setup;
const orderNoOf = (scene: Scene): string => String(scene.letter.orderNo);
const WAYBILL = ['gacc-2018-194#three-data'];

/** Orders that some haul has taken, by order number; value is the haul's machine id. */
export const HAULED = 'haulage';
/** Orders that must not leave any more. */
export const STOPPED = 'stops';

function takeLabelOrder(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  if (!scene.find<Parcel>('parcels', orderNo) || !scene.find<Order>('orders', orderNo)) {
    return [note('nothingToLabel', { orderNo }, WAYBILL)];
  }
  return [send(scene.self, { type: 'LABELLED', orderNo }, scene.between('carrier-time', 5, 40) * MINUTE)];
}

/** A first label gets a new number; a later one (corrected weight) keeps it, and customs is told of the change. */
function issueWaybill(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const parcel = scene.find<Parcel>('parcels', orderNo);
  const order = scene.find<Order>('orders', orderNo);
  if (!parcel || !order) return [];
  const again = parcel.logisticsNo !== '';
  const logisticsNo = again ? parcel.logisticsNo : nextWaybillNumber(scene);
  const carriage = carriageOf(setup(scene), order.country, parcel.statedGrams);
  const change = again ? scene.next('waybillChange') : 0;
  const label = { orderNo, logisticsNo, statedGrams: parcel.statedGrams, carriage, country: order.country };
  return [
    put('parcels', orderNo, { ...parcel, logisticsNo, carriage }),
    put('waybills', logisticsNo, { orderNo, issued: scene.now }),
    put(STOPPED, orderNo, undefined),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'waybillLabel',
      from: 'carrier',
      to: 'exporter',
      subject: orderNo,
      body: label,
    }),
    ...(again ? [] : planned(scene, order)),
    send('voyage', { type: 'WAYBILL', orderNo, logisticsNo, carriage }),
    send(scene.self, { type: 'TRANSMIT', orderNo, change }, scene.between('carrier-time', 5, 30) * MINUTE),
  ];
}

/** The tracking page begins with the plan; the booking itself is its first actual time. */
function planned(scene: Scene, order: Order): Effect[] {
  const plan = planFrom(scene.now, setup(scene), order.country);
  const steps: TrackingStep[] = plan.map((step) =>
    step.code === 'BOOKED' ? { ...step, actual: scene.now } : step,
  );
  return [
    put('tracking', order.orderNo, steps),
    send('voyage', { type: 'MILESTONE', orderNo: order.orderNo, code: 'BOOKED' }),
  ];
}

function transmitWaybill(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const parcel = scene.find<Parcel>('parcels', orderNo);
  const order = scene.find<Order>('orders', orderNo);
  if (!parcel || !order) return [];
  const premium = parcel.insured ? premiumOf(scene, order) : 0;
  return [
    asSent(waybillMessage(scene, { order, parcel, premium, change: Number(scene.letter.change ?? 0) })),
  ];
}

/** A machine id that nobody has: the base, else base:2, base:3 … */
export function freeId(scene: Scene, base: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}:${n}`;
    if (scene.stateOf(id) === null) return id;
  }
}

function openHaul(scene: Scene): Effect[] {
  const batchNo = String(scene.letter.batch);
  const batch = scene.find<Batch>('batches', batchNo);
  if (!batch) return [note('nothingToHaul', { batch: batchNo }, WAYBILL)];
  const wanted = (scene.letter.orders as string[] | undefined) ?? batch.orders;
  const orders = wanted.filter(
    (orderNo) => scene.find(HAULED, orderNo) === null && scene.find(STOPPED, orderNo) === null,
  );
  if (orders.length === 0) return [];
  const id = freeId(scene, `haul:${batchNo}`);
  return [
    ...orders.map((orderNo) => put(HAULED, orderNo, { haul: id })),
    start(id, 'carrier/haul', { batch: batchNo, orders }),
  ];
}

/** Goods that never leave: taken off before departure, or never loaded at all. */
function stop(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const haul = scene.find<{ haul: string }>(HAULED, orderNo)?.haul;
  if (!haul) return [put(STOPPED, orderNo, { at: scene.now }), ...stamp(scene, orderNo, { code: 'STOPPED' })];
  if (scene.stateOf(haul) === 'waitingForDeparture') return [send(haul, { type: 'STOP', orderNo })];
  return [
    note('stopTooLate', { orderNo }, ['customs-law#not-shipped']),
    send('voyage', { type: 'MILESTONE', orderNo, code: 'STOP_TOO_LATE' }),
  ];
}

function takeBack(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  if (!scene.find<Parcel>('parcels', orderNo))
    return [note('nothingToTakeBack', { orderNo }, ['gacc-2020-44#one-year'])];
  return [start(freeId(scene, `takeback:${orderNo}`), 'carrier/take-back', { orderNo })];
}

/** What befalls one parcel, or with a batch named all of its parcels, on the way (a risk event writes this). */
function passOn(scene: Scene): Effect[] {
  const { orderNo, batch } = scene.letter as { orderNo?: string; batch?: string };
  const orders =
    orderNo === undefined ? (scene.find<Batch>('batches', batch ?? '')?.orders ?? []) : [orderNo];
  return orders
    .map((number) => `transit:${number}`)
    .filter((id) => scene.stateOf(id) !== null)
    .map((id) => send(id, scene.letter));
}

export const deskEffects: Definition['effects'] = {
  takeLabelOrder,
  issueWaybill,
  transmitWaybill,
  openHaul,
  stop,
  takeBack,
  passOn,
};
