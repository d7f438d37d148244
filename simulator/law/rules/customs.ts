import { between, since } from '../rule.ts';
import type { RuleBook } from '../rule.ts';

/** How retail and B2B exports are cleared. */
export const customsRules = {
  /** 汇总申报: day of the next month by which lists closed in a month are summarised */
  summaryDayOfMonth: [since('2019-01-01', 15, 'S31+K', 'gacc-2018-194#summary-by-15th')],
  /** fields that must be the same for lists to be merged (八个同一) */
  summaryKeys: [
    since(
      '2019-01-01',
      [
        'consignor',
        'transport',
        'producer',
        'destination',
        'exitCustoms',
        'finalDestination',
        'hs10',
        'currency',
      ],
      'K',
      'gacc-2018-194#eight-keys',
    ),
  ],
  /** 清单核放、汇总统计 at all */
  statisticsRouteOpen: [since('2019-01-01', true, 'S07+K', 'gacc-2018-194#summary-statistics')],
  /** a ticket on the statistics route is worth at most this much, fen */
  simplifiedTicketFen: [since('2019-01-01', 500_000, 'S07+K', 'gacc-2018-194#summary-statistics')],
  /** significant digits of the goods code on the statistics route (retail) */
  simplifiedHsDigitsRetail: [since('2019-01-01', 4, 'S07', 'ceb-202205#statistics-flag')],
  simplifiedHsDigitsB2b: [since('2020-07-01', 6, 'S07', 'gacc-2020-75#code-9710')],
  /** 收款单 (CEB403) before the list */
  receiptMessageRequired: [
    between('2019-01-01', '2024-12-14', true, 'K', 'gacc-2018-194#three-data'),
    since('2024-12-15', false, 'S10', 'gacc-2024-167#no-receipt-message'),
  ],
  /** overseas-warehouse model filed with customs before 9810 */
  overseasWarehouseFiling: [
    between('2020-07-01', '2024-12-14', true, 'S05', 'gacc-2020-75#code-9810'),
    since('2024-12-15', false, 'S09', 'gacc-2024-167#no-warehouse-filing'),
  ],
  /** 先查验后装运 pilot, Changsha among the twelve customs districts */
  inspectFirstLoadLater: [
    between('2019-01-01', '2024-12-14', false, 'S09', 'gacc-2024-167#inspect-first'),
    since('2024-12-15', true, 'S09', 'gacc-2024-167#inspect-first'),
  ],
  /** days within which a cancellation of export is asked for, from learning that the goods did not leave */
  cancelNotShippedDays: [since('2019-01-01', 3, 'K', 'customs-law#not-shipped')],
  /** working days for the filing of a customs declarant */
  filingWorkingDays: [since('2019-01-01', 3, 'K', 'practice#filing-3-days')],
  /** working days for a decision on amending or withdrawing a declaration */
  amendDecisionWorkingDays: [since('2019-01-01', 3, '?', 'customs-law#amend-cancel')],
  /** import: days from arrival of the conveyance to declaration */
  importDeclareDays: [since('2019-01-01', 14, 'K', 'customs-law#truthful-declaration')],
  /** import: tax due within days of the bill */
  taxPayDays: [since('2019-01-01', 15, 'K', 'tariff-law#three-years')],
  /** 滞报金 and 滞纳金 per day, ppm */
  lateDeclarationDaily: [since('2019-01-01', 500, 'K', 'customs-law#truthful-declaration')],
  lateDeclarationLeastFen: [since('2019-01-01', 5_000, 'K', 'customs-law#truthful-declaration')],
  lateTaxDaily: [since('2019-01-01', 500, 'K', 'tariff-law#three-years')],
} satisfies RuleBook;
