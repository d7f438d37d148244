import type { Scene } from '../../kernel/index.ts';
import type { CebMessage } from '../../messages/message.ts';
import { guidOf } from '../../trade/guid.ts';
import { CARRIER, SITE_OPERATOR, transferOf } from '../../trade/institutions.ts';
import type { Batch, CustomsDocument } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { wireSecond } from '../../trade/time-format.ts';

/** Air, when no list says how the goods travel. */
const AIR = '5';

/** CEB507: the parcels of these lists lie in the supervised site. `copNo` is the operator's own number. */
export function arrivalMessage(
  scene: Scene,
  batch: Batch,
  lists: readonly CustomsDocument[],
  copNo: string,
): CebMessage {
  const { customs } = scene.setup as Setup;
  return {
    type: '507',
    guid: guidOf('site-507', copNo),
    version: '1.0',
    records: [
      {
        head: {
          guid: guidOf('site-507-record', copNo),
          appType: '1',
          appTime: wireSecond(scene.now),
          appStatus: '2',
          customsCode: customs.code,
          copNo,
          operatorCode: SITE_OPERATOR.code,
          operatorName: SITE_OPERATOR.nameZh,
          ...(customs.site.length > 0 && customs.site.length <= 10 ? { loctNo: customs.site } : {}),
          ieFlag: 'E',
          trafMode: lists[0]?.head.trafMode ?? AIR,
          ...(batch.billNo ? { billNo: batch.billNo } : {}),
          domesticTrafNo: batch.plate,
          logisticsCode: CARRIER.code,
          logisticsName: CARRIER.nameZh,
          msgCount: '1',
          msgSeqNo: '1',
        },
        list: lists.map((list, index) => ({
          gnum: String(index + 1),
          logisticsNo: list.head.logisticsNo ?? '',
        })),
      },
    ],
    transfer: transferOf(SITE_OPERATOR),
  };
}
