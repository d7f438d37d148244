/**
 * Money is an integer count of minor units (fen, cents; whole yen) in a plain number.
 * Floats would drift in a replay, so every product and quotient passes through `mulDiv`.
 */

/** `customsCode` is the 3-digit code of customs parameter table 币制代码. */
export const CURRENCIES = {
  CNY: { minorDigits: 2, customsCode: '142' },
  USD: { minorDigits: 2, customsCode: '502' },
  EUR: { minorDigits: 2, customsCode: '300' },
  GBP: { minorDigits: 2, customsCode: '303' },
  JPY: { minorDigits: 0, customsCode: '116' },
} as const;

export type Currency = keyof typeof CURRENCIES;

/** `amount` counts minor units of `currency`. */
export interface Money {
  amount: number;
  currency: Currency;
}

/** `halfUp` is 四舍五入: a half goes away from zero, for negative amounts too. */
export type Rounding = 'halfUp' | 'down' | 'up';

/** One million parts: rates, shares and odds are integers in ppm (13 % = 130 000). */
export const PPM = 1_000_000;

const isWhole = Number.isSafeInteger;

function demandWhole(name: string, value: number): void {
  if (!isWhole(value)) throw new RangeError(`${name} must be a safe integer, got ${value}`);
}

/**
 * a × n ÷ d, exact, rounded once. `down` goes towards zero, `up` away from it.
 * @throws RangeError when an input is no safe integer, d is 0, or the result leaves ±(2^53 − 1)
 */
export function mulDiv(a: number, n: number, d: number, rounding: Rounding = 'halfUp'): number {
  demandWhole('factor', a);
  demandWhole('numerator', n);
  demandWhole('denominator', d);
  if (d === 0) throw new RangeError('denominator is 0');
  const product = a * n;
  const result = isWhole(product) ? divideNumber(product, d, rounding) : divideBig(a, n, d, rounding);
  demandWhole('result', result);
  return result === 0 ? 0 : result; // no -0: it would change the hash of a world
}

function divideNumber(product: number, d: number, rounding: Rounding): number {
  const rest = Math.abs(product % d);
  const towardsZero = Math.trunc((Math.abs(product) - rest) / Math.abs(d));
  // twice the rest may pass 2^53: compare the rest with what is missing to the next whole instead
  const away = rounding === 'up' ? rest > 0 : rounding === 'halfUp' && rest >= Math.abs(d) - rest;
  const magnitude = away ? towardsZero + 1 : towardsZero;
  return product < 0 !== d < 0 ? -magnitude : magnitude;
}

function divideBig(a: number, n: number, d: number, rounding: Rounding): number {
  const product = BigInt(a) * BigInt(n);
  const absProduct = product < 0n ? -product : product;
  const absD = BigInt(Math.abs(d));
  const rest = absProduct % absD;
  const away = rounding === 'up' ? rest > 0n : rounding === 'halfUp' && rest * 2n >= absD;
  const magnitude = Number(absProduct / absD + (away ? 1n : 0n));
  return product < 0n !== d < 0 ? -magnitude : magnitude;
}

/** `share` of `amount`, share in ppm. */
export function ppmOf(amount: number, share: number, rounding: Rounding = 'halfUp'): number {
  return mulDiv(amount, share, PPM, rounding);
}

/** Sum of whole amounts. @throws RangeError when it leaves the safe integers */
export function sum(amounts: readonly number[]): number {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    demandWhole('sum', total);
  }
  return total;
}

/**
 * Splits `total` by weights; each share is rounded down and the last one with a weight takes the
 * remainder (freight over order lines: dossier 3.0). The shares always add up to `total`.
 * @throws RangeError when there is no weight above 0, or a negative one
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (weights.some((weight) => weight < 0) || whole <= 0)
    throw new RangeError('weights must add up to more than 0');
  const shares = weights.map((weight) => mulDiv(total, weight, whole, 'down'));
  const last = weights.findLastIndex((weight) => weight > 0);
  shares[last] = (shares[last] ?? 0) + total - sum(shares);
  return shares;
}

/** @throws RangeError when the currencies differ: converting is a decision (see fx.ts), never an accident */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${b.currency} to ${a.currency}`);
  return { amount: sum([a.amount, b.amount]), currency: a.currency };
}

/** Currency of a 3-digit customs code, null when this world does not trade in it. */
export function findCurrency(customsCode: string): Currency | null {
  for (const [currency, facts] of Object.entries(CURRENCIES)) {
    if (facts.customsCode === customsCode) return currency as Currency;
  }
  return null;
}
