import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DIMENSIONS,
  START_DIMENSION,
  WEIGHTS,
  bandOf,
  dimensionsAt,
  faded,
  scoreOf,
  type CreditEntry,
} from './credit.ts';
import { CREDIT_EVENTS } from './credit-events.ts';
import { DAY } from './time.ts';

const entry = (
  dimension: number,
  delta: number,
  at = 0,
  gravity: CreditEntry['gravity'] = 'minor',
): CreditEntry => ({
  entry: 1,
  at,
  code: 'x',
  dimension,
  delta,
  gravity,
  cites: ['dryport-model'],
});

describe('the zone score', () => {
  test('weights make one, and a newcomer stands at 600', () => {
    expect(WEIGHTS.reduce((a, b) => a + b, 0)).toBe(1_000_000);
    expect(scoreOf(DIMENSIONS.map(() => START_DIMENSION))).toBe(600);
  });

  test('runs from 300 to 950', () => {
    expect(scoreOf(DIMENSIONS.map(() => 0))).toBe(300);
    expect(scoreOf(DIMENSIONS.map(() => 1_000_000))).toBe(950);
  });

  test('a third-party rating weighs three tenths', () => {
    const dimensions = DIMENSIONS.map(() => START_DIMENSION);
    expect(scoreOf(dimensions, { bank: 800 })).toBe(660);
    expect(scoreOf(dimensions, { bank: 800, platform: 400 })).toBe(600);
  });

  test.each([
    [850, 'excellent'],
    [849, 'good'],
    [780, 'good'],
    [779, 'fair'],
    [549, 'poor'],
    [349, 'bad'],
  ])('a score of %i is in the band %s', (score, band) => expect(bandOf(score)).toBe(band));
});

describe('events fade', () => {
  test.each([
    ['minor', 180, -50_000],
    ['minor', 360, -25_000],
    ['major', 365, -50_000],
    ['crime', 3_650, -100_000],
  ] as const)('a %s event of −0.1 has %#: after %i days %i ppm left', (gravity, days, left) => {
    expect(faded(-100_000, days, gravity)).toBe(left);
  });

  test('in between they follow the power of two within 0.0001', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('minor', 'major'), (days, gravity) => {
        const half = gravity === 'minor' ? 180 : 365;
        expect(Math.abs(faded(-600_000, days, gravity) - -600_000 * 2 ** (-days / half))).toBeLessThan(110);
      }),
    );
  });

  test('the dimensions of one day are the start plus the deltas, within ±0.001 and clipped', () => {
    const deltas = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: -150_000, max: 50_000 })),
    );
    fc.assert(
      fc.property(deltas, (events) => {
        const at = dimensionsAt(
          events.map(([dimension, delta]) => entry(dimension, delta, 7 * DAY)),
          7 * DAY,
        );
        for (const [index] of DIMENSIONS.entries()) {
          const own = events
            .filter(([dimension]) => dimension === index)
            .reduce((sum, [, delta]) => sum + delta, 0);
          expect(
            Math.abs(at[index]! - Math.min(1_000_000, Math.max(0, START_DIMENSION + own))),
          ).toBeLessThanOrEqual(1_000);
        }
      }),
    );
  });

  test('an event of tomorrow does not count today', () => {
    expect(dimensionsAt([entry(0, -50_000, DAY)], 0)[0]).toBe(START_DIMENSION);
  });
});

test('the listed deltas are those of the model', () => {
  const deltas = Object.fromEntries(
    Object.entries(CREDIT_EVENTS).map(([code, { delta }]) => [code, delta / 1_000_000]),
  );
  expect(deltas).toMatchObject({
    cleanDeclaration: 0.002,
    amendedAfterRelease: -0.01,
    rejected: -0.003,
    inspectionMismatch: -0.05,
    misdeclaredWithTax: -0.15,
    fakeThreeDocuments: -0.6,
    recallInTime: -0.02,
    recallConcealed: -0.3,
    ipHitAdmitted: -0.05,
    ipCourtLoss: -0.15,
    dataLeakReported: -0.05,
    dataLeakHidden: -0.25,
    forexProofMissed: -0.1,
  });
});
