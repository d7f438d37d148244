import type { World } from '../../kernel/index.ts';
import { quantityAt, type GoodsBook, type GoodsPlace } from '../../trade/goods.ts';
import type { Account } from '../../trade/accounts.ts';
import { mulDiv, ppmOf } from '../../trade/money.ts';
import type { Setup } from '../../trade/setup.ts';
import { DAY } from '../../trade/time.ts';
import { fenOf } from './items.ts';
import { ACCOUNTS, isAccount } from '../../trade/accounts.ts';

/** Where money and goods stood after everything that happened at one moment. Fen at the rate of the first day. */
export interface TrackPoint {
  at: number;
  /** In the bank, yuan and foreign money. */
  cash: number;
  /** With the platform: not paid out yet. */
  platform: number;
  /** Goods at cost, on the shelf and under way. */
  goods: number;
  /** Profit so far. */
  profit: number;
  /** Sales so far. */
  sales: number;
  /** Pieces on the shelf or set aside; pieces on their way; pieces delivered. */
  shelf: number;
  underWay: number;
  delivered: number;
}

const CASH: readonly Account[] = ['bankCny', 'bankForeign'];
const PLATFORM: readonly Account[] = ['platformWallet', 'platformReserve'];
const GOODS: readonly Account[] = ['goods', 'goodsInTransit', 'goodsDispatched', 'goodsUnderInquiry'];

type Money = Pick<TrackPoint, 'cash' | 'platform' | 'goods' | 'profit' | 'sales'>;

const SHELF: readonly GoodsPlace[] = ['onHand', 'allocated', 'atSite'];
const UNDER_WAY: readonly GoodsPlace[] = ['inTransit', 'returning'];

/** One point per moment at which money or goods moved, and the present. */
export function trackOf(world: World, setup: Setup): TrackPoint[] {
  const money = moneyTrack(world, setup);
  const goods = goodsTrack(world);
  const moments = [...new Set([...money.keys(), ...goods.keys(), world.now])].sort((a, b) => a - b);
  let latest: Omit<TrackPoint, 'at'> = {
    cash: 0,
    platform: 0,
    goods: 0,
    profit: 0,
    sales: 0,
    shelf: 0,
    underWay: 0,
    delivered: 0,
  };
  return moments.map((at) => {
    latest = { ...latest, ...money.get(at), ...goods.get(at) };
    return { at, ...latest };
  });
}

function moneyTrack({ postings }: World, setup: Setup): Map<number, Money> {
  const track = new Map<number, Money>();
  let now: Money = { cash: 0, platform: 0, goods: 0, profit: 0, sales: 0 };
  for (const { at, lines } of postings) {
    now = { ...now };
    for (const { account, currency, amount } of lines) {
      if (!isAccount(account)) continue;
      const fen = fenOf(setup, currency, amount);
      if (CASH.includes(account)) now.cash += fen;
      if (PLATFORM.includes(account)) now.platform += fen;
      if (GOODS.includes(account)) now.goods += fen;
      if (account === 'sales') now.sales -= fen;
      const { kind } = ACCOUNTS[account];
      if (kind === 'revenue' || kind === 'expense') now.profit -= fen;
    }
    track.set(at, now);
  }
  return track;
}

type Pieces = Pick<TrackPoint, 'shelf' | 'underWay' | 'delivered'>;

/** Pieces by place after each move of the goods book; at the end they agree with the book itself. */
function goodsTrack(world: World): Map<number, Pieces> {
  const book = (world.records.goods?.book ?? null) as unknown as GoodsBook | null;
  const track = new Map<number, Pieces>();
  let now: Pieces = { shelf: 0, underWay: 0, delivered: 0 };
  for (const { at, from, to, quantity } of book?.moves ?? []) {
    now = { ...now };
    for (const [place, change] of [
      [from, -quantity],
      [to, quantity],
    ] as const) {
      if (SHELF.includes(place as GoodsPlace)) now.shelf += change;
      if (UNDER_WAY.includes(place as GoodsPlace)) now.underWay += change;
      if (place === 'delivered') now.delivered += change;
    }
    track.set(at, now);
  }
  return track;
}

/** What it would cost per year to borrow what lies in goods and with the platform, ppm: illustrative. */
const BORROWING_RATE = 43_500;

/** Money that lay in goods and with the platform: its average, for how long, and what borrowing it would have cost. */
export interface TiedUp {
  average: number;
  days: number;
  interest: number;
}

export function tiedUpIn(track: readonly TrackPoint[]): TiedUp {
  const [first, last] = [track[0]!, track.at(-1)!];
  const span = last.at - first.at;
  if (span <= 0) return { average: 0, days: 0, interest: 0 };
  const area = track.slice(1).reduce((total, point, index) => {
    const before = track[index]!;
    return total + mulDiv(Math.max(0, before.platform + before.goods), point.at - before.at, DAY);
  }, 0);
  return {
    average: mulDiv(area, DAY, span),
    days: Math.round(span / DAY),
    interest: mulDiv(ppmOf(area, BORROWING_RATE), 1, 365),
  };
}

/** Pieces of all goods at these places, from the book. */
export function piecesAt(world: World, setup: Setup, places: readonly GoodsPlace[]): number {
  const book = (world.records.goods?.book ?? null) as unknown as GoodsBook | null;
  if (!book) return 0;
  return setup.goods.reduce(
    (total, { id }) => total + places.reduce((part, place) => part + quantityAt(book, id, place), 0),
    0,
  );
}
