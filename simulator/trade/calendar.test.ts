import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarTag,
  isWorkingDay,
  officeOpensFrom,
  workingDayFrom,
  workingDaysBetween,
} from './calendar.ts';
import { getDay } from './time-format.ts';
import { dayFromYmd, dayOf, instantOf, weekdayOf } from './time.ts';

const day = fc.integer({ min: getDay('2020-01-01'), max: getDay('2029-12-31') });

describe('the calendar of working days', () => {
  /**
   * Days off are only moved about, so a year has its days less its weekends less its statutory days: 11 until 2024,
   * 13 since State Council Decree 795. This finds a slip in any of the tables.
   */
  it.each([
    [2024, 11],
    [2025, 13],
    [2026, 13],
    [2027, 13],
  ])('%i has as many working days as its notice leaves', (year, statutory) => {
    let [working, weekdays] = [0, 0];
    for (let at = dayFromYmd(year, 1, 1); at < dayFromYmd(year + 1, 1, 1); at++) {
      if (isWorkingDay(at)) working++;
      if (weekdayOf(at) <= 5) weekdays++;
    }
    expect(working).toBe(weekdays - statutory);
  });

  it.each([
    ['2026-10-01', false],
    ['2026-10-10', true], // a Saturday that makes up
    ['2026-09-20', true], // a Sunday that makes up
    ['2026-02-16', false],
    ['2025-10-08', false],
    ['2024-02-18', true],
    ['2026-11-24', true],
  ])('%s working: %s', (text, working) => expect(isWorkingDay(getDay(text))).toBe(working));

  it('never goes back, and lands on working days', () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), (at, few, more) => {
        const [a, b] = [addWorkingDays(at, few), addWorkingDays(at, few + more)];
        expect(a).toBeGreaterThanOrEqual(at);
        expect(b).toBeGreaterThanOrEqual(a);
        expect(isWorkingDay(a)).toBe(true);
        expect(workingDaysBetween(a, b)).toBe(more);
        expect(workingDayFrom(a)).toBe(a);
      }),
    );
  });

  it('opens an office within its hours, never before the asked instant', () => {
    const hours = { open: 9, close: 17 };
    fc.assert(
      fc.property(day, fc.nat(86_399_999), (at, milli) => {
        const asked = instantOf(at) + milli;
        const open = officeOpensFrom(asked, hours);
        expect(open).toBeGreaterThanOrEqual(asked);
        expect(isWorkingDay(dayOf(open))).toBe(true);
        expect(open).toBeGreaterThanOrEqual(instantOf(dayOf(open), 9));
        expect(open).toBeLessThan(instantOf(dayOf(open), 17));
        expect(officeOpensFrom(open, hours)).toBe(open);
      }),
    );
  });

  it('says where it is only an estimate', () => {
    expect([calendarTag(getDay('2026-05-01')), calendarTag(getDay('2027-05-01'))]).toEqual(['K', '?']);
  });
});
