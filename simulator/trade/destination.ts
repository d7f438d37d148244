import * as v from 'valibot';
import { band3, day, rate, tag, whole, words } from './data-schema.ts';
import { covers } from './span.ts';
import type { Day } from './time.ts';

/** One state of the rules abroad, from day to day. */
const path = v.strictObject({
  from: day,
  to: v.nullable(day),
  /** goods value in minor units of the currency up to which the simple path is open; null = there is none */
  threshold: v.nullable(whole),
  below: words,
  above: words,
  /** flat duty per 6-digit subheading of a parcel, minor units, where there is one */
  flatDuty: v.optional(whole),
  tag,
  cites: v.pipe(v.array(v.string()), v.minLength(1)),
});

/** What a country or customs union asks of every parcel, whatever is inside (dossier M43): content/products/destinations. */
export const destinationSchema = v.strictObject({
  id: v.string(),
  name: words,
  /** ISO 4217 of the amounts here; not every one is a currency of the ledger */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  /** customs country code → consumption tax at the standard rate */
  taxes: v.record(v.pipe(v.string(), v.regex(/^\d{3}$/)), rate),
  taxTag: tag,
  paths: v.pipe(v.array(path), v.minLength(1)),
  /** days of an ordinary parcel line: least, usual, most */
  transit: v.strictObject({ days: band3, tag }),
  notes: v.array(v.strictObject({ text: words, tag })),
});

export type DestinationRules = v.InferOutput<typeof destinationSchema>;
export type DestinationPath = DestinationRules['paths'][number];

/** The rules of a destination on a day, null when none of its versions covers it. */
export function findPath(rules: DestinationRules, on: Day): DestinationPath | null {
  return rules.paths.find((version) => covers(version, on)) ?? null;
}

/** Whether a parcel of this value (minor units of the destination's currency) takes the simple path. */
export function isSimple(path: DestinationPath, value: number): boolean {
  return path.threshold !== null && value <= path.threshold;
}
