import { define, note, put, send, start, type Effect, type Scene } from '../../kernel/index.ts';
import { fromFen } from '../../trade/fx.ts';
import { rateOf } from '../../trade/rates.ts';
import type { Dispute, Listing, Lot } from '../../trade/records.ts';
import { splitInvoice } from '../../trade/invoice.ts';
import { marketChart } from './charts.ts';
import { contentScore } from './content.ts';
import { bannedFlag, findGoods, marketMoves, type ListingForm } from './rules.ts';
import { charge, refundSale } from './sales.ts';
import { LISTING_FEE } from './terms.ts';

const orderNoOf = (scene: Scene): string => String(scene.letter.orderNo ?? '');

/** Puts the goods into the window; what is unwise but allowed is said as a note. */
function openListing(scene: Scene): Effect[] {
  const form = scene.letter as unknown as ListingForm;
  const { goods, hs, price, countries } = form;
  const score = contentScore(form);
  const record: Listing = { goods, hs, price, live: true, contentScore: score };
  return [
    put('listings', goods, record),
    ...charge(scene, 'listing', '', LISTING_FEE),
    note('listed', { goods, hs, price, score, fee: LISTING_FEE }, ['e-commerce-law#platform-duty']),
    ...warnings(scene, form),
    start(`listing:${goods}`, 'platform/listing', { goods, countries: [...new Set(countries)] }),
  ];
}

function warnings(scene: Scene, { goods: id, price, countries }: ListingForm): Effect[] {
  const goods = findGoods(scene, id)!;
  const cost = dearestCost(scene, id);
  const banned = [...new Set(countries)].flatMap((country) => {
    const flag = bannedFlag(scene, goods, country);
    return flag ? [note('destinationBans', { goods: id, country, flag }, ['practice#overseas-label'])] : [];
  });
  return cost > price
    ? [...banned, note('priceBelowCost', { goods: id, price, cost }, ['dryport-model#prices'])]
    : banned;
}

/** Net purchase price of the dearest lot, in cents at today's rate. */
function dearestCost(scene: Scene, goods: string): number {
  const costs = scene
    .all<Lot>('lots')
    .flatMap(([, lot]) => (lot.goods === goods ? [splitInvoice(lot.price, lot.invoice).net] : []));
  return fromFen(Math.max(0, ...costs), 'USD', rateOf(scene, 'USD'));
}

const forward = (scene: Scene, to: string): Effect[] =>
  scene.stateOf(to) === null ? [] : [send(to, scene.letter)];

const toOrder = (scene: Scene): Effect[] => forward(scene, `order:${orderNoOf(scene)}`);
const toDispute = (scene: Scene): Effect[] => forward(scene, `dispute:${orderNoOf(scene)}`);

/** Whoever pays back a sale that the card bank has already taken pays twice: the platform does not let that happen. */
function refundBuyer(scene: Scene): Effect[] {
  const orderNo = orderNoOf(scene);
  const dispute = scene.find<Dispute>('disputes', orderNo);
  const open = dispute?.outcome === '';
  if (open && dispute.kind === 'chargeback') {
    return [note('refundWouldBeDouble', { orderNo }, ['practice#overpayment'])];
  }
  return [
    ...refundSale(scene, orderNo, { wanted: Number(scene.letter.amount ?? 0) }),
    ...(open ? [send(`dispute:${orderNo}`, { type: 'BUYER_REFUNDED', orderNo })] : []),
  ];
}

const FROZEN = ['practice#frozen-shop'];
const freeze = (scene: Scene): Effect[] => [
  ...forward(scene, 'payouts'),
  note('shopFrozen', { reason: String(scene.letter.reason ?? '') }, FROZEN),
];
const unfreeze = (scene: Scene): Effect[] => [...forward(scene, 'payouts'), note('shopUnfrozen', {}, FROZEN)];

export const market = define('platform/market', marketChart, {
  moves: marketMoves,
  effects: { openListing, toOrder, toDispute, refundBuyer, freeze, unfreeze },
});
