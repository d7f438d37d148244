import type { World } from '../../kernel/index.ts';
import type { CebMessage, CebRecord } from '../../messages/index.ts';
import { formatDecimal, wireMoney } from '../../trade/decimal.ts';
import { guidOf } from '../../trade/guid.ts';
import { CARRIER } from '../../trade/institutions.ts';
import type { Batch, CustomsDocument, Listing, Order, Parcel } from '../../trade/records.ts';
import type { Destination, Goods, Setup } from '../../trade/setup.ts';
import { wireDate, wireSecond } from '../../trade/time-format.ts';
import { wireKilograms } from '../../trade/weight.ts';
import { FLAG_OF, type OwnMessage } from './vocabulary.ts';

/** The trainee's shop as the messages name it: an overseas platform has no code of its own. */
export const PLATFORM = { code: '无', name: 'HarbourMart (training)' } as const;
/** Road to the site, then by air from Huanghua: what the lists of this mode carry. */
const BY_AIR = '5';
const USD = '502';
const CNY = '142';

interface Desk {
  world: World;
  setup: Setup;
}

const find = <T>({ world }: Desk, collection: string, id: string): T | null =>
  ((world.records[collection] ?? {})[id] as T | undefined) ?? null;

function get<T>(desk: Desk, collection: string, id: string): T {
  const found = find<T>(desk, collection, id);
  if (!found) throw new RangeError(`no ${collection} ${id}`);
  return found;
}

const documents = ({ world }: Desk): CustomsDocument[] =>
  Object.values(world.records.customsDocuments ?? {}) as unknown as CustomsDocument[];

/** 1 for what customs does not hold yet, 2 for a correction of what it holds. */
const appType = (desk: Desk, message: string, field: string, value: string): string =>
  documents(desk).some(
    (item) =>
      item.message === message &&
      item.head[field] === value &&
      !['deleted', 'cancelled'].includes(item.status),
  )
    ? '2'
    : '1';

function header(desk: Desk, message: OwnMessage, ref: string, type = '1'): Record<string, string> {
  return {
    guid: guidOf(`record/${message}`, `${ref}/${desk.world.papers.length}`),
    appType: type,
    appTime: wireSecond(desk.world.now),
    appStatus: '2',
  };
}

const firm = ({ setup: { enterprise } }: Desk) => ({
  ebcCode: enterprise.customsCode,
  ebcName: enterprise.nameZh,
});
const agent = ({ setup: { enterprise } }: Desk) => ({
  agentCode: enterprise.customsCode,
  agentName: enterprise.nameZh,
});
const platform = { ebpCode: PLATFORM.code, ebpName: PLATFORM.name };

function wrap(desk: Desk, type: OwnMessage, ref: string, records: CebRecord[]): CebMessage {
  const { enterprise } = desk.setup;
  return {
    type,
    guid: guidOf(`message/${type}`, `${ref}/${desk.world.papers.length}`),
    version: '1.0',
    records,
    transfer: {
      copCode: enterprise.customsCode,
      copName: enterprise.nameZh,
      dxpMode: 'DXP',
      dxpId: `DXPENT${enterprise.customsCode}`,
    },
  };
}

const goodsOf = ({ setup }: Desk, id: string): Goods => setup.goods.find((goods) => goods.id === id)!;
const destinationOf = ({ setup }: Desk, country: string): Destination =>
  setup.destinations.find((item) => item.country === country) ?? setup.destinations[0]!;

function orderMessage(desk: Desk, orderNo: string): CebRecord {
  const order = get<Order>(desk, 'orders', orderNo);
  const goods = goodsOf(desk, order.goods);
  return {
    head: {
      ...header(desk, '303', orderNo, appType(desk, '303', 'orderNo', orderNo)),
      orderType: 'E',
      orderNo,
      ...platform,
      ...firm(desk),
      goodsValue: wireMoney(order.goodsValue, 'USD'),
      freight: wireMoney(order.freight, 'USD'),
      currency: USD,
    },
    list: [
      {
        gnum: '1',
        itemNo: goods.id,
        itemName: goods.nameZh,
        barCode: '无',
        unit: goods.unit,
        currency: USD,
        qty: String(order.pieces),
        price: wireMoney(order.unitPrice, 'USD'),
        totalPrice: wireMoney(order.goodsValue, 'USD'),
      },
    ],
  };
}

function proceedsMessage(desk: Desk, orderNo: string): CebRecord {
  const order = get<Order>(desk, 'orders', orderNo);
  return {
    head: {
      ...header(desk, '403', orderNo, appType(desk, '403', 'orderNo', orderNo)),
      ...platform,
      ...firm(desk),
      orderNo,
      payName: PLATFORM.name,
      payNo: `PAY${orderNo}`,
      charge: wireMoney(order.goodsValue + order.freight, 'USD'),
      currency: USD,
      accountingDate: wireSecond(order.paid ?? order.ordered),
    },
    list: [],
  };
}

/** A ticket has one copNo for its life; a cancelled one is declared anew under the next. */
function copNoOf(desk: Desk, orderNo: string): string {
  const used = documents(desk).filter((item) => item.message === '603' && item.head.orderNo === orderNo);
  const open = used.find((item) => item.status !== 'cancelled' && item.status !== 'withdrawn');
  return open ? open.head.copNo! : `L${orderNo}${used.length === 0 ? '' : `R${used.length}`}`.slice(0, 30);
}

function listMessage(desk: Desk, orderNo: string): CebRecord {
  const order = get<Order>(desk, 'orders', orderNo);
  const parcel = get<Parcel>(desk, 'parcels', orderNo);
  const goods = goodsOf(desk, order.goods);
  const { customs } = desk.setup;
  const copNo = copNoOf(desk, orderNo);
  const held = documents(desk).find((item) => item.message === '603' && item.head.copNo === copNo);
  return {
    head: {
      ...header(desk, '603', orderNo, appType(desk, '603', 'copNo', copNo)),
      customsCode: customs.code,
      ...platform,
      orderNo,
      logisticsCode: CARRIER.code,
      logisticsName: CARRIER.nameZh,
      logisticsNo: parcel.logisticsNo,
      copNo,
      ...(held?.preNo ? { preNo: held.preNo } : {}),
      ieFlag: 'E',
      portCode: customs.port,
      ieDate: wireDate(desk.world.now),
      statisticsFlag: FLAG_OF[parcel.route || 'summary'],
      ...agent(desk),
      ...firm(desk),
      ownerCode: desk.setup.enterprise.customsCode,
      ownerName: desk.setup.enterprise.nameZh,
      tradeMode: '9610',
      trafMode: BY_AIR,
      loctNo: customs.site,
      country: order.country,
      POD: destinationOf(desk, order.country).pod,
      freight: wireMoney(order.freight, 'USD'),
      fCurrency: USD,
      fFlag: '3',
      insuredFee: '0',
      iCurrency: CNY,
      iFlag: '3',
      wrapType: '2',
      packNo: '1',
      grossWeight: wireKilograms(parcel.statedGrams),
      netWeight: wireKilograms(parcel.netGrams),
    },
    list: [
      {
        gnum: '1',
        itemNo: goods.id,
        itemName: goods.nameZh,
        gcode: find<Listing>(desk, 'listings', goods.id)?.hs ?? goods.hs,
        gname: goods.nameZh,
        gmodel: goods.elements,
        barCode: '无',
        country: order.country,
        currency: USD,
        qty: String(order.pieces),
        qty1: formatDecimal(goods.legalPerPiece * order.pieces, 3),
        unit: goods.unit,
        unit1: goods.legalUnit,
        price: wireMoney(order.unitPrice, 'USD'),
        totalPrice: wireMoney(order.goodsValue, 'USD'),
      },
    ],
  };
}

function cancelMessage(desk: Desk, orderNo: string): CebRecord {
  const parcel = get<Parcel>(desk, 'parcels', orderNo);
  const earlier = documents(desk).filter(
    (item) => item.message === '605' && item.head.invtNo === parcel.invtNo,
  ).length;
  return {
    head: {
      ...header(desk, '605', orderNo),
      customsCode: desk.setup.customs.code,
      copNo: `C${orderNo}${earlier === 0 ? '' : `R${earlier}`}`.slice(0, 30),
      invtNo: parcel.invtNo,
      reason: '',
      ...agent(desk),
      ...firm(desk),
    },
    list: [],
  };
}

function manifestMessage(desk: Desk, batchId: string): CebRecord {
  const batch = get<Batch>(desk, 'batches', batchId);
  const copNo = `M${batch.id}`;
  return {
    head: {
      ...header(desk, '607', batchId, appType(desk, '607', 'copNo', copNo)),
      customsCode: desk.setup.customs.code,
      copNo,
      ...agent(desk),
      loctNo: desk.setup.customs.site,
      trafMode: BY_AIR,
      trafName: batch.voyage,
      voyageNo: batch.voyage,
      billNo: batch.billNo,
      domesticTrafNo: batch.plate,
      grossWeight: wireKilograms(batch.grossGrams),
      logisticsCode: CARRIER.code,
      logisticsName: CARRIER.nameZh,
      msgCount: '1',
      msgSeqNo: '1',
    },
    list: batch.orders.map((orderNo, index) => {
      const parcel = get<Parcel>(desk, 'parcels', orderNo);
      return {
        gnum: String(index + 1),
        totalPackageNo: batch.id,
        logisticsNo: parcel.logisticsNo,
        invtNo: parcel.invtNo,
      };
    }),
  };
}

/** Lists that wait for their summary: flag B, closed, not taken up yet; of one month (yyyymm) or of all. */
export function openLists(world: World, month: string): CustomsDocument[] {
  return documents({ world, setup: null as never }).filter(
    (item) =>
      item.message === '603' &&
      item.head.statisticsFlag === 'B' &&
      item.status === '899' &&
      !item.summarised &&
      (month === '' || item.appTime.startsWith(month)),
  );
}

function summaryMessage(desk: Desk, month: string): CebRecord {
  const { enterprise, customs } = desk.setup;
  const earlier = documents(desk).filter((item) => item.message === '701').length;
  return {
    head: {
      ...header(desk, '701', month),
      customsCode: customs.code,
      copNo: `S${month}N${earlier + 1}`,
      ...agent(desk),
      ...firm(desk),
      declAgentCode: enterprise.customsCode,
      declAgentName: enterprise.nameZh,
      loctNo: customs.site,
      summaryFlag: '1',
      itemNameFlag: '1',
      msgCount: '1',
      msgSeqNo: '1',
    },
    list: openLists(desk.world, month).map((list) => ({ invtNo: list.invtNo })),
  };
}

const WRITERS: Record<OwnMessage, (desk: Desk, ref: string) => CebRecord> = {
  '303': orderMessage,
  '403': proceedsMessage,
  '603': listMessage,
  '605': cancelMessage,
  '607': manifestMessage,
  '701': summaryMessage,
};

/**
 * A message as the firm's own systems would fill it in: what the firm knows stands there, what is to be decided
 * (a reason, a corrected code) is left to the person.
 *
 * @param refs order numbers (303, 403, 603, 605), batch numbers (607) or a month yyyymm (701)
 * @throws RangeError when a reference is unknown
 */
export function draftOf(
  world: World,
  setup: Setup,
  message: OwnMessage,
  refs: readonly string[],
): CebMessage {
  const desk = { world, setup };
  return wrap(
    desk,
    message,
    refs.join('+'),
    refs.map((ref) => WRITERS[message](desk, ref)),
  );
}
