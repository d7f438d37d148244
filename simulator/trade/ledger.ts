import type { Line, Posting } from '../kernel/types.ts';
import { ACCOUNTS, ACCOUNT_NAMES, isAccount } from './accounts.ts';
import type { Account, AccountKind } from './accounts.ts';
import { CURRENCIES, sum } from './money.ts';
import type { Currency } from './money.ts';

/**
 * Reading and writing the double-entry ledger. The world keeps the postings themselves (`world.postings`, one
 * per event of business; `memo` is a code with words, `refs` say which order, list or lot it belongs to).
 * Debit is positive, credit negative, in minor units of the currency.
 */
export type PostingLine = { account: Account; currency: Currency; amount: number };

export type Balances = Partial<Record<Account, Partial<Record<Currency, number>>>>;

const CURRENCY_NAMES = Object.keys(CURRENCIES) as Currency[];

/** What debits exceed credits by, per currency; an empty object when the lines balance. */
export function imbalanceOf(lines: readonly Line[]): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { currency, amount } of lines) totals[currency] = sum([totals[currency] ?? 0, amount]);
  return Object.fromEntries(Object.entries(totals).filter(([, total]) => total !== 0));
}

/**
 * The lines of one posting, checked; lines of 0 are left out.
 * @throws RangeError when they do not balance in every currency, move nothing, or name an unknown account
 */
export function balanced(lines: readonly PostingLine[]): PostingLine[] {
  const wrong = imbalanceOf(lines);
  if (Object.keys(wrong).length > 0)
    throw new RangeError(`lines are out of balance: ${JSON.stringify(wrong)}`);
  const unknown = lines.find((line) => !isAccount(line.account));
  if (unknown) throw new RangeError(`no such account: ${unknown.account}`);
  const moving = lines.filter((line) => line.amount !== 0);
  if (moving.length === 0) throw new RangeError('lines move nothing');
  return moving;
}

/** Postings with one more behind them; the given ones are left as they were. @throws as `balanced` */
export function post(postings: readonly Posting[], posting: Posting & { lines: PostingLine[] }): Posting[] {
  return [...postings, { ...posting, lines: balanced(posting.lines) }];
}

/** Debit balances (credit balances are negative) of every account that ever moved. */
export function balancesOf(postings: readonly Posting[]): Balances {
  const balances: Balances = {};
  for (const { account, currency, amount } of postings.flatMap((posting) => posting.lines)) {
    const of = (balances[account as Account] ??= {});
    of[currency as Currency] = sum([of[currency as Currency] ?? 0, amount]);
  }
  return balances;
}

/** Debit balance of one account in minor units; negative when credits prevail. */
export function balanceOf(postings: readonly Posting[], account: Account, currency: Currency): number {
  let balance = 0;
  for (const { lines } of postings) {
    for (const line of lines)
      if (line.account === account && line.currency === currency) balance += line.amount;
  }
  return balance;
}

export interface TrialRow {
  account: Account;
  kind: AccountKind;
  currency: Currency;
  debit: number;
  credit: number;
}

/** Every account that has moved, in the order of the chart; debits equal credits in each currency. */
export function trialBalance(postings: readonly Posting[]): TrialRow[] {
  const balances = balancesOf(postings);
  const rows: TrialRow[] = [];
  for (const account of ACCOUNT_NAMES) {
    for (const currency of CURRENCY_NAMES) {
      const balance = balances[account]?.[currency];
      if (balance === undefined) continue;
      const [debit, credit] = [Math.max(balance, 0), Math.max(0 - balance, 0)];
      rows.push({ account, kind: ACCOUNTS[account].kind, currency, debit, credit });
    }
  }
  return rows;
}

/** Postings that carry this reference, in order. */
export function postingsFor(postings: readonly Posting[], ref: string, value: string): Posting[] {
  return postings.filter((posting) => posting.refs[ref] === value);
}

/** Revenue less expense (profit positive) of the given postings, minor units of one currency. */
export function profitOf(postings: readonly Posting[], currency: Currency): number {
  const amounts: number[] = [];
  for (const { account, currency: of, amount } of postings.flatMap((posting) => posting.lines)) {
    if (of !== currency || !isAccount(account)) continue;
    const { kind } = ACCOUNTS[account];
    if (kind === 'revenue' || kind === 'expense') amounts.push(0 - amount);
  }
  return sum(amounts);
}

/** Two lines that move `amount` out of one account into another (debit `to`, credit `from`). */
export function moveLines(from: Account, to: Account, currency: Currency, amount: number): PostingLine[] {
  return [
    { account: to, currency, amount },
    { account: from, currency, amount: 0 - amount },
  ];
}

/** Money changed at the bank: each currency balances over the exchange account. */
export function exchangeLines(
  sold: { account: Account; currency: Currency; amount: number },
  bought: { account: Account; currency: Currency; amount: number },
): PostingLine[] {
  return [
    ...moveLines(sold.account, 'currencyExchange', sold.currency, sold.amount),
    ...moveLines('currencyExchange', bought.account, bought.currency, bought.amount),
  ];
}
