import { allocateGoods, bringToSite, shipGoods, type GoodsBook } from '../../simulator/trade/goods.ts';
import type { Json } from '../../simulator/kernel/index.ts';
import type { Batch, CustomsDocument, Order, Parcel } from '../../simulator/trade/records.ts';
import type { Play } from './trade.ts';

/** What the mode would have written by now: orders that were paid and packed, batches that were made up. */
export interface Given {
  orders?: Partial<Order>[];
  parcels?: Partial<Parcel>[];
  batches?: Partial<Batch>[];
  documents?: Partial<CustomsDocument>[];
  records?: Record<string, Record<string, Json>>;
  /** Where the goods of the parcels are, when they come out of lot S1. */
  goodsAt?: 'allocated' | 'atSite' | 'inTransit';
}

export const anOrder = (changes: Partial<Order> = {}): Order => ({
  orderNo: 'O1',
  buyer: 'B1',
  goods: 'basket',
  pieces: 1,
  country: '502',
  currency: 'USD',
  unitPrice: 2_499,
  goodsValue: 2_499,
  freight: 0,
  ordered: 0,
  paid: 0,
  shipBy: 0,
  cancelled: false,
  ...changes,
});

export const aParcel = (changes: Partial<Parcel> = {}): Parcel => ({
  orderNo: 'O1',
  lots: [{ lot: 'S1', pieces: 1 }],
  netGrams: 400,
  grossGrams: 480,
  statedGrams: 480,
  labels: [],
  data: {},
  logisticsNo: '',
  carriage: 0,
  insured: false,
  route: 'summary',
  copNo: 'C1',
  preNo: '',
  invtNo: '',
  batch: '1',
  declaredHs: '4602110000',
  declaredValue: 2_499,
  released: null,
  departed: null,
  closed: null,
  delivered: null,
  summary: '',
  ...changes,
});

export const aBatch = (changes: Partial<Batch> = {}): Batch => ({
  id: '1',
  billNo: '999-12345675',
  orders: ['O1'],
  plate: '湘C00001',
  voyage: 'XT901',
  grossGrams: 480,
  dispatched: null,
  arrived: null,
  departed: null,
  ...changes,
});

export const aList = (changes: Partial<CustomsDocument> = {}): CustomsDocument => {
  const head = {
    copNo: 'C1',
    orderNo: 'O1',
    logisticsNo: 'LX1',
    trafMode: '5',
    statisticsFlag: 'B',
    ...changes.head,
  };
  return {
    message: '603',
    guid: '',
    appTime: '20261103090000',
    status: '399',
    list: [{ gnum: '1', gname: '竹编篮', unit: '007', gcode: '4602110000' }],
    preNo: '',
    invtNo: '',
    from: 'exporter',
    ...changes,
    key: changes.key ?? `603:${head.copNo}`,
    head,
  };
};

const byKey = <T>(items: readonly T[], key: (item: T) => string): Record<string, Json> =>
  Object.fromEntries(items.map((item) => [key(item), item as unknown as Json]));

/** Writes records as the mode would have, before the play begins. */
export function given(
  play: Play,
  { orders = [], parcels = [], batches = [], documents = [], records = {}, goodsAt }: Given,
): Play {
  const all = { ...play.world.records };
  const add = (collection: string, items: Record<string, Json>): void => {
    all[collection] = { ...all[collection], ...items };
  };
  const made = orders.map(anOrder);
  const packed = parcels.map(aParcel);
  add(
    'orders',
    byKey(made, (item) => item.orderNo),
  );
  add(
    'parcels',
    byKey(packed, (item) => item.orderNo),
  );
  add(
    'batches',
    byKey(batches.map(aBatch), (item) => item.id),
  );
  add(
    'customsDocuments',
    byKey(documents.map(aList), (item) => item.key),
  );
  for (const [collection, items] of Object.entries(records)) add(collection, items);
  if (goodsAt)
    add('goods', { book: bookAt(all.goods?.book as unknown as GoodsBook, made, goodsAt) as unknown as Json });
  play.world = { ...play.world, records: all };
  return play;
}

const STEPS = [allocateGoods, bringToSite, shipGoods];
const PLACES = ['allocated', 'atSite', 'inTransit'];

function bookAt(book: GoodsBook, orders: readonly Order[], place: string): GoodsBook {
  let goods = book;
  for (const { orderNo, goods: product, pieces } of orders) {
    for (const step of STEPS.slice(0, PLACES.indexOf(place) + 1)) {
      goods = step(goods, { product, quantity: pieces, ref: orderNo, at: 0 }).goods;
    }
  }
  return goods;
}
