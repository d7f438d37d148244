import { between, since } from '../rule.ts';
import type { RuleBook } from '../rule.ts';

/** Where a returned 9610 parcel may come in again. */
export type ReturnReach = 'sameDistrict' | 'pilotDistricts' | 'nationwide';
const reach = (value: ReturnReach): ReturnReach => value;

/** Exported goods that come back. */
export const returnRules = {
  /** customs procedure for returns: months from release */
  returnCustomsMonths: [since('2020-03-27', 12, 'K', 'gacc-2020-44#one-year')],
  /** where a 9610 parcel may re-enter: same district, between 20 pilot districts (Changsha is one), anywhere */
  crossAreaReturn: [
    between('2020-03-27', '2024-12-14', reach('sameDistrict'), 'S09', 'gacc-2020-44#single-or-batch'),
    between(
      '2024-12-15',
      '2026-03-31',
      reach('pilotDistricts'),
      'S09',
      'gacc-2024-167#cross-area-return-pilot',
    ),
    since('2026-04-01', reach('nationwide'), 'S11', 'gacc-2026-9610-return#nationwide'),
  ],
  /** the pilot had twenty districts, Changsha (4900) among them; the others here are those of this world's sites */
  crossAreaPilotDistricts: [
    since(
      '2024-12-15',
      ['4900', '2200', '2900', '3100', '5100', '5300', '4600'],
      '?',
      'gacc-2024-167#cross-area-return-pilot',
    ),
  ],
  /** tax relief: months from export to return, for exports in the span of the version */
  returnReliefMonths: [
    between('2023-01-30', '2024-01-29', 6, 'S13', 'mof-gacc-sta-2023-4#six-months'),
    between('2024-01-30', '2025-12-31', 6, 'K', 'mof-gacc-sta-2023-34#extended'),
    between('2026-01-01', '2027-12-31', 6, 'S12', 'mof-gacc-sta-2026-16#six-months'),
  ],
  returnReliefModes: [
    between(
      '2023-01-30',
      '2025-12-31',
      ['1210', '9610', '9710', '9810'],
      'S13',
      'mof-gacc-sta-2023-4#six-months',
    ),
    between(
      '2026-01-01',
      '2027-12-31',
      ['1210', '9610', '9710', '9810'],
      'S12',
      'mof-gacc-sta-2026-16#six-months',
    ),
  ],
} satisfies RuleBook;
