import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Posting } from '../kernel/types.ts';
import { ACCOUNTS, ACCOUNT_NAMES } from './accounts.ts';
import {
  balanceOf,
  balanced,
  balancesOf,
  exchangeLines,
  imbalanceOf,
  moveLines,
  post,
  postingsFor,
  profitOf,
  trialBalance,
} from './ledger.ts';
import type { PostingLine } from './ledger.ts';

const account = fc.constantFrom(...ACCOUNT_NAMES);
const currency = fc.constantFrom('CNY' as const, 'USD' as const, 'JPY' as const);
const amount = fc.integer({ min: 1, max: 1_000_000_000 });
const move = fc
  .tuple(account, account, currency, amount)
  .filter(([from, to]) => from !== to)
  .map((parts) => moveLines(...parts));
const sale = fc
  .tuple(amount, amount)
  .map(([usd, cny]) =>
    exchangeLines(
      { account: 'bankForeign', currency: 'USD', amount: usd },
      { account: 'bankCny', currency: 'CNY', amount: cny },
    ),
  );

const posting = (
  lines: PostingLine[],
  refs: Record<string, string> = {},
): Posting & { lines: PostingLine[] } => ({
  at: 0,
  memo: 'test',
  refs,
  lines,
});

describe('the ledger', () => {
  it('balances in every currency after any business', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(move, sale), { maxLength: 40 }), (business) => {
        const postings = business.reduce<Posting[]>((book, lines) => post(book, posting(lines)), []);
        const rows = trialBalance(postings);
        for (const of of ['CNY', 'USD', 'JPY']) {
          const mine = rows.filter((row) => row.currency === of);
          expect(mine.reduce((total, row) => total + row.debit - row.credit, 0)).toBe(0);
        }
        for (const row of rows)
          expect(balanceOf(postings, row.account, row.currency)).toBe(row.debit - row.credit);
        expect(Object.keys(balancesOf(postings)).length).toBe(new Set(rows.map((row) => row.account)).size);
      }),
    );
  });

  it('refuses lines that do not balance, whatever is wrong with them', () => {
    fc.assert(
      fc.property(move, fc.nat(1), fc.integer({ min: 1, max: 99 }), (lines, index, slip) => {
        const wrong = lines.map((line, at) =>
          at === index ? { ...line, amount: line.amount + slip } : line,
        );
        expect(imbalanceOf(wrong)).not.toEqual({});
        expect(() => balanced(wrong)).toThrow(RangeError);
      }),
    );
  });

  it('does not let two currencies stand for each other', () => {
    const lines = [
      { account: 'bankCny' as const, currency: 'CNY' as const, amount: 700 },
      { account: 'bankForeign' as const, currency: 'USD' as const, amount: -700 },
    ];
    expect(() => balanced(lines)).toThrow('out of balance');
  });

  it('refuses a posting that moves nothing', () => {
    expect(() => balanced(moveLines('goods', 'bankCny', 'CNY', 0))).toThrow('move nothing');
  });

  it('tells the profit of one order', () => {
    const order = { order: 'A1' };
    let book: Posting[] = [];
    book = post(book, posting(moveLines('sales', 'receivables', 'CNY', 17_693), order));
    book = post(book, posting(moveLines('goods', 'costOfSales', 'CNY', 3_363), order));
    book = post(book, posting(moveLines('sales', 'receivables', 'CNY', 999), { order: 'A2' }));
    expect(profitOf(postingsFor(book, 'order', 'A1'), 'CNY')).toBe(17_693 - 3_363);
  });

  it('has one number per account', () => {
    const codes = Object.values(ACCOUNTS).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
