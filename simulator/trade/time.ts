/**
 * Simulated time. An Instant is whole milliseconds since 1970-01-01T00:00Z, a Day the number of days since
 * 1970-01-01 on the wall clock at +08:00. China has kept +08:00 without summer time since 1992, so a constant
 * shift is exact for every run. No Date object: a host's zone or clock must not reach a replay.
 */
export type Instant = number;
export type Day = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const BEIJING = 8 * HOUR;

export interface Ymd {
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  date: number;
}

export interface Parts extends Ymd {
  hour: number;
  minute: number;
  second: number;
  milli: number;
}

const LEAP_ERA_DAYS = 146_097; // 400 years of the Gregorian calendar

/** Days from civil, after Howard Hinnant's public-domain algorithm (years start in March). */
export function dayFromYmd(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * LEAP_ERA_DAYS + dayOfEra - 719_468;
}

/** Civil from days, the inverse of `dayFromYmd`. */
export function ymdOf(day: Day): Ymd {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / LEAP_ERA_DAYS);
  const dayOfEra = shifted - era * LEAP_ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Wall-clock day at +08:00. */
export function dayOf(instant: Instant): Day {
  return Math.floor((instant + BEIJING) / DAY);
}

/** 00:00 at +08:00, or another time of that day. */
export function instantOf(day: Day, hour = 0, minute = 0, second = 0, milli = 0): Instant {
  return day * DAY - BEIJING + hour * HOUR + minute * MINUTE + second * SECOND + milli;
}

/** Wall-clock parts at +08:00. */
export function partsOf(instant: Instant): Parts {
  const day = dayOf(instant);
  const rest = instant - instantOf(day);
  return {
    ...ymdOf(day),
    hour: Math.floor(rest / HOUR),
    minute: Math.floor((rest % HOUR) / MINUTE),
    second: Math.floor((rest % MINUTE) / SECOND),
    milli: rest % SECOND,
  };
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayFromYmd(year, month + 1, 1) - dayFromYmd(year, month, 1);
}

/** Same date `months` later (or earlier); 31 January + 1 month is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = ymdOf(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayFromYmd(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday
}

export function firstOfMonth(day: Day): Day {
  const { year, month } = ymdOf(day);
  return dayFromYmd(year, month, 1);
}
