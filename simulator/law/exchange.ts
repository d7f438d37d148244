import type { Finding } from '../kernel/types.ts';
import type { Law } from './law.ts';

/** Yearly goods receipts and payments in US cents: each is tested for itself. */
export interface YearlyExchange {
  receiptsUsdCents: number;
  paymentsUsdCents: number;
}

/** A small cross-border seller needs no name-list entry while receipts or payments stay under USD 200 000. */
export function nameListExempt(law: Law, year: YearlyExchange): { receipts: boolean; payments: boolean } {
  const limit = law.get('nameListExemptUsdCents').value;
  return { receipts: year.receiptsUsdCents < limit, payments: year.paymentsUsdCents < limit };
}

/** What stands against receiving foreign exchange without being on the list; empty when it is fine. */
export function judgeReceipt(law: Law, firm: YearlyExchange & { listed: boolean }): Finding[] {
  const rule = law.get('nameListExemptUsdCents');
  if (firm.listed || nameListExempt(law, firm).receipts) return [];
  return [
    {
      code: 'nameListRequired',
      params: { receipts: firm.receiptsUsdCents, limit: rule.value },
      cites: [...rule.cites],
    },
  ];
}
