import { define, file, keep, note, put, send, start, type Effect, type Scene } from '../../kernel/index.ts';
import { fromFen } from '../../trade/fx.ts';
import { mulDiv, PPM, sum } from '../../trade/money.ts';
import { rateOf } from '../../trade/rates.ts';
import type { Listing, Order } from '../../trade/records.ts';
import type { Destination, Goods, Setup } from '../../trade/setup.ts';
import { wireDate } from '../../trade/time-format.ts';
import { listingChart } from './charts.ts';
import { destinationAt, expectedOrders, ordersFor, visitSpan } from './demand.ts';
import { findGoods, listingMoves, sellable } from './rules.ts';
import { shipByOf } from './order.ts';

const setup = (scene: Scene): Setup => scene.setup as Setup;
const goodsOf = (scene: Scene): Goods => findGoods(scene, String(scene.context.goods))!;
const own = (scene: Scene): Listing => scene.get<Listing>('listings', String(scene.context.goods));

/** Whether anybody has ordered these goods yet. */
const hasSold = (scene: Scene, goods: string): boolean =>
  scene.all<Order>('orders').some(([, order]) => order.goods === goods);

/**
 * The n-th visit falls somewhere in the n-th span since the listing opened. After the last one demand is spent, unless
 * nobody has bought yet: a trainee who listed too dear or too thin can still mend it.
 */
function expectVisit(scene: Scene, number: number, opened: number, sold: boolean): Effect[] {
  const goods = String(scene.context.goods);
  if (sold && number > ordersFor(setup(scene), goods)) return [];
  const span = visitSpan(setup(scene), goods);
  const at = opened + (number - 1) * span + scene.between(`visits:${goods}`, 1, span);
  return [send(scene.self, { type: 'VISIT', number }, Math.max(1, at - scene.now))];
}

const expectVisits = (scene: Scene): Effect[] => [
  keep({ opened: scene.now }),
  ...expectVisit(scene, 1, scene.now, false),
];

const nextVisit = (scene: Scene, sold: boolean): Effect[] =>
  expectVisit(scene, Number(scene.letter.number) + 1, Number(scene.context.opened), sold);

const missVisit = (scene: Scene): Effect[] => nextVisit(scene, hasSold(scene, String(scene.context.goods)));

/**
 * One visit stands for one order at the fair price and on a full page; a better offer brings more, a worse one fewer.
 * While nothing has been sold, a visit without a buyer says what the offer looked like beside others.
 */
function serveVisit(scene: Scene): Effect[] {
  if (scene.stateOf('platform') === 'frozen') return missVisit(scene);
  const goods = goodsOf(scene);
  const { price, contentScore } = own(scene);
  const expected = expectedOrders(price, goods.fairPrice, setup(scene).demand.elasticity, contentScore);
  const whole = mulDiv(expected, 1, PPM, 'down');
  const first = scene.next('buyer');
  const buyers = whole + (scene.chance(`buyer:${first}`, expected - whole * PPM) ? 1 : 0);
  const stocked = sellable(scene, goods.id);
  let left = stocked;
  const effects: Effect[] = [];
  for (let index = 0; index < buyers; index++) {
    const { pieces, bought } = buy(scene, goods, index === 0 ? first : scene.next('buyer'), left);
    left -= pieces;
    effects.push(...bought);
  }
  const soldBefore = hasSold(scene, goods.id);
  if (buyers === 0 && !soldBefore) {
    const offer = { goods: goods.id, price, fair: goods.fairPrice, content: contentScore };
    effects.push(note('noBuyer', offer, ['dryport-model#prices']));
  }
  return [...effects, ...nextVisit(scene, soldBefore || left < stocked)];
}

function buy(scene: Scene, goods: Goods, number: number, left: number): { pieces: number; bought: Effect[] } {
  const { destinations, demand } = setup(scene);
  const stream = `buyer:${number}`;
  const shares = sum(destinations.map(({ share }) => share));
  const destination = destinationAt(destinations, scene.between(stream, 1, Math.max(1, shares)));
  const pieces = scene.between(stream, 1, Math.max(1, demand.maxPieces));
  const { country } = destination;
  if (!(scene.context.countries as string[]).includes(country)) {
    return {
      pieces: 0,
      bought: [note('buyerElsewhere', { goods: goods.id, country }, ['e-commerce-law#platform-duty'])],
    };
  }
  if (pieces > left) {
    return {
      pieces: 0,
      bought: [note('soldOut', { goods: goods.id, pieces, left }, ['practice#supplier-check'])],
    };
  }
  const order = orderFor(scene, { goods, destination, pieces, buyer: `B${String(number).padStart(4, '0')}` });
  return { pieces, bought: placeOrder(scene, order) };
}

interface Choice {
  goods: Goods;
  destination: Destination;
  pieces: number;
  buyer: string;
}

/** An order as the platform writes it; the buyer pays the freight that the line costs, at today's rate. */
function orderFor(scene: Scene, { goods, destination, pieces, buyer }: Choice): Order {
  const unitPrice = own(scene).price;
  const hundreds = mulDiv(goods.netGrams * pieces + goods.packGrams, 1, 100, 'up');
  return {
    orderNo: nextOrderNo(scene),
    buyer,
    goods: goods.id,
    pieces,
    country: destination.country,
    currency: 'USD',
    unitPrice,
    goodsValue: unitPrice * pieces,
    freight: fromFen(hundreds * destination.freightPer100g, 'USD', rateOf(scene, 'USD')),
    ordered: scene.now,
    paid: null,
    shipBy: shipByOf(scene.now),
    cancelled: false,
  };
}

export const nextOrderNo = (scene: Scene): string =>
  `DP${wireDate(scene.now)}${String(scene.next('order')).padStart(4, '0')}`;

/** Record first, then the letter, then the machine that waits for the payment. */
export function placeOrder(scene: Scene, order: Order): Effect[] {
  const { orderNo } = order;
  return [
    put('orders', orderNo, order),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'platformOrder',
      from: 'platform',
      to: 'exporter',
      subject: orderNo,
      body: { ...order },
    }),
    send('voyage', { type: 'ORDERED', orderNo }),
    start(`order:${orderNo}`, 'platform/order', { orderNo }),
  ];
}

function setPrice(scene: Scene): Effect[] {
  const price = Number(scene.letter.price);
  const before = own(scene).price;
  return [
    put('listings', String(scene.context.goods), { ...own(scene), price }),
    note('priceChanged', { goods: String(scene.context.goods), before, price }, ['dryport-model#prices']),
  ];
}

const goLive =
  (live: boolean) =>
  (scene: Scene): Effect[] => [
    put('listings', String(scene.context.goods), { ...own(scene), live }),
    note(live ? 'listingResumed' : 'listingPaused', { goods: String(scene.context.goods) }, [
      'e-commerce-law#platform-duty',
    ]),
  ];

export const listing = define('platform/listing', listingChart, {
  moves: listingMoves,
  effects: {
    expectVisits,
    serveVisit,
    missVisit,
    setPrice,
    goOffline: goLive(false),
    goOnline: goLive(true),
  },
});
