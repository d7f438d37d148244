import { since } from '../rule.ts';
import type { RuleBook } from '../rule.ts';

/** Fixed fines in fen, relative ones in ppm of `of`; `warning` = a warning may take the fine's place. */
export type PenaltyBand =
  | { kind: 'fixed'; lowest: number; highest: number; warning: true }
  | { kind: 'relative'; of: 'goodsValue' | 'taxEvaded' | 'declaredPrice'; lowest: number; highest: number };

const band = (value: PenaltyBand, point: string) => [
  since('2004-11-01', value, 'K', `customs-penalty-regulation#${point}`),
];

/** 海关行政处罚实施条例 */
export const penaltyRules = {
  penaltyStatistics: band(
    { kind: 'fixed', lowest: 100_000, highest: 1_000_000, warning: true },
    'statistics',
  ),
  penaltySupervision: band(
    { kind: 'fixed', lowest: 100_000, highest: 3_000_000, warning: true },
    'supervision',
  ),
  penaltyLicence: band({ kind: 'relative', of: 'goodsValue', lowest: 50_000, highest: 300_000 }, 'licence'),
  penaltyTax: band({ kind: 'relative', of: 'taxEvaded', lowest: 300_000, highest: 2_000_000 }, 'tax'),
  penaltyRefund: band({ kind: 'relative', of: 'declaredPrice', lowest: 100_000, highest: 500_000 }, 'refund'),
  penaltySmuggling: band({ kind: 'relative', of: 'taxEvaded', lowest: 0, highest: 3_000_000 }, 'smuggling'),
  penaltyBrand: band({ kind: 'relative', of: 'goodsValue', lowest: 0, highest: 300_000 }, 'infringing-goods'),
  /** tax evaded by an entity from which smuggling is a crime, fen */
  smugglingCrimeEntityFen: [since('2014-09-10', 20_000_000, 'K', 'customs-penalty-regulation#smuggling')],
} satisfies RuleBook;
