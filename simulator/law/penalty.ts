import { ppmOf } from '../trade/money.ts';
import type { Law } from './law.ts';
import { working } from './working.ts';
import type { Working } from './working.ts';

export const BREACHES = ['statistics', 'supervision', 'licence', 'tax', 'refund', 'smuggling', 'ip'] as const;
export type Breach = (typeof BREACHES)[number];

const RULE_OF = {
  statistics: 'penaltyStatistics',
  supervision: 'penaltySupervision',
  licence: 'penaltyLicence',
  tax: 'penaltyTax',
  refund: 'penaltyRefund',
  smuggling: 'penaltySmuggling',
  ip: 'penaltyBrand',
} as const satisfies Record<Breach, string>;

/** Lowest and highest fine in fen (`result` is the highest), and whether a warning may stand in its place. */
export interface Penalty extends Working {
  lowest: number;
  highest: number;
  warningPossible: boolean;
}

/**
 * Range of the fine for a breach (海关行政处罚实施条例).
 * @param base goods value, tax evaded or declared price in fen, as the breach asks; not used for fixed fines
 */
export function penaltyBand(law: Law, breach: Breach, base: number): Penalty {
  const sheet = working('penalty');
  const band = sheet.use(law.get(RULE_OF[breach]));
  const fixed = band.kind === 'fixed';
  const lowest = sheet.step(
    'lowestFine',
    fixed ? {} : { base, rate: band.lowest },
    fixed ? band.lowest : ppmOf(base, band.lowest),
  );
  const highest = sheet.step(
    'highestFine',
    fixed ? {} : { base, rate: band.highest },
    fixed ? band.highest : ppmOf(base, band.highest),
  );
  return { ...sheet.done(highest), lowest, highest, warningPossible: fixed };
}
