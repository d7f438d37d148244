import * as v from 'valibot';
import type { Certificate } from './certificates.ts';
import { chapterOf, findHsFault } from './hs-code.ts';
import { allocate, PPM } from './money.ts';
import type { Invoice } from './records.ts';
import { setupSchema } from './setup.ts';
import type { Destination, Goods, Setup, Supplier } from './setup.ts';

/**
 * A founder's own product, which takes the place of the goods of a scenario. Everything else stays the scenario's: the
 * firm's registration, the offices, the law, the risks. Money in minor units, weight in grams, rates in ppm.
 */
export const VENTURE_FLAGS = ['battery', 'food', 'plant', 'brand'] as const;
export type VentureFlag = (typeof VENTURE_FLAGS)[number];

export const INVOICES = [
  'special13',
  'special9',
  'special3',
  'ordinary',
  'none',
] as const satisfies readonly Invoice[];

const from = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

export const ventureSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  hs: v.pipe(
    v.string(),
    v.check((hs) => findHsFault(hs) === null),
  ),
  /** Unit it is sold in, code of the customs unit table. */
  unit: v.pipe(v.string(), v.regex(/^\d{3}$/)),
  /** Purchase price per piece with VAT, fen. */
  cost: from(1, 100_000_000),
  invoice: v.picklist(INVOICES),
  /** Export refund and VAT of the goods, ppm. */
  refund: from(0, PPM),
  vat: from(0, PPM),
  /** The price that the founder asks abroad, and what like goods cost there, cents per piece. */
  price: from(1, 100_000_000),
  market: from(1, 100_000_000),
  netGrams: from(1, 1_000_000),
  packGrams: from(0, 1_000_000),
  /** Pieces on the shelf, and own money, when the run begins. */
  stock: from(0, 1_000_000),
  cash: from(0, 100_000_000_000),
  /** Country codes; none means those of the scenario. */
  destinations: v.array(v.pipe(v.string(), v.regex(/^\d{3}$/))),
  flags: v.array(v.picklist(VENTURE_FLAGS)),
  /** The papers that such goods need came with them. */
  certified: v.boolean(),
});
export type Venture = v.InferOutput<typeof ventureSchema>;

/** The only goods and the only supplier of a run that is played with an own product. */
export const OWN_GOODS = 'OWN';
export const OWN_SUPPLIER = 'own';

/** What must be held before such goods may be offered. */
const NEEDS: Partial<Record<VentureFlag, Certificate>> = {
  battery: 'un383',
  food: 'foodPlantFiling',
  brand: 'trademarkAuthorisation',
};

/**
 * The scenario with the own product in the place of its goods.
 *
 * @param lines destinations that can be chosen beside those of the scenario, with their freight and days
 * @throws v.ValiError when what comes out is no set-up; RangeError when no destination is left
 */
export function setupWith(setup: Setup, venture: Venture, lines: readonly Destination[] = []): Setup {
  return v.parse(setupSchema, {
    ...setup,
    enterprise: { ...setup.enterprise, cash: venture.cash },
    goods: [goodsWith(setup, venture)],
    suppliers: [supplierWith(setup, venture)],
    destinations: destinationsWith(setup, venture, lines),
    stock: venture.stock > 0 ? [{ goods: OWN_GOODS, pieces: venture.stock, supplier: OWN_SUPPLIER }] : [],
  });
}

function goodsWith(setup: Setup, venture: Venture): Goods {
  const { name, hs, unit, refund, vat, price, market, netGrams, packGrams, flags } = venture;
  return {
    id: OWN_GOODS,
    nameZh: name,
    nameEn: name,
    hs,
    // A wrong line teaches only beside goods that it could be mistaken for: those of another chapter go.
    decoys: setup.goods
      .flatMap(({ decoys }) => decoys)
      .filter((decoy) => chapterOf(decoy.hs) === chapterOf(hs) && decoy.hs !== hs),
    unit,
    // Most lines of the tariff count in kilograms; what this one counts in, its tariff entry would have to say.
    legalUnit: '035',
    legalPerPiece: netGrams,
    elements: `${flags.includes('brand') ? '4' : '0'}|0|${name}`,
    refundRate: Math.min(refund, vat),
    vatRate: vat,
    netGrams,
    packGrams,
    flags: [...flags],
    needs: needsFor(flags),
    fairPrice: market,
    ownPrice: price,
    tag: '?',
  };
}

const needsFor = (flags: readonly VentureFlag[]): Certificate[] => flags.flatMap((flag) => NEEDS[flag] ?? []);

/** One supplier, on the founder's terms; how late and how faulty suppliers are stays the scenario's. */
function supplierWith({ suppliers }: Setup, { cost, invoice, flags, certified }: Venture): Supplier {
  const [pattern] = suppliers;
  return {
    id: OWN_SUPPLIER,
    product: OWN_GOODS,
    price: cost,
    minimum: 1,
    leadDays: pattern?.leadDays ?? 5,
    late: pattern?.late ?? 0,
    lateDays: pattern?.lateDays ?? 0,
    faulty: pattern?.faulty ?? 0,
    faultShare: pattern?.faultShare ?? 0,
    certificates: certified ? needsFor(flags) : [],
    invoice,
  };
}

/** Demand is shared evenly among the countries that were chosen. */
function destinationsWith(
  setup: Setup,
  { destinations }: Venture,
  lines: readonly Destination[],
): Destination[] {
  if (destinations.length === 0) return setup.destinations;
  const known = [...setup.destinations, ...lines];
  const chosen = [...new Set(destinations)].flatMap(
    (country) => known.find((line) => line.country === country) ?? [],
  );
  if (chosen.length === 0) throw new RangeError(`no line to ${destinations.join(', ')}`);
  const shares = allocate(PPM, chosen.map(() => 1)); // prettier-ignore
  return chosen.map((line, index) => ({ ...line, share: shares[index]! }));
}
