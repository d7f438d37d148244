import { between, since } from '../rule.ts';
import type { RuleBook } from '../rule.ts';

/** Foreign exchange. US dollars in cents. */
export const forexRules = {
  /** small cross-border sellers below this yearly turnover need not be on the name list */
  nameListExemptUsdCents: [since('2019-10-25', 20_000_000, 'S01+K', 'safe-2019-28#micro-exemption')],
  /** who keeps the name list */
  nameListAtBank: [
    between('2012-08-01', '2024-05-31', false, 'K', 'safe-2020-14#classes'),
    since('2024-06-01', true, 'S22', 'safe-2024-11#bank-registers'),
  ],
  /** advances and deferrals over so many days are reported … */
  tradeCreditDays: [since('2012-08-01', 90, 'K', 'safe-2020-14#ninety-days')],
  /** … within so many days of the money or of the customs date */
  tradeCreditReportDays: [since('2012-08-01', 30, 'K', 'safe-2020-14#ninety-days')],
  specialRefundUsdCents: [since('2024-06-01', 20_000_000, 'S22', 'safe-2024-11#special-refund')],
  specialRefundDays: [since('2012-08-01', 180, 'S22', 'safe-2024-11#special-refund')],
  /** overseas storage, carriage and tax may be netted against proceeds, with gross reporting */
  netSettlement: [
    between('2012-08-01', '2020-05-19', false, 'S23', 'safe-2020-11#net-settlement'),
    since('2020-05-20', true, 'S23', 'safe-2020-11#net-settlement'),
  ],
  customerAdvanceMonths: [since('2020-05-20', 12, 'S23', 'safe-2020-11#advance-12-months')],
  /** working days for the balance-of-payments report after receipt */
  paymentsReportWorkingDays: [since('2012-08-01', 5, 'K', 'safe-2020-14#bop-five-days')],
  paymentInstitutionUsdCents: [since('2019-04-29', 5_000_000, 'S25+K', 'safe-2019-13#list-and-partner')],
  individualQuotaUsdCents: [since('2012-08-01', 5_000_000, 'S23+K', 'safe-2020-11#individuals')],
} satisfies RuleBook;
