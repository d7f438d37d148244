import type { Scene } from '../kernel/index.ts';
import { PPM, mulDiv, ppmOf, sum } from './money.ts';
import type { Credit } from './records.ts';
import { DAY } from './time.ts';
import type { Instant } from './time.ts';

/**
 * The zone's credit record: the platform's own model (dossier 5.3), not law. Eight dimensions in ppm, each the
 * base plus what events added, every event fading with its half-life; the score is read off at any instant, so
 * that nothing has to be re-counted while nobody looks.
 */
export const DIMENSIONS = [
  'clearance',
  'taxAndForex',
  'product',
  'authenticity',
  'fulfilment',
  'intellectualProperty',
  'data',
  'responsibility',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Weights in ppm, in the order of `DIMENSIONS`. */
export const WEIGHTS = [250_000, 200_000, 150_000, 150_000, 100_000, 70_000, 50_000, 30_000] as const;

export const LOWEST_SCORE = 300;
const SPAN = 650;
/** d at the start: 300 + 650 × d = 600. */
export const START_DIMENSION = 461_538;
/** Share of the regulators' own score when a third-party rating stands beside it. */
const OWN_SHARE = 700_000;

/** Days after which half of an event's weight is left; a crime never fades. */
export const HALF_LIFE = { minor: 180, major: 365, crime: null } as const;
export type Gravity = keyof typeof HALF_LIFE;

export interface CreditEntry {
  /** 1, 2, 3 … in the order of writing; what an appeal names. */
  entry: number;
  at: Instant;
  code: string;
  dimension: number;
  /** ppm of the dimension */
  delta: number;
  gravity: Gravity;
  cites: string[];
}

/** `credit` under 'zone'. The log only ever grows. */
export interface ZoneCredit extends Credit {
  log: CreditEntry[];
  /** Latest third-party ratings by source, 300–950. */
  ratings: Record<string, number>;
  standing: 'good' | 'negativeList' | 'probation';
}

/** `credit` under 'customs'. `odds` are those of an inspection in ppm, `guarantee` a share of what is normal. */
export interface CustomsCredit extends Credit {
  odds: { list: number; declaration: number };
  guarantee: number;
  /** Dishonest firms may not summarise lists into declarations. */
  summaryBarred: boolean;
  /** Class that the law in force gives at the start; no event lifts a firm above it without an audit. */
  ceiling: string;
}

/** Odds (ppm) that customs opens a parcel declared by list, by the firm's class; 3 % where no record is kept. */
export function inspectionOdds(scene: Scene): number {
  return scene.find<CustomsCredit>('credit', 'customs')?.odds?.list ?? 30_000;
}

/** 2^(−1/2), 2^(−1/4) … in thousand-millionths: a power of two from whole numbers alone. */
const ROOTS = [
  707_106_781, 840_896_415, 917_004_043, 957_603_281, 978_572_062, 989_228_013, 994_599_423, 997_296_056,
  998_647_110, 999_323_327, 999_661_606, 999_830_789,
] as const;
const BILLION = 1_000_000_000;

/** What is left of `delta` after `days` (0 or more), rounded to a whole ppm. */
export function faded(delta: number, days: number, gravity: Gravity): number {
  const half = HALF_LIFE[gravity];
  if (half === null || days <= 0) return delta;
  const halvings = Math.floor(days / half);
  if (halvings > 22) return 0; // under half a ppm, and the divisor below stays a safe integer
  // the rest of a half-life in 4096ths; each bit is one root of two
  let rest = Math.floor(((days % half) * 4_096) / half);
  let factor = BILLION;
  for (const root of ROOTS) {
    rest *= 2;
    if (rest >= 4_096) {
      factor = mulDiv(factor, root, BILLION);
      rest -= 4_096;
    }
  }
  return mulDiv(delta, factor, BILLION * 2 ** halvings);
}

/** The eight dimensions at an instant, clipped to 0 … 1 000 000. */
export function dimensionsAt(log: readonly CreditEntry[], now: Instant): number[] {
  return DIMENSIONS.map((_, index) => {
    const moved = log.filter((entry) => entry.dimension === index && entry.at <= now);
    const total = sum([
      START_DIMENSION,
      ...moved.map((entry) => faded(entry.delta, Math.floor((now - entry.at) / DAY), entry.gravity)),
    ]);
    return Math.min(PPM, Math.max(0, total));
  });
}

/** 300 … 950. With third-party ratings the score is seven tenths the regulators' and three tenths their mean. */
export function scoreOf(
  dimensions: readonly number[],
  ratings: Readonly<Record<string, number>> = {},
): number {
  const weighted = sum(dimensions.map((value, index) => value * (WEIGHTS[index] ?? 0)));
  // 650 × Σ w·d, with w and d in ppm; mulDiv keeps the product exact
  const own = LOWEST_SCORE * PPM + mulDiv(weighted, SPAN, PPM);
  const others = Object.values(ratings);
  if (others.length === 0) return mulDiv(own, 1, PPM);
  const mean = mulDiv(sum(others), PPM, others.length);
  return mulDiv(ppmOf(own, OWN_SHARE) + ppmOf(mean, PPM - OWN_SHARE), 1, PPM);
}

/** Bands of the zone's score, best first, with the lowest score of each. */
export const BANDS = [
  ['excellent', 850],
  ['good', 780],
  ['fair', 550],
  ['poor', 350],
  ['bad', LOWEST_SCORE],
] as const;
export type Band = (typeof BANDS)[number][0];

export function bandOf(score: number): Band {
  return BANDS.find(([, lowest]) => score >= lowest)?.[0] ?? 'bad';
}

/** The record as it reads at an instant: same log, dimensions faded, score and band counted afresh. */
export function readCredit(record: ZoneCredit, now: Instant): ZoneCredit {
  const dimensions = dimensionsAt(record.log, now);
  const score = scoreOf(dimensions, record.ratings);
  return { ...record, dimensions, score, class: bandOf(score) };
}
