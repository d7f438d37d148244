import type { Scene } from '../../kernel/index.ts';
import { toFen } from '../../trade/fx.ts';
import { mulDiv, ppmOf } from '../../trade/money.ts';
import { rateOf } from '../../trade/rates.ts';
import type { Order } from '../../trade/records.ts';
import type { Destination, Setup } from '../../trade/setup.ts';

/** The carrier bills by started 100 g. */
const STEP = 100;
/** Insurance: 1 % of the goods' value, one yuan at least (the platform's own figures). */
const PREMIUM = 10_000;
const LEAST_PREMIUM = 100;
/** A return costs so much of the way out, ppm. */
const RETURN_SHARE = 1_500_000;

/** The line that serves a country; the first one where the scenario names none for it. */
export function lineTo(setup: Setup, country: string): Destination {
  return setup.destinations.find((item) => item.country === country) ?? setup.destinations[0]!;
}

/** Fen for a parcel of so many grams. */
export function carriageOf(setup: Setup, country: string, grams: number): number {
  return mulDiv(grams, 1, STEP, 'up') * lineTo(setup, country).freightPer100g;
}

export const returnCarriage = (carriage: number): number => ppmOf(carriage, RETURN_SHARE, 'up');

/** Value of the goods in fen at today's rate: what insurance pays at most. */
export const insuredValue = (scene: Scene, order: Order): number =>
  toFen(order.goodsValue, order.currency, rateOf(scene, order.currency));

export function premiumOf(scene: Scene, order: Order): number {
  return Math.max(LEAST_PREMIUM, ppmOf(insuredValue(scene, order), PREMIUM, 'up'));
}

/** Without insurance a carrier pays three times the carriage, never more than the goods are worth. */
export const uninsuredCompensation = (scene: Scene, order: Order, carriage: number): number =>
  Math.min(carriage * 3, insuredValue(scene, order));
