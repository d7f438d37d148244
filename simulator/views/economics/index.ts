import type { Entry, World } from '../../kernel/index.ts';
import { findRisk } from '../../risks/index.ts';
import { sum } from '../../trade/money.ts';
import type { Order } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { PROFIT_KINDS, profitItems, type ProfitItem, type ProfitKind } from './items.ts';
import { tiedUpIn, trackOf, type TiedUp, type TrackPoint } from './track.ts';
import { waitsOf, type Waits } from './waits.ts';

export { PROFIT_KINDS, type ProfitItem, type ProfitKind } from './items.ts';
export type { TiedUp, TrackPoint } from './track.ts';
export type { OfficeWait, Span, Waits } from './waits.ts';

export type ByKind = Record<ProfitKind, number>;

/** What one order earned, fen by kind; `profit` is their sum. */
export interface OrderEconomics {
  orderNo: string;
  pieces: number;
  country: string;
  ordered: number;
  cancelled: boolean;
  byKind: ByKind;
  profit: number;
}

/** Everything of one cause: the postings under one memo, and the rules that were named when they were made. */
export interface Cause {
  memo: string;
  /** The risk event behind it, or ''. */
  risk: string;
  kind: ProfitKind;
  fen: number;
  times: number;
  cites: string[];
  /** Journal entries that show it, at most a few. */
  entries: number[];
}

export interface Economics {
  /** Fen; gains positive, costs negative. */
  total: ByKind;
  profit: number;
  /** Profit per sales in ppm; null without sales. */
  margin: number | null;
  orders: OrderEconomics[];
  /** What no single order bears. */
  common: ByKind;
  causes: Cause[];
  track: TrackPoint[];
  tiedUp: TiedUp;
  waits: Waits;
  /** Refund that has been paid into the bank, fen; it is money, and no profit. */
  refundPaid: number;
}

const byKind = (items: readonly { kind: ProfitKind; fen: number }[]): ByKind => {
  const sums = Object.fromEntries(PROFIT_KINDS.map((kind) => [kind, 0])) as ByKind;
  for (const { kind, fen } of items) sums[kind] += fen;
  return sums;
};

/** What a run earned, where it went, and why. All of it is read off the ledger and the journal; only the interest on what was tied up is an estimate. */
export function economicsOf(world: World, setup: Setup, entries: readonly Entry[]): Economics {
  const items = profitItems(world, setup);
  const total = byKind(items);
  const profit = sum(items.map(({ fen }) => fen));
  const orders = Object.values(world.records.orders ?? {}) as unknown as Order[];
  const track = trackOf(world, setup);
  return {
    total,
    profit,
    margin: total.revenue > 0 ? Math.round((profit * 1_000_000) / total.revenue) : null,
    orders: orders.map((order) => orderEconomics(order, items)),
    common: byKind(items.filter((item) => item.orders.length === 0)),
    causes: causesOf(items, entries),
    track,
    tiedUp: tiedUpIn(track),
    waits: waitsOf(world, entries),
    refundPaid: sum(
      world.postings
        .filter(({ memo }) => memo === 'refundPaid')
        .flatMap(({ lines }) => lines.map(({ account, amount }) => (account === 'bankCny' ? amount : 0))),
    ),
  };
}

function orderEconomics(
  { orderNo, pieces, country, ordered, cancelled }: Order,
  items: readonly ProfitItem[],
): OrderEconomics {
  const own = items.flatMap(({ kind, orders }) => {
    const share = orders.find((bearer) => bearer.orderNo === orderNo);
    return share ? [{ kind, fen: share.fen }] : [];
  });
  return {
    orderNo,
    pieces,
    country,
    ordered,
    cancelled,
    byKind: byKind(own),
    profit: sum(own.map(({ fen }) => fen)),
  };
}

/** What stands behind postings whose makers name no rule at the moment of posting. */
const GROUNDS: Record<string, string> = {
  carriage: 'dryport-model#prices',
  premium: 'dryport-model#prices',
  returnCarriage: 'dryport-model#prices',
  qualificationFee: 'dryport-model#prices',
  'platform.listing': 'dryport-model#prices',
  'platform.lateShipment': 'dryport-model#handling-two-days',
  'platform.delivered': 'practice#payout-cycle',
  goodsLost: 'practice#lost-parcel',
  exchangeDifference: 'dryport-model#fx-path',
};

/** Journal entries shown for one cause. */
const SHOWN = 3;

function causesOf(items: readonly ProfitItem[], entries: readonly Entry[]): Cause[] {
  const told = tellingsOf(entries);
  const causes = new Map<string, Cause & { postings: Set<number> }>();
  for (const { memo, risk, kind, fen, posting } of items) {
    const key = `${memo} ${risk} ${kind}`;
    const cause = causes.get(key) ?? {
      memo,
      risk,
      kind,
      fen: 0,
      times: 0,
      cites: [],
      entries: [],
      postings: new Set<number>(),
    };
    causes.set(key, cause);
    cause.fen += fen;
    cause.postings.add(posting);
    const telling = told.get(posting);
    if (!telling) continue;
    cause.cites = [...new Set([...cause.cites, ...telling.cites])];
    if (cause.entries.length < SHOWN && !cause.entries.includes(telling.seq)) cause.entries.push(telling.seq);
  }
  return [...causes.values()]
    .map(({ postings, ...cause }) => ({ ...cause, times: postings.size, cites: groundsOf(cause) }))
    .sort((a, b) => a.fen - b.fen);
}

function groundsOf({ memo, risk, cites }: Cause): string[] {
  const event = findRisk(risk);
  if (event) return [...new Set([...event.cites, 'dryport-model#risk-odds'])];
  return cites.length > 0 || GROUNDS[memo] === undefined ? cites : [GROUNDS[memo]];
}

/** Posting → the entry in which it was made, and the rules that its maker named in the same moment. */
function tellingsOf(entries: readonly Entry[]): Map<number, { seq: number; cites: string[] }> {
  const told = new Map<number, { seq: number; cites: string[] }>();
  for (const { seq, happened } of entries) {
    for (const item of happened) {
      if (item.kind !== 'posting') continue;
      const beside = happened.flatMap((other) =>
        other.kind === 'note' && other.machine === item.machine && other.at === item.at ? other.cites : [],
      );
      told.set(item.index, { seq, cites: [...new Set(beside)] });
    }
  }
  return told;
}
