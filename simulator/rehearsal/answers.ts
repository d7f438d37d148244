import type { Engine, Json, Offer, World } from '../kernel/index.ts';
import { findRisk } from '../risks/index.ts';
import type { Habit } from '../scenario.ts';
import type { Batch, Claim, Lot, Order, Parcel, Payout } from '../trade/records.ts';
import type { Goods, Setup } from '../trade/setup.ts';
import { sum } from '../trade/money.ts';
import { dayOf, firstOfMonth } from '../trade/time.ts';

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
const record = <T>(world: World, collection: string, id: string): T | null =>
  ((world.records[collection] ?? {})[id] as T | undefined) ?? null;
const all = <T>(world: World, collection: string): T[] =>
  Object.values(world.records[collection] ?? {}) as unknown as T[];
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
  const labels = [
    'address',
    ...(goods.flags.includes('battery') ? ['battery'] : []),
    ...(goods.flags.includes('food') ? ['food'] : []),
  ];
  return { grossGrams: weight, labels, insured: true };
};

/** Every parcel that may still come along is waited for; then all go together. */
const WAITED_FOR = [
  'paid',
  'packed',
  'waybilled',
  'dataSent',
  'dataRefused',
  'dataStored',
  'routeSet',
  'declared',
  'reviewed',
  'refused',
];

const consolidate: Answerer = ({ world }) => {
  const ready = orderNos(world).filter(
    (orderNo) =>
      lane(world, orderNo, 'clearance') === 'passed' &&
      record<Parcel>(world, 'parcels', orderNo)!.batch === '',
  );
  const coming = orderNos(world).some((orderNo) => WAITED_FOR.includes(lane(world, orderNo, 'clearance')));
  return ready.length > 0 && !coming ? { orders: ready } : null;
};

/** A listing that tells the buyer what matters, at the fair price. */
const listGoods: Answerer = ({ world, setup, has }) => {
  const listed = Object.keys(world.records.listings ?? {});
  const goods = setup.goods.find((item) => !listed.includes(item.id) && stockOf(world, item.id) > 0);
  if (!goods) return null;
  const price = has('undervalue') ? Math.floor(goods.fairPrice / 2) : goods.fairPrice;
  const countries = setup.destinations
    .filter((item) => !item.bannedFlags.some((flag) => goods.flags.includes(flag as never)))
    .map((item) => item.country);
  return {
    goods: goods.id,
    hs: has('wrongCode') ? (goods.decoys[0]?.hs ?? goods.hs) : goods.hs,
    price,
    title: 'descriptive',
    contents: [
      'mainPhoto',
      'scenePhotos',
      'dimensions',
      'material',
      'usage',
      'warning',
      'video',
      'responsiblePerson',
    ],
    claims: ['testedFact'],
    countries,
  };
};

const stockOf = (world: World, goods: string): number =>
  sum(all<Lot>(world, 'lots').map((lot) => (lot.goods === goods ? lot.free : 0)));

/** The cheapest supplier whose papers and invoice serve the plan; quotes first, then one purchase. */
const wantedSupplier = (setup: Setup, goods: Goods): Setup['suppliers'][number] | null => {
  const able = setup.suppliers.filter(
    (item) => item.product === goods.id && goods.needs.every((need) => item.certificates.includes(need)),
  );
  const serves = able.filter(
    (item) => setup.route === 'statistics' || goods.refundRate === 0 || item.invoice.startsWith('special'),
  );
  return (
    (serves.length > 0 ? serves : able).toSorted(
      (a, b) => a.price + a.faulty / 1000 - (b.price + b.faulty / 1000),
    )[0] ?? null
  );
};

const goodsToBuy = (world: World, setup: Setup): Goods | null =>
  setup.goods.find(
    (item) =>
      stockOf(world, item.id) === 0 &&
      !all<{ goods: string }>(world, 'purchases').some((purchase) => purchase.goods === item.id),
  ) ?? null;

const requestQuote: Answerer = ({ world, setup }) => {
  const goods = goodsToBuy(world, setup);
  const supplier = goods && wantedSupplier(setup, goods);
  const asked = world.papers.some((paper) => paper.kind === 'quoteRequest' && paper.subject === supplier?.id);
  return supplier && !asked && !record(world, 'quotes', supplier.id) && !isWaiting(world, 'suppliers')
    ? { supplier: supplier.id }
    : null;
};

/** A letter to this office is still on its way. */
const isWaiting = (world: World, to: string): boolean => world.timers.some((timer) => timer.to === to);

const placePurchase: Answerer = ({ world, setup }) => {
  const goods = goodsToBuy(world, setup);
  const supplier = goods && wantedSupplier(setup, goods);
  if (!supplier || !record(world, 'quotes', supplier.id)) return null;
  const needed = setup.demand.orders * Math.max(1, setup.demand.maxPieces);
  return { supplier: supplier.id, pieces: Math.max(supplier.minimum, needed) };
};

interface Note {
  payout: string;
  left: number;
  state: string;
}

const noteIn = (world: World, ...states: string[]): Note | null =>
  all<Note>(world, 'creditNotes').find((note) => states.includes(note.state)) ?? null;

/** Gross and every netted item by name, for every order of the payout. */
const proveTrade: Answerer = ({ world }) => {
  const note = noteIn(world, 'awaitingProof');
  const payout = note && record<Payout>(world, 'payouts', note.payout);
  if (!payout) return null;
  const { id, orders, gross, commission, refunds, fees } = payout;
  return {
    payout: id,
    orders,
    gross,
    commission,
    refunds,
    fees,
    explanation: refunds > 0 ? 'refundOffset' : 'none',
  };
};

const settleMoney: Answerer = ({ world }) => {
  const note = noteIn(world, 'verified', 'kept');
  return note ? { payout: note.payout, amount: note.left } : null;
};

/** Summarised orders whose money is in, once their month is over; every lot behind them by its invoice. */
const claimRefund: Answerer = ({ world, setup }) => {
  const orders = taxOpen(world).filter(
    (orderNo) =>
      lane(world, orderNo, 'clearance') === 'summarised' &&
      ['credited', 'settled'].includes(lane(world, orderNo, 'money')) &&
      refundable(world, setup, orderNo) &&
      monthOver(world, orderNo),
  );
  const invoices = [
    ...new Set(
      orders.flatMap((orderNo) => record<Parcel>(world, 'parcels', orderNo)!.lots.map((part) => part.lot)),
    ),
  ];
  const arrived = invoices.every(
    (lot) => (record<{ arrived: number | null }>(world, 'invoices', lot)?.arrived ?? Infinity) <= world.now,
  );
  return orders.length > 0 && arrived ? { orders, invoices, pending: [] } : null;
};

const taxOpen = (world: World): string[] => {
  const claimed = all<Claim>(world, 'claims')
    .filter((claim) => claim.state !== 'refused')
    .flatMap((claim) => claim.orders);
  return orderNos(world).filter(
    (orderNo) =>
      lane(world, orderNo, 'tax') === 'open' &&
      !claimed.includes(orderNo) &&
      ['notShipped', 'inTransit', 'delivered', 'disputed'].includes(lane(world, orderNo, 'delivery')),
  );
};

const monthOver = (world: World, orderNo: string): boolean => {
  const closed = record<Parcel>(world, 'parcels', orderNo)?.closed;
  return typeof closed === 'number' && firstOfMonth(dayOf(world.now)) > firstOfMonth(dayOf(closed));
};

const declareExemption: Answerer = ({ world, setup }) => {
  const orders = taxOpen(world).filter(
    (orderNo) =>
      ['stated', 'summarised'].includes(lane(world, orderNo, 'clearance')) &&
      monthOver(world, orderNo) &&
      (lane(world, orderNo, 'clearance') === 'stated' || !refundable(world, setup, orderNo)),
  );
  const bare = (orderNo: string): boolean =>
    record<Parcel>(world, 'parcels', orderNo)!.lots.some(
      (part) => record<Lot>(world, 'lots', part.lot)?.invoice === 'none',
    );
  const without = orders.filter(bare);
  if (without.length > 0) return { orders: without, kind: 'exemptWithoutInvoice' };
  return orders.length > 0 ? { orders, kind: 'exemptWithInvoice' } : null;
};

const faultsOf = (question: Question): number =>
  record<{ sample: { faults: number } | null }>(question.world, 'purchases', question.offer.to)?.sample
    ?.faults ?? 0;

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
    // What the bridge at the gate showed stands: a truck that was turned away comes back with that weight declared.
    const weighed = record<{ off: boolean; measured: number }>(
      question.world,
      'weighings',
      subject(question),
    );
    if (weighed?.off) return { grossGrams: weighed.measured };
    return {
      grossGrams: sum(
        orders.map((orderNo) => record<Parcel>(question.world, 'parcels', orderNo)!.grossGrams),
      ),
    };
  },
  '9610-export/parcel.answerReturn': () => ({ option: 'returnHome' }),
  '9610-export/parcel.declareReturn': ({ setup }) => ({ customs: setup.customs.code }),
  '9610-export/parcel.claimRelief': (question) => {
    const food = goodsOf(
      question.setup,
      record<Order>(question.world, 'orders', subject(question))!.goods,
    ).flags.includes('food');
    return food || lane(question.world, subject(question), 'tax') === 'refunded' ? null : {};
  },
  '9610-export/parcel.payImportTax': (question) => {
    const food = goodsOf(
      question.setup,
      record<Order>(question.world, 'orders', subject(question))!.goods,
    ).flags.includes('food');
    return food ? {} : null;
  },
  '9610-export/parcel.claimInsurance': (question) =>
    record<Parcel>(question.world, 'parcels', subject(question))!.insured ? {} : null,
  'platform/market.listGoods': listGoods,
  'platform/dispute.representment': () => ({ evidence: ['tracking', 'signature'] }),
  'supplier/market.requestQuote': requestQuote,
  'supplier/market.placePurchase': placePurchase,
  'supplier/purchase.acceptGoods': (question) => (faultsOf(question) > 0 ? null : {}),
  'supplier/purchase.acceptWithClaim': (question) => (faultsOf(question) > 0 ? {} : null),
  'tax/desk.claimRefund': claimRefund,
  'tax/desk.declareExemption': declareExemption,
  'tax/desk.repayRefund': ({ world }) => {
    const orders = orderNos(world).filter(
      (orderNo) =>
        ['returned', 'home'].includes(lane(world, orderNo, 'delivery')) &&
        lane(world, orderNo, 'tax') === 'refunded',
    );
    return orders.length > 0 && !isWaiting(world, 'tax') ? { orders } : null;
  },
  'tax/claim.filePapers': () => ({
    papers: ['purchaseContract', 'salesRecords', 'transportPapers', 'customsPapers'],
  }),
  'tax/claim.answerQuery': () => ({
    evidence: ['purchaseContract', 'invoice', 'paymentRecord', 'waybills', 'exportLists', 'forexRecord'],
  }),
  'bank/desk.proveTrade': proveTrade,
  'bank/desk.settle': settleMoney,
  'bank/desk.explainHold': ({ world }) => {
    const note = noteIn(world, 'held');
    return note ? { payout: note.payout, evidence: ['orderRecords', 'waybills', 'platformStatement'] } : null;
  },
  'site/gate.askArrival': ({ world }) => {
    const silent = (world.machines.site?.context.silent as string[] | undefined)?.[0];
    return silent ? { batch: silent } : null;
  },
  'registration/enterprise.applyLicence': () => ({ scope: ['goodsImportExport', 'internetSales'] }),
  'registration/enterprise.fileCustoms': ({ setup }) => ({
    uscc: setup.enterprise.uscc,
    nameZh: setup.enterprise.nameZh,
    kinds: ['cbecEnterprise', 'consignor'],
  }),
  'registration/enterprise.applyEport': () => ({ verifiedBy: 'legalRepresentative' }),
  'registration/enterprise.claimForexExemption': () => ({ receipts: 0, payments: 0 }),
  'registration/enterprise.fileTax': ({ setup, world }) =>
    record<{ customsFiled: boolean }>(world, 'enterprise', 'self')?.customsFiled
      ? {
          customsCode: setup.enterprise.customsCode,
          method: setup.enterprise.kind === 'trader' ? 'exemptRefund' : 'exemptCreditRefund',
        }
      : null,
  'registration/enterprise.registerZone': ({ setup, world }) =>
    record<{ customsFiled: boolean }>(world, 'enterprise', 'self')?.customsFiled
      ? { uscc: setup.enterprise.uscc }
      : null,
  'registration/enterprise.openShop': () => ({ accountHolder: 'enterprise', responsiblePerson: true }),
  'customs/inspection.attendInspection': ({ has }) =>
    has('noInspection')
      ? null
      : { papers: ['purchaseContract', 'invoice', 'packingList', 'productDescription'] },
  'customs/inspection.treatGoods': () => ({}),
  'customs/case.answerCase': () => ({
    stance: 'admit',
    evidence: ['purchaseContract', 'invoice', 'correctedList'],
  }),
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
