import {
  keep,
  note,
  put,
  send,
  type Definition,
  type Effect,
  type Guard,
  type Json,
  type Letter,
  type Scene,
} from '../../kernel/index.ts';
import { lot } from '../../trade/chance.ts';
import type { Batch, CustomsDocument } from '../../trade/records.ts';
import { DAY, HOUR, MINUTE } from '../../trade/time.ts';
import { findWireTime } from '../../trade/time-format.ts';
import { stamp } from '../../trade/tracking.ts';
import { isPassed, judgeLists, listsOf, releasedOrders } from './lists.ts';
import { arrivalMessage } from './messages.ts';
import { weighBatch } from './weighing.ts';

/** Default odds (ppm) that the arrival message does not get out. */
const MISSING = 40_000;
/** A truck whose lists are still open waits so long at the gate. */
const PATIENCE = DAY;
const RECHECK = 30 * MINUTE;

const batchOf = (scene: Scene): Batch => scene.get<Batch>('batches', scene.context.batch as string);
const triesOf = (scene: Scene): number => scene.context.tries as number;
const loadedOf = (scene: Scene): string[] => scene.context.loaded as string[];

function weigh(scene: Scene): Effect[] {
  const weighing = weighBatch(scene, batchOf(scene));
  const { declared, measured, off } = weighing;
  const answer: Letter = off
    ? { type: 'WEIGHT_OFF', reason: 'weightOff', declared, measured }
    : { type: 'WEIGHT_RIGHT' };
  return [
    put('weighings', weighing.batch, weighing),
    keep({ since: scene.now }),
    ...batchOf(scene).orders.flatMap((orderNo) =>
      stamp(scene, orderNo, { code: 'PICKED_UP', at: batchOf(scene).dispatched ?? scene.now }),
    ),
    send(scene.self, answer, scene.between('site-time', 10, 30) * MINUTE),
  ];
}

function checkLists(scene: Scene): Effect[] {
  const verdict = judgeLists(scene, batchOf(scene));
  if (verdict.passed) return [send(scene.self, { type: 'LISTS_PASSED' })];
  const { orderNo, status } = verdict;
  const waited = scene.now - (scene.context.since as number);
  if (verdict.open && waited < PATIENCE) return [send(scene.self, { type: 'LISTS_OPEN' }, RECHECK)];
  return [send(scene.self, { type: 'LISTS_FAULTY', reason: 'listsNotPassed', orderNo, status })];
}

/** The truck stays outside; the firm hears why, and what the bridge showed. */
function turnAway(scene: Scene): Effect[] {
  const {
    reason,
    orderNo = '',
    status = '',
  } = scene.letter as Letter & { reason: string; orderNo?: string; status?: string };
  const batch = batchOf(scene);
  const weighing = scene.get<{ measured: number; declared: number }>('weighings', batch.id);
  const { measured, declared } = weighing;
  const cites = reason === 'weightOff' ? ['practice#weight-match'] : ['gacc-2018-194#supervised-site'];
  return [
    note(
      reason === 'weightOff' ? 'turnedAwayForWeight' : 'turnedAwayForLists',
      { batch: batch.id, measured, declared, orderNo, status },
      cites,
    ),
    send('voyage', { type: 'GATE_REFUSED', batch: batch.id, reason, measured, declared, orderNo, status }),
  ];
}

/** Taken in: the list's own time of declaration is known by now, so the tracking page gets it too. */
function unload(scene: Scene): Effect[] {
  const batch = batchOf(scene);
  const lists = listsOf(scene, batch.orders);
  const missing = lot(scene, `arrival-missing:${batch.id}`, MISSING);
  return [
    put('batches', batch.id, { ...batch, arrived: scene.now }),
    ...batch.orders.flatMap((orderNo) => {
      const declared = findWireTime(lists.get(orderNo)?.appTime ?? '') ?? scene.now;
      return stamp(
        scene,
        orderNo,
        { code: 'CFS_IN' },
        { code: 'DECLARED', at: Math.min(declared, scene.now) },
      );
    }),
    send('voyage', { type: 'ARRIVED', batch: batch.id }),
    send(scene.self, { type: missing ? 'NO_LINK' : 'LINKED' }, scene.between('site-time', 20, 90) * MINUTE),
  ];
}

/** Each attempt has a number of its own: customs takes a refused one for what it is and the next one afresh. */
function transmit(scene: Scene): Effect[] {
  const batch = batchOf(scene);
  const tries = triesOf(scene) + 1;
  const copNo = `YD-${batch.id}-${tries}`.slice(-30);
  const lists = [...listsOf(scene, batch.orders).values()].filter(isPassed);
  const message = arrivalMessage(scene, batch, lists, copNo);
  return [
    keep({ tries, copNo, wasSilent: false }),
    send('window', { type: 'SEND', from: 'site', message: message as unknown as Json }),
    ...(scene.context.wasSilent === true ? [send('site', { type: 'LINK_UP', batch: batch.id })] : []),
    send(scene.self, { type: 'TOLD' }, MINUTE),
  ];
}

/** The network is down, and nobody at customs knows that the goods are here. It comes back by itself in two days. */
const goSilent = (scene: Scene): Effect[] => [
  keep({ wasSilent: true }),
  send('site', { type: 'LINK_DOWN', batch: batchOf(scene).id }),
  send(scene.self, { type: 'LINK_BACK', tries: triesOf(scene) }, scene.between('link-time', 36, 60) * HOUR),
];

/** Somebody asked: the operator sends again by another line, within three hours. */
const resend = (scene: Scene): Effect[] => [
  note('arrivalAsked', { batch: batchOf(scene).id }, ['practice#arrival-resend']),
  send(
    scene.self,
    { type: 'LINK_BACK', tries: triesOf(scene) },
    scene.between('link-time', 60, 180) * MINUTE,
  ),
];

/** If customs turned the message down, the operator's screen shows it hours later and the goods stand still. */
export const visitDelays = { answerShows: 6 * HOUR };

function look(scene: Scene): Effect[] {
  const copNo = scene.context.copNo as string;
  const document = scene
    .all<CustomsDocument>('customsDocuments')
    .find(([, item]) => item.message === '507' && item.head.copNo === copNo)?.[1];
  const refused = document === undefined || document.status === '100' || document.status.startsWith('-');
  return refused ? [send(scene.self, { type: 'REFUSED' })] : [];
}

function load(scene: Scene): Effect[] {
  const orders = releasedOrders(scene, batchOf(scene), loadedOf(scene));
  return [
    ...orders.flatMap((orderNo) => stamp(scene, orderNo, { code: 'RELEASED_CN' })),
    send(scene.self, { type: 'LOADED_UP' }, scene.between('site-time', 60, 240) * MINUTE),
  ];
}

/** Only what customs has released by now is loaded; the rest of the batch stays in the site. */
function handOver(scene: Scene): Effect[] {
  const batch = batchOf(scene);
  const orders = releasedOrders(scene, batch, loadedOf(scene));
  if (orders.length === 0)
    return [note('nothingReleased', { batch: batch.id }, ['gacc-2018-194#list-release'])];
  const loaded = [...loadedOf(scene), ...orders];
  const behind = batch.orders.filter((orderNo) => !loaded.includes(orderNo)).length;
  return [
    keep({ loaded }),
    ...orders.flatMap((orderNo) => stamp(scene, orderNo, { code: 'RELEASED_CN' }, { code: 'SEALED' })),
    ...(behind > 0
      ? [note('leftBehind', { batch: batch.id, parcels: behind }, ['gacc-2018-194#list-release'])]
      : []),
    send('voyage', { type: 'LOADED', batch: batch.id, orders }),
    send('carrier', { type: 'HAUL', batch: batch.id, orders }),
  ];
}

/** A timer of an attempt that is over says nothing any more. */
export const thisTry: Guard = ({ context, event }) =>
  (context as { tries: number }).tries === (event as { tries: number }).tries;

export const visitEffects: Definition['effects'] = {
  weigh, checkLists, turnAway, unload, transmit, goSilent, resend, look, load, handOver,
}; // prettier-ignore
