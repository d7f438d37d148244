import fc from 'fast-check';
import { expect, test } from 'vitest';
import { triangular } from './triangular.ts';

test('a triangular draw starts at the low end, ends at the high end and has its median where the formula says', () => {
  expect(triangular(0, 6, 9, 18)).toBe(6);
  expect(triangular(999_999, 6, 9, 18)).toBe(18);
  // F(x) = 1 − (18 − x)² / (12 × 9) → the median is 18 − √54 ≈ 10.65 days; here in minutes
  expect(triangular(500_000, 8_640, 12_960, 25_920)).toBeCloseTo(
    25_920 - Math.sqrt(0.5 * 17_280 * 12_960),
    -1,
  );
});

test('a triangular draw stays between its ends and never falls when the draw rises', () => {
  const span = fc.integer({ min: 0, max: 90_000 });
  fc.assert(
    fc.property(span, span, span, fc.integer({ min: 0, max: 999_998 }), (a, b, c, draw) => {
      const [low, mode, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      const value = triangular(draw, low, mode, high);
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
      expect(triangular(draw + 1, low, mode, high)).toBeGreaterThanOrEqual(value);
    }),
  );
});
