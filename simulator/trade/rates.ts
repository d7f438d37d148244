import type { Scene } from '../kernel/index.ts';
import type { Currency } from './money.ts';
import type { Setup } from './setup.ts';
import { dayOf } from './time.ts';
import type { Day, Instant } from './time.ts';

/** `rates` by currency, kept by the bank: CNY per unit in millionths, one value per day. */
export interface RateRecord {
  currency: string;
  /** Day (+08:00) of the present rate. */
  day: Day;
  rate: number;
  /** Rates by day number, oldest first. */
  path: Record<string, number>;
}

/** Today's middle rate: the bank's record, else the scenario's rate at the start. @throws RangeError when neither knows it */
export function rateOf(scene: Scene, currency: Currency): number {
  if (currency === 'CNY') return 1_000_000;
  const rate = scene.find<RateRecord>('rates', currency)?.rate ?? (scene.setup as Setup).rates[currency];
  if (rate === undefined) throw new RangeError(`no rate of ${currency} in this world`);
  return rate;
}

/** The rate of an earlier day; today's where the record does not reach back. */
export function rateOn(scene: Scene, currency: Currency, instant: Instant): number {
  return scene.find<RateRecord>('rates', currency)?.path[String(dayOf(instant))] ?? rateOf(scene, currency);
}
