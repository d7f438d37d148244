import type { Engine, Json, Offer, World } from '../kernel/index.ts';
import { findRisk } from '../risks/index.ts';
import type { Habit } from '../scenario.ts';
import type { Batch, Lot, Order, Parcel } from '../trade/records.ts';
import type { Goods, Setup } from '../trade/setup.ts';
import { sum } from '../trade/money.ts';

export interface Question {
  engine: Engine;
  setup: Setup;
  world: World;
  offer: Offer;
  has: (habit: Habit) => boolean;
}

type Payload = { [key: string]: Json };
type Answerer = (question: Question) => Payload | null;

const subject = ({ offer }: Question): string => offer.to.slice(offer.to.indexOf(':') + 1);
const record = <T>(world: World, collection: string, id: string): T | null => ((world.records[collection] ?? {})[id] as T | undefined) ?? null;
const all = <T>(world: World, collection: string): T[] => Object.values(world.records[collection] ?? {}) as unknown as T[];
const goodsOf = (setup: Setup, id: string): Goods => setup.goods.find((goods) => goods.id === id)!;
const lane = (world: World, orderNo: string, region: string): string =>
  (world.machines[`parcel:${orderNo}`]?.value as Record<string, string> | undefined)?.[region] ?? '';
const orderNos = (world: World): string[] => Object.keys(world.records.parcels ?? {});

/** Whether the goods came with an invoice that carries a refund, and have a rate. */
function refundable(world: World, setup: Setup, orderNo: string): boolean {
  const order = record<Order>(world, 'orders', orderNo);
  const lots = all<Lot>(world, 'lots').filter((lot) => lot.goods === order?.goods);
  return lots.some((lot) => lot.invoice.startsWith('special')) && goodsOf(setup, order!.goods).refundRate > 0;
}

const pack: Answerer = (question) => {
  const { world, setup } = question;
  const order = record<Order>(world, 'orders', subject(question))!;
  const goods = goodsOf(setup, order.goods);
  const free = sum(all<Lot>(world, 'lots').map((lot) => (lot.goods === order.goods ? lot.free : 0)));
  if (free < order.pieces) return null;
  const weight = goods.netGrams * order.pieces + goods.packGrams;
  const labels = ['address', ...(goods.flags.includes('battery') ? ['battery'] : []), ...(goods.flags.includes('food') ? ['food'] : [])];
  return { grossGrams: weight, labels, insured: true };
};

/** Every parcel that may still come along is waited for; then all go together. */
const WAITED_FOR = ['paid', 'packed', 'waybilled', 'dataSent', 'dataRefused', 'dataStored', 'routeSet', 'declared', 'reviewed', 'refused'];

const consolidate: Answerer = ({ world }) => {
  const ready = orderNos(world).filter((orderNo) => lane(world, orderNo, 'clearance') === 'passed' && record<Parcel>(world, 'parcels', orderNo)!.batch === '');
  const coming = orderNos(world).some((orderNo) => WAITED_FOR.includes(lane(world, orderNo, 'clearance')));
  return ready.length > 0 && !coming ? { orders: ready } : null;
};

/** What the reference player answers to each move that it may meet; null where it leaves it. */
const ANSWERS: Record<string, Answerer> = {
  '9610-export/parcel.pack': pack,
  '9610-export/parcel.chooseRoute': (question) => {
    const { world, setup } = question;
    if (lane(world, subject(question), 'clearance') !== 'dataStored') return null;
    if (setup.route !== 'free') return { route: setup.route };
    return { route: refundable(world, setup, subject(question)) ? 'summary' : 'statistics' };
  },
  '9610-export/voyage.consolidate': consolidate,
  '9610-export/batch.dispatch': (question) => {
    const { orders } = record<Batch>(question.world, 'batches', subject(question))!;
    return { grossGrams: sum(orders.map((orderNo) => record<Parcel>(question.world, 'parcels', orderNo)!.grossGrams)) };
  },
  '9610-export/parcel.answerReturn': () => ({ option: 'returnHome' }),
  '9610-export/parcel.declareReturn': ({ setup }) => ({ customs: setup.customs.code }),
  '9610-export/parcel.claimRelief': (question) => {
    const food = goodsOf(question.setup, record<Order>(question.world, 'orders', subject(question))!.goods).flags.includes('food');
    return food || lane(question.world, subject(question), 'tax') === 'refunded' ? null : {};
  },
  '9610-export/parcel.payImportTax': (question) => {
    const food = goodsOf(question.setup, record<Order>(question.world, 'orders', subject(question))!.goods).flags.includes('food');
    return food ? {} : null;
  },
  '9610-export/parcel.claimInsurance': (question) => (record<Parcel>(question.world, 'parcels', subject(question))!.insured ? {} : null),
  'customs/inspection.attendInspection': ({ has }) =>
    has('noInspection') ? null : { papers: ['purchaseContract', 'invoice', 'packingList', 'productDescription'] },
  'customs/inspection.treatGoods': () => ({}),
  'customs/case.answerCase': () => ({ stance: 'admit', evidence: ['purchaseContract', 'invoice', 'correctedList'] }),
  'customs/case.payFine': () => ({}),
  'risks/event.answerRisk': (question) => {
    const event = findRisk(subject(question));
    const wanted = question.has('wrongRisks') ? 'wrong' : 'best';
    const option = Object.entries(event?.options ?? {}).find(([, verdict]) => verdict === wanted)?.[0];
    return option ? { option } : null;
  },
};

/** The reference answer to an offer, or null to leave it alone. */
export function answerOffer(question: Question): Payload | null {
  return ANSWERS[`${question.offer.definition}.${question.offer.type}`]?.(question) ?? null;
}
