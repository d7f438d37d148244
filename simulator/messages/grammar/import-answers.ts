/** What customs and the port answer in the import family, and the 900 of both (202205 schema). */
import type { FieldTable } from './facets.ts';

const outcome = { returnStatus: 'C1..10', returnTime: 'C17', returnInfo: 'C1..1000' } as const;

/** 312 */
export const orderReturn = {
  guid: 'C36',
  ebpCode: 'C1..18',
  ebcCode: 'C1..18',
  orderNo: 'C1..60',
  ...outcome,
} as const satisfies FieldTable;

/** 412 */
export const paymentReturn = {
  guid: 'C36',
  payCode: 'C1..18',
  payTransactionId: 'C1..60',
  ...outcome,
} as const satisfies FieldTable;

/** 512 */
export const logisticsReturn = {
  guid: 'C36',
  logisticsCode: 'C1..18',
  logisticsNo: 'C1..60',
  ...outcome,
} as const satisfies FieldTable;

/** 514 */
export const logisticsStatusReturn = {
  guid: 'C36',
  logisticsCode: 'C1..18',
  logisticsNo: 'C1..60',
  logisticsStatus: 'C1',
  ...outcome,
} as const satisfies FieldTable;

/** 622 */
export const inventoryReturn = {
  guid: 'C36',
  customsCode: 'C4?',
  ebpCode: 'C1..18?',
  ebcCode: 'C1..18?',
  agentCode: 'C1..18?',
  copNo: 'C1..20',
  preNo: 'C18',
  invtNo: 'C18?',
  ...outcome,
} as const satisfies FieldTable;

/** 624 */
export const invtCancelReturn = {
  guid: 'C36',
  customsCode: 'C4?',
  agentCode: 'C1..18?',
  ebpCode: 'C1..18?',
  ebcCode: 'C1..18?',
  copNo: 'C1..20',
  preNo: 'C18',
  invtNo: 'C18?',
  ...outcome,
} as const satisfies FieldTable;

/** 626 */
export const invtRefundReturn = {
  guid: 'C36',
  customsCode: 'C4?',
  agentCode: 'C1..18?',
  ebpCode: 'C1..18?',
  ebcCode: 'C1..18?',
  copNo: 'C1..20',
  preNo: 'C18',
  invtNo: 'C18?',
  ...outcome,
} as const satisfies FieldTable;

/** 712 */
export const deliveryReturn = {
  guid: 'C36',
  customsCode: 'C4?',
  operatorCode: 'C1..18?',
  copNo: 'C..20?',
  preNo: 'C..18?',
  rkdNo: 'C..18?',
  ...outcome,
} as const satisfies FieldTable;

/** 816 tax bill */
export const taxHeadRd = {
  guid: 'C36',
  returnTime: 'C17',
  invtNo: 'C1..18',
  taxNo: 'C1..50',
  customsTax: 'N19,5',
  valueAddedTax: 'N19,5',
  consumptionTax: 'N19,5',
  status: 'C1',
  entDutyNo: 'C..50?',
  note: 'C..1000?',
  assureCode: 'C..64?',
  ebcCode: 'C..64?',
  logisticsCode: 'C..64?',
  agentCode: 'C1..18?',
  customsCode: 'C4?',
} as const satisfies FieldTable;

/** 816 line */
export const taxListRd = {
  gnum: 'I',
  gcode: 'C10',
  taxPrice: 'N19,5',
  customsTax: 'N19,5',
  valueAddedTax: 'N19,5',
  consumptionTax: 'N19,5',
} as const satisfies FieldTable;

/** 818 status of a tax bill */
export const taxHeadStatus = {
  guid: 'C36',
  returnTime: 'C17',
  invtNo: 'C1..18',
  taxNo: 'C1..50',
  status: 'C1',
  entDutyNo: 'C..50?',
  assureCode: 'C..64?',
} as const satisfies FieldTable;

/** 900, answers both families; info stands before time here, unlike every other receipt */
export const messageReturn = {
  guid: 'C36',
  returnStatus: 'C1..10',
  returnInfo: 'C..5000',
  returnTime: 'C17',
  oriCopMsgId: 'C..255',
  oriMessageType: 'C..15',
  oriBizMessage: 'C..',
} as const satisfies FieldTable;
