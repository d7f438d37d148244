import { dayFromYmd, daysInMonth, instantOf, partsOf, ymdOf } from './time.ts';
import type { Day, Instant } from './time.ts';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** yyyy-mm-dd, as content and rules write a date. */
export function formatDay(day: Day): string {
  const { year, month, date } = ymdOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** Day of a real date written yyyy-mm-dd, else null. */
export function findDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return dayFromYmd(year, month, date);
}

/** @throws RangeError when the text is no real date yyyy-mm-dd */
export function getDay(text: string): Day {
  const day = findDay(text);
  if (day === null) throw new RangeError(`not a date yyyy-mm-dd: ${text}`);
  return day;
}

/** yyyyMMdd (C8 of the messages), wall clock +08:00. */
export function wireDate(instant: Instant): string {
  const { year, month, date } = partsOf(instant);
  return `${pad(year, 4)}${pad(month, 2)}${pad(date, 2)}`;
}

/** yyyyMMddHHmmss (C14: appTime), wall clock +08:00. */
export function wireSecond(instant: Instant): string {
  const { hour, minute, second } = partsOf(instant);
  return `${wireDate(instant)}${pad(hour, 2)}${pad(minute, 2)}${pad(second, 2)}`;
}

/** yyyyMMddHHmmssSSS (C17: returnTime), wall clock +08:00. */
export function wireMilli(instant: Instant): string {
  return `${wireSecond(instant)}${pad(partsOf(instant).milli, 3)}`;
}

/** Reads any of the three wire forms; null when it is none of them or no real time. */
export function findWireTime(text: string): Instant | null {
  if (!/^\d+$/.test(text) || ![8, 14, 17].includes(text.length)) return null;
  const day = findDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
  const [hour, minute, second] = [8, 10, 12].map((at) => Number(text.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  if (day === null || hour > 23 || minute > 59 || second > 59) return null;
  return instantOf(day, hour, minute, second, Number(text.slice(14)));
}
