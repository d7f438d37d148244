import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given } from '../../../tests/support/parcels.ts';
import { Play, aScenario } from '../../../tests/support/trade.ts';
import type { CreditClass } from '../../law/index.ts';
import {
  DIMENSIONS,
  START_DIMENSION,
  readCredit,
  type CustomsCredit,
  type ZoneCredit,
} from '../../trade/credit.ts';
import { CREDIT_EVENTS, creditLetter, type CreditEventCode } from '../../trade/credit-events.ts';
import type { Setup } from '../../trade/setup.ts';
import { DAY } from '../../trade/time.ts';
import { CUSTOMS_EVENTS } from './customs-class.ts';
import { definitions } from './index.ts';

function zone(changes: Partial<Setup> = {}, seed = 'test'): Play {
  return new Play({ definitions, machines: { zone: 'zone/credit' }, setup: aScenario(changes), seed });
}

const record = (play: Play) => play.record<ZoneCredit>('credit', 'zone')!;
const customs = (play: Play) => play.record<CustomsCredit>('credit', 'customs')!;
const event = (play: Play, code: CreditEventCode, times = 1) => {
  const effect = creditLetter(code, times);
  return effect.do === 'send' ? play.letter('zone', effect.letter) : play;
};
const ofClass = (creditClass: CreditClass, policyDate = '2026-11-01') =>
  zone({ enterprise: { ...aScenario().enterprise, creditClass }, policyDate });

describe('the zone record', () => {
  test('begins at 600, in the band fair, with an empty log', () => {
    expect(record(zone())).toMatchObject({ score: 600, class: 'fair', log: [], standing: 'good' });
  });

  test('only grows, and every entry says why', () => {
    const play = event(event(zone(), 'inspectionMismatch'), 'cleanDeclaration');
    expect(record(play).log).toMatchObject([
      { entry: 1, code: 'inspectionMismatch', dimension: 0, delta: -50_000, gravity: 'minor' },
      { entry: 2, code: 'cleanDeclaration', delta: 2_000 },
    ]);
    for (const entry of record(play).log) expect(entry.cites.length).toBeGreaterThan(0);
  });

  test('counts clean declarations up to 0.05 in a month, and again in the next', () => {
    const play = zone();
    for (let i = 0; i < 40; i++) event(play, 'cleanDeclaration');
    expect(record(play).dimensions[0]).toBe(START_DIMENSION + 50_000);
    play.after(31);
    event(play, 'cleanDeclaration');
    expect(record(play).log.at(-1)!.delta).toBe(2_000);
  });

  test('fades by half in 180 days; the log stays', () => {
    const play = event(zone(), 'inspectionMismatch');
    const later = readCredit(record(play), play.world.now + 180 * DAY);
    expect(later.dimensions[0]).toBe(START_DIMENSION - 25_000);
    expect(later.log).toEqual(record(play).log);
  });

  test('weighs the rating cards of third parties with three tenths', () => {
    const play = zone().letter('zone', { type: 'RATING', source: 'platform', score: 800 });
    expect(record(play).score).toBe(660);
  });

  test('takes an unknown event with its own figures, and one without sense not at all', () => {
    const play = zone().letter('zone', {
      type: 'CREDIT',
      code: 'lateShipment',
      dimension: 4,
      delta: -5_000,
      cites: ['practice'],
    });
    expect(record(play).log).toMatchObject([{ code: 'lateShipment', dimension: 4, delta: -5_000 }]);
    play.letter('zone', { type: 'CREDIT', code: 'x', dimension: 9, delta: -5_000, cites: ['practice'] });
    expect(record(play).log).toHaveLength(1);
  });

  test('turns a −0.15 into −0.05 for who discloses it', () => {
    const play = event(zone(), 'misdeclaredWithTax').letter('zone', { type: 'DISCLOSED' });
    expect(record(play).dimensions[0]).toBe(START_DIMENSION - 50_000);
    expect(record(play).log.map((entry) => entry.delta)).toEqual([-150_000, 100_000]);
  });

  test('sums its deltas within ±0.001 of the dimension, whatever is reported on one day', () => {
    const codes = Object.keys(CREDIT_EVENTS) as CreditEventCode[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...codes), { maxLength: 30 }), (events) => {
        const play = zone();
        for (const code of events) event(play, code);
        for (const [index, value] of record(play).dimensions.entries()) {
          const own = record(play)
            .log.filter((entry) => entry.dimension === index)
            .reduce((sum, entry) => sum + entry.delta, 0);
          expect(
            Math.abs(value - Math.min(1_000_000, Math.max(0, START_DIMENSION + own))),
          ).toBeLessThanOrEqual(1_000);
        }
        expect(record(play).score).toBeGreaterThanOrEqual(300);
        expect(record(play).score).toBeLessThanOrEqual(950);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the negative list', () => {
  test('takes a firm with two fakes of the three documents within a year, not with one', () => {
    const play = event(zone(), 'fakeThreeDocuments');
    expect(play.stateOf('zone')).toBe('goodStanding');
    event(play.after(200), 'fakeThreeDocuments');
    expect(play.stateOf('zone')).toBe('negativeList');
    expect(record(play).standing).toBe('negativeList');
  });

  test('does not count what is more than a year apart', () => {
    const play = event(event(zone(), 'fakeThreeDocuments').after(400), 'fakeThreeDocuments');
    expect(play.stateOf('zone')).toBe('goodStanding');
  });

  test('lets go after twelve clean months, with the fines paid and the course passed, on probation first', () => {
    const play = event(zone(), 'secondarySale');
    play.after(100).when('zone', 'askProbation');
    expect(play.findings).toEqual(['notCleanYet', 'courseMissing']);
    event(play.after(280), 'trainingPassed').when('zone', 'askProbation');
    expect(play.findings).toEqual([]);
    expect([play.stateOf('zone'), record(play).standing]).toEqual(['probation', 'probation']);
    play.after(181);
    expect([play.stateOf('zone'), record(play).standing]).toEqual(['goodStanding', 'good']);
  });

  test('holds a firm that owes a fine', () => {
    const play = event(event(zone(), 'taxFraud'), 'trainingPassed').after(380);
    play.world = {
      ...play.world,
      postings: [
        {
          at: 0,
          memo: 'fine',
          refs: {},
          lines: [
            { account: 'finesPayable', currency: 'CNY', amount: -100 },
            { account: 'finesAndLosses', currency: 'CNY', amount: 100 },
          ],
        },
      ],
    };
    play.when('zone', 'askProbation');
    expect(play.findings).toEqual(['finesUnpaid']);
    expect(play.finding('finesUnpaid')!.params).toEqual({ due: 100 });
  });
});

describe('the certificate and the appeal', () => {
  test('a certificate comes on the next working day', () => {
    const play = zone().when('zone', 'requestCertificate').after(2);
    expect(play.papers('creditCertificate')[0]?.body).toMatchObject({
      score: 600,
      band: 'fair',
      customsClass: 'regular',
    });
  });

  test('is for firms on the zone platform', () => {
    const play = zone({ enterprise: { ...aScenario().enterprise, registered: false } });
    given(play, { records: { enterprise: { self: { licensed: true, zonePlatform: false } } } });
    expect(play.when('zone', 'requestCertificate').findings).toEqual(['notOnZonePlatform']);
  });

  test('an appeal within five days that is heard gives two thirds back by a new entry', () => {
    const play = event(zone({ fixed: { appeal: true } }), 'misdeclaredWithTax');
    play.when('zone', 'appeal', { entry: 1, reason: 'documentsAttached' }).after(6);
    expect(record(play).log).toMatchObject([{ delta: -150_000 }, { code: 'appealUpheld', delta: 100_000 }]);
  });

  test('an appeal that is not heard changes nothing', () => {
    const play = event(zone({ fixed: { appeal: false } }), 'misdeclaredWithTax');
    play.when('zone', 'appeal', { entry: 1, reason: 'hardship' }).after(6);
    expect(record(play).log).toHaveLength(1);
    expect(play.notes('appealDismissed')).toHaveLength(1);
  });

  test.each([
    ['an entry that is not there', 7, 0, ['entryUnknown']],
    ['good news', 1, 0, ['entryDoesNotHurt']],
    ['an entry of six days ago', 2, 6, ['appealTooLate']],
  ])('an appeal against %s is refused', (_, entry, days, findings) => {
    const play = event(event(zone(), 'cleanDeclaration'), 'inspectionMismatch').after(days);
    expect(play.when('zone', 'appeal', { entry, reason: 'notOurs' }).findings).toEqual(findings);
  });

  test('nobody appeals twice against one entry', () => {
    const play = event(zone(), 'inspectionMismatch').when('zone', 'appeal', { entry: 1, reason: 'notOurs' });
    expect(play.when('zone', 'appeal', { entry: 1, reason: 'notOurs' }).findings).toEqual(['appealedBefore']);
  });
});

describe("customs' class", () => {
  test.each([
    ['advancedCertified', 3_000, 0, false],
    ['certified', 8_000, 500_000, false],
    ['regular', 30_000, 1_000_000, false],
    ['dishonest', 400_000, 1_000_000, true],
    ['seriouslyDishonest', 600_000, 1_500_000, true],
  ] as const)(
    '%s: inspection %i ppm, guarantee %i ppm, summary barred: %s',
    (name, list, guarantee, summaryBarred) => {
      expect(customs(ofClass(name))).toMatchObject({ class: name, odds: { list }, guarantee, summaryBarred });
    },
  );

  test.each([
    ['certified', 'regular'],
    ['seriouslyDishonest', 'dishonest'],
    ['advancedCertified', 'advancedCertified'],
  ] as const)('before 2026-04-01 there are three classes: %s is %s', (name, then) => {
    expect(customs(ofClass(name, '2025-06-01')).class).toBe(then);
  });

  test('falls with the points, and with it rise the odds', () => {
    const play = ofClass('certified').letter('zone', {
      type: 'CUSTOMS_EVENT',
      code: 'fined',
      cites: ['practice'],
    });
    expect(customs(play)).toMatchObject({ class: 'certified', score: 780 });
    play.letter('zone', { type: 'CUSTOMS_EVENT', code: 'warned', cites: ['practice'] });
    expect(customs(play)).toMatchObject({ class: 'regular', score: 770, odds: { list: 30_000 } });
    expect(play.notes('customsClassChanged')).toHaveLength(1);
  });

  test.each(
    Object.entries(CUSTOMS_EVENTS).flatMap(([code, { fallsTo }]) =>
      fallsTo ? [[code, fallsTo] as const] : [],
    ),
  )('%s is a rule hit: the class is %s at best, from any height', (code, name) => {
    const play = ofClass('advancedCertified').letter('zone', {
      type: 'CUSTOMS_EVENT',
      code,
      cites: ['practice'],
    });
    expect(customs(play).class).toBe(name);
  });

  test('good points alone lift nobody above the class that was audited', () => {
    const play = zone();
    for (let i = 0; i < 30; i++)
      play.letter('zone', { type: 'CUSTOMS_EVENT', code: 'rectified', cites: ['practice'] });
    expect(customs(play)).toMatchObject({ score: 950, class: 'regular' });
  });
});

test('whatever letters and moves come, the log only grows and nothing breaks', () => {
  const step = fc.oneof(
    fc.record({
      type: fc.constant('CREDIT'),
      code: fc.constantFrom(...Object.keys(CREDIT_EVENTS), 'other'),
      dimension: fc.integer({ min: -1, max: 9 }),
      delta: fc.integer({ min: -700_000, max: 60_000 }),
      cites: fc.constant(['practice']),
    }),
    fc.record({
      type: fc.constant('CUSTOMS_EVENT'),
      code: fc.constantFrom(...Object.keys(CUSTOMS_EVENTS), 'other'),
      cites: fc.constant(['practice']),
    }),
    fc.record({
      type: fc.constant('RATING'),
      source: fc.constantFrom('bank', 'platform'),
      score: fc.integer({ min: 0, max: 2_000 }),
    }),
    fc.record({ type: fc.constantFrom('DISCLOSED', 'LISTED', 'SERVED') }),
    fc.record({ move: fc.constantFrom('requestCertificate', 'askProbation') }),
    fc.record({
      move: fc.constant('appeal'),
      entry: fc.integer({ min: 1, max: 12 }),
      reason: fc.constantFrom('notOurs', 'hardship', 'nonsense'),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, fc.constantFrom(0, 3, 100)), { maxLength: 25 }),
      fc.string(),
      (steps, seed) => {
        const play = zone({}, seed);
        let log = record(play).log;
        for (const [item, days] of steps) {
          if ('move' in item) {
            const { move, ...payload } = item;
            play.when('zone', move, payload);
          } else play.letter('zone', item as never);
          play.after(days);
          expect(record(play).log.slice(0, log.length)).toEqual(log);
          log = record(play).log;
          expect(record(play).dimensions).toHaveLength(DIMENSIONS.length);
        }
      },
    ),
    { numRuns: 60 },
  );
});
