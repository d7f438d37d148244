import { addWorkingDays, workingDayFrom } from './calendar.ts';
import { HOUR, dayOf, instantOf } from './time.ts';
import type { Instant } from './time.ts';

/** Milliseconds from now until an office answers: so many working days later at a whole hour, an hour at least. */
export function untilWorkingDay(now: Instant, workingDays: number, hour: number): number {
  return Math.max(HOUR, instantOf(addWorkingDays(dayOf(now), workingDays), hour) - now);
}

/** Milliseconds from now until a delivery: so many days later, rolled on to a working day, at a whole hour. */
export function untilDelivery(now: Instant, days: number, hour: number): number {
  return Math.max(HOUR, instantOf(workingDayFrom(dayOf(now) + days), hour) - now);
}
