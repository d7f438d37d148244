import type { Scene } from '../../kernel/index.ts';
import type { CebMessage } from '../../messages/message.ts';
import { wireMoney } from '../../trade/decimal.ts';
import { guidOf } from '../../trade/guid.ts';
import { CARRIER, transferOf } from '../../trade/institutions.ts';
import type { Batch, CustomsDocument, Order, Parcel } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { wireSecond } from '../../trade/time-format.ts';
import { wireKilograms } from '../../trade/weight.ts';

const CNY = '142';
const AIR = '5';

function message(type: '505' | '509', key: string, record: CebMessage['records'][number]): CebMessage {
  return {
    type,
    guid: guidOf(`carrier-${type}`, key),
    version: '1.0',
    records: [{ ...record, head: { guid: guidOf(`carrier-${type}-record`, key), ...record.head } }],
    transfer: transferOf(CARRIER),
  };
}

/** CEB505: the waybill as the carrier tells customs. It names no order: only the list ties the two together. */
export function waybillMessage(
  scene: Scene,
  { order, parcel, premium, change }: { order: Order; parcel: Parcel; premium: number; change: number },
): CebMessage {
  const { enterprise, goods } = scene.setup as Setup;
  return message('505', `${parcel.logisticsNo}/${change}`, {
    head: {
      appType: change === 0 ? '1' : '2',
      appTime: wireSecond(scene.now),
      appStatus: '2',
      logisticsCode: CARRIER.code,
      logisticsName: CARRIER.nameZh,
      logisticsNo: parcel.logisticsNo,
      freight: wireMoney(parcel.carriage, 'CNY'),
      insuredFee: wireMoney(premium, 'CNY'),
      currency: CNY,
      grossWeight: wireKilograms(parcel.statedGrams),
      packNo: '1',
      goodsInfo: goods.find((item) => item.id === order.goods)?.nameZh ?? order.goods,
      ebcCode: enterprise.customsCode,
      ebcName: enterprise.nameZh,
    },
    list: [],
  });
}

/** CEB509: the parcels of a batch have really left the country. */
export function departureMessage(
  scene: Scene,
  batch: Batch,
  orders: readonly string[],
  key: string,
): CebMessage {
  const { customs } = scene.setup as Setup;
  const waybills = orders.map((orderNo) => scene.find<Parcel>('parcels', orderNo)?.logisticsNo ?? '');
  const list = scene
    .all<CustomsDocument>('customsDocuments')
    .find(([, item]) => item.message === '603' && waybills.includes(item.head.logisticsNo ?? ''))?.[1];
  return message('509', key, {
    head: {
      appType: '1',
      appTime: wireSecond(scene.now),
      appStatus: '2',
      customsCode: customs.code,
      copNo: key,
      logisticsCode: CARRIER.code,
      logisticsName: CARRIER.nameZh,
      trafMode: list?.head.trafMode ?? AIR,
      ...(batch.voyage ? { voyageNo: batch.voyage } : {}),
      ...(batch.billNo ? { billNo: batch.billNo } : {}),
      leaveTime: wireSecond(batch.departed ?? scene.now),
      msgCount: '1',
      msgSeqNo: '1',
    },
    list: waybills.map((logisticsNo, index) => ({ gnum: String(index + 1), logisticsNo })),
  });
}
