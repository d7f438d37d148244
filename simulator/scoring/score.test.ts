import { describe, expect, test } from 'vitest';
import { Voyage } from '../../tests/support/voyage.ts';
import { readScenario } from '../terminal/files.ts';
import { readMeasure, profitFen, type Measure } from './measure.ts';
import { scoreOf } from './score.ts';

const played = new Voyage().until((voyage) => voyage.world.ended !== null);
const run = { world: played.world, entries: played.entries, setup: played.setup };
const idle = new Voyage('9610-first-parcel', {}, ['idle']).until((voyage) => voyage.world.ended !== null);
const P = '9610-export/parcel';

describe('a measure', () => {
  const cases: [string, Measure, number][] = [
    [
      'a state that was reached',
      { kind: 'reached', definition: P, state: 'clearance.closed', least: 1 },
      1_000_000,
    ],
    [
      'half of the states asked',
      { kind: 'reached', definition: P, state: 'clearance.closed', least: 2 },
      500_000,
    ],
    [
      'a state that was not reached',
      { kind: 'reached', definition: P, state: 'clearance.held', least: 1 },
      0,
    ],
    [
      'a state that was avoided',
      { kind: 'avoided', definition: P, state: 'clearance.held', atMost: 0 },
      1_000_000,
    ],
    [
      'a state that was not avoided: a third less',
      { kind: 'avoided', definition: P, state: 'clearance.closed', atMost: 0 },
      660_000,
    ],
    ['a receipt that came', { kind: 'receipts', message: '604', status: '899', least: 1 }, 1_000_000],
    [
      'a receipt that did not come',
      { kind: 'receipts', message: '604', status: '100', atMost: 0 },
      1_000_000,
    ],
    [
      'in time',
      { kind: 'within', definition: P, from: 'clearance.paid', to: 'clearance.departed', days: 5 },
      1_000_000,
    ],
    ['too late', { kind: 'within', definition: P, from: 'clearance.paid', to: 'money.settled', days: 5 }, 0],
    ['no refusals', { kind: 'refusals', atMost: 0 }, 1_000_000],
    ['no mismatches', { kind: 'mismatches', atMost: 0 }, 1_000_000],
    ['a profit that is not there', { kind: 'profit', least: 100_000_000 }, 0],
  ];
  test.each(cases)('%s', (_, measure, met) => expect(readMeasure(run, measure).met).toBe(met));

  test('is not met by doing nothing', () => {
    const nothing = { world: idle.world, entries: idle.entries, setup: idle.setup };
    expect(scoreOf(nothing, readScenario('9610-first-parcel').rubric).score).toBe(0);
  });

  test('names the journal entries that show it', () => {
    const { evidence } = readMeasure(run, {
      kind: 'reached',
      definition: P,
      state: 'clearance.closed',
      least: 1,
    });
    const entry = played.entries.find(({ seq }) => seq === evidence[0])!;
    expect(entry.happened).toContainEqual(
      expect.objectContaining({ kind: 'entered', state: 'clearance.closed' }),
    );
  });
});

test('profit is revenue less expense, foreign money at the opening rate', () => {
  // 33.85 USD sold at 7.08 less platform, goods, carriage and the exchange difference: all of it in the ledger.
  const byHand = played.world.postings.flatMap((posting) => posting.lines);
  const sold = byHand.filter((line) => line.account === 'sales').reduce((sum, line) => sum - line.amount, 0);
  expect(sold).toBeGreaterThan(0);
  expect(profitFen(run)).toBeLessThan(Math.round(sold * 7.08));
});
