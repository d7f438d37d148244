import { rule, type Scene } from '../../kernel/index.ts';
import {
  judgeReturnEntry,
  judgeReturnRelief,
  judgeStatisticsRoute,
  lawAt,
  cancelDeadline,
} from '../../law/index.ts';
import { toFen } from '../../trade/fx.ts';
import type { Batch, CustomsDocument, Lot, Order, Parcel } from '../../trade/records.ts';
import type { Destination, Goods, Setup } from '../../trade/setup.ts';
import { freePieces } from '../../trade/stock.ts';
import { dayOf, instantOf } from '../../trade/time.ts';
import { LABELS, type Label, type ReturnOption, type Route } from './vocabulary.ts';

export const setupOf = (scene: Scene): Setup => scene.setup as Setup;
export const orderOf = (scene: Scene): Order => scene.get<Order>('orders', scene.context.orderNo as string);
export const parcelOf = (scene: Scene): Parcel =>
  scene.get<Parcel>('parcels', scene.context.orderNo as string);
export const goodsNamed = (scene: Scene, id: string): Goods =>
  setupOf(scene).goods.find((goods) => goods.id === id)!;
export const destinationOf = (scene: Scene, country: string): Destination | null =>
  setupOf(scene).destinations.find((item) => item.country === country) ?? null;

export interface Packing {
  grossGrams: number;
  labels: Label[];
  insured: boolean;
}

export const stockSuffices = rule<Packing>('stockTooLow', ['practice'], (scene) => {
  const { goods, pieces } = orderOf(scene);
  const have = freePieces(scene, goods);
  return have >= pieces ? null : { goods, have, need: pieces };
});

/** A parcel weighs more than the goods in it, and not twice as much as goods and packing together. */
export const weightPlausible = rule<Packing>(
  'weightImplausible',
  ['gacc-2018-194#truthful-data'],
  (scene, { grossGrams }) => {
    const { goods: id, pieces } = orderOf(scene);
    const goods = goodsNamed(scene, id);
    const net = goods.netGrams * pieces;
    const likely = net + goods.packGrams;
    return grossGrams > net && grossGrams <= likely * 2
      ? null
      : { weight: grossGrams, net, likely, at: 'grossGrams' };
  },
);

export const addressLabelled = rule<Packing>('labelMissing', ['gacc-2018-194#three-data'], (_, { labels }) =>
  labels.includes('address') ? null : { label: 'address', at: 'labels' },
);

export const labelsKnown = rule<Packing>('labelUnknown', ['practice'], (_, { labels }) => {
  const unknown = labels.find((label) => !LABELS.includes(label));
  return unknown ? { label: unknown, at: 'labels' } : null;
});

/** Lithium batteries fly only declared, labelled and with a UN38.3 report. */
export const batteryDeclared = rule<Packing>(
  'batteryUndeclared',
  ['dangerous-goods'],
  (scene, { labels }) => {
    const { goods } = orderOf(scene);
    if (!goodsNamed(scene, goods).flags.includes('battery')) return null;
    if (!labels.includes('battery')) return { goods, missing: 'battery', at: 'labels' };
    const tested = scene
      .all<Lot>('lots')
      .some(([, lot]) => lot.goods === goods && lot.certificates.includes('un383'));
    return tested ? null : { goods, missing: 'un383', at: 'labels' };
  },
);

export const foodLabelled = rule<Packing>(
  'foodUnlabelled',
  ['gacc-decree-249#origin-inspection'],
  (scene, { labels }) => {
    const { goods } = orderOf(scene);
    return goodsNamed(scene, goods).flags.includes('food') && !labels.includes('food')
      ? { goods, at: 'labels' }
      : null;
  },
);

export const destinationTakes = rule<Packing>('destinationBans', ['practice'], (scene) => {
  const { goods, country } = orderOf(scene);
  const banned = destinationOf(scene, country)?.bannedFlags.find((flag) =>
    goodsNamed(scene, goods).flags.includes(flag as never),
  );
  return banned ? { goods, country, flag: banned } : null;
});

export const routeOpen = rule<{ route: Route }>(
  'statisticsRouteClosed',
  ['gacc-2018-194#summary-statistics'],
  (scene, { route }) => {
    if (route !== 'statistics') return null;
    const setup = setupOf(scene);
    const order = orderOf(scene);
    const flags = goodsNamed(scene, order.goods).flags;
    const [fault] = judgeStatisticsRoute(lawAt(scene.policyDay), {
      inPilotZone: setup.customs.zone,
      ticketFen: toFen(order.goodsValue, order.currency, setup.rates.USD ?? 0),
      licenceRequired: flags.includes('licence'),
      exportDuty: flags.includes('dutiable') ? 1 : 0,
      refundWanted: false,
    });
    return fault ? { reason: fault.code, ...fault.params, at: 'route' } : null;
  },
);

/** Released goods that do not leave: 退关 within the law's days of learning it. */
export const withdrawInTime = rule<object>('withdrawTooLate', ['customs-law#not-shipped'], (scene) => {
  const learned = parcelOf(scene).released ?? scene.now;
  const last = cancelDeadline(lawAt(scene.policyDay), dayOf(learned)).value;
  return dayOf(scene.now) <= last ? null : { deadline: instantOf(last) };
});

export const ordersReady = rule<{ orders: string[] }>(
  'parcelsNotReady',
  ['gacc-2018-194#supervised-site'],
  (scene, { orders }) => {
    const waiting = orders.find((orderNo) => {
      const state = scene.stateOf(`parcel:${orderNo}`) as { clearance?: string } | null;
      return state?.clearance !== 'passed' || scene.get<Parcel>('parcels', orderNo).batch !== '';
    });
    if (waiting === undefined) return null;
    const state = scene.stateOf(`parcel:${waiting}`) as { clearance?: string } | null;
    return { orderNo: waiting, state: state?.clearance ?? 'unknown', at: 'orders' };
  },
);

export const ordersDiffer = rule<{ orders: string[] }>(
  'orderTwice',
  ['ceb-202205#later-607'],
  (_, { orders }) => {
    const twice = orders.find((orderNo, index) => orders.indexOf(orderNo) !== index);
    return twice ? { orderNo: twice, at: 'orders' } : null;
  },
);

export const batchListsPassed = rule<object>('listsNotPassed', ['gacc-2018-194#supervised-site'], (scene) => {
  const { orders } = scene.get<Batch>('batches', scene.context.batch as string);
  const open = orders.find((orderNo) => {
    const list = scene
      .all<CustomsDocument>('customsDocuments')
      .find(
        ([key, item]) =>
          key.startsWith('603:') && item.head.orderNo === orderNo && item.status !== 'cancelled',
      );
    return list?.[1].status !== '399';
  });
  return open ? { orderNo: open } : null;
});

export interface Weighing {
  grossGrams: number;
}

export const batchWeightPlausible = rule<Weighing>(
  'weightImplausible',
  ['gacc-2018-194#truthful-data'],
  (scene, { grossGrams }) => {
    const { orders } = scene.get<Batch>('batches', scene.context.batch as string);
    const likely = orders.reduce(
      (total, orderNo) => total + scene.get<Parcel>('parcels', orderNo).grossGrams,
      0,
    );
    return grossGrams > 0 && grossGrams < likely * 2
      ? null
      : { weight: grossGrams, net: 0, likely, at: 'grossGrams' };
  },
);

/** District of a customs office: its first two digits. */
const district = (customs: string): string => `${customs.slice(0, 2)}00`;

const asComplaint = (findings: readonly { code: string; params: Record<string, string | number> }[]) =>
  findings[0] ? { reason: findings[0].code, ...findings[0].params } : null;

export interface ReturnDeclaration {
  customs: string;
}

export const returnAllowed = rule<ReturnDeclaration>(
  'returnRefused',
  ['gacc-2020-44#one-year', 'gacc-2026-9610-return#nationwide'],
  (scene, { customs }) => {
    const fault = asComplaint(
      judgeReturnEntry(lawAt(dayOf(scene.now)), {
        mode: '9610',
        releasedOn: dayOf(parcelOf(scene).released ?? scene.now),
        returnsOn: dayOf(scene.now),
        exportDistrict: district(setupOf(scene).customs.code),
        returnDistrict: district(customs),
        separateArea: true,
        sameGoods: true,
      }),
    );
    return fault && { ...fault, at: 'customs' };
  },
);

/** Refund already paid for the parcel and not yet repaid, fen. */
const openRefund = (scene: Scene): number => {
  const state = scene.stateOf(scene.self) as { tax?: string };
  return state.tax === 'refunded' ? 1 : 0;
};

export const reliefDue = rule<object>('reliefRefused', ['mof-gacc-sta-2026-16#six-months'], (scene) => {
  const parcel = parcelOf(scene);
  return asComplaint(
    judgeReturnRelief({
      mode: '9610',
      exportedOn: dayOf(parcel.departed ?? scene.now),
      returnsOn: dayOf(scene.now),
      food: goodsNamed(scene, orderOf(scene).goods).flags.includes('food'),
      originalState: true,
      unsoldOrReturned: true,
      refundOpenFen: openRefund(scene),
    }),
  );
});

export const insuredParcel = rule<object>('notInsured', ['practice'], (scene) =>
  parcelOf(scene).insured ? null : { orderNo: parcelOf(scene).orderNo },
);

export const returnWorthIt = rule<{ option: ReturnOption }>(
  'returnAnswerUnknown',
  ['practice'],
  (_, { option }) =>
    ['refundOnly', 'resend', 'returnHome', 'refuse'].includes(option) ? null : { option, at: 'option' },
);
