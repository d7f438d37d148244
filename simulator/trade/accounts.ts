/**
 * Chart of accounts of a small exporter. Codes follow the subjects of the Chinese enterprise accounting
 * standards where there is one; names in both languages are in content/words/accounts.yaml.
 */
export type AccountKind = 'asset' | 'liability' | 'equity' | 'revenue' | 'expense';

export const ACCOUNTS = {
  bankCny: { code: '1002.01', kind: 'asset' },
  bankForeign: { code: '1002.02', kind: 'asset' },
  platformWallet: { code: '1012.01', kind: 'asset' },
  platformReserve: { code: '1012.02', kind: 'asset' },
  receivables: { code: '1122', kind: 'asset' },
  prepayments: { code: '1123', kind: 'asset' },
  refundReceivable: { code: '1221.01', kind: 'asset' },
  claimsReceivable: { code: '1221.02', kind: 'asset' },
  depositsPaid: { code: '1221.03', kind: 'asset' },
  goodsInTransit: { code: '1402', kind: 'asset' },
  goods: { code: '1405', kind: 'asset' },
  goodsDispatched: { code: '1406', kind: 'asset' },
  goodsUnderInquiry: { code: '1901', kind: 'asset' },
  inputVat: { code: '2221.01', kind: 'asset' },
  loans: { code: '2001', kind: 'liability' },
  payables: { code: '2202', kind: 'liability' },
  customerAdvances: { code: '2203', kind: 'liability' },
  outputVat: { code: '2221.02', kind: 'liability' },
  incomeTaxPayable: { code: '2221.03', kind: 'liability' },
  finesPayable: { code: '2241.01', kind: 'liability' },
  refundRepayable: { code: '2241.02', kind: 'liability' },
  otherPayables: { code: '2241.03', kind: 'liability' },
  /** 货币兑换: the bridge between currencies, so that every posting balances in each of them */
  currencyExchange: { code: '3002', kind: 'equity' },
  capital: { code: '4001', kind: 'equity' },
  retainedProfit: { code: '4104', kind: 'equity' },
  sales: { code: '6001', kind: 'revenue' },
  exchangeDifference: { code: '6061', kind: 'revenue' },
  otherIncome: { code: '6301', kind: 'revenue' },
  costOfSales: { code: '6401', kind: 'expense' },
  taxSurcharges: { code: '6403', kind: 'expense' },
  platformFees: { code: '6601.01', kind: 'expense' },
  advertising: { code: '6601.02', kind: 'expense' },
  freight: { code: '6601.03', kind: 'expense' },
  packing: { code: '6601.04', kind: 'expense' },
  insurance: { code: '6601.05', kind: 'expense' },
  declarationFees: { code: '6601.06', kind: 'expense' },
  testing: { code: '6601.07', kind: 'expense' },
  returnsHandling: { code: '6601.08', kind: 'expense' },
  overseasTax: { code: '6601.09', kind: 'expense' },
  administration: { code: '6602', kind: 'expense' },
  bankFees: { code: '6603', kind: 'expense' },
  finesAndLosses: { code: '6711', kind: 'expense' },
  incomeTax: { code: '6801', kind: 'expense' },
} as const satisfies Record<string, { code: string; kind: AccountKind }>;

export type Account = keyof typeof ACCOUNTS;
export const ACCOUNT_NAMES = Object.keys(ACCOUNTS) as Account[];

export function isAccount(name: string): name is Account {
  return Object.hasOwn(ACCOUNTS, name);
}
