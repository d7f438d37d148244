import { describe, expect, test } from 'vitest';
import { stageOf, stagesInOrder, whyStuck, type Watched } from './standing.ts';

const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const minutes = (n: number) => n * 60_000;
const run = (facts: Partial<Watched['facts']>, rest: Partial<Watched> = {}): Watched => ({
  state: 'underWay',
  seq: 20,
  updatedAt: new Date(NOW - minutes(1)),
  ...rest,
  facts: { clearance: {}, stageSince: NOW - minutes(2), lastFinding: null, refusals: 0, offers: 0, ...facts },
});
const finding = (times: number, seq: number) => ({ lastFinding: { code: 'documentsDisagree', seq, times } });

test('stages come in the order of the way, as the chart of the parcel tells them', () => {
  const stages = stagesInOrder();
  const way = [
    'ordered',
    'paid',
    'packed',
    'dataStored',
    'declared',
    'passed',
    'released',
    'departed',
    'closed',
    'summarised',
  ];
  expect(
    way
      .map((stage) => stages.indexOf(stage))
      .every((at, index, all) => at >= 0 && (index === 0 || at > all[index - 1]!)),
  ).toBe(true);
});

test.each<[Record<string, number>, string | null]>([
  [{}, null],
  [{ paid: 1 }, 'paid'],
  [{ paid: 3, released: 1 }, 'paid'],
  [{ paid: 2, released: 2 }, 'released'],
])('of parcels %o most stand at %s', (clearance, stage) => {
  expect(stageOf({ clearance })).toBe(stage);
});

describe('somebody is stuck', () => {
  test.each<[string, Watched, ReturnType<typeof whyStuck>]>([
    ['no: at work, just moved on', run({}), null],
    ['no: the same complaint twice', run(finding(2, 20)), null],
    ['yes: the same complaint three times', run(finding(3, 20)), 'finding'],
    ['no: it was long ago', run(finding(3, 15)), null],
    ['yes: ten minutes in one stage', run({ stageSince: NOW - minutes(10) }), 'still'],
    ['no: a second less', run({ stageSince: NOW - minutes(10) + 1000 }), null],
    [
      'no: away since an hour',
      run({ stageSince: NOW - minutes(70) }, { updatedAt: new Date(NOW - minutes(60)) }),
      null,
    ],
    ['no: done', run(finding(5, 20), { state: 'ended' }), null],
  ])('%s', (_, watched, why) => {
    expect(whyStuck(watched, NOW)).toBe(why);
  });
});
