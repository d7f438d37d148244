import type { Posting, World } from '../../kernel/index.ts';
import { ACCOUNTS, isAccount, type Account } from '../../trade/accounts.ts';
import { toFen } from '../../trade/fx.ts';
import { allocate } from '../../trade/money.ts';
import type { Currency } from '../../trade/money.ts';
import type { Claim, Order, Parcel, Payout, PlatformCharge } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';

/** What a line of profit or loss is, as a founder would sort it. */
export const PROFIT_KINDS = [
  'revenue',
  'buyerRefunds',
  'goodsCost',
  'carriage',
  'platform',
  'bank',
  'tax',
  'papers',
  'penalties',
  'losses',
] as const;
export type ProfitKind = (typeof PROFIT_KINDS)[number];

/** One line of the ledger that made the firm richer (positive) or poorer, in fen at the rate of the first day. */
export interface ProfitItem {
  /** Index of the posting in `world.postings`. */
  posting: number;
  at: number;
  memo: string;
  /** The risk event that caused it, '' for the ordinary course of business. */
  risk: string;
  account: Account;
  kind: ProfitKind;
  currency: Currency;
  /** Minor units of the currency, gains positive. */
  amount: number;
  fen: number;
  /** Orders that bear it, with their shares; the shares add up to `fen`. Empty: the run as a whole. */
  orders: { orderNo: string; fen: number }[];
}

/** Memos that say more than their account does. */
const BY_MEMO: Record<string, ProfitKind> = {
  'platform.refund': 'buyerRefunds',
  'platform.chargebackLost': 'buyerRefunds',
  'platform.lateShipment': 'penalties',
  'platform.chargebackFee': 'penalties',
  fine: 'penalties',
  refundClaimed: 'tax',
  refundRefused: 'tax',
  inputVatAsCost: 'tax',
  returnTaxed: 'tax',
};

const BY_ACCOUNT: Partial<Record<Account, ProfitKind>> = {
  sales: 'revenue',
  exchangeDifference: 'bank',
  otherIncome: 'losses',
  costOfSales: 'goodsCost',
  taxSurcharges: 'tax',
  platformFees: 'platform',
  advertising: 'platform',
  freight: 'carriage',
  packing: 'carriage',
  insurance: 'carriage',
  returnsHandling: 'carriage',
  declarationFees: 'papers',
  testing: 'papers',
  administration: 'papers',
  overseasTax: 'tax',
  bankFees: 'bank',
  finesAndLosses: 'losses',
  incomeTax: 'tax',
};

const isProfit = (account: string): account is Account =>
  isAccount(account) && ['revenue', 'expense'].includes(ACCOUNTS[account].kind);

/** Fen at the rate of the first day, so that sums agree with the ledger's profit line by line. */
export const fenOf = (setup: Setup, currency: string, amount: number): number =>
  currency === 'CNY' ? amount : toFen(amount, currency as Currency, setup.rates[currency] ?? 0);

/** Every line of profit and loss of a run, in the order of the ledger. */
export function profitItems(world: World, setup: Setup): ProfitItem[] {
  const bearers = bearersIn(world);
  return world.postings.flatMap((posting, index) =>
    posting.lines.flatMap(({ account, currency, amount }) => {
      if (!isProfit(account)) return [];
      const fen = -fenOf(setup, currency, amount);
      return [
        {
          posting: index,
          at: posting.at,
          memo: posting.memo,
          risk: String(posting.refs.risk ?? ''),
          account,
          kind: BY_MEMO[posting.memo] ?? BY_ACCOUNT[account] ?? 'losses',
          currency: currency as Currency,
          amount: 0 - amount,
          fen,
          orders: sharesOf(fen, bearers(posting)),
        },
      ];
    }),
  );
}

interface Bearer {
  orderNo: string;
  weight: number;
}

function sharesOf(fen: number, bearers: readonly Bearer[]): ProfitItem['orders'] {
  if (bearers.length === 0) return [];
  const weighs = bearers.some(({ weight }) => weight > 0);
  const shares = allocate(fen, bearers.map(({ weight }) => (weighs ? weight : 1))); // prettier-ignore
  return bearers.map(({ orderNo }, index) => ({ orderNo, fen: shares[index]! }));
}

/** Which orders bear a posting: the order it names, the orders of its payout or claim, the list of its fine. */
function bearersIn(world: World): (posting: Posting) => Bearer[] {
  const find = <T>(collection: string, id: unknown): T | undefined =>
    world.records[collection]?.[String(id)] as T | undefined;
  const parcels = Object.values(world.records.parcels ?? {}) as unknown as Parcel[];
  const orderOfList = new Map(
    parcels.filter(({ copNo }) => copNo !== '').map(({ copNo, orderNo }) => [copNo, orderNo]),
  );
  const weighed = (orderNo: string): Bearer => {
    const order = find<Order>('orders', orderNo);
    return { orderNo, weight: order ? order.goodsValue + order.freight : 0 };
  };
  return ({ refs }) => {
    const charge = find<PlatformCharge>('charges', refs.charge)?.orderNo;
    const order = refs.orderNo || charge || orderOfList.get(String(refs.copNo));
    if (order) return find('orders', order) ? [weighed(String(order))] : [];
    const several =
      find<Payout>('payouts', refs.payout)?.orders ?? find<Claim>('claims', refs.claim)?.orders ?? [];
    return several.map(weighed);
  };
}
