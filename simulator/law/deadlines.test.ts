import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../trade/calendar.ts';
import { formatDay, getDay } from '../trade/time-format.ts';
import {
  cancelDeadline,
  foreignExchangeDeadline,
  papersKeepUntil,
  papersListDeadline,
  paymentsReportDeadline,
  refundClaimWindow,
  reliefDeadline,
  returnDeadline,
  summaryDeadline,
  tradeCreditReportDeadline,
} from './deadlines.ts';
import { lawAt } from './law.ts';

const law = lawAt(getDay('2026-11-01'));
const dayText = (deadline: { value: number } | null): string | null => deadline && formatDay(deadline.value);

describe('last days', () => {
  it.each([
    ['2026-11-03', '2026-12-15'],
    ['2026-12-31', '2027-01-15'],
    ['2026-10-31', '2026-11-16'], // 15 November 2026 is a Sunday
    ['2026-01-20', '2026-02-24'], // the 15th opens the spring festival
  ])('lists closed on %s are summarised by %s', (closed, last) => {
    expect(dayText(summaryDeadline(law, getDay(closed)))).toBe(last);
  });

  it('the refund window opens the month after export and closes on 30 April of the next year', () => {
    const { opens, closes, hardStop } = refundClaimWindow(law, getDay('2026-11-30'));
    expect([opens, closes, hardStop].map(dayText)).toEqual(['2026-12-01', '2027-04-30', '2029-11-30']);
    expect(dayText(foreignExchangeDeadline(law, getDay('2026-01-01')))).toBe('2027-04-30');
  });

  it('before 2026 nothing became a domestic sale after 36 months', () => {
    const then = lawAt(getDay('2023-06-01'));
    expect(refundClaimWindow(then, getDay('2023-05-20')).hardStop).toBeNull();
  });

  it('papers: list within 15 days, kept ten years', () => {
    expect(dayText(papersListDeadline(law, getDay('2026-12-20')))).toBe('2027-01-04');
    expect(dayText(papersKeepUntil(law, getDay('2026-12-20')))).toBe('2036-12-20');
  });

  it('returns: one year for customs, six months for the tax', () => {
    expect(dayText(returnDeadline(law, getDay('2026-11-05')))).toBe('2027-11-05');
    expect(dayText(reliefDeadline(law, getDay('2026-08-31')))).toBe('2027-02-28');
    expect(reliefDeadline(lawAt(getDay('2022-01-01')), getDay('2022-01-01'))).toBeNull();
  });

  it('a cancellation of export within three days', () => {
    expect(dayText(cancelDeadline(law, getDay('2026-11-05')))).toBe('2026-11-08');
  });

  it('money is reported within five working days', () => {
    expect(dayText(paymentsReportDeadline(law, getDay('2026-09-28')))).toBe('2026-10-10'); // over the golden week
  });

  it.each([
    ['2026-01-01', '2026-04-01', null], // 90 days
    ['2026-01-01', '2026-04-02', '2026-01-31'], // deferred: from the export
    ['2026-04-02', '2026-01-01', '2026-01-31'], // advanced: from the money
  ])('exported %s, paid %s: reported by %s', (exported, received, last) => {
    expect(dayText(tradeCreditReportDeadline(law, getDay(exported), getDay(received)))).toBe(last);
  });

  it('inherit the calendar’s doubt', () => {
    expect(summaryDeadline(law, getDay('2026-11-03')).tag).toBe('K');
    expect(summaryDeadline(law, getDay('2026-12-03')).tag).toBe('?');
  });

  it('never come earlier for a later event', () => {
    const day = fc.integer({ min: getDay('2026-01-01'), max: getDay('2027-11-30') });
    fc.assert(
      fc.property(day, fc.nat(40), (at, later) => {
        const [first, second] = [summaryDeadline(law, at).value, summaryDeadline(law, at + later).value];
        expect(second).toBeGreaterThanOrEqual(first);
        expect(isWorkingDay(first)).toBe(true);
        expect(first - at).toBeGreaterThanOrEqual(15);
        expect(refundClaimWindow(law, at + later).closes.value).toBeGreaterThanOrEqual(
          refundClaimWindow(law, at).closes.value,
        );
      }),
    );
  });
});
