import { isWorkingDay } from './calendar.ts';
import { CURRENCIES, PPM, mulDiv } from './money.ts';
import type { Currency, Rounding } from './money.ts';
import { addMonths, firstOfMonth, weekdayOf } from './time.ts';
import type { Day } from './time.ts';

/** CNY per one unit of foreign currency, in millionths: 7.1234 → 7_123_400. CNY itself is 1_000_000. */
export type Rate = number;
export type Rates = Readonly<Record<Currency, Rate>>;

/**
 * Converts minor units by two CNY rates, rounding once.
 * @param amount minor units of `from`
 * @returns minor units of `to`
 */
export function convert(
  amount: number,
  from: Currency,
  to: Currency,
  rates: Rates,
  rounding: Rounding = 'halfUp',
): number {
  if (from === to) return amount;
  const up = 10 ** Math.max(0, CURRENCIES[to].minorDigits - CURRENCIES[from].minorDigits);
  const down = 10 ** Math.max(0, CURRENCIES[from].minorDigits - CURRENCIES[to].minorDigits);
  return mulDiv(amount, rates[from] * up, rates[to] * down, rounding);
}

/** Minor units of a currency → fen. */
export function toFen(amount: number, currency: Currency, rate: Rate, rounding: Rounding = 'halfUp'): number {
  return mulDiv(amount, rate * 10 ** (2 - CURRENCIES[currency].minorDigits), PPM, rounding);
}

/** Fen → minor units of a currency. */
export function fromFen(fen: number, currency: Currency, rate: Rate, rounding: Rounding = 'halfUp'): number {
  return mulDiv(fen, PPM, rate * 10 ** (2 - CURRENCIES[currency].minorDigits), rounding);
}

/** A published rate has four decimals. */
export function roundRate(rate: Rate): Rate {
  return mulDiv(rate, 1, 100) * 100;
}

/**
 * Standard normal quantiles at 0, 1/32 … 32/32 of the way through the distribution, in thousandths of σ.
 * The ends are cut at ±2.6 σ: one draw must not move a rate by more than a trainee would believe.
 */
const QUANTILES = [
  -2600, -1863, -1534, -1318, -1150, -1010, -887, -776, -674, -579, -489, -402, -319, -237, -157, -78, 0, 78,
  157, 237, 319, 402, 489, 579, 674, 776, 887, 1010, 1150, 1318, 1534, 1863, 2600,
] as const;

/** Normal variate in thousandths of σ from one uniform draw 0 … 999 999, in integers only. */
export function normalOf(draw: number): number {
  const at = draw * 32;
  const index = Math.floor(at / PPM);
  const low = QUANTILES[index] ?? 0;
  const high = QUANTILES[index + 1] ?? low;
  return low + mulDiv(high - low, at - index * PPM, PPM);
}

/** Yearly volatility in ppm per currency [P]: 4 % USD, 8 % EUR (dossier 4.7); the other two set likewise. */
export const YEARLY_VOLATILITY: Readonly<Record<Exclude<Currency, 'CNY'>, number>> = {
  USD: 40_000,
  EUR: 80_000,
  GBP: 80_000,
  JPY: 90_000,
};

const SQRT_TRADING_DAYS_MILLI = 15_811; // √250 × 1000

/** The rate of the next trading day: a random walk by one draw (0 … 999 999). */
export function nextRate(rate: Rate, draw: number, yearlyVolatility: number): Rate {
  // σ per day (ppm) = yearly × 1000 / √250·1000 ; z is in thousandths
  const move = mulDiv(yearlyVolatility, normalOf(draw), SQRT_TRADING_DAYS_MILLI);
  return roundRate(mulDiv(rate, PPM + move, PPM));
}

/**
 * Daily path from `from` to `to` inclusive; on days off the last rate stands.
 * @param drawFor a pure function of the trading day's running number (0, 1, …), 0 … 999 999
 */
export function ratePath(
  start: Rate,
  from: Day,
  to: Day,
  yearlyVolatility: number,
  drawFor: (index: number) => number,
): Rate[] {
  const path: Rate[] = [];
  let rate = start;
  let index = 0;
  for (let day = from; day <= to; day++) {
    if (day > from && isWorkingDay(day)) rate = nextRate(rate, drawFor(index++), yearlyVolatility);
    path.push(rate);
  }
  return path;
}

/**
 * The day whose rate customs uses all month long (计征汇率): the third Wednesday of the month before, the fourth
 * when that is a public holiday (GACC Decree 272, formerly Decree 124 art. 16).
 */
export function customsRateDay(day: Day): Day {
  const first = addMonths(firstOfMonth(day), -1);
  const wednesday = first + ((3 - weekdayOf(first) + 7) % 7);
  const third = wednesday + 14;
  return isWorkingDay(third) ? third : third + 7;
}
