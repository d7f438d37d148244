import { PPM, mulDiv } from './money.ts';

/**
 * A triangular variate (low, most likely, high) from one uniform draw, in whole numbers only: the square root of a
 * safe integer is exact to the last bit in every engine, so a replay meets the same minute.
 *
 * @param draw 0 … 999 999
 */
export function triangular(draw: number, low: number, mode: number, high: number): number {
  const span = high - low;
  if (span <= 0) return low;
  const rise = mode - low;
  if (draw * span < rise * PPM) return low + root(mulDiv(draw, span * rise, PPM));
  return high - root(mulDiv(PPM - 1 - draw, span * (high - mode), PPM));
}

const root = (value: number): number => Math.floor(Math.sqrt(value));
