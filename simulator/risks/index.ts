import * as v from 'valibot';
import {
  define,
  file,
  move,
  note,
  post,
  put,
  rule,
  send,
  start,
  type Definition,
  type Effect,
  type Scene,
} from '../kernel/index.ts';
import { moveLines } from '../trade/ledger.ts';
import { toFen } from '../trade/fx.ts';
import { ppmOf, sum } from '../trade/money.ts';
import type { Order, RiskRecord } from '../trade/records.ts';
import type { Setup } from '../trade/setup.ts';
import { DAY, HOUR, instantOf } from '../trade/time.ts';
import { getDay } from '../trade/time-format.ts';
import { findRisk, type Consequence, type RiskEvent, type Strike, type Verdict } from './catalogue.ts';
import { engineChart, eventChart } from './machine.ts';

const eventOf = (scene: Scene): RiskEvent => findRisk(scene.context.risk as string)!;
const recordOf = (scene: Scene): RiskRecord => scene.get<RiskRecord>('risks', eventOf(scene).id);
const cites = (scene: Scene): string[] => [...eventOf(scene).cites];

/** Signs come one to three days before the event. */
const LEAD = [1, 3] as const;

function castLots(scene: Scene): Effect[] {
  const setup = scene.setup as Setup;
  const first = instantOf(getDay(setup.startsOn));
  const days = getDay(setup.endsOn) - getDay(setup.startsOn);
  return setup.risks.flatMap(({ id, odds, day }) => {
    if (!findRisk(id)) return [];
    const falls = day !== null || scene.chance(`risk:${id}`, odds);
    if (!falls) return [];
    const on = day ?? scene.between(`risk:${id}`, 2, Math.max(2, Math.floor(days / 2)));
    return [
      send('fate', { type: 'BEFALLS', risk: id }, Math.max(HOUR, first + on * DAY + 10 * HOUR - scene.now)),
    ];
  });
}

const begin = (scene: Scene): Effect[] => {
  const id = scene.letter.risk as string;
  const record: RiskRecord = {
    id,
    signs: [...findRisk(id)!.signs],
    opened: null,
    choice: '',
    verdict: '',
    refs: {},
  };
  return [put('risks', id, record), start(`risk:${id}`, 'risks/event', { risk: id })];
};

const letterTo = (scene: Scene, stage: 'signs' | 'event' | 'outcome'): Effect =>
  file({
    id: `paper:${scene.next('paper')}`,
    kind: 'riskLetter',
    from: 'fate',
    to: 'exporter',
    subject: eventOf(scene).id,
    body: { risk: eventOf(scene).id, stage },
  });

const showSigns = (scene: Scene): Effect[] => [
  letterTo(scene, 'signs'),
  note('riskSigns', { risk: eventOf(scene).id }, cites(scene)),
  send(scene.self, { type: 'BREAKS_OUT' }, scene.between(`risk-lead:${eventOf(scene).id}`, ...LEAD) * DAY),
];

const lane = (scene: Scene, orderNo: string): string =>
  (scene.stateOf(`parcel:${orderNo}`) as { delivery?: string } | null)?.delivery ?? '';

const ordersIn = (scene: Scene, state: string): string[] =>
  scene.all<Order>('orders').flatMap(([orderNo]) => (lane(scene, orderNo) === state ? [orderNo] : []));

/** The letters of a blow, to whom it falls; none where nothing is there to be hit. */
function blow(scene: Scene, strike: Strike | undefined): Effect[] {
  switch (strike?.kind) {
    case 'delay':
      return ordersIn(scene, 'inTransit').map((orderNo) =>
        send('carrier', { type: 'DELAY', orderNo, days: strike.days, reason: 'routeClosed' }),
      );
    case 'loss':
      return ordersIn(scene, 'inTransit')
        .slice(0, 1)
        .map((orderNo) => send('carrier', { type: 'LOSE', orderNo }));
    case 'chargebacks':
      return ordersIn(scene, 'delivered')
        .slice(0, strike.most)
        .map((orderNo) =>
          send('platform', { type: 'CHARGE_BACK', orderNo, kind: 'chargeback', reason: 'notReceived' }),
        );
    case 'rate':
      return [send('bank', { type: 'RATE_SHOCK', currency: strike.currency, ppm: strike.ppm })];
    default:
      return [];
  }
}

const breakOut = (scene: Scene): Effect[] => [
  ...blow(scene, eventOf(scene).strike),
  put('risks', eventOf(scene).id, { ...recordOf(scene), opened: scene.now }),
  letterTo(scene, 'event'),
  note('riskOpened', { risk: eventOf(scene).id, days: eventOf(scene).term }, cites(scene)),
  send('voyage', { type: 'RISK_OPENED', risk: eventOf(scene).id }),
  send(scene.self, { type: 'TERM_OVER' }, eventOf(scene).term * DAY),
];

function takeChoice(scene: Scene): Effect[] {
  const choice = scene.letter.option as string;
  return [
    put('risks', eventOf(scene).id, {
      ...recordOf(scene),
      choice,
      verdict: eventOf(scene).options[choice] ?? 'wrong',
    }),
  ];
}

const takeSilence = (scene: Scene): Effect[] => [
  put('risks', eventOf(scene).id, { ...recordOf(scene), choice: '', verdict: 'ignored' }),
];

const consequenceOf = (scene: Scene): Consequence => {
  const { verdict } = recordOf(scene);
  return eventOf(scene).consequences[verdict === 'ignored' ? 'wrong' : (verdict as Verdict)];
};

/** Sales so far in fen, at the opening rate: the yardstick of losses that grow with the business. */
function salesFen(scene: Scene): number {
  const rate = (scene.setup as Setup).rates.USD ?? 0;
  return toFen(
    sum(
      scene
        .all<Order>('orders')
        .map(([, order]) => (order.paid === null || order.cancelled ? 0 : order.goodsValue)),
    ),
    'USD',
    rate,
  );
}

function settle(scene: Scene): Effect[] {
  const {
    loss = 0,
    lossShare = 0,
    credit = 0,
    customs = false,
    freezeDays = 0,
    days = 0,
  } = consequenceOf(scene);
  const { id, dimension } = eventOf(scene);
  const lost = loss + ppmOf(salesFen(scene), lossShare);
  const effects: Effect[] = [];
  if (lost > 0)
    effects.push(post('riskLoss', moveLines('bankCny', 'finesAndLosses', 'CNY', lost), { risk: id }));
  if (credit !== 0)
    effects.push(
      send('zone', { type: 'CREDIT', code: `risk:${id}`, dimension, delta: credit, cites: cites(scene) }),
    );
  if (customs) effects.push(send('zone', { type: 'CUSTOMS_EVENT', code: `risk:${id}`, cites: cites(scene) }));
  if (freezeDays > 0) {
    effects.push(
      send('payouts', { type: 'FREEZE' }),
      send('payouts', { type: 'UNFREEZE' }, freezeDays * DAY),
    );
  }
  const { verdict } = recordOf(scene);
  const strike = eventOf(scene).strikeIf?.[verdict === 'ignored' ? 'wrong' : (verdict as Verdict)];
  return [...effects, ...blow(scene, strike), send(scene.self, { type: 'DONE' }, Math.max(HOUR, days * DAY))];
}

const report = (scene: Scene): Effect[] => {
  const { verdict, choice } = recordOf(scene);
  return [
    letterTo(scene, 'outcome'),
    note('riskClosed', { risk: eventOf(scene).id, verdict, choice }, cites(scene)),
    send('voyage', { type: 'RISK_CLOSED', risk: eventOf(scene).id, verdict }),
  ];
};

const optionKnown = rule<{ option: string }>('riskOptionUnknown', ['dryport-model'], (scene, { option }) =>
  Object.hasOwn(eventOf(scene).options, option) ? null : { option, risk: eventOf(scene).id, at: 'option' },
);

export const definitions: Definition[] = [
  define('risks/engine', engineChart, { effects: { castLots, begin } }),
  define('risks/event', eventChart, {
    effects: { showSigns, breakOut, takeChoice, takeSilence, settle, report },
    moves: {
      answerRisk: move(
        'exporter',
        v.object({ option: v.pipe(v.string(), v.minLength(1), v.maxLength(60)) }),
        ['dryport-model'],
        [optionKnown],
      ),
    },
  }),
];

export { RISKS, findRisk, type RiskEvent } from './catalogue.ts';
