/**
 * What carriers, sites and declarants send once the goods move (607, 507, 509), when the month is summed up (701) and
 * when goods come back (213, 215): field and type, in the order of the wire (202205 schema).
 */
import { opening } from './export-requests.ts';
import type { FieldTable } from './facets.ts';

/** 607 master–house list */
export const wayBillHead = {
  ...opening('C1'),
  customsCode: 'C4',
  copNo: 'C..30',
  preNo: 'C18?',
  agentCode: 'C..18',
  agentName: 'C..100',
  loctNo: 'C..10?',
  trafMode: 'C1 collapse',
  trafName: 'C..100 collapse',
  voyageNo: 'C..32 collapse',
  billNo: 'C..37',
  domesticTrafNo: 'C..100?',
  grossWeight: 'N19,5',
  logisticsCode: 'C..18',
  logisticsName: 'C..100',
  msgCount: 'I9',
  msgSeqNo: 'I9',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 607 waybill line */
export const wayBillList = {
  gnum: 'I5',
  totalPackageNo: 'C..60?',
  logisticsNo: 'C..32',
  invtNo: 'C..20?',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 507 arrival at the supervised site */
export const arrivalHead = {
  ...opening('C1 default=1'),
  customsCode: 'C4',
  copNo: 'C..30',
  preNo: 'C18?',
  operatorCode: 'C..18',
  operatorName: 'C..100',
  loctNo: 'C..10?',
  ieFlag: 'C1',
  trafMode: 'C1 collapse',
  billNo: 'C..37?',
  domesticTrafNo: 'C..100 collapse',
  logisticsCode: 'C..18',
  logisticsName: 'C..100',
  msgCount: 'I9',
  msgSeqNo: 'I9',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 507 waybill line */
export const arrivalList = {
  gnum: 'I5',
  logisticsNo: 'C..32',
  totalPackageNo: 'C..37?',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 509 departure */
export const departureHead = {
  ...opening('C1'),
  customsCode: 'C4',
  copNo: 'C..30',
  preNo: 'C18?',
  logisticsCode: 'C..18',
  logisticsName: 'C..100',
  trafMode: 'C1 collapse',
  trafName: 'C..100?',
  voyageNo: 'C..32?',
  billNo: 'C..37?',
  leaveTime: 'C14',
  msgCount: 'I9',
  msgSeqNo: 'I9',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 509 waybill line */
export const departureList = {
  gnum: 'I5',
  totalPackageNo: 'C..37?',
  logisticsNo: 'C..32',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 701 summary application */
export const summaryApplyHead = {
  ...opening('C1 default=2'),
  customsCode: 'C4',
  copNo: 'C..30',
  preNo: 'C..18?',
  sumNo: 'C..18?',
  agentCode: 'C..18',
  agentName: 'C..100',
  ebcCode: 'C..18',
  ebcName: 'C..100',
  declAgentCode: 'C..18',
  declAgentName: 'C..100',
  startTime: 'C14?',
  endTime: 'C14?',
  loctNo: 'C..10?',
  summaryFlag: 'C1',
  itemNameFlag: 'C1',
  msgCount: 'I9',
  msgSeqNo: 'I9',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 701 list line */
export const summaryApplyList = {
  invtNo: 'C..20',
} as const satisfies FieldTable;

/** 213 return application */
export const invtRefundHead = {
  ...opening('C1'),
  customsCode: 'C4',
  loctNo: 'C..10?',
  ebpCode: 'C..18',
  ebpName: 'C..100',
  ebcCode: 'C..18',
  ebcName: 'C..100',
  logisticsNo: 'C..80',
  logisticsCode: 'C..18',
  logisticsName: 'C..100',
  coElNo: 'C..30',
  preNo: 'C..18?',
  invtNo: 'C..20',
  tradeMode: 'C4?',
  agentCode: 'C..18',
  agentName: 'C..100',
  billNo: 'C..37',
  ieFlag: 'C..1',
  trafMode: 'C..1',
  trafName: 'C..100',
  portCode: 'C..4',
  reason: 'C..500',
  country: 'C..3',
  voyageNo: 'C..32',
  note: 'C..500?',
} as const satisfies FieldTable;

/** 213 goods line */
export const invtRefundList = {
  gnum: 'I4',
  gcode: 'C..10',
  gname: 'C..250',
  gmodel: 'C..250',
  qty: 'N19,5',
  qty1: 'N19,5',
  unit: 'C3',
  unit1: 'C3',
  qty2: 'N19,5?',
  unit2: 'C3?',
  note: 'C..500?',
} as const satisfies FieldTable;

/** 215 tally of returned parcels */
export const invtRefundDetail = {
  ...opening('C1'),
  customsCode: 'C4',
  operatorCode: 'C..18',
  operatorName: 'C..100',
  logisticsCode: 'C..18',
  logisticsName: 'C..100',
  logisticsNo: 'C..80',
  invtNo: 'C..20?',
  coElNo: 'C..20',
  preNo: 'C..18?',
  billNo: 'C..37',
  ieFlag: 'C1',
  trafMode: 'C1',
  trafName: 'C..100',
  voyageNo: 'C..32',
  location: 'C..250?',
  note: 'C..250?',
} as const satisfies FieldTable;
