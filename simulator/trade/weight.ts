import { formatDecimal, parseDecimal } from './decimal.ts';
import { mulDiv } from './money.ts';

/** Whole grams. Messages carry kilograms (grossWeight, netWeight). */
export type Grams = number;

/** 350 → "0.35" */
export function wireKilograms(grams: Grams): string {
  return formatDecimal(grams, 3);
}

/** "0.35" → 350; null when it is no decimal, negative, or finer than a gram. */
export function findGrams(kilograms: string): Grams | null {
  const grams = parseDecimal(kilograms, 3);
  return grams === null || grams < 0 ? null : grams;
}

/** What a carrier bills: the larger of real and volumetric weight, rounded up to its `step`. */
export function billedGrams(
  actual: Grams,
  millimetres: readonly [number, number, number],
  terms: { cubicCentimetresPerKilogram: number; step: Grams },
): Grams {
  const [length, width, height] = millimetres;
  // mm³ ÷ 1000 = cm³; cm³ ÷ divisor = kg; × 1000 = g: the thousands cancel
  const volumetric = mulDiv(length * width, height, terms.cubicCentimetresPerKilogram, 'up');
  return mulDiv(Math.max(actual, volumetric), 1, terms.step, 'up') * terms.step;
}
