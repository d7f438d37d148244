import { FALLBACK_YEAR, HOLIDAYS } from './calendar-days.ts';
import type { HolidayYear } from './calendar-days.ts';
import type { Tag } from './tag.ts';
import { getDay } from './time-format.ts';
import { dayOf, instantOf, weekdayOf, ymdOf } from './time.ts';
import type { Day, Instant } from './time.ts';

interface YearTable {
  off: ReadonlySet<Day>;
  work: ReadonlySet<Day>;
}

const tables = new Map<number, YearTable>(); // a cache of constants: it never changes an answer

function yearOf(year: number): HolidayYear {
  return HOLIDAYS[year] ?? FALLBACK_YEAR;
}

function expand(year: number, ranges: readonly string[]): Set<Day> {
  const days = new Set<Day>();
  for (const range of ranges) {
    const [first = '', last = first] = range.split('..');
    for (let day = getDay(`${year}-${first}`); day <= getDay(`${year}-${last}`); day++) days.add(day);
  }
  return days;
}

function tableOf(year: number): YearTable {
  let table = tables.get(year);
  if (!table) {
    const { off, work } = yearOf(year);
    table = { off: expand(year, off), work: expand(year, work) };
    tables.set(year, table);
  }
  return table;
}

/** How sure the calendar of that day's year is; "?" where the official notice is missing. */
export function calendarTag(day: Day): Tag {
  return yearOf(ymdOf(day).year).tag;
}

/** A day on which Chinese offices, banks and customs desks work: make-up Sundays yes, public holidays no. */
export function isWorkingDay(day: Day): boolean {
  const { off, work } = tableOf(ymdOf(day).year);
  if (work.has(day)) return true;
  return !off.has(day) && weekdayOf(day) <= 5;
}

/** `day` itself when it is a working day, else the first one after it (deadlines: 顺延至其后第一个工作日). */
export function workingDayFrom(day: Day): Day {
  let next = day;
  while (!isWorkingDay(next)) next++;
  return next;
}

/** The `count`-th working day after `day` (count ≥ 0; 0 rolls a day off forward). */
export function addWorkingDays(day: Day, count: number): Day {
  let at = workingDayFrom(day);
  for (let done = 0; done < count; done++) at = workingDayFrom(at + 1);
  return at;
}

/** Working days d with from < d ≤ to; 0 when `to` is not after `from`. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkingDay(day)) count++;
  return count;
}

/** `instant` when an office with these hours (whole, +08:00) is open then, else its next opening. */
export function officeOpensFrom(instant: Instant, hours: { open: number; close: number }): Instant {
  const day = dayOf(instant);
  if (isWorkingDay(day) && instant < instantOf(day, hours.close))
    return Math.max(instant, instantOf(day, hours.open));
  return instantOf(workingDayFrom(day + 1), hours.open);
}
