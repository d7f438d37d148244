import * as v from 'valibot';
import {
  keep,
  move,
  note,
  put,
  rule,
  send,
  start,
  type Definition,
  type Effect,
  type Guard,
  type MoveSpec,
  type Scene,
} from '../../kernel/index.ts';
import type { Batch } from '../../trade/records.ts';
import { MINUTE } from '../../trade/time.ts';

const batchNo = (scene: Scene): string => String(scene.letter.batch);
const visitOf = (batch: string): string => `visit:${batch}`;
const silentOf = (context: object): string[] => (context as { silent: string[] }).silent;
const RESEND = ['practice#arrival-resend', 'gacc-2018-194#supervised-site'];

/** A truck at the gate: a batch's first call opens its visit, a later one (after a refusal) is weighed again. */
function admit(scene: Scene): Effect[] {
  const batch = batchNo(scene);
  if (!scene.find<Batch>('batches', batch))
    return [note('truckUnknown', { batch }, ['gacc-2018-194#supervised-site'])];
  const visit = visitOf(batch);
  if (scene.stateOf(visit) !== null) return [send(visit, { type: 'TRUCK_IN' })];
  return [start(visit, 'site/visit', { batch })];
}

function passRelease(scene: Scene): Effect[] {
  const visit = visitOf(batchNo(scene));
  return scene.stateOf(visit) === null ? [] : [send(visit, { type: 'RELEASED' })];
}

const noteDown = (scene: Scene): Effect[] => [
  keep({ silent: [...silentOf(scene.context).filter((batch) => batch !== batchNo(scene)), batchNo(scene)] }),
];
const noteUp = (scene: Scene): Effect[] => [
  keep({ silent: silentOf(scene.context).filter((batch) => batch !== batchNo(scene)) }),
];
const askVisit = (scene: Scene): Effect[] => [send(visitOf(batchNo(scene)), { type: 'ASKED' })];

/** No other batch is waiting for its message to get out. */
export const lastOne: Guard = ({ context, event }) =>
  silentOf(context as object).every((batch) => batch === (event as { batch: string }).batch);

// ---- inspection support

/** `bay` by list number (copNo): parcels in the inspection bay. `reply` names the machine that waits for them. */
function moveToBay(scene: Scene): Effect[] {
  const { copNo = '', reply = '' } = scene.letter as { copNo?: string; reply?: string };
  return [send(scene.self, { type: 'IN_BAY', copNo, reply }, scene.between('bay-time', 30, 180) * MINUTE)];
}

function reportBay(scene: Scene): Effect[] {
  const { copNo, reply } = scene.letter as { copNo: string; reply: string } & Scene['letter'];
  const answered = reply !== '' && scene.stateOf(reply) !== null;
  return [
    put('bay', copNo, { since: scene.now }),
    note('movedToBay', { copNo }, ['gacc-2018-194#inspection']),
    ...(answered ? [send(reply, { type: 'IN_BAY', copNo })] : []),
  ];
}

const clearBay = (scene: Scene): Effect[] => [put('bay', String(scene.letter.copNo), undefined)];

export const gateEffects: Definition['effects'] = {
  admit,
  passRelease,
  noteDown,
  noteUp,
  askVisit,
  moveToBay,
  reportBay,
  clearBay,
};

const batchHere = rule<{ batch: string }>(
  'batchNotAtSite',
  ['gacc-2018-194#supervised-site'],
  (scene, { batch }) => (scene.stateOf(visitOf(batch)) === null ? { batch, at: 'batch' } : null),
);

const arrivalMissing = rule<{ batch: string }>('arrivalNotMissing', RESEND, (scene, { batch }) => {
  const state = scene.stateOf(visitOf(batch));
  return state === null || state === 'silent'
    ? null
    : { batch, state: `site/visit.${String(state)}`, at: 'batch' };
});

export const gateMoves: Record<string, MoveSpec> = {
  askArrival: move(
    'exporter',
    v.object({ batch: v.pipe(v.string(), v.minLength(1), v.maxLength(60)) }),
    RESEND,
    [batchHere, arrivalMissing],
  ),
};
