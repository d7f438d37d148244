import * as v from 'valibot';
import { findHsFault } from './hs-code.ts';
import { confidenceOf } from './tag.ts';
import { findDay } from './time-format.ts';

/**
 * Goods of the world. They are written by teachers (content/products/*.yaml) or by a founder (the own product)
 * and reach the simulator as plain data inside the scenario. Rates may be written "13%"; parsed they are ppm.
 * Parsing what was parsed before gives the same again, so a stored scenario can be read with the same schema.
 */

const words = v.strictObject({
  'zh-CN': v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty()),
});

const tag = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return confidenceOf(text) !== undefined;
    } catch {
      return false;
    }
  }, 'tagUnknown'),
);

const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?%$/;
/** "13%" or ppm; a bare 13 is refused, because a teacher who writes it means 13 % and would get 0.0013 %. */
const rate = v.union(
  [
    v.pipe(
      v.number(),
      v.integer(),
      v.check((ppm) => ppm === 0 || (ppm >= 1_000 && ppm <= 1_000_000)),
    ),
    v.pipe(
      v.string(),
      v.regex(PERCENT),
      v.transform((text) => {
        const [, whole = '0', decimals = ''] = PERCENT.exec(text) ?? [];
        return Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
      }),
    ),
  ],
  'rateNotPercent',
);

const hs10 = v.pipe(
  v.string(),
  v.check((text) => findHsFault(text) === null, 'hsWrong'),
);
const day = v.pipe(
  v.string(),
  v.check((text) => findDay(text) !== null, 'dateWrong'),
);
const unit = v.pipe(v.string(), v.regex(/^\d{3}$/));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const band = v.pipe(
  v.strictObject({ low: whole, typical: whole, high: whole, tag }),
  v.check(({ low, typical, high }) => low <= typical && typical <= high, 'bandNotRising'),
);

/** What moves a parcel off the ordinary path. */
export const PRODUCT_FLAGS = [
  'battery',
  'food',
  'plant',
  'animal',
  'wood',
  'liquid',
  'brand',
  'child',
  'skinContact',
  'foodContact',
  'machinery',
  'electric',
  'preciousMetal',
  'dualUse',
  'licence',
  'prohibited',
] as const;
export type ProductFlag = (typeof PRODUCT_FLAGS)[number];

/** How a legal unit's quantity follows from what is sold. */
const legalUnit = v.strictObject({
  unit,
  /** net weight in kg, number of units sold, or that number times `factor` ÷ 1000 */
  from: v.picklist(['netWeight', 'quantity', 'factor']),
  factor: v.optional(whole),
});

const destination = v.strictObject({
  /** customs country code, 3 digits */
  country: v.pipe(v.string(), v.regex(/^\d{3}$/)),
  verdict: v.picklist(['open', 'conditional', 'closed']),
  /** ids of certificates without which the goods are stopped there */
  needs: v.optional(v.array(v.string()), []),
  reason: words,
  tag,
});

export const productSchema = v.strictObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: words,
  hs: hs10,
  hsTag: tag,
  /** unit it is sold in, code of the customs unit table */
  unit,
  legalUnits: v.pipe(v.array(legalUnit), v.minLength(1), v.maxLength(2)),
  unitsTag: tag,
  vat: v.strictObject({ value: rate, tag }),
  refund: v.pipe(
    v.array(v.strictObject({ value: rate, from: day, to: v.nullable(day), tag })),
    v.minLength(1),
  ),
  exportDuty: v.strictObject({ value: rate, tag }),
  /** 监管条件 letters of the tariff line */
  supervision: v.strictObject({ codes: v.array(v.pipe(v.string(), v.regex(/^[0-9A-Za-z]$/))), tag }),
  /** grams of one unit */
  netWeight: band,
  grossWeight: band,
  /** packed size of one unit in mm */
  size: v.strictObject({ length: whole, width: whole, height: whole, tag }),
  /** purchase price with VAT, fen per unit */
  costFen: band,
  /** retail price on a platform abroad, US cents per unit */
  priceUsdCents: band,
  flags: v.array(v.picklist(PRODUCT_FLAGS)),
  certificates: v.array(v.strictObject({ id: v.string(), name: words, tag })),
  /** 申报要素 in the order of the tariff, with a right example */
  elements: v.pipe(v.array(v.strictObject({ name: words, example: words })), v.minLength(1)),
  /** wrong lines that look right, and why they are wrong */
  decoys: v.array(v.strictObject({ hs: hs10, reason: words })),
  destinations: v.array(destination),
  story: words,
});

export type Product = v.InferOutput<typeof productSchema>;
export type ProductDestination = Product['destinations'][number];

/** What a destination asks of every parcel, whatever is inside (dossier M43); dated, since these rules move fast. */
export const destinationSchema = v.strictObject({
  /** customs country code; several for a customs union */
  countries: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d{3}$/))), v.minLength(1)),
  id: v.string(),
  name: words,
  currency: v.string(),
  paths: v.pipe(
    v.array(
      v.strictObject({
        from: day,
        to: v.nullable(day),
        /** goods value in minor units of `currency` up to which the simple path is open; null = no simple path */
        threshold: v.nullable(whole),
        below: words,
        above: words,
        /** consumption tax at the standard rate */
        tax: rate,
        /** flat duty per 6-digit subheading in minor units, where there is one */
        flatDuty: v.optional(whole),
        tag,
        cites: v.array(v.string()),
      }),
    ),
    v.minLength(1),
  ),
  /** transit days [min, mode, max] of an ordinary parcel line */
  transit: v.strictObject({ days: v.tuple([whole, whole, whole]), tag }),
  notes: v.array(v.strictObject({ text: words, tag })),
});

export type Destination = v.InferOutput<typeof destinationSchema>;

/** Legal quantity (法定数量) in hundred-thousandths (5 decimals of the wire) for so many units sold. */
export function legalQuantity(
  legal: Product['legalUnits'][number],
  sold: { quantity: number; netGrams: number },
): number {
  if (legal.from === 'netWeight') return sold.netGrams * 100;
  if (legal.from === 'quantity') return sold.quantity * 100_000;
  return sold.quantity * (legal.factor ?? 1_000) * 100;
}
