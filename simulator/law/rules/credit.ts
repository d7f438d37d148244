import { between, since } from '../rule.ts';
import type { RuleBook } from '../rule.ts';

export const CREDIT_CLASSES = [
  'advancedCertified',
  'certified',
  'regular',
  'dishonest',
  'seriouslyDishonest',
] as const;
export type CreditClass = (typeof CREDIT_CLASSES)[number];

const classes = (...names: CreditClass[]): readonly CreditClass[] => names;

/** Odds of inspection in ppm by class: product numbers, the shape follows published averages. */
export type InspectionOdds = Readonly<Record<CreditClass, { list: number; declaration: number }>>;

const ODDS: InspectionOdds = {
  advancedCertified: { list: 3_000, declaration: 6_000 },
  certified: { list: 8_000, declaration: 15_000 },
  regular: { list: 30_000, declaration: 40_000 },
  dishonest: { list: 400_000, declaration: 850_000 },
  seriouslyDishonest: { list: 600_000, declaration: 950_000 },
};

/** Guarantee as a share (ppm) of what is normally asked. */
const GUARANTEE: Readonly<Record<CreditClass, number>> = {
  advancedCertified: 0,
  certified: 500_000,
  regular: 1_000_000,
  dishonest: 1_000_000,
  seriouslyDishonest: 1_500_000,
};

/** Score bands of the platform's own model; the two certified classes also need a passed audit. */
export const CREDIT_BANDS: Readonly<Record<CreditClass, number>> = {
  advancedCertified: 850,
  certified: 780,
  regular: 550,
  dishonest: 350,
  seriouslyDishonest: 0,
};

export const creditRules = {
  creditClasses: [
    // Decree 237: advanced and general certification, general credit, dishonest
    between(
      '2018-05-01',
      '2021-10-31',
      classes('advancedCertified', 'certified', 'regular', 'dishonest'),
      'K',
      'gacc-decree-251#three-classes',
    ),
    between(
      '2021-11-01',
      '2026-03-31',
      classes('advancedCertified', 'regular', 'dishonest'),
      'S27+S30',
      'gacc-decree-251#three-classes',
    ),
    since('2026-04-01', classes(...CREDIT_CLASSES), 'S27', 'gacc-decree-282#five-classes'),
  ],
  creditRectifyMonths: [since('2026-04-01', 12, 'S27', 'gacc-decree-282#tolerance')],
  inspectionOdds: [since('2018-05-01', ODDS, 'P', 'dryport-model#inspection-odds')],
  creditGuarantee: [since('2018-05-01', GUARANTEE, 'P', 'dryport-model#zone-credit')],
  creditBands: [since('2018-05-01', CREDIT_BANDS, 'P', 'dryport-model#zone-credit')],
} satisfies RuleBook;
