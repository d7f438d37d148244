import { between, since } from '../rule.ts';
import type { RuleBook } from '../rule.ts';

/** Thresholds of other channels and of the import side; the export modes use them for contrast. */
export const limitRules = {
  retailImportSingleFen: [
    between('2016-04-08', '2018-12-31', 200_000, 'S02', 'mof-2018-49#limits'),
    since('2019-01-01', 500_000, 'S02', 'mof-2018-49#limits'),
  ],
  retailImportYearFen: [
    between('2016-04-08', '2018-12-31', 2_000_000, 'S02', 'mof-2018-49#limits'),
    since('2019-01-01', 2_600_000, 'S02', 'mof-2018-49#limits'),
  ],
  /** VAT and consumption tax are levied at this share, ppm */
  retailImportTaxShare: [since('2016-04-08', 700_000, 'S02', 'mof-2018-49#limits')],
  importReturnApplyDays: [since('2020-03-28', 30, 'K', 'gacc-2020-45#thirty-forty-five')],
  importReturnArriveDays: [since('2020-03-28', 45, 'K', 'gacc-2020-45#thirty-forty-five')],
  mailInboundFen: [
    between('2016-06-01', '2024-11-30', 100_000, 'S37', 'gacc-2024-176#inbound-2000'),
    since('2024-12-01', 200_000, 'S37', 'gacc-2024-176#inbound-2000'),
  ],
  mailOutboundFen: [since('2016-06-01', 100_000, 'S37+K', 'gacc-2024-176#outbound-limits')],
  mailOutboundHongKongFen: [since('2016-06-01', 80_000, 'S37+K', 'gacc-2024-176#outbound-limits')],
  /** tax on personal articles up to this is not levied */
  mailExemptTaxFen: [since('2016-06-01', 5_000, 'S37', 'tariff-commission-2024-11#fifty-yuan')],
  expressClassCFen: [since('2016-06-01', 500_000, 'K', 'gacc-2016-19#class-c-5000')],
} satisfies RuleBook;
