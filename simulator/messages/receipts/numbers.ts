/** Numbers that the port and customs give (specification, section "number formats"; seen in real receipts). */
import { ymdOf, type Day } from '../../trade/time.ts';

/** B: list or return application, C: withdrawal, T: return. */
export type PreNoKind = 'B' | 'C' | 'T';

/** Pre-entry number, 18 characters: kind, yyyyMMdd, nine digits. */
export function preNo(kind: PreNoKind, day: Day, counter: number): string {
  return `${kind}${yyyymmdd(day)}${nineDigits(counter)}`;
}

/** List number: four digits of the office, year, E or I, nine digits (18 characters; customs may use up to eleven). */
export function invtNo(customsCode: string, day: Day, counter: number, ieFlag: 'E' | 'I' = 'E'): string {
  return `${customsCode.slice(0, 4).padStart(4, '0')}${ymdOf(day).year}${ieFlag}${nineDigits(counter)}`;
}

/** Summary numbers (sumNo, declSeqNo, decTmpNo, decPreNo, entryId): 18 digits — office, year, then ten of our own. */
export function eighteenDigits(customsCode: string, day: Day, counter: number): string {
  const { year } = ymdOf(day);
  return `${customsCode.slice(0, 4).padStart(4, '0')}${year}${String(within(counter, 10)).padStart(10, '0')}`;
}

function yyyymmdd(day: Day): string {
  const { year, month, date } = ymdOf(day);
  return `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`;
}

function nineDigits(counter: number): string {
  return String(within(counter, 9)).padStart(9, '0');
}

function within(counter: number, digits: number): number {
  if (!Number.isInteger(counter) || counter < 0 || counter >= 10 ** digits) {
    throw new RangeError(`not a counter of ${digits} digits: ${counter}`);
  }
  return counter;
}
