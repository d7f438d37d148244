import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, allocate, findCurrency, mulDiv, ppmOf, sum } from './money.ts';
import type { Rounding } from './money.ts';

const amount = fc.maxSafeInteger();
const nonZero = amount.filter((value) => value !== 0);

/** The same in BigInt, written another way: floor division of the doubled magnitude. */
function oracle(a: number, n: number, d: number, rounding: Rounding): bigint {
  const product = BigInt(a) * BigInt(n);
  const negative = product < 0n !== d < 0;
  const [top, bottom] = [product < 0n ? -product : product, BigInt(Math.abs(d))];
  const magnitude = {
    down: top / bottom,
    up: (top + bottom - 1n) / bottom,
    halfUp: (2n * top + bottom) / (2n * bottom),
  }[rounding];
  return negative ? -magnitude : magnitude;
}

describe('mulDiv', () => {
  it('agrees with big integers, or refuses what a number cannot hold', () => {
    const rounding = fc.constantFrom<Rounding>('down', 'up', 'halfUp');
    fc.assert(
      fc.property(amount, amount, nonZero, rounding, (a, n, d, how) => {
        const exact = oracle(a, n, d, how);
        if (exact > BigInt(Number.MAX_SAFE_INTEGER) || exact < BigInt(Number.MIN_SAFE_INTEGER)) {
          expect(() => mulDiv(a, n, d, how)).toThrow(RangeError);
        } else {
          expect(BigInt(mulDiv(a, n, d, how))).toBe(exact);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees for small numbers too, where it never needs big ones', () => {
    const small = fc.integer({ min: -5_000, max: 5_000 });
    fc.assert(
      fc.property(small, small, small.filter(Boolean), (a, n, d) => {
        for (const how of ['down', 'up', 'halfUp'] as const) {
          const result = mulDiv(a, n, d, how);
          expect(BigInt(result)).toBe(oracle(a, n, d, how));
          expect(Object.is(result, -0)).toBe(false);
        }
      }),
    );
  });

  it.each([
    [5, 1, 2, 3],
    [-5, 1, 2, -3],
    [4, 1, 3, 1],
    [0, -7, 3, 0],
  ])('%i × %i ÷ %i is %i: halves go away from zero', (a, n, d, result) => {
    expect(mulDiv(a, n, d)).toBe(result);
  });

  it.each([
    [0.5, 1, 1],
    [1, Number.NaN, 1],
    [1, 1, 0],
    [1, 1, 2 ** 53],
  ])('refuses %d × %d ÷ %d', (a, n, d) => {
    expect(() => mulDiv(a, n, d)).toThrow(RangeError);
  });
});

describe('allocate', () => {
  it('gives away the whole, in shares within one unit per line of what is fair', () => {
    const weights = fc
      .array(fc.nat(100_000), { minLength: 1, maxLength: 20 })
      .filter((list) => sum(list) > 0);
    fc.assert(
      fc.property(fc.nat(1_000_000_000), weights, (total, list) => {
        const shares = allocate(total, list);
        expect(sum(shares)).toBe(total);
        for (const [index, weight] of list.entries()) {
          const fair = (total * weight) / sum(list);
          expect(Math.abs((shares[index] ?? NaN) - fair)).toBeLessThanOrEqual(list.length);
          if (weight === 0) expect(shares[index]).toBe(0);
        }
      }),
    );
  });

  it('splits freight as in worked case E7', () => {
    expect(allocate(2_400, [30_000, 50_000])).toEqual([900, 1_500]);
  });

  it('refuses weights that say nothing', () => {
    expect(() => allocate(100, [0, 0])).toThrow(RangeError);
    expect(() => allocate(100, [3, -1])).toThrow(RangeError);
  });
});

it('13 % of 100.00 is 13.00', () => expect(ppmOf(10_000, 130_000)).toBe(1_300));

it('money of two currencies is never added', () => {
  expect(() => addMoney({ amount: 1, currency: 'CNY' }, { amount: 1, currency: 'USD' })).toThrow(RangeError);
});

it('knows currencies by their customs code', () => {
  expect([findCurrency('502'), findCurrency('142'), findCurrency('999')]).toEqual(['USD', 'CNY', null]);
});
