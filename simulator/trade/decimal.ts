import { CURRENCIES } from './money.ts';
import type { Currency } from './money.ts';

/** Values in CEB messages are N19,5: at most five decimals. */
export const WIRE_DECIMALS = 5;

const DECIMAL = /^(-?)(\d{1,20})(?:\.(\d+))?$/;

/**
 * Reads a decimal text as a whole number of 10^-scale units: ("12.5", 2) → 1250.
 * Null when it is no plain decimal, holds more decimals than `scale` can keep, or is too large.
 */
export function parseDecimal(text: string, scale: number): number | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', decimals = ''] = match;
  const kept = decimals.slice(0, scale);
  if (/[1-9]/.test(decimals.slice(scale))) return null;
  const units = Number(whole + kept.padEnd(scale, '0'));
  if (!Number.isSafeInteger(units)) return null;
  return sign && units !== 0 ? -units : units;
}

/**
 * Writes 10^-scale units as a decimal text without needless zeros: (1250, 2) → "12.5".
 * `least` keeps at least so many decimals: (1250, 2, 2) → "12.50".
 * @throws RangeError when `units` is no safe integer
 */
export function formatDecimal(units: number, scale: number, least = 0): string {
  if (!Number.isSafeInteger(units)) throw new RangeError(`not a whole number of units: ${units}`);
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  let decimals = digits.slice(digits.length - scale);
  while (decimals.length > least && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  return `${units < 0 ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`;
}

/** Minor units → wire value of a CEB message: (1250, 'CNY') → "12.5". */
export function wireMoney(amount: number, currency: Currency): string {
  return formatDecimal(amount, CURRENCIES[currency].minorDigits);
}

/** Wire value → minor units; null when it is no amount, or finer than the currency's smallest coin. */
export function parseMoney(text: string, currency: Currency): number | null {
  return parseDecimal(text, CURRENCIES[currency].minorDigits);
}
