import { offersFor, statePaths, type Engine, type Finding, type Json, type World } from '../kernel/index.ts';
import { quantityAt, GOODS_PLACES, type GoodsBook } from '../trade/goods.ts';
import type { Batch, Claim, Credit, Listing, Lot, Order, Parcel, Payout, Quote } from '../trade/records.ts';
import type { Setup } from '../trade/setup.ts';
import { formOf, type FormField } from './form.ts';
import { suggestionsFor, type Suggestions } from './suggestions.ts';

/** Something the seat can do now: the form for it, and what the world suggests for its fields. */
export interface OfferView {
  to: string;
  definition: string;
  move: string;
  /** What the machine is about: an order, a batch, a goods id … */
  subject: string;
  cites: string[];
  fields: FormField[];
  suggestions: Suggestions;
}

export interface PaperHead {
  id: string;
  at: number;
  kind: string;
  from: string;
  to: string;
  subject: string;
  status: string;
  hasMessage: boolean;
  findings: Finding[];
}

export interface OrderView extends Order {
  clearance: string;
  delivery: string;
  money: string;
  tax: string;
  parcel: Parcel | null;
}

/** All that the trainee's seat may see of a run; codes and numbers only, the words are the reader's. */
export interface DeskView {
  now: number;
  policyDay: number;
  endsOn: string;
  ended: World['ended'];
  /** Something is still going to happen by itself. */
  waiting: boolean;
  offers: OfferView[];
  orders: OrderView[];
  goods: { id: string; hs: string; places: Record<string, number>; free: number; listing: Listing | null }[];
  lots: Lot[];
  quotes: Quote[];
  batches: (Batch & { state: string })[];
  papers: PaperHead[];
  payouts: Payout[];
  claims: Claim[];
  risks: { id: string; state: string; record: Json }[];
  credit: { customs: Credit | null; zone: Credit | null };
  tracking: Record<string, Json>;
  machines: { id: string; definition: string; state: string; done: boolean; since: number }[];
}

const records = <T>(world: World, collection: string): T[] =>
  Object.values(world.records[collection] ?? {}) as unknown as T[];

const regionsOf = (world: World, id: string): Record<string, string> => {
  const value = world.machines[id]?.value;
  return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
};

/** What a machine is about, from its id: `parcel:HM0001` → `HM0001`. */
const subjectOf = (id: string): string => id.slice(id.indexOf(':') + 1);

export function offersView(engine: Engine, world: World, seat: string): OfferView[] {
  return offersFor(engine, world, seat).map(({ to, definition, type, cites }) => ({
    to,
    definition,
    move: type,
    subject: to.includes(':') ? subjectOf(to) : '',
    cites,
    fields: formOf(engine.definitions.get(definition)!.moves[type]!),
    suggestions: suggestionsFor(world, engine.setup as Setup, { to, definition, move: type }),
  }));
}

function paperHeads(world: World, seat: string): PaperHead[] {
  return world.papers
    .filter((paper) => paper.from === seat || paper.to === seat)
    .map(({ id, at, kind, from, to, subject, body }) => {
      const { status, message, findings } = (body ?? {}) as {
        status?: string;
        message?: Json;
        findings?: Finding[];
      };
      return {
        id,
        at,
        kind,
        from,
        to,
        subject,
        status: status ?? '',
        hasMessage: message !== undefined,
        findings: findings ?? [],
      };
    });
}

/** The desk of one seat. Other parties' stores (customs' doubts, dice, timers) are not in it. */
export function deskView(engine: Engine, world: World, seat = 'exporter'): DeskView {
  const setup = engine.setup as Setup;
  const book = (world.records.goods?.book ?? null) as unknown as GoodsBook | null;
  const credit = (world.records.credit ?? {}) as unknown as Record<string, Credit>;
  return {
    now: world.now,
    policyDay: world.run.policyDay,
    endsOn: setup.endsOn,
    ended: world.ended,
    waiting: world.timers.length > 0 && !world.ended,
    offers: offersView(engine, world, seat),
    orders: records<Order>(world, 'orders').map((order) => {
      const regions = regionsOf(world, `parcel:${order.orderNo}`);
      return {
        ...order,
        clearance: regions.clearance ?? '',
        delivery: regions.delivery ?? '',
        money: regions.money ?? '',
        tax: regions.tax ?? '',
        parcel: (world.records.parcels?.[order.orderNo] ?? null) as unknown as Parcel | null,
      };
    }),
    goods: setup.goods.map((goods) => ({
      id: goods.id,
      hs: (world.records.listings?.[goods.id] as unknown as Listing | undefined)?.hs ?? '',
      places: Object.fromEntries(
        GOODS_PLACES.map((place) => [place, book ? quantityAt(book, goods.id, place) : 0]),
      ),
      free: records<Lot>(world, 'lots').reduce(
        (sum, lot) => sum + (lot.goods === goods.id ? lot.free : 0),
        0,
      ),
      listing: (world.records.listings?.[goods.id] ?? null) as unknown as Listing | null,
    })),
    lots: records<Lot>(world, 'lots'),
    quotes: records<Quote>(world, 'quotes'),
    batches: records<Batch>(world, 'batches').map((batch) => ({
      ...batch,
      state: String(world.machines[`batch:${batch.id}`]?.value ?? ''),
    })),
    papers: paperHeads(world, seat),
    payouts: records<Payout>(world, 'payouts'),
    claims: records<Claim>(world, 'claims'),
    risks: Object.entries(world.records.risks ?? {}).map(([id, record]) => ({
      id,
      state: String(world.machines[`risk:${id}`]?.value ?? ''),
      record,
    })),
    credit: { customs: credit.customs ?? null, zone: credit.zone ?? null },
    tracking: world.records.tracking ?? {},
    machines: Object.entries(world.machines).map(([id, { definition, value, done, since }]) => ({
      id,
      definition,
      state: statePaths(value).at(-1) ?? '',
      done,
      since,
    })),
  };
}
