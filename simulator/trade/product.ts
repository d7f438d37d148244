import * as v from 'valibot';
import { CERTIFICATES, CERTIFICATE_HOLDERS } from './certificates.ts';
import { band, country, day, hs10, rate, tag, unit, whole, words } from './data-schema.ts';

/**
 * Goods of the world. They are written by teachers (content/products/*.yaml) or by a founder (the own product)
 * and reach the simulator as plain data inside the scenario.
 */

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

/** What a beginner gets wrong in the tariff; words in content/words/mistakes.yaml. */
export const HS_MISTAKES = [
  'wrongMaterial',
  'wrongProcessing',
  'wrongUse',
  'wrongPacking',
  'partForWhole',
  'tooGeneral',
  'wrongContent',
] as const;

/** How a legal unit's quantity follows from what is sold. */
const legalUnit = v.strictObject({
  unit,
  /** net weight in kg, number of units sold, or that number times `factor` ÷ 1000 */
  from: v.picklist(['netWeight', 'quantity', 'factor']),
  factor: v.optional(whole),
});

const destination = v.strictObject({
  /** customs country code, 3 digits */
  country,
  verdict: v.picklist(['open', 'conditional', 'closed']),
  /** ids of certificates without which the goods are stopped there */
  needs: v.optional(v.array(v.picklist(CERTIFICATES)), []),
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
  certificates: v.array(
    v.strictObject({
      id: v.picklist(CERTIFICATES),
      holder: v.picklist(CERTIFICATE_HOLDERS),
      /** without it the goods may not leave at all; otherwise only some destinations ask for it */
      mandatory: v.boolean(),
      tag,
    }),
  ),
  /** 申报要素 in the order of the tariff, with a right example */
  elements: v.pipe(v.array(v.strictObject({ name: words, example: words })), v.minLength(1)),
  /** wrong lines that look right, and why they are wrong */
  decoys: v.array(v.strictObject({ hs: hs10, mistake: v.picklist(HS_MISTAKES), reason: words })),
  destinations: v.array(destination),
  story: words,
});

export type Product = v.InferOutput<typeof productSchema>;
export type ProductDestination = Product['destinations'][number];

/** Legal quantity (法定数量) in hundred-thousandths (5 decimals of the wire) for so many units sold. */
export function legalQuantity(
  legal: Product['legalUnits'][number],
  sold: { quantity: number; netGrams: number },
): number {
  if (legal.from === 'netWeight') return sold.netGrams * 100;
  if (legal.from === 'quantity') return sold.quantity * 100_000;
  return sold.quantity * (legal.factor ?? 1_000) * 100;
}
