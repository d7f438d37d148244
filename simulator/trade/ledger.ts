import { ACCOUNTS, ACCOUNT_NAMES } from './accounts.ts';
import type { Account, AccountKind } from './accounts.ts';
import { CURRENCIES, sum } from './money.ts';
import type { Currency } from './money.ts';
import type { Instant } from './time.ts';

/** Debit is positive, credit negative, in minor units of the currency. */
export interface PostingLine {
  account: Account;
  currency: Currency;
  amount: number;
}

/** One event of business. `memo` is a code with words in content, `refs` say what it belongs to (order, list, lot …). */
export interface Posting {
  at: Instant;
  memo: string;
  refs: Readonly<Record<string, string>>;
  lines: readonly PostingLine[];
}

export type Balances = Partial<Record<Account, Partial<Record<Currency, number>>>>;

/** Plain JSON; the balances are kept beside the postings so that a read need not add them all up. */
export interface Ledger {
  postings: readonly Posting[];
  balances: Balances;
}

export const EMPTY_LEDGER: Ledger = { postings: [], balances: {} };

const CURRENCY_NAMES = Object.keys(CURRENCIES) as Currency[];

/** What debits exceed credits by, per currency; an empty object when the posting balances. */
export function imbalanceOf(lines: readonly PostingLine[]): Partial<Record<Currency, number>> {
  const wrong: Partial<Record<Currency, number>> = {};
  for (const currency of CURRENCY_NAMES) {
    const total = sum(lines.filter((line) => line.currency === currency).map((line) => line.amount));
    if (total !== 0) wrong[currency] = total;
  }
  return wrong;
}

/**
 * The ledger with one more posting; the given one is left as it was.
 * @throws RangeError when the lines do not balance in every currency, or hold no amount
 */
export function post(ledger: Ledger, posting: Posting): Ledger {
  const wrong = imbalanceOf(posting.lines);
  if (Object.keys(wrong).length > 0)
    throw new RangeError(`posting ${posting.memo} is out of balance: ${JSON.stringify(wrong)}`);
  const lines = posting.lines.filter((line) => line.amount !== 0);
  if (lines.length === 0) throw new RangeError(`posting ${posting.memo} moves nothing`);
  const balances: Balances = { ...ledger.balances };
  for (const { account, currency, amount } of lines) {
    const old = balances[account] ?? {};
    balances[account] = { ...old, [currency]: sum([old[currency] ?? 0, amount]) };
  }
  return { postings: [...ledger.postings, { ...posting, lines }], balances };
}

/** Debit balance (credit balances are negative), minor units. */
export function balanceOf(ledger: Ledger, account: Account, currency: Currency): number {
  return ledger.balances[account]?.[currency] ?? 0;
}

export interface TrialRow {
  account: Account;
  kind: AccountKind;
  currency: Currency;
  debit: number;
  credit: number;
}

/** Every account that has moved, in the order of the chart; debits equal credits in each currency. */
export function trialBalance(ledger: Ledger): TrialRow[] {
  const rows: TrialRow[] = [];
  for (const account of ACCOUNT_NAMES) {
    for (const currency of CURRENCY_NAMES) {
      const balance = ledger.balances[account]?.[currency];
      if (balance === undefined) continue;
      const [debit, credit] = [Math.max(balance, 0), Math.max(0 - balance, 0)];
      rows.push({ account, kind: ACCOUNTS[account].kind, currency, debit, credit });
    }
  }
  return rows;
}

/** Postings that carry this reference, in order. */
export function postingsFor(ledger: Ledger, ref: string, value: string): Posting[] {
  return ledger.postings.filter((posting) => posting.refs[ref] === value);
}

/** Revenue less expense in one currency (profit positive), of all postings or of the given ones. */
export function profitOf(postings: readonly Posting[], currency: Currency): number {
  const amounts: number[] = [];
  for (const { account, currency: of, amount } of postings.flatMap((posting) => posting.lines)) {
    const { kind } = ACCOUNTS[account];
    if (of === currency && (kind === 'revenue' || kind === 'expense')) amounts.push(0 - amount);
  }
  return sum(amounts);
}

/** Two lines that move `amount` from one account to another (debit `to`, credit `from`). */
export function moveLines(from: Account, to: Account, currency: Currency, amount: number): PostingLine[] {
  return [
    { account: to, currency, amount },
    { account: from, currency, amount: 0 - amount },
  ];
}

/** Selling foreign money to the bank: each currency balances over the exchange account. */
export function exchangeLines(
  sold: { account: Account; currency: Currency; amount: number },
  bought: { account: Account; currency: Currency; amount: number },
): PostingLine[] {
  return [
    ...moveLines(sold.account, 'currencyExchange', sold.currency, sold.amount),
    ...moveLines('currencyExchange', bought.account, bought.currency, bought.amount),
  ];
}
