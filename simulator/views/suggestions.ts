import type { World } from '../kernel/index.ts';
import type { Lot, Order, Parcel, Payout } from '../trade/records.ts';
import type { Setup } from '../trade/setup.ts';

/** For a field of a move: values to choose from, and one that is a fair start. Empty where the person must know. */
export interface Suggestion {
  options?: (string | number)[];
  value?: string | number | boolean | (string | number)[];
}
export type Suggestions = Record<string, Suggestion>;

export interface Asked {
  to: string;
  definition: string;
  move: string;
}

const records = <T>(world: World, collection: string): T[] =>
  Object.values(world.records[collection] ?? {}) as unknown as T[];
const parcelsIn = (world: World, region: string, state: string): string[] =>
  Object.entries(world.machines)
    .filter(
      ([id, { value }]) => id.startsWith('parcel:') && (value as Record<string, string>)[region] === state,
    )
    .map(([id]) => id.slice('parcel:'.length));

type Suggest = (world: World, setup: Setup, subject: string) => Suggestions;

const BY_MOVE: Record<string, Suggest> = {
  '9610-export/parcel.pack': (world, setup, orderNo) => {
    const order = world.records.orders?.[orderNo] as unknown as Order | undefined;
    const goods = setup.goods.find((item) => item.id === order?.goods);
    // The scale on the packing table: what it shows is right, what is written down is the packer's business.
    const scale = order && goods ? goods.netGrams * order.pieces + goods.packGrams : undefined;
    return {
      grossGrams: scale === undefined ? {} : { options: [scale], value: scale },
      labels: { value: ['address'] },
      insured: { value: false },
    };
  },
  '9610-export/parcel.chooseRoute': () => ({ route: { options: ['summary', 'statistics'] } }),
  '9610-export/parcel.declareReturn': (_, setup) => ({ customs: { value: setup.customs.code } }),
  '9610-export/voyage.consolidate': (world) => {
    const ready = parcelsIn(world, 'clearance', 'passed').filter(
      (orderNo) => (world.records.parcels?.[orderNo] as unknown as Parcel).batch === '',
    );
    return { orders: { options: ready, value: ready } };
  },
  '9610-export/batch.dispatch': (world, _, batch) => {
    const { grossGrams } = world.records.batches?.[batch] as unknown as { grossGrams: number };
    const weighed = world.records.weighings?.[batch] as unknown as
      { off: boolean; measured: number } | undefined;
    // A truck that was turned away: what its papers say, and what the bridge showed.
    return {
      grossGrams: weighed?.off
        ? { options: [grossGrams, weighed.measured], value: weighed.measured }
        : { value: grossGrams },
    };
  },
  'customs/inspection.attendInspection': () => ({
    papers: { options: ['purchaseContract', 'invoice', 'packingList', 'productDescription'], value: [] },
  }),
  'customs/case.answerCase': () => ({
    evidence: {
      options: ['purchaseContract', 'invoice', 'authorisation', 'productDescription', 'correctedList'],
      value: [],
    },
  }),
  'supplier/market.requestQuote': (_, setup) => ({
    supplier: { options: setup.suppliers.map((supplier) => supplier.id) },
  }),
  'supplier/market.placePurchase': (_, setup) => ({
    supplier: { options: setup.suppliers.map((supplier) => supplier.id) },
  }),
  'platform/market.listGoods': (_, setup) => ({
    goods: { options: setup.goods.map((goods) => goods.id) },
    hs: {
      options: setup.goods.flatMap((goods) => [goods.hs, ...goods.decoys.map((decoy) => decoy.hs)]).sort(),
    },
    countries: { options: setup.destinations.map((destination) => destination.country) },
    ...(setup.goods[0]?.ownPrice === undefined ? {} : { price: { value: setup.goods[0].ownPrice } }),
  }),
  'tax/desk.claimRefund': (world) => ({
    orders: { options: parcelsIn(world, 'clearance', 'summarised') },
    invoices: { options: records<Lot>(world, 'lots').map((lot) => lot.id) },
  }),
  'tax/desk.declareExemption': (world) => ({ orders: { options: parcelsIn(world, 'clearance', 'stated') } }),
  'bank/desk.proveTrade': (world) => ({
    payout: { options: records<Payout>(world, 'payouts').map((payout) => payout.id) },
  }),
};

export function suggestionsFor(world: World, setup: Setup, { to, definition, move }: Asked): Suggestions {
  const suggest = BY_MOVE[`${definition}.${move}`];
  return suggest ? suggest(world, setup, to.slice(to.indexOf(':') + 1)) : {};
}
