import * as v from 'valibot';

/**
 * A scenario as the simulator takes it: plain data, no sentence. `content/scenarios/*.yaml` holds it together with
 * its words; money in minor units, time in milliseconds or whole days, odds in ppm, weight in grams.
 */

const minor = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ppm = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000));
const ymd = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const code = v.pipe(v.string(), v.minLength(1), v.maxLength(60));

/** What a supplier offers. `invoice` decides later between refund and exemption. */
export const supplierSchema = v.object({
  id: code,
  product: code,
  /** Price per piece with VAT, fen. */
  price: minor,
  minimum: count,
  leadDays: count,
  /** Odds that the goods come late, ppm, and by how many days at most. */
  late: ppm,
  lateDays: count,
  /** Odds per lot that the receiving inspection finds faults, ppm, and the share of faulty pieces, ppm. */
  faulty: ppm,
  faultShare: ppm,
  certificates: v.array(code),
  invoice: v.picklist(['special13', 'special9', 'special3', 'ordinary', 'none']),
});

/** The goods as the scenario needs them; the catalogue entry is content/products. */
export const goodsSchema = v.object({
  id: code,
  nameZh: v.string(),
  nameEn: v.string(),
  /** The right ten-digit code; decoys are what a beginner picks, each with a reason code. */
  hs: v.pipe(v.string(), v.regex(/^\d{10}$/)),
  decoys: v.array(v.object({ hs: v.pipe(v.string(), v.regex(/^\d{10}$/)), reason: code })),
  unit: v.pipe(v.string(), v.regex(/^\d{3}$/)),
  legalUnit: v.pipe(v.string(), v.regex(/^\d{3}$/)),
  /** Legal quantity per piece in thousandths of the legal unit. */
  legalPerPiece: count,
  /** Declaration elements 申报要素, as they stand in gmodel. */
  elements: v.string(),
  refundRate: ppm,
  vatRate: ppm,
  netGrams: count,
  packGrams: count,
  flags: v.array(v.picklist(['battery', 'food', 'plant', 'brand', 'licence', 'dutiable', 'inspection'])),
  needs: v.array(code),
  /** A fair retail price abroad, cents. */
  fairPrice: minor,
  /** What a founder wants to ask for the own product, cents: the listing begins with it. */
  ownPrice: v.optional(minor),
  /** Weakest confidence tag of these figures. */
  tag: v.string(),
});

export const destinationSchema = v.object({
  /** Three-digit customs country code, for example 502. */
  country: v.pipe(v.string(), v.regex(/^\d{3}$/)),
  pod: code,
  currency: v.picklist(['USD', 'EUR', 'GBP', 'JPY']),
  /** Share of the demand, ppm. */
  share: ppm,
  bannedFlags: v.array(code),
  /** Freight the buyer's parcel costs, fen per 100 g, and days min/mode/max of the line. */
  freightPer100g: minor,
  days: v.tuple([count, count, count]),
  thresholdTag: v.string(),
});

export const enterpriseSchema = v.object({
  /** 18-character credit code and 10-character customs code. */
  uscc: v.pipe(v.string(), v.length(18)),
  customsCode: v.pipe(v.string(), v.length(10)),
  nameZh: v.string(),
  nameEn: v.string(),
  kind: v.picklist(['trader', 'producer']),
  creditClass: v.picklist(['advancedCertified', 'certified', 'regular', 'dishonest', 'seriouslyDishonest']),
  /** Own money at the start, fen. */
  cash: minor,
  registered: v.boolean(),
});

export const setupSchema = v.object({
  id: code,
  mode: v.literal('9610-export'),
  policyDate: ymd,
  startsOn: ymd,
  /** Last day of the run; the trainee may hand in earlier. */
  endsOn: ymd,
  customs: v.object({ code: v.string(), port: v.string(), site: v.string(), zone: v.boolean() }),
  enterprise: enterpriseSchema,
  /** Millionths of a yuan per whole unit of foreign currency at the start, and daily swing in ppm. */
  rates: v.record(v.string(), minor),
  swing: ppm,
  goods: v.pipe(v.array(goodsSchema), v.minLength(1)),
  suppliers: v.array(supplierSchema),
  destinations: v.pipe(v.array(destinationSchema), v.minLength(1)),
  demand: v.object({
    /** Orders that come at the fair price, and the span of days in which they come. */
    orders: count,
    days: count,
    /** Change of demand in ppm per percent above (less) or below (more) the fair price. */
    elasticity: ppm,
    maxPieces: count,
  }),
  /** Stock at the start, for scenarios that begin after sourcing. */
  stock: v.array(v.object({ goods: code, pieces: count, supplier: code })),
  /** Odds that the offices use in place of their own, ppm. Named by stream. */
  odds: v.record(v.string(), ppm),
  /** Outcomes that this scenario fixes by stream, for teaching one thing. */
  fixed: v.record(v.string(), v.boolean()),
  /** Risk events that may befall the run: odds over the run; a day forces it. */
  risks: v.array(v.object({ id: code, odds: ppm, day: v.nullable(count) })),
  route: v.picklist(['free', 'summary', 'statistics']),
  difficulty: v.picklist(['guided', 'normal', 'hard']),
});

export type Setup = v.InferOutput<typeof setupSchema>;
export type Goods = v.InferOutput<typeof goodsSchema>;
export type Supplier = v.InferOutput<typeof supplierSchema>;
export type Destination = v.InferOutput<typeof destinationSchema>;
export type Enterprise = v.InferOutput<typeof enterpriseSchema>;
