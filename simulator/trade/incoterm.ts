import { PPM, mulDiv } from './money.ts';

/** Incoterms 2020 that this world trades on. */
export const INCOTERMS = [
  'EXW',
  'FCA',
  'FAS',
  'FOB',
  'CFR',
  'CPT',
  'CIF',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
] as const;
export type Incoterm = (typeof INCOTERMS)[number];

/** Cost items between seller's door and buyer's door, all in minor units of the price's currency. */
export interface CostItems {
  /** seller's door → port of export, clearance and loading included */
  inland: number;
  /** main carriage */
  freight: number;
  insurance: number;
  /** everything behind the port of destination: inland, unloading, duty and tax abroad */
  abroad: number;
}

const CARRIAGE_PAID: readonly Incoterm[] = ['CFR', 'CPT', 'CIF', 'CIP', 'DAP', 'DPU', 'DDP'];
const INSURANCE_PAID: readonly Incoterm[] = ['CIF', 'CIP', 'DAP', 'DPU', 'DDP'];
const DELIVERED: readonly Incoterm[] = ['DAP', 'DPU', 'DDP'];

/** What has to be added (+) or taken off (−) to come from a price on `term` to FOB China. */
export function stepsToFob(term: Incoterm, costs: CostItems): { item: keyof CostItems; amount: number }[] {
  const steps: { item: keyof CostItems; amount: number }[] = [];
  if (term === 'EXW') steps.push({ item: 'inland', amount: costs.inland });
  if (CARRIAGE_PAID.includes(term)) steps.push({ item: 'freight', amount: -costs.freight });
  if (INSURANCE_PAID.includes(term)) steps.push({ item: 'insurance', amount: -costs.insurance });
  if (DELIVERED.includes(term)) steps.push({ item: 'abroad', amount: -costs.abroad });
  return steps.filter((step) => step.amount !== 0);
}

/** FOB value of a price on `term`; FCA, FAS and FOB are taken as they are. */
export function fobOf(price: number, term: Incoterm, costs: CostItems): number {
  return stepsToFob(term, costs).reduce((value, step) => value + step.amount, price);
}

const SQUARE = PPM * PPM; // both markup and rate are in ppm: one division, one rounding

/** Cargo premium: CIF × markup × rate, both in ppm (110 % = 1 100 000, the least that UCP 600 art. 28 wants). */
export function premiumOf(cif: number, rate: number, markup = 1_100_000): number {
  return mulDiv(cif, markup * rate, SQUARE);
}

/** CIF = CFR ÷ (1 − markup × rate), since the premium is itself part of what is insured. */
export function cifFromCfr(cfr: number, rate: number, markup = 1_100_000): number {
  return mulDiv(cfr, SQUARE, SQUARE - markup * rate);
}
