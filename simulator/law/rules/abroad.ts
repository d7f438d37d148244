import { between, since } from '../rule.ts';
import type { RuleBook } from '../rule.ts';

/** Thresholds of destinations that change what a parcel costs its buyer. Minor units of the local currency. */
export const abroadRules = {
  euFlatDutyCents: [between('2026-07-01', '2028-06-30', 300, 'S39', 'eu-2026-382#three-euro')],
  euFlatDutyUpToCents: [between('2026-07-01', '2028-06-30', 15_000, 'S39', 'eu-2026-382#three-euro')],
  /** duty-free threshold for parcels from China */
  usThresholdCents: [
    between('2016-03-10', '2025-05-01', 80_000, 'K', 'us-de-minimis-2025#closed'),
    since('2025-05-02', 0, 'S40', 'us-de-minimis-2025#closed'),
  ],
  /** temporary surcharge under section 122, ppm; what came after it is not in our sources */
  usSurcharge: [
    between('2016-03-10', '2026-02-23', 0, '?', 'us-de-minimis-2025#closed'),
    between('2026-02-24', '2026-07-24', 100_000, 'S40', 'us-de-minimis-2025#closed'),
    since('2026-07-25', 0, '?', 'us-de-minimis-2025#closed'),
  ],
  ukThresholdPence: [between('2021-01-01', '2029-03-31', 13_500, 'S41', 'uk-135#vat-at-sale')],
} satisfies RuleBook;
