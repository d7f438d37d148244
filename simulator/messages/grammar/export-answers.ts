/** What customs and the port answer in the export family (202205 schema). */
import type { FieldTable } from './facets.ts';

const outcome = { returnStatus: 'C1..10', returnTime: 'C17', returnInfo: 'C..1000' } as const;
/** 214 and 216 let the status be empty. */
const laxOutcome = { returnStatus: 'C..10', returnTime: 'C17', returnInfo: 'C..1000' } as const;

/** 304 */
export const orderReturn = {
  guid: 'C36',
  ebpCode: 'C..18',
  ebcCode: 'C..18',
  orderNo: 'C..60',
  ...outcome,
} as const satisfies FieldTable;

/** 404 */
export const receiptsReturn = {
  guid: 'C36',
  ebcCode: 'C..18',
  orderNo: 'C..60',
  payNo: 'C..60?',
  ...outcome,
} as const satisfies FieldTable;

/** 506 */
export const logisticsReturn = {
  guid: 'C36',
  logisticsCode: 'C..18',
  logisticsNo: 'C..32',
  ...outcome,
} as const satisfies FieldTable;

/** 604 */
export const inventoryReturn = {
  guid: 'C36',
  agentCode: 'C..18',
  copNo: 'C..30',
  preNo: 'C18',
  invtNo: 'C..20',
  ebcCode: 'C..18',
  ebpCode: 'C..18',
  orderNo: 'C..60',
  statisticsFlag: 'C1',
  ...outcome,
} as const satisfies FieldTable;

/** 606 */
export const invtCancelReturn = {
  guid: 'C36',
  agentCode: 'C..18',
  copNo: 'C..30',
  preNo: 'C18',
  invtNo: 'C..20',
  ...outcome,
} as const satisfies FieldTable;

/** 608 */
export const wayBillReturn = {
  guid: 'C36',
  agentCode: 'C..18',
  logisticsCode: 'C..18',
  copNo: 'C..30',
  preNo: 'C18',
  billNo: 'C..37',
  msgSeqNo: 'I9',
  ...outcome,
} as const satisfies FieldTable;

/** 508 */
export const arrivalReturn = {
  guid: 'C36',
  operatorCode: 'C..18',
  logisticsCode: 'C..18',
  preNo: 'C18',
  copNo: 'C..30',
  billNo: 'C..37',
  msgSeqNo: 'I9',
  ...outcome,
} as const satisfies FieldTable;

/** 510 */
export const departureReturn = {
  guid: 'C36',
  logisticsCode: 'C..18',
  copNo: 'C..30',
  preNo: 'C18',
  msgSeqNo: 'I9',
  ...outcome,
} as const satisfies FieldTable;

/** 702 */
export const summaryReturn = {
  guid: 'C36',
  agentCode: 'C..18',
  ebcCode: 'C..18',
  copNo: 'C..30',
  preNo: 'C18',
  sumNo: 'C18?',
  msgSeqNo: 'I9',
  ...outcome,
} as const satisfies FieldTable;

/** 792 result of a summary */
export const summaryResultHead = {
  guid: 'C36',
  customsCode: 'C4',
  sumNo: 'C18',
  opDate: 'C17',
  declSeqNo: 'C18',
  decTmpNo: 'C18?',
  decPreNo: 'C18?',
  entryId: 'C18?',
  decState: 'C1..3',
  agentCode: 'C..18',
  agentName: 'C..100',
  ebcCode: 'C..18',
  ebcName: 'C..100',
  declAgentCode: 'C..18',
  declAgentName: 'C..100',
  grossWeight: 'N19,5',
  netWeight: 'N19,5',
  msgCount: 'I9',
  msgSeqNo: 'I9',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 792 line */
export const summaryResultList = {
  invtNo: 'C..20',
  logisticsNo: 'C..32',
  gseqno: 'I5',
  gnum: 'I5',
  gcode: 'C10',
} as const satisfies FieldTable;

/** 214 */
export const refundReturn = {
  guid: 'C36',
  ebpCode: 'C..18?',
  ebcCode: 'C..18?',
  agentCode: 'C..18',
  coElNo: 'C..30',
  preNo: 'C..18?',
  invtNo: 'C..20',
  ...laxOutcome,
} as const satisfies FieldTable;

/** 216 */
export const invtRefundDetailReturn = {
  guid: 'C36',
  operatorCode: 'C..18',
  logisticsCode: 'C..18',
  logisticsNo: 'C..80',
  coElNo: 'C..30',
  preNo: 'C..18?',
  ...laxOutcome,
} as const satisfies FieldTable;
