import { negativeCode, type MessageType } from '../../messages/index.ts';

/**
 * Texts of the receipts' returnInfo: they are part of the message, in its own language, as seen in real traffic
 * ([Code:1800;Desc:逻辑校验通过] and so on). The words on screen come from content.
 */
const STATUS_TEXT: Record<string, string> = {
  '3': '[Code:0003;Desc:发送海关成功]',
  '4': '[Code:0004;Desc:发送海关失败，系统将自动重发]',
  '120': '[Code:1800;Desc:逻辑校验通过]',
  '300': '[Code:1200;Desc:待人工审核]',
  '399': '[Code:2300;Desc:审核通过]',
  '500': '[Code:2400;Desc:查验]',
  '501': '[Code:2501;Desc:扣留移送通关]',
  '502': '[Code:2502;Desc:扣留移送缉私]',
  '503': '[Code:2503;Desc:扣留移送法规]',
  '599': '[Code:2599;Desc:其它扣留]',
  '600': '[Code:2500;Desc:挂起]',
  '700': '[Code:2700;Desc:退运]',
  '800': '[Code:2600;Desc:放行]',
  '899': '[Code:2899;Desc:结关]',
};

/** What each complaint reads like in a receipt. Codes R… are the simulator's own numbers for real causes. */
const FAULT_TEXT: Record<string, string> = {
  orderNotStored: '[Code:R01;Desc:订单不存在或未入库]',
  waybillNotStored: '[Code:R01;Desc:运单不存在或未入库]',
  proceedsNotStored: '[Code:R01;Desc:收款单不存在或未入库]',
  listNotPassed: '[Code:R01;Desc:所列清单未审结]',
  lineDiffers: '[Code:1322;Desc:订单清单表体商品项不一致]',
  lineNotOrdered: '[Code:1322;Desc:订单清单表体商品项不一致]',
  lineNotDeclared: '[Code:1322;Desc:订单清单表体商品项不一致]',
  lineTotalWrong: '[Code:R07;Desc:单价、数量与总价不符]',
  valueNotSumOfLines: '[Code:R07;Desc:金额不一致]',
  chargeDiffers: '[Code:R07;Desc:收款金额与订单不一致]',
  fieldDiffers: '[Code:R11;Desc:与订单或运单数据不一致]',
  netAboveGross: '[Code:R11;Desc:净重大于毛重]',
  destinationIsChina: '[Code:R11;Desc:运抵国不能为中国]',
  listNumberTaken: '[Code:R10;Desc:清单重复申报]',
  traderUnknown: '[Code:R12;Desc:企业未备案]',
  licenceMissing: '[Code:R13;Desc:涉证商品缺少许可证件]',
  statisticsRouteClosed: '[Code:R18;Desc:不符合汇总统计方式条件]',
  hsUnknown: '[Code:R11;Desc:商品编码不在税则中]',
  hsWrong: '[Code:R11;Desc:归类不当，请核对商品编码]',
  legalUnitWrong: '[Code:R11;Desc:法定计量单位与参数库不一致]',
  priceDoubtful: '[Code:R17;Desc:申报价格偏低，请补充说明]',
  arrivalMissing: '[Code:R16;Desc:未收到运抵信息，清单失效]',
  listAlreadyReleased: '[Code:2301;Desc:清单已放行，不予撤销]',
  listUnknown: '[Code:2302;Desc:清单不存在]',
  waybillNotInLists: '[Code:R01;Desc:运单不在已申报清单内]',
  partsMissing: '[Code:R11;Desc:报文分片不完整]',
  listNotClosed: '[Code:R01;Desc:清单未结关，不能汇总]',
  listNotForSummary: '[Code:R18;Desc:清单申报业务类型不是汇总申报]',
  listAlreadySummarised: '[Code:R10;Desc:清单已汇总]',
  listsOfOthers: '[Code:R12;Desc:清单收发货人与申请不一致]',
  summaryBarred: '[Code:R12;Desc:失信企业不适用汇总申报]',
  fieldDoubtful: '[Code:R11;Desc:数据逻辑校验不通过]',
};

export const statusText = (status: string): string => STATUS_TEXT[status] ?? '';

/** Several faults in one receipt, as customs writes them. Falls back on the logic-check text. */
export const faultText = (codes: readonly string[]): string =>
  [...new Set(codes.map((code) => FAULT_TEXT[code] ?? FAULT_TEXT.fieldDoubtful!))].join(',');

/** The port's own complaints in the order of their numbers, which are the simulator's (the classes are official). */
const PORT_FAULTS = {
  nothingToAmend: [9, '未找到要变更的数据'],
  keyTaken: [10, '业务主键已存在，重复申报'],
  stateForbids: [11, '当前状态不允许该操作'],
  olderThanStored: [14, '接收报文为旧报文数据，不做处理'],
} as const;

export type PortFault = keyof typeof PORT_FAULTS;

/** returnStatus and returnInfo of a record that the port itself turns away. */
export function portFault(message: MessageType, fault: PortFault): { status: string; info: string } {
  const [number, text] = PORT_FAULTS[fault];
  const status = negativeCode(message, 'processing', number);
  return { status, info: `[Code:${status};Desc:${text}]` };
}
