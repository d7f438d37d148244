import { getDay } from './time-format.ts';
import type { Day } from './time.ts';

/** A stretch of days written yyyy-mm-dd, both ends inside; `to` null = still open. */
export interface Span {
  from: string;
  to: string | null;
}

const days = new Map<string, Day>(); // constants written as text, each read once

function dayFrom(text: string): Day {
  let day = days.get(text);
  if (day === undefined) days.set(text, (day = getDay(text)));
  return day;
}

/** @throws RangeError when an end is no real date */
export function covers(span: Span, day: Day): boolean {
  return dayFrom(span.from) <= day && (span.to === null || day <= dayFrom(span.to));
}
