import { between, since } from '../rule.ts';
import type { RuleBook } from '../rule.ts';

/** Export VAT (refund, exemption) and the income tax that goes with exemption. Rates in ppm. */
export const taxRules = {
  vatStandard: [
    between('2019-04-01', '2025-12-31', 130_000, 'K', 'vat-law#three-rates'),
    since('2026-01-01', 130_000, 'S15', 'vat-law#three-rates'),
  ],
  vatReduced: [
    between('2019-04-01', '2025-12-31', 90_000, 'K', 'vat-law#three-rates'),
    since('2026-01-01', 90_000, 'S15', 'vat-law#three-rates'),
  ],
  /** a special invoice at 3 % (small-scale supplier) is refunded at 3 % at most */
  smallSupplierRate: [
    between('2012-07-01', '2025-12-31', 30_000, 'K', 'cs-2012-39#old-base'),
    since('2026-01-01', 30_000, 'S16', 'mof-sta-2026-11#trader-formula'),
  ],
  /** claims end on this day of the year after export; foreign exchange must be in by then too */
  refundLastMonth: [
    between('2012-07-01', '2025-12-31', 4, 'K', 'cs-2012-39#old-base'),
    since('2026-01-01', 4, 'S16', 'sta-2026-5#april-30'),
  ],
  /** after this many months an export that was not claimed counts as a domestic sale */
  refundHardStopMonths: [since('2026-01-01', 36, 'S15', 'mof-sta-2026-11#36-months')],
  /** days after a claim within which the list of record papers is filed */
  papersListDays: [
    between('2012-07-01', '2025-12-31', 15, 'K', 'cs-2012-39#old-base'),
    since('2026-01-01', 15, 'S16', 'sta-2026-5#fifteen-days'),
  ],
  papersKeepYears: [
    between('2012-07-01', '2025-12-31', 5, 'S15', 'cs-2012-39#old-base'),
    since('2026-01-01', 10, 'S16', 'sta-2026-5#ten-years'),
  ],
  /** 无票免税 in pilot zones */
  noInvoiceExemption: [since('2018-10-01', true, 'S19', 'cs-2018-103#three-conditions')],
  /** 核定征收 of income tax on no-invoice exports */
  assessedProfitRate: [since('2020-01-01', 40_000, 'S20', 'sta-2019-36#four-percent')],
  incomeTaxRate: [since('2008-01-01', 250_000, 'K', 'sta-2019-36#four-percent')],
  /** small low-profit firms: effective rate on all of the taxable income, and its ceiling in fen */
  smallProfitRate: [
    between('2019-01-01', '2020-12-31', 50_000, 'K', 'sta-2019-36#small-profit'),
    between('2021-01-01', '2022-12-31', 25_000, 'K', 'sta-2019-36#small-profit'),
    between('2023-01-01', '2027-12-31', 50_000, 'K', 'sta-2019-36#small-profit'),
  ],
  smallProfitCeilingFen: [
    // until 2022 the rate of 2.5 or 5 % went up to 1 million; the part between 1 and 3 million paid 10 or 5 %
    between('2019-01-01', '2022-12-31', 100_000_000, 'K', 'sta-2019-36#small-profit'),
    between('2023-01-01', '2027-12-31', 300_000_000, 'K', 'sta-2019-36#small-profit'),
  ],
  /** 9810 离境即退税、销售再核算 */
  preRefund9810: [
    between('2020-07-01', '2025-01-26', false, 'S14', 'sta-2025-3#pre-refund'),
    since('2025-01-27', true, 'S14', 'sta-2025-3#pre-refund'),
  ],
  /** urban construction tax and both education surcharges on VAT due and on exempt credit */
  vatSurcharges: [since('2019-04-01', 120_000, 'K', 'practice')],
  /** share of silver, gold, platinum metals or diamonds in material cost from which the good follows them */
  preciousMetalShare: [
    between('2014-01-01', '2025-12-31', 800_000, '?', 'cs-2012-39#old-base'),
    since('2026-01-01', 500_000, 'S18', 'mof-sta-2026-11#precious-metal'),
  ],
  /** agents report the real principal, else the export counts as their own sale */
  principalReport: [
    between('2012-07-01', '2025-09-30', false, 'S26', 'sta-2025-17#actual-principal'),
    since('2025-10-01', true, 'S26', 'sta-2025-17#actual-principal'),
  ],
} satisfies RuleBook;
