import { addWorkingDays, calendarTag, workingDayFrom } from '../trade/calendar.ts';
import { addMonths, dayFromYmd, firstOfMonth, ymdOf } from '../trade/time.ts';
import type { Day } from '../trade/time.ts';
import { from } from './figure.ts';
import type { Figure } from './figure.ts';
import type { Law } from './law.ts';

/**
 * Last days of the law, as figures whose value is a Day (+08:00). The day itself is still in time.
 * Those that follow the calendar of holidays carry its tag too.
 */
export type Deadline = Figure<Day>;

const onCalendar = (day: Day): Figure => ({ value: day, tag: calendarTag(day), cites: [] });

/** Lists closed in one month are summarised by the 15th of the next, or the working day after it. */
export function summaryDeadline(law: Law, closedOn: Day): Deadline {
  const rule = law.get('summaryDayOfMonth');
  const last = workingDayFrom(addMonths(firstOfMonth(closedOn), 1) + rule.value - 1);
  return from(last, rule, onCalendar(last));
}

function lastOfApril(law: Law, exportedOn: Day): Deadline {
  const rule = law.get('refundLastMonth');
  return from(dayFromYmd(ymdOf(exportedOn).year + 1, rule.value + 1, 1) - 1, rule);
}

export interface ClaimWindow {
  /** first day on which the refund can be claimed: the VAT period of the month after export */
  opens: Deadline;
  /** 30 April of the next year */
  closes: Deadline;
  /** after this day the export counts as a sale at home; null before that rule existed */
  hardStop: Deadline | null;
}

/** @param exportedOn 出口日期 on the declaration */
export function refundClaimWindow(law: Law, exportedOn: Day): ClaimWindow {
  const opens = law.get('refundLastMonth');
  const stop = law.find('refundHardStopMonths');
  return {
    opens: from(addMonths(firstOfMonth(exportedOn), 1), opens),
    closes: lastOfApril(law, exportedOn),
    hardStop: stop && from(addMonths(exportedOn, stop.value), stop),
  };
}

/** Foreign exchange for a refund case is in by 30 April of the next year. */
export function foreignExchangeDeadline(law: Law, exportedOn: Day): Deadline {
  return lastOfApril(law, exportedOn);
}

/** The list of record papers is filed within 15 days of the claim. */
export function papersListDeadline(law: Law, claimedOn: Day): Deadline {
  const rule = law.get('papersListDays');
  return from(claimedOn + rule.value, rule);
}

/** Record papers are kept until this day. */
export function papersKeepUntil(law: Law, claimedOn: Day): Deadline {
  const rule = law.get('papersKeepYears');
  return from(addMonths(claimedOn, 12 * rule.value), rule);
}

/** Customs procedure for returns: one year from release. */
export function returnDeadline(law: Law, releasedOn: Day): Deadline {
  const rule = law.get('returnCustomsMonths');
  return from(addMonths(releasedOn, rule.value), rule);
}

/** Tax relief for returns: six months from export; null when no relief covered the day of export. */
export function reliefDeadline(law: Law, exportedOn: Day): Deadline | null {
  const rule = law.find('returnReliefMonths');
  return rule && from(addMonths(exportedOn, rule.value), rule);
}

/** 退关 is asked for within three days of learning that released goods did not leave. */
export function cancelDeadline(law: Law, learnedOn: Day): Deadline {
  const rule = law.get('cancelNotShippedDays');
  return from(learnedOn + rule.value, rule);
}

/** Balance-of-payments report: five working days after the money came in. */
export function paymentsReportDeadline(law: Law, receivedOn: Day): Deadline {
  const rule = law.get('paymentsReportWorkingDays');
  const last = addWorkingDays(receivedOn, rule.value);
  return from(last, rule, onCalendar(last));
}

/**
 * Report of a trade credit; null when export and money lie within the days that need none.
 * An advance counts from the money, a deferral from the export.
 */
export function tradeCreditReportDeadline(law: Law, exportedOn: Day, receivedOn: Day): Deadline | null {
  const span = law.get('tradeCreditDays');
  const report = law.get('tradeCreditReportDays');
  if (Math.abs(receivedOn - exportedOn) <= span.value) return null;
  return from(Math.min(exportedOn, receivedOn) + report.value, span, report);
}
