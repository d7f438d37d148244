import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aBatch, aList, given, type Given } from '../../../tests/support/parcels.ts';
import { Play, aScenario } from '../../../tests/support/trade.ts';
import { judge, writeMessage, type CebMessage } from '../../messages/index.ts';
import type { Batch, Parcel } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { DAY, HOUR } from '../../trade/time.ts';
import { MILESTONES, type TrackingStep } from '../../trade/tracking.ts';
import { isTaken, waybillNumber } from './waybill-number.ts';
import { definitions } from './index.ts';

/** Nothing goes wrong unless a test wants it. */
const CALM = { delay: false, lost: false, 'hold-abroad': false };

function carrier(changes: Partial<Setup> = {}, world: Given = {}, seed = 'test'): Play {
  const play = new Play({
    definitions,
    machines: { carrier: 'carrier/desk' },
    listeners: ['voyage', 'window'],
    setup: aScenario({ fixed: CALM, ...changes }),
    seed,
  });
  return given(play, { orders: [{}], parcels: [{}], batches: [{}], ...world });
}

const labelled = (play: Play) => play.letter('carrier', { type: 'LABEL', orderNo: 'O1' }).after(1);
const hauled = (play: Play) => play.letter('carrier', { type: 'HAUL', batch: '1' }).after(2);
const tracking = (play: Play, orderNo = 'O1') => play.record<TrackingStep[]>('tracking', orderNo) ?? [];
const sent = (play: Play) =>
  play.heard('window', 'SEND').map((letter) => letter.message as unknown as CebMessage);

describe('a label', () => {
  test('brings a waybill number, a paper and the price by weight and destination', () => {
    const play = labelled(carrier());
    const [letter] = play.heard('voyage', 'WAYBILL');
    expect(letter).toMatchObject({ orderNo: 'O1', carriage: 5 * 900 }); // 480 g: five started 100 g at 9 yuan
    expect(play.record<Parcel>('parcels', 'O1')).toMatchObject({
      logisticsNo: letter!.logisticsNo,
      carriage: 4_500,
    });
    expect(play.papers('waybillLabel')[0]?.subject).toBe('O1');
  });

  test('takes minutes, and the 505 follows the label by minutes more', () => {
    const play = carrier().letter('carrier', { type: 'LABEL', orderNo: 'O1' });
    expect(play.heard('voyage', 'WAYBILL')).toEqual([]);
    play.toNextEvent();
    expect(play.heard('voyage', 'WAYBILL')).toHaveLength(1);
    expect(sent(play)).toEqual([]);
    play.toNextEvent();
    expect(sent(play).map((message) => message.type)).toEqual(['505']);
  });

  test('is told to customs in a message that the schema accepts', () => {
    const play = labelled(carrier({}, { parcels: [{ insured: true }] }));
    const [message] = sent(play);
    expect(message!.records[0]!.head).toMatchObject({
      appType: '1',
      freight: '45',
      currency: '142',
      grossWeight: '0.48',
      packNo: '1',
      goodsInfo: '竹编篮',
      insuredFee: '1.77', // 1 % of 24.99 USD at 7.08
    });
    expect(judge(writeMessage(message!))).toMatchObject({ schemaValid: true, findings: [] });
  });

  test('of a corrected weight keeps its number and is sent as a change', () => {
    const play = labelled(carrier());
    const first = play.record<Parcel>('parcels', 'O1')!;
    play.world = given(play, { orders: [{}], parcels: [{ ...first, statedGrams: 620 }] }).world;
    labelled(play);
    expect(play.record<Parcel>('parcels', 'O1')).toMatchObject({
      logisticsNo: first.logisticsNo,
      carriage: 6_300,
    });
    expect(sent(play).at(-1)!.records[0]!.head).toMatchObject({ appType: '2', grossWeight: '0.62' });
  });

  test('for an order that nobody packed is not made', () => {
    const play = carrier().letter('carrier', { type: 'LABEL', orderNo: 'O9' }).after(1);
    expect(play.heard('voyage')).toEqual([]);
    expect(play.notes('nothingToLabel')).toHaveLength(1);
  });
});

describe('waybill numbers', () => {
  test('have the check digit of the postal standard S10', () => {
    expect(waybillNumber(47_312_482)).toBe('LX473124829CN'); // the example of UPU S10: 47312482 → 9
  });

  test('are not given again within six months', () => {
    const now = Date.UTC(2026, 6, 1);
    const scene = (issued: number) => ({ now, find: () => ({ orderNo: 'O1', issued }) }) as never;
    expect(isTaken(scene(now - 150 * DAY), 'LX')).toBe(true);
    expect(isTaken(scene(now - 190 * DAY), 'LX')).toBe(false);
  });

  test('are all different', () => {
    expect(new Set(Array.from({ length: 5_000 }, (_, serial) => waybillNumber(serial))).size).toBe(5_000);
  });
});

describe('the line-haul', () => {
  test('leaves hours after loading and reports the exit by a 509 that the schema accepts', () => {
    const play = labelled(carrier({}, { documents: [aList({ head: { logisticsNo: '', trafMode: '4' } })] }));
    const { logisticsNo } = play.record<Parcel>('parcels', 'O1')!;
    play.world = given(play, {
      orders: [{}],
      parcels: [play.record<Parcel>('parcels', 'O1')!],
      batches: [{}],
      documents: [{ head: { logisticsNo, trafMode: '4' } }],
    }).world;
    hauled(play);
    const { departed } = play.record<Batch>('batches', '1')!;
    const message = sent(play).at(-1)!;
    expect(message.type).toBe('509');
    expect(message.records[0]!.head).toMatchObject({
      trafMode: '4',
      billNo: '999-12345675',
      voyageNo: 'XT901',
    });
    expect(message.records[0]!.list).toEqual([{ gnum: '1', logisticsNo }]);
    expect(message.records[0]!.head.leaveTime! < message.records[0]!.head.appTime!).toBe(true);
    expect(judge(writeMessage(message))).toMatchObject({ schemaValid: true });
    expect(departed).toBeGreaterThan(play.world.now - 2 * DAY);
    expect(play.heard('voyage', 'DEPARTED')).toMatchObject([{ batch: '1', orders: ['O1'] }]);
  });

  test('is paid at departure, with the premium of what is insured', () => {
    const play = hauled(labelled(carrier({}, { parcels: [{ insured: true }] })));
    expect(play.balance('freight')).toBe(4_500);
    expect(play.balance('insurance')).toBe(177);
    expect(play.balance('bankCny')).toBe(-4_677);
  });

  test('takes a parcel off when it is stopped in time; the last one stopped cancels it', () => {
    const play = labelled(carrier())
      .letter('carrier', { type: 'HAUL', batch: '1' })
      .letter('carrier', { type: 'STOP', orderNo: 'O1' });
    expect(play.stateOf('haul:1')).toBe('cancelled');
    play.after(60);
    expect(play.heard('voyage', 'DEPARTED')).toEqual([]);
    expect(play.balance('freight')).toBe(0);
    expect(play.heard('voyage', 'MILESTONE').at(-1)).toMatchObject({ code: 'STOPPED' });
  });

  test('cannot be stopped any more once it has left', () => {
    const play = hauled(labelled(carrier())).letter('carrier', { type: 'STOP', orderNo: 'O1' });
    expect(play.heard('voyage', 'MILESTONE').at(-1)).toMatchObject({ code: 'STOP_TOO_LATE' });
    expect(play.notes('stopTooLate')).toHaveLength(1);
  });

  test('does not take a parcel that was stopped before it was loaded', () => {
    const play = labelled(carrier()).letter('carrier', { type: 'STOP', orderNo: 'O1' });
    hauled(play);
    expect(play.stateOf('haul:1')).toBeNull();
  });

  test('asked for twice leaves once', () => {
    const play = labelled(carrier()).letter('carrier', { type: 'HAUL', batch: '1' });
    hauled(play);
    expect(play.heard('voyage', 'DEPARTED')).toHaveLength(1);
    expect(play.stateOf('haul:1:2')).toBeNull();
  });
});

describe('the journey', () => {
  test('meets every milestone in order and ends at the door within the days of the line', () => {
    const play = hauled(labelled(carrier())).after(20);
    const steps = tracking(play);
    expect(steps.map((step) => step.code)).toEqual([...MILESTONES]);
    const abroad = steps.slice(6).map((step) => step.actual!);
    expect(abroad).toEqual([...abroad].sort((a, b) => a - b));
    const days = (abroad.at(-1)! - abroad[0]!) / DAY;
    expect(days).toBeGreaterThanOrEqual(6 - 0.01);
    expect(days).toBeLessThanOrEqual(15);
    expect(play.heard('voyage', 'DELIVERED')).toEqual([{ type: 'DELIVERED', orderNo: 'O1' }]);
  });

  test('keeps the plan beside what happened', () => {
    const play = hauled(labelled(carrier())).after(20);
    for (const step of tracking(play)) expect(step.planned).not.toBeNull();
  });

  test('is later by the days of a delay from outside, which the tracking page names', () => {
    const calm = hauled(labelled(carrier())).after(40);
    const late = hauled(labelled(carrier()))
      .letter('carrier', { type: 'DELAY', orderNo: 'O1', days: 9, reason: 'routeClosed' })
      .after(40);
    const end = (play: Play) => tracking(play).find((step) => step.code === 'DELIVERED')!.actual!;
    expect(end(late) - end(calm)).toBe(9 * DAY);
    expect(tracking(late).find((step) => step.code === 'EXCEPTION')).toMatchObject({ reason: 'routeClosed' });
  });

  test('may take longer by chance; a hold at customs abroad shows as an exception', () => {
    const play = hauled(labelled(carrier({ fixed: { ...CALM, 'hold-abroad': true } }))).after(40);
    expect(tracking(play).find((step) => step.code === 'EXCEPTION')).toMatchObject({ reason: 'customsHold' });
  });

  test('of a lost parcel ends in a search, then in LOST; uninsured it brings three times the carriage at most', () => {
    const play = hauled(labelled(carrier({ fixed: { ...CALM, lost: true } }))).after(60);
    expect(play.heard('voyage', 'LOST')).toEqual([{ type: 'LOST', orderNo: 'O1' }]);
    expect(play.heard('voyage', 'DELIVERED')).toEqual([]);
    expect(tracking(play).map((step) => step.reason)).toContain('trackingStopped');
    expect(play.balance('otherIncome')).toBe(-13_500);
  });

  test('of a lost parcel that is insured leaves the claim to its sender', () => {
    const play = hauled(
      labelled(carrier({ fixed: { ...CALM, lost: true } }, { parcels: [{ insured: true }] })),
    ).after(60);
    expect(play.heard('voyage', 'LOST')).toHaveLength(1);
    expect(play.balance('otherIncome')).toBe(0);
  });

  test('back home costs half as much again and ends in RETURNED_HOME', () => {
    const play = hauled(labelled(carrier()))
      .after(20)
      .letter('carrier', { type: 'TAKE_BACK', orderNo: 'O1' })
      .after(30);
    expect(play.heard('voyage', 'RETURNED_HOME')).toEqual([{ type: 'RETURNED_HOME', orderNo: 'O1' }]);
    expect(play.balance('returnsHandling')).toBe(6_750);
  });
});

test('no parcel is lost from sight or arrives twice, whatever is asked of the carrier in whatever order', () => {
  const orders = ['O1', 'O2', 'O3', 'O4'];
  const letter = fc.oneof(
    fc.record({ type: fc.constantFrom('LABEL', 'STOP', 'LOSE'), orderNo: fc.constantFrom(...orders, 'O9') }),
    fc.record({ type: fc.constantFrom('HAUL'), batch: fc.constantFrom('1', '2', '9') }),
    fc.record({
      type: fc.constant('DELAY'),
      orderNo: fc.constantFrom(...orders),
      days: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({
      type: fc.constant('DELAY'),
      batch: fc.constantFrom('1', '2'),
      days: fc.integer({ min: 1, max: 9 }),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(letter, fc.constantFrom(0, 0.02, 1, 5)), { maxLength: 25 }),
      fc.string(),
      (letters, seed) => {
        const play = carrier(
          { fixed: {}, odds: { lost: 300_000 } },
          {
            orders: orders.map((orderNo) => ({ orderNo })),
            parcels: orders.map((orderNo) => ({ orderNo })),
            batches: [aBatch({ orders: ['O1', 'O2', 'O3'] }), aBatch({ id: '2', orders: ['O3', 'O4'] })],
          },
          seed,
        );
        for (const [item, days] of letters) play.letter('carrier', item).after(days);
        play.after(120);
        const left = play.heard('voyage', 'DEPARTED').flatMap((item) => item.orders as string[]);
        const ended = [...play.heard('voyage', 'DELIVERED'), ...play.heard('voyage', 'LOST')].map(
          (item) => item.orderNo as string,
        );
        expect([...ended].sort()).toEqual([...left].sort());
        const delivered = play.heard('voyage', 'DELIVERED').map((item) => item.orderNo);
        expect(new Set(delivered).size).toBe(delivered.length);
        expect(play.world.timers).toEqual([]);
        expect(
          play.balance('freight') +
            play.balance('insurance') +
            play.balance('bankCny') +
            play.balance('otherIncome'),
        ).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('a haul is a matter of hours, a journey one of days', () => {
  const play = labelled(carrier()).letter('carrier', { type: 'HAUL', batch: '1' });
  const from = play.world.now;
  play.after(2);
  const wait = play.record<Batch>('batches', '1')!.departed! - from;
  expect(wait).toBeGreaterThanOrEqual(6 * HOUR);
  expect(wait).toBeLessThanOrEqual(30 * HOUR);
});
