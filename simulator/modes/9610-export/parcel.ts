import { note, post, put, send, type Definition, type Effect, type Scene } from '../../kernel/index.ts';
import { lawAt, receiptMessageNeeded } from '../../law/index.ts';
import {
  allocateGoods, bringToSite, deliverGoods, freeGoods, loseGoods, restockGoods, returnGoods, scrapGoods, shipGoods, takeFromSite,
  type GoodsBook, type Taken,
} from '../../trade/goods.ts'; // prettier-ignore
import { moveLines } from '../../trade/ledger.ts';
import { toFen } from '../../trade/fx.ts';
import { ppmOf, sum } from '../../trade/money.ts';
import type { Lot, Order, Parcel } from '../../trade/records.ts';
import { bookOf, keepBook } from '../../trade/stock.ts';
import { DAY, HOUR, addMonths, dayOf, firstOfMonth, instantOf } from '../../trade/time.ts';
import { goodsNamed, orderOf, parcelOf, setupOf, type Packing } from './rules.ts';
import type { ReturnOption, Route } from './vocabulary.ts';

const save = (parcel: Parcel): Effect => put('parcels', parcel.orderNo, parcel);
const patch = (scene: Scene, change: Partial<Parcel>): Effect => save({ ...parcelOf(scene), ...change });

export const newParcel = (orderNo: string): Parcel => ({
  orderNo, lots: [], netGrams: 0, grossGrams: 0, statedGrams: 0, labels: [], data: {}, logisticsNo: '', carriage: 0, insured: false,
  route: '', copNo: '', preNo: '', invtNo: '', batch: '', declaredHs: '', declaredValue: 0, released: null, departed: null,
  closed: null, delivered: null, summary: '',
}); // prettier-ignore

type GoodsVerb = typeof allocateGoods;

/** Moves the parcel's goods in the goods book; with `post`, the same cost moves in the ledger. */
function moveParcel(scene: Scene, verb: GoodsVerb): { effects: Effect[]; taken: Taken[] } {
  const { orderNo, goods, pieces } = orderOf(scene);
  const moved = verb(bookOf(scene), { product: goods, quantity: pieces, ref: orderNo, at: scene.now }) as {
    goods: GoodsBook;
    taken: Taken[];
  };
  return { effects: [keepBook(moved.goods)], taken: moved.taken };
}

const costOf = (taken: readonly Taken[]): number => sum(taken.map((part) => part.cost));

function postCost(
  scene: Scene,
  memo: string,
  from: 'goods' | 'goodsDispatched',
  to: 'goodsDispatched' | 'goods' | 'costOfSales' | 'finesAndLosses',
  cost: number,
): Effect[] {
  return cost === 0
    ? []
    : [post(memo, moveLines(from, to, 'CNY', cost), { orderNo: orderOf(scene).orderNo })];
}

/** Stock records beside the book: how many pieces of each lot are free. */
function changeFree(scene: Scene, taken: readonly Taken[], sign: 1 | -1): Effect[] {
  return taken.flatMap(({ lot: id, quantity }) => {
    const lot = scene.find<Lot>('lots', id);
    return lot ? [put('lots', id, { ...lot, free: lot.free + sign * quantity })] : [];
  });
}

function packGoods(scene: Scene): Effect[] {
  const { grossGrams, labels, insured } = scene.letter as unknown as Packing;
  const order = orderOf(scene);
  const goods = goodsNamed(scene, order.goods);
  const { effects, taken } = moveParcel(scene, allocateGoods);
  const netGrams = goods.netGrams * order.pieces;
  const lots = taken.map(({ lot, quantity }) => ({ lot, pieces: quantity }));
  return [
    ...effects,
    ...changeFree(scene, taken, -1),
    patch(scene, {
      lots,
      netGrams,
      grossGrams: netGrams + goods.packGrams,
      statedGrams: grossGrams,
      labels,
      insured,
    }),
  ];
}

function unpack(scene: Scene): Effect[] {
  const { effects, taken } = moveParcel(scene, freeGoods);
  return [...effects, ...changeFree(scene, taken, 1), patch(scene, { lots: [] })];
}

const askLabel = (scene: Scene): Effect[] => [
  send('carrier', { type: 'LABEL', orderNo: orderOf(scene).orderNo }),
];

const setRoute = (scene: Scene): Effect[] => [patch(scene, { route: scene.letter.route as Route })];

/** The list says by its statisticsFlag how it will be finished; what it says holds. */
const takeRouteFromList = (scene: Scene): Effect[] => [
  patch(scene, { route: scene.letter.flag === 'A' ? 'statistics' : 'summary' }),
];

const movesTo =
  (verb: GoodsVerb) =>
  (scene: Scene): Effect[] =>
    moveParcel(scene, verb).effects;

function shipped(scene: Scene): Effect[] {
  const { effects, taken } = moveParcel(scene, shipGoods);
  return [
    ...effects,
    ...postCost(scene, 'goodsShipped', 'goods', 'goodsDispatched', costOf(taken)),
    patch(scene, { departed: scene.now }),
  ];
}

function delivered(scene: Scene): Effect[] {
  const { effects, taken } = moveParcel(scene, deliverGoods);
  return [
    ...effects,
    ...postCost(scene, 'goodsDelivered', 'goodsDispatched', 'costOfSales', costOf(taken)),
    patch(scene, { delivered: scene.now }),
    send('platform', { type: 'DELIVERED', orderNo: orderOf(scene).orderNo }),
  ];
}

/** Lost on the way, or given up to customs: the cost is a loss, wherever the goods stood in the books. */
function lost(scene: Scene): Effect[] {
  const { departed, orderNo } = parcelOf(scene);
  if (departed === null)
    return [note('goodsForfeited', { orderNo }, ['customs-penalty-regulation#supervision'])];
  const { effects, taken } = moveParcel(scene, loseGoods);
  return [
    ...effects,
    ...postCost(scene, 'goodsLost', 'goodsDispatched', 'finesAndLosses', costOf(taken)),
    send('platform', { type: 'LOST', orderNo }),
  ];
}

const stampReleased = (scene: Scene): Effect[] => [patch(scene, { released: scene.now })];

function stampClosed(scene: Scene): Effect[] {
  const { route } = parcelOf(scene);
  const nextMonth = instantOf(addMonths(firstOfMonth(dayOf(scene.now)), 1), 9);
  const counted =
    route === 'statistics' ? [send(scene.self, { type: 'MONTH_COUNTED' }, nextMonth - scene.now)] : [];
  return [patch(scene, { closed: scene.now }), ...counted];
}

function withdrawList(scene: Scene): Effect[] {
  const { copNo, orderNo, batch } = parcelOf(scene);
  return [
    send(`list:${copNo}@${agentOf(scene)}`, { type: 'WITHDRAWN' }),
    send('carrier', { type: 'STOP', orderNo }),
    patch(scene, { batch: '' }),
    note('goodsWithdrawn', { orderNo, batch }, ['customs-law#not-shipped']),
  ];
}

const agentOf = (scene: Scene): string => setupOf(scene).enterprise.customsCode;

const noteSummary = (scene: Scene): Effect[] => [patch(scene, { summary: scene.letter.entryId as string })];

// ---- returns

const noteReturn = (scene: Scene): Effect[] => [
  note('returnAsked', { orderNo: orderOf(scene).orderNo, reason: String(scene.letter.reason ?? '') }, [
    'gacc-2020-44#one-year',
  ]),
];

const tellPlatform = (scene: Scene): Effect[] => [
  send('platform', {
    type: 'RETURN_DECIDED',
    orderNo: orderOf(scene).orderNo,
    option: scene.letter.option as ReturnOption,
  }),
];

const sendHome = (scene: Scene): Effect[] => [
  ...movesTo(returnGoods)(scene),
  send('carrier', { type: 'TAKE_BACK', orderNo: orderOf(scene).orderNo }),
];

const scrap = (scene: Scene): Effect[] => {
  const back = moveParcel(scene, returnGoods);
  const goods = (back.effects[0] as { value: unknown }).value as GoodsBook;
  const { goods: product, pieces, orderNo } = orderOf(scene);
  return [keepBook(scrapGoods(goods, { product, quantity: pieces, ref: orderNo, at: scene.now }).goods)];
};

const checkReturn = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'RETURN_PASSED' }, scene.between('return-time', 4 * HOUR, 2 * DAY)),
];

function restock(scene: Scene): Effect[] {
  const { effects, taken } = moveParcel(scene, restockGoods);
  const cost = costOf(taken);
  const back =
    cost === 0
      ? []
      : [
          post('goodsReturned', moveLines('costOfSales', 'goods', 'CNY', cost), {
            orderNo: orderOf(scene).orderNo,
          }),
        ];
  return [...effects, ...changeFree(scene, taken, 1), ...back];
}

const noteRelief = (scene: Scene): Effect[] => [
  note('reliefGranted', { orderNo: orderOf(scene).orderNo }, ['mof-gacc-sta-2026-16#six-months']),
];

/** Without relief the goods come in like any import: VAT on their value (duty left out where the setup knows none). */
function postImportTax(scene: Scene): Effect[] {
  const order: Order = orderOf(scene);
  const value = toFen(order.goodsValue, order.currency, setupOf(scene).rates.USD ?? 0);
  const tax = ppmOf(value, goodsNamed(scene, order.goods).vatRate);
  return tax === 0
    ? []
    : [post('returnTaxed', moveLines('bankCny', 'returnsHandling', 'CNY', tax), { orderNo: order.orderNo })];
}

function postInsurance(scene: Scene): Effect[] {
  const order = orderOf(scene);
  const value = toFen(order.goodsValue, order.currency, setupOf(scene).rates.USD ?? 0);
  return [
    post('insurancePaid', moveLines('otherIncome', 'bankCny', 'CNY', value), { orderNo: order.orderNo }),
  ];
}

export const parcelEffects: Definition['effects'] = {
  packGoods, unpack, askLabel, setRoute, takeRouteFromList, stampReleased, stampClosed, withdrawList, noteSummary, noteReturn,
  tellPlatform, sendHome, checkReturn, restock, noteRelief, postImportTax, postInsurance,
  bringToSite: movesTo(bringToSite),
  takeFromSite: movesTo(takeFromSite),
  shipGoods: shipped,
  deliverGoods: delivered,
  loseGoods: lost,
  scrapGoods: scrap,
}; // prettier-ignore

/** Whether order and waybill (and, by the law of the day, the receipt of payment) are all stored. */
export function dataComplete(scene: Scene, { data }: Parcel): boolean {
  const needed = receiptMessageNeeded(lawAt(scene.policyDay)) ? ['303', '403', '505'] : ['303', '505'];
  return needed.every((message) => data[message] === '120');
}
