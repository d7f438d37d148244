import {
  offersFor,
  type Engine,
  type Input,
  type Json,
  type Offer,
  type Paper,
  type World,
} from '../kernel/index.ts';
import { writeMessage, type CebMessage } from '../messages/index.ts';
import { lawAt, receiptMessageNeeded } from '../law/index.ts';
import { MODES, type OwnMessage } from '../modes/index.ts';
import { seededDice } from '../kernel/dice.ts';
import type { Habit } from '../scenario.ts';
import type { Order, Parcel } from '../trade/records.ts';
import type { Goods, Setup } from '../trade/setup.ts';
import { DAY, dayOf, firstOfMonth, instantOf } from '../trade/time.ts';
import { getDay, wireDate } from '../trade/time-format.ts';
import { wireKilograms } from '../trade/weight.ts';
import { formOf, suggestionsFor } from '../views/index.ts';
import { answerOffer } from './answers.ts';

/** Somebody who plays: given the world, the next input. Null when there is nothing left to do. */
export type Player = (world: World) => Input | null;

const move = (to: string, type: string, payload: { [key: string]: Json }): Input => ({
  kind: 'move',
  seat: 'exporter',
  to,
  type,
  payload,
});
const wait: Input = { kind: 'advance', until: 'nextDecision' };

export interface Played {
  engine: Engine;
  setup: Setup;
  habits: readonly Habit[];
}

const clearanceOf = (world: World, orderNo: string): string =>
  (world.machines[`parcel:${orderNo}`]?.value as Record<string, string> | undefined)?.clearance ?? '';

const parcelsAt = (world: World, ...states: string[]): string[] =>
  Object.keys(world.records.parcels ?? {}).filter((orderNo) => states.includes(clearanceOf(world, orderNo)));

/**
 * The reference player does what the law and the craft ask for, as soon as it can be done; its habits spoil that in
 * known ways, for the plays that fail. It sees no more than the trainee's own records and papers.
 */
export function referencePlayer({ engine, setup, habits }: Played): Player {
  const has = (habit: Habit): boolean => habits.includes(habit);
  const goodsOf = (id: string): Goods => setup.goods.find((goods) => goods.id === id)!;

  const transmit = (
    world: World,
    message: OwnMessage,
    refs: string[],
    mend?: (draft: CebMessage) => CebMessage,
  ): Input => {
    const draft = MODES[setup.mode].draft(world, setup, message, refs);
    return move('window', 'transmit', { xml: writeMessage(mend ? mend(draft) : draft), via: 'form' });
  };

  /** The list as it should be: the right code, the carrier's weight. Or as the habits would have it. */
  const mendList =
    (world: World, orderNo: string) =>
    (draft: CebMessage): CebMessage => {
      const order = world.records.orders![orderNo] as unknown as Order;
      const parcel = world.records.parcels![orderNo] as unknown as Parcel;
      const goods = goodsOf(order.goods);
      const hs = has('wrongCode') ? (goods.decoys[0]?.hs ?? goods.hs) : goods.hs;
      return {
        ...draft,
        records: draft.records.map(({ head, list }) => ({
          head: { ...head, grossWeight: wireKilograms(parcel.grossGrams) },
          list: list.map((line) => ({ ...line, gcode: hs })),
        })),
      };
    };

  const papers = (world: World): Input | null => {
    const unsent = parcelsAt(world, 'waybilled', 'dataRefused', 'declared', 'refused').filter(
      (orderNo) => dataOf(world, orderNo)['303'] !== '120' && !pending(world, '303', 'orderNo', orderNo),
    );
    // Who lists too early sends the list before the order.
    const early = has('earlyList')
      ? parcelsAt(world, 'waybilled').filter((orderNo) => !wasListed(world, orderNo))
      : [];
    const due = parcelsAt(world, 'routeSet', 'refused').filter((orderNo) => isStored(world, orderNo));
    const undeclared = [...early, ...due].filter((orderNo) => !pending(world, '603', 'orderNo', orderNo));
    if (undeclared[0]) return transmit(world, '603', undeclared.slice(0, 1), mendList(world, undeclared[0]));
    if (unsent[0]) return transmit(world, '303', unsent.slice(0, 100));
    const unpaid = receiptMessageNeeded(lawAt(world.run.policyDay))
      ? parcelsAt(world, 'dataSent', 'dataRefused', 'refused').filter(
          (orderNo) =>
            dataOf(world, orderNo)['303'] === '120' &&
            dataOf(world, orderNo)['403'] === undefined &&
            !pending(world, '403', 'orderNo', orderNo),
        )
      : [];
    if (unpaid[0]) return transmit(world, '403', unpaid.slice(0, 100));
    const batch = Object.entries(world.machines).find(
      ([id, { value }]) => id.startsWith('batch:') && ['gathered', 'manifestRefused'].includes(String(value)),
    );
    if (batch) {
      const id = batch[0].slice('batch:'.length);
      if (!pending(world, '607', 'copNo', `M${id}`)) return transmit(world, '607', [id]);
    }
    return summary(world);
  };

  const dataOf = (world: World, orderNo: string): Record<string, string> =>
    (world.records.parcels![orderNo] as unknown as Parcel).data;
  const isStored = (world: World, orderNo: string): boolean =>
    ['303', '505', ...(receiptMessageNeeded(lawAt(world.run.policyDay)) ? ['403'] : [])].every(
      (message) => dataOf(world, orderNo)[message] === '120',
    );
  const wasListed = (world: World, orderNo: string): boolean =>
    world.papers.some(
      (paper) => paper.kind === 'CEB603' && paper.from === 'exporter' && paper.subject.includes(orderNo),
    );

  /** A document that is with the port or with customs and has no final answer yet. */
  const pending = (world: World, message: string, field: string, value: string): boolean => {
    const speaks = (paper: Paper, kind: string): boolean =>
      paper.kind === kind &&
      ((paper.body as { message?: CebMessage }).message?.records ?? []).some(
        (record) => record.head[field] === value,
      );
    const place = world.papers.findLastIndex((paper) => speaks(paper, `CEB${message}`));
    if (place < 0) return false;
    // By place, not by time: an answer and what is sent on it may bear the same instant.
    const answers = world.papers
      .slice(place + 1)
      .filter((paper) => speaks(paper, `CEB${Number(message) + 1}`));
    const status = (answers.at(-1)?.body as { status?: string } | undefined)?.status ?? '2';
    return ['1', '2', '3', '4', '300'].includes(status) || (message !== '303' && status === '120');
  };

  /** Closed lists of past months are summarised on the second of the month, well before the fifteenth. */
  const summary = (world: World): Input | null => {
    const today = dayOf(world.now);
    const first = firstOfMonth(today);
    const due = today - first >= (has('lateSummary') ? 20 : 1);
    if (!due) return null;
    const month = wireDate(instantOf(first - 1)).slice(0, 6);
    const open = openMonth(world, month);
    return open ? transmit(world, '701', [month]) : null;
  };

  /** Lists of the month that wait, while no earlier application is still being looked at. */
  const openMonth = (world: World, month: string): boolean => {
    const sent = world.papers.findLast((paper) => paper.kind === 'CEB701');
    const copNo = (sent?.body as { message?: CebMessage } | undefined)?.message?.records[0]?.head.copNo;
    if (copNo && pending(world, '701', 'copNo', copNo)) return false;
    return MODES[setup.mode].draft(world, setup, '701', [month]).records[0]!.list.length > 0;
  };

  const wellKnown = (world: World, offers: Offer[]): Input | null => {
    for (const offer of offers) {
      const payload = answerOffer({ engine, setup, world, offer, has });
      if (!payload) continue;
      const input = move(offer.to, offer.type, payload);
      // What the rules would refuse now is left for later: the reference asks before it acts.
      if (input.kind === 'move' && engine.findingsOf(world, input).length === 0) return input;
    }
    return null;
  };

  return (world) => {
    if (world.ended) return null;
    if (has('idle')) return world.timers.length > 0 ? wait : move('voyage', 'handIn', {});
    const offers = offersFor(engine, world, 'exporter');
    const done = wellKnown(world, offers) ?? papers(world);
    if (done) return done;
    return finished(world, setup) ? move('voyage', 'handIn', {}) : nextLook(world);
  };

  function nextLook(world: World): Input {
    // Days without news still bring the day of the summary nearer.
    const tomorrow = instantOf(dayOf(world.now) + 1, 9);
    const due = world.timers[0]?.due ?? tomorrow;
    return due > tomorrow ? { kind: 'advance', until: tomorrow } : { kind: 'advance', until: 'nextEvent' };
  }
}

/** Every order has come to its end in all four lanes, or the last day is near. */
export function finished(world: World, setup: Setup): boolean {
  if (instantOf(getDay(setup.endsOn), 18) - world.now < DAY) return true;
  const parcels = Object.keys(world.records.parcels ?? {});
  const orders = Object.values(world.records.orders ?? {}) as unknown as Order[];
  if (parcels.length === 0 || orders.length < setup.demand.orders) return false;
  return parcels.every((orderNo) => laneDone(world, orderNo)) && noRiskOpen(world);
}

const noRiskOpen = (world: World): boolean =>
  Object.entries(world.machines).every(([id, { done }]) => !id.startsWith('risk:') || done);

const ENDS = ['summarised', 'stated', 'cancelled', 'withdrawn', 'sentBack', 'forfeited'];

function laneDone(world: World, orderNo: string): boolean {
  const state = world.machines[`parcel:${orderNo}`]!.value as Record<string, string>;
  if (!ENDS.includes(state.clearance!)) return false;
  if (['cancelled', 'withdrawn', 'sentBack', 'forfeited'].includes(state.clearance!)) return true;
  const delivered = ![
    'notShipped',
    'inTransit',
    'returnOpen',
    'returning',
    'home',
    'returnDeclared',
    'returned',
    'lost',
  ].includes(state.delivery!);
  const paid = ['settled', 'refunded'].includes(state.money!);
  const taxed = state.tax !== 'open' || ['disposed', 'relieved', 'taxed', 'resent'].includes(state.delivery!);
  return delivered && paid && taxed;
}

/** Moves at random among what is offered, with suggested or random values: for exploration and measurement. */
export function randomPlayer({ engine, setup }: Omit<Played, 'habits'>, seed: string): Player {
  const dice = seededDice(`random/${seed}`);
  let draws = 0;
  const upTo = (high: number): number => dice('play', draws++, 0, high);
  return (world) => {
    if (world.ended) return null;
    const offers = offersFor(engine, world, 'exporter').filter(
      (offer) => offer.type !== 'transmit' && offer.type !== 'handIn',
    );
    const choice = upTo(9);
    if (choice < 3 && offers.length > 0) {
      const offer = offers[upTo(offers.length - 1)]!;
      return move(offer.to, offer.type, randomPayload(engine, world, setup, offer, upTo));
    }
    if (choice < 7) {
      const paper = randomPaper(world, setup, upTo);
      if (paper) return paper;
    }
    return choice === 9 && upTo(400) === 0
      ? move('voyage', 'handIn', {})
      : { kind: 'advance', until: 'nextEvent' };
  };
}

function randomPaper(world: World, setup: Setup, upTo: (high: number) => number): Input | null {
  const orders = Object.keys(world.records.parcels ?? {});
  const batches = Object.keys(world.records.batches ?? {});
  const message = (['303', '603', '605', '607', '701'] as const)[upTo(4)]!;
  const from = message === '607' ? batches : orders;
  if (from.length === 0) return null;
  const ref = message === '701' ? wireDate(world.now).slice(0, 6) : from[upTo(from.length - 1)]!;
  return move('window', 'transmit', {
    xml: writeMessage(MODES[setup.mode].draft(world, setup, message, [ref])),
    via: 'form',
  });
}

function randomPayload(
  engine: Engine,
  world: World,
  setup: Setup,
  offer: Offer,
  upTo: (high: number) => number,
): { [key: string]: Json } {
  const fields = formOf(engine.definitions.get(offer.definition)!.moves[offer.type]!);
  const suggestions = suggestionsFor(world, setup, {
    to: offer.to,
    definition: offer.definition,
    move: offer.type,
  });
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length - 1)]!;
  return Object.fromEntries(
    fields.map((field): [string, Json] => {
      const options = suggestions[field.name]?.options ?? field.options;
      if (field.kind === 'flag') return [field.name, upTo(1) === 1];
      if (field.kind === 'integer')
        return [field.name, (suggestions[field.name]?.value as number | undefined) ?? upTo(1_000)];
      if (field.kind === 'choices' || field.kind === 'texts')
        return [field.name, options.filter(() => upTo(1) === 1)];
      return [field.name, options.length > 0 ? pick(options) : 'x'];
    }),
  );
}
