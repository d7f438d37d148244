import {
  keep,
  note,
  post,
  put,
  send,
  type Definition,
  type Effect,
  type Guard,
  type Scene,
} from '../../kernel/index.ts';
import { lot } from '../../trade/chance.ts';
import { moveLines } from '../../trade/ledger.ts';
import { mulDiv } from '../../trade/money.ts';
import type { Order, Parcel } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { DAY, MINUTE } from '../../trade/time.ts';
import { LEGS, stamp, type Milestone } from '../../trade/tracking.ts';
import { triangular } from '../../trade/triangular.ts';
import { HAULED } from './desk.ts';
import { lineTo, uninsuredCompensation } from './tariff.ts';

/** Default odds in ppm: a delay on the way, a hold at customs abroad, a loss. */
const ODDS = { delay: 60_000, hold: 20_000, loss: 3_000 };
/** The carrier looks for a parcel so many days before it is given up. */
const SEARCH_DAYS = [8, 14] as const;
const LOSS = ['practice#lost-parcel', 'practice#loss-notice'];

const orderNoOf = (scene: Scene): string => scene.context.orderNo as string;
const parcelOf = (scene: Scene): Parcel => scene.get<Parcel>('parcels', orderNoOf(scene));
const orderOf = (scene: Scene): Order => scene.get<Order>('orders', orderNoOf(scene));
const minutesOfDay = DAY / MINUTE;

/** Draws the whole journey at once: door-to-door time, a delay, a hold abroad, the leg on which it may be lost. */
function setOut(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const [low, mode, high] = lineTo(scene.setup as Setup, orderOf(scene).country).days;
  const draw = scene.between(`transit:${orderNo}`, 0, 999_999);
  const total = Math.max(
    LEGS.length,
    triangular(draw, low * minutesOfDay, mode * minutesOfDay, high * minutesOfDay),
  );
  const legs = LEGS.map(([, share], index) =>
    mulDiv(total, share - (LEGS[index - 1]?.[1] ?? 0), 1_000, 'down'),
  );
  if (lot(scene, `delay:${orderNo}`, ODDS.delay)) {
    legs[1] = legs[1]! + scene.between(`delay-days:${orderNo}`, 3, 10) * minutesOfDay;
  }
  if (lot(scene, `hold-abroad:${orderNo}`, ODDS.hold)) {
    legs[3] = legs[3]! + scene.between(`hold-days:${orderNo}`, 2, 6) * minutesOfDay;
  }
  const lost = lot(scene, `lost:${orderNo}`, ODDS.loss);
  const lostAt = lost ? scene.between(`lost-leg:${orderNo}`, 0, LEGS.length - 1) : -1;
  return [keep({ legs, lostAt, done: 0, held: 0 }), next(scene, legs, 0, lostAt)];
}

/** The next letter to itself: the end of this leg, or the end of all tracking. */
const next = (scene: Scene, legs: readonly number[], leg: number, lostAt: number): Effect =>
  send(scene.self, { type: lostAt === leg ? 'LOSE' : 'LEG' }, (legs[leg] ?? 0) * MINUTE);

function reach(scene: Scene, { code }: { code: Milestone }): Effect[] {
  const { legs, lostAt, done } = scene.context as unknown as { legs: number[]; lostAt: number; done: number };
  const leg = done + 1;
  const long = (legs[leg] ?? 0) > 2 * minutesOfDay && code === 'CUSTOMS_IN';
  return [
    keep({ done: leg }),
    ...stamp(
      scene,
      orderNoOf(scene),
      { code },
      ...(long ? [{ code: 'EXCEPTION' as const, reason: 'customsHold' }] : []),
    ),
    next(scene, legs, leg, lostAt),
  ];
}

const heldOf = (context: object): number => (context as { held: number }).held;
const held: Guard = ({ context }) => heldOf(context as object) > 0;

/** A delay from outside (a closed route, a strike): the present leg ends so many days later. */
function hold(scene: Scene): Effect[] {
  const { days = 1, reason = 'delayed' } = scene.letter as { days?: number; reason?: string };
  return [
    keep({ held: heldOf(scene.context) + days * DAY }),
    ...stamp(scene, orderNoOf(scene), { code: 'EXCEPTION', reason }),
  ];
}

const waitLonger = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'LEG' }, heldOf(scene.context)),
  keep({ held: 0 }),
];

const deliver = (scene: Scene): Effect[] => [
  ...stamp(scene, orderNoOf(scene), { code: 'DELIVERED' }),
  send('voyage', { type: 'DELIVERED', orderNo: orderNoOf(scene) }),
];

const search = (scene: Scene): Effect[] => [
  ...stamp(scene, orderNoOf(scene), { code: 'EXCEPTION', reason: 'trackingStopped' }),
  send(scene.self, { type: 'GIVEN_UP' }, scene.between('search-time', ...SEARCH_DAYS) * DAY),
];

/** Without insurance the carrier pays what its terms say; with it the sender claims, which is the sender's to do. */
function declareLost(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const parcel = parcelOf(scene);
  const amount = parcel.insured ? 0 : uninsuredCompensation(scene, orderOf(scene), parcel.carriage);
  const refs = { orderNo };
  return [
    put(HAULED, orderNo, undefined), // so that what is sent in its place may travel
    ...stamp(scene, orderNo, { code: 'LOST' }),
    send('voyage', { type: 'LOST', orderNo }),
    parcel.insured ? note('insuredParcelLost', refs, LOSS) : note('parcelLost', { orderNo, amount }, LOSS),
    ...(amount > 0
      ? [post('lossCompensated', moveLines('otherIncome', 'bankCny', 'CNY', amount), refs)]
      : []),
  ];
}

export const transitGuards = { held };
export const transitEffects: Definition['effects'] = {
  setOut,
  reach,
  hold,
  waitLonger,
  deliver,
  search,
  declareLost,
};
