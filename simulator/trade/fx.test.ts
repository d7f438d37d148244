import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from './calendar.ts';
import { convert, customsRateDay, fromFen, nextRate, normalOf, ratePath, toFen } from './fx.ts';
import { formatDay, getDay } from './time-format.ts';
import { weekdayOf } from './time.ts';

const rates = { CNY: 1_000_000, USD: 7_085_000, EUR: 8_200_000, GBP: 9_400_000, JPY: 47_800 };

describe('exchange', () => {
  it.each([
    [2_480_000, 'USD', 17_570_800], // worked case E19
    [1_000, 'JPY', 4_780],
    [0, 'EUR', 0],
  ] as const)('%i of %s are %i fen', (amount, currency, fen) => {
    expect(toFen(amount, currency, rates[currency])).toBe(fen);
    expect(convert(amount, currency, 'CNY', rates)).toBe(fen);
  });

  it('loses at most half a coin on the way there and back', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (cents) => {
        expect(fromFen(toFen(cents, 'USD', rates.USD), 'USD', rates.USD)).toBe(cents);
      }),
    );
  });
});

describe('the rate path', () => {
  it('follows its draws and nothing else', () => {
    const draws = (index: number): number => (index * 7_919_301) % 1_000_000;
    const [from, to] = [getDay('2026-09-28'), getDay('2026-10-14')];
    const path = ratePath(7_085_000, from, to, 40_000, draws);
    expect(path).toEqual(ratePath(7_085_000, from, to, 40_000, draws));
    for (let day = from + 1; day <= to; day++) {
      if (!isWorkingDay(day)) expect(path[day - from]).toBe(path[day - from - 1]);
    }
  });

  it('has the volatility that it claims', () => {
    // evenly spread draws: the standard deviation of the steps must be near 4 % ÷ √250 = 0.253 %
    const steps = Array.from(
      { length: 1_000 },
      (_, i) => nextRate(70_000_000, i * 1_000 + 500, 40_000) / 70_000_000 - 1,
    );
    const mean = steps.reduce((a, b) => a + b, 0) / steps.length;
    const deviation = Math.sqrt(steps.reduce((a, b) => a + (b - mean) ** 2, 0) / steps.length);
    expect(Math.abs(mean)).toBeLessThan(0.00005);
    expect(deviation).toBeGreaterThan(0.0023);
    expect(deviation).toBeLessThan(0.0027);
  });

  it('turns uniform draws into a symmetric normal', () => {
    fc.assert(
      fc.property(fc.nat(999_998), (draw) => {
        expect(normalOf(draw + 1)).toBeGreaterThanOrEqual(normalOf(draw));
        expect(Math.abs(normalOf(draw) + normalOf(1_000_000 - draw - 1))).toBeLessThanOrEqual(2);
      }),
    );
  });
});

it.each([
  ['2026-11-10', '2026-10-21'],
  ['2026-03-02', '2026-02-25'], // the third Wednesday, 18 February, is in the spring festival: the fourth holds
  ['2026-01-15', '2025-12-17'],
])('customs uses in the month of %s the rate of %s', (day, rateDay) => {
  expect(formatDay(customsRateDay(getDay(day)))).toBe(rateDay);
  expect(weekdayOf(customsRateDay(getDay(day)))).toBe(3);
});
