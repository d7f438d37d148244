import * as v from 'valibot';
import { findHsFault } from './hs-code.ts';
import { confidenceOf } from './tag.ts';
import { findDay } from './time-format.ts';

/**
 * Building blocks of the schemas for data that teachers write. Rates may be written "13%"; parsed they are ppm.
 * Parsing what was parsed before gives the same again, so stored data can be read with the same schema.
 */

export const words = v.strictObject({
  'zh-CN': v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty()),
});

const isTag = (text: string): boolean => {
  try {
    return confidenceOf(text) !== undefined;
  } catch {
    return false;
  }
};

export const tag = v.pipe(v.string(), v.check(isTag, 'tagUnknown'));

const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?%$/;

function ppmFromPercent(text: string): number {
  const [, whole = '0', decimals = ''] = PERCENT.exec(text) ?? [];
  return Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
}

/** A bare 13 is refused: a teacher who writes it means 13 % and would get 0.0013 %. */
const isPpm = (value: number): boolean => value === 0 || (value >= 1_000 && value <= 1_000_000);

/** "13%" or ppm → ppm */
export const rate = v.union(
  [
    v.pipe(v.number(), v.integer(), v.check(isPpm)),
    v.pipe(v.string(), v.regex(PERCENT), v.transform(ppmFromPercent), v.maxValue(1_000_000)),
  ],
  'rateNotPercent',
);

export const hs10 = v.pipe(
  v.string(),
  v.check((text) => findHsFault(text) === null, 'hsWrong'),
);
export const day = v.pipe(
  v.string(),
  v.check((text) => findDay(text) !== null, 'dateWrong'),
);
/** code of the customs unit table */
export const unit = v.pipe(v.string(), v.regex(/^\d{3}$/));
export const country = v.pipe(v.string(), v.regex(/^\d{3}$/));
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const band = v.pipe(
  v.strictObject({ low: whole, typical: whole, high: whole, tag }),
  v.check(({ low, typical, high }) => low <= typical && typical <= high, 'bandNotRising'),
);

/** least, usual, most */
export const band3 = v.pipe(
  v.tuple([whole, whole, whole]),
  v.check(([least, usual, most]) => least <= usual && usual <= most, 'bandNotRising'),
);
