import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDay, findWireTime, formatDay, getDay, wireDate, wireMilli, wireSecond } from './time-format.ts';
import { addMonths, dayFromYmd, dayOf, daysInMonth, instantOf, partsOf, weekdayOf, ymdOf } from './time.ts';

/** Years 1900–2200, as the platform's Date sees them in UTC shifted by eight hours. */
const instant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });
const shifted = (at: number): Date => new Date(at + 8 * 3_600_000);

describe('time, against the Date of the platform', () => {
  it('has the same parts at +08:00', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const date = shifted(at);
        expect(partsOf(at)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          date: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
          milli: date.getUTCMilliseconds(),
        });
        expect(weekdayOf(dayOf(at))).toBe(date.getUTCDay() || 7);
        expect(wireMilli(at)).toBe(date.toISOString().replace(/\D/g, ''));
      }),
    );
  });

  it('comes back from parts and from the wire', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const { year, month, date, hour, minute, second, milli } = partsOf(at);
        expect(instantOf(dayFromYmd(year, month, date), hour, minute, second, milli)).toBe(at);
        expect(findWireTime(wireMilli(at))).toBe(at);
        expect(findWireTime(wireSecond(at))).toBe(at - milli);
        expect(findWireTime(wireDate(at))).toBe(instantOf(dayOf(at)));
        expect(getDay(formatDay(dayOf(at)))).toBe(dayOf(at));
      }),
    );
  });

  it('adds months and stays inside the month', () => {
    fc.assert(
      fc.property(instant.map(dayOf), fc.integer({ min: -600, max: 600 }), (day, months) => {
        const [before, after] = [ymdOf(day), ymdOf(addMonths(day, months))];
        expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
        expect(after.date).toBe(Math.min(before.date, daysInMonth(after.year, after.month)));
      }),
    );
  });
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(formatDay(addMonths(getDay(from), months))).toBe(to);
});

it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', ''])('"%s" is no date', (text) => {
  expect(findDay(text)).toBeNull();
});

it.each(['20261131', '20261101250000', '20261101006000', '2026110100', 'x'])(
  '"%s" is no wire time',
  (text) => {
    expect(findWireTime(text)).toBeNull();
  },
);
