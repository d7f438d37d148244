/** What enterprises send before the goods move (303, 403, 505, 603, 605): field and type, in the order of the wire (202205 schema). */
import type { FieldTable } from './facets.ts';

/** The four fields that open every request. Their schema default differs from form to form. */
export const opening = <S extends string>(appStatus: S) =>
  ({ guid: 'C36', appType: 'C1', appTime: 'C14', appStatus }) as const;

/** 303 order */
export const orderHead = {
  ...opening('C1 default=1'),
  orderType: 'C1',
  orderNo: 'C..60',
  ebpCode: 'C..18',
  ebpName: 'C..100',
  ebcCode: 'C..18',
  ebcName: 'C..100',
  goodsValue: 'N19,5',
  freight: 'N19,5 default=0',
  currency: 'C3',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 303 goods line */
export const orderList = {
  gnum: 'I5',
  itemNo: 'C..30',
  itemName: 'C..250',
  itemDescribe: 'C..1000?',
  barCode: 'C..50?',
  unit: 'C3',
  currency: 'C3',
  qty: 'N19,5',
  price: 'N19,5',
  totalPrice: 'N19,5',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 403 receipt of payment */
export const receipts = {
  ...opening('C1 default=1'),
  ebpCode: 'C..18',
  ebpName: 'C..100',
  ebcCode: 'C..18',
  ebcName: 'C..100',
  orderNo: 'C..60',
  payCode: 'C..18?',
  payName: 'C..100',
  payNo: 'C..60?',
  charge: 'N19,5',
  currency: 'C3',
  accountingDate: 'C14',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 505 waybill; it names no order: only the 603 ties the two */
export const logistics = {
  ...opening('C1 default=2'),
  logisticsCode: 'C..18',
  logisticsName: 'C..100',
  logisticsNo: 'C..32',
  freight: 'N19,5',
  insuredFee: 'N19,5',
  currency: 'C3',
  grossWeight: 'N19,5',
  packNo: 'I9',
  goodsInfo: 'C..200 collapse',
  ebcCode: 'C..18?',
  ebcName: 'C..100?',
  ebcTelephone: 'C..50?',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 603 list (declaration) */
export const inventoryHead = {
  ...opening('C1'),
  customsCode: 'C4',
  ebpCode: 'C..18',
  ebpName: 'C..100',
  orderNo: 'C..60',
  logisticsCode: 'C..18',
  logisticsName: 'C..100',
  logisticsNo: 'C..32',
  copNo: 'C..30',
  preNo: 'C18?',
  invtNo: 'C..20?',
  ieFlag: 'C1',
  portCode: 'C4',
  ieDate: 'C8',
  statisticsFlag: 'C1',
  agentCode: 'C..18',
  agentName: 'C..100',
  ebcCode: 'C..18',
  ebcName: 'C..100',
  ownerCode: 'C..18',
  ownerName: 'C..100',
  iacCode: 'C..18?',
  iacName: 'C..100?',
  emsNo: 'C..30?',
  tradeMode: 'C4',
  trafMode: 'C1 collapse',
  trafName: 'C..100?',
  voyageNo: 'C..32?',
  billNo: 'C..37?',
  totalPackageNo: 'C..37?',
  loctNo: 'C..10?',
  licenseNo: 'C..19?',
  country: 'C3',
  POD: 'C3..4 collapse',
  freight: 'N19,5',
  fCurrency: 'C3',
  fFlag: 'C1 fixed=3',
  insuredFee: 'N19,5',
  iCurrency: 'C3',
  iFlag: 'C1 fixed=3',
  wrapType: 'C1 collapse',
  packNo: 'I9',
  grossWeight: 'N19,5',
  netWeight: 'N19,5',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 603 goods line */
export const inventoryList = {
  gnum: 'I5',
  itemNo: 'C..20',
  itemRecordNo: 'C..30?',
  itemName: 'C..250?',
  gcode: 'C10',
  gname: 'C..250',
  gmodel: 'C..250 collapse',
  barCode: 'C..50 collapse',
  country: 'C3',
  currency: 'C3',
  qty: 'N19,5',
  qty1: 'N19,5',
  qty2: 'N19,5?',
  unit: 'C3',
  unit1: 'C3',
  unit2: 'C..3?',
  price: 'N19,5',
  totalPrice: 'N19,5',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** 605 withdrawal of a list */
export const invtCancel = {
  ...opening('C1'),
  customsCode: 'C4',
  copNo: 'C..30',
  preNo: 'C18?',
  invtNo: 'C..20',
  reason: 'C..1000 collapse',
  agentCode: 'C..18',
  agentName: 'C..100',
  ebcCode: 'C..18',
  ebcName: 'C..100',
  note: 'C..1000?',
} as const satisfies FieldTable;
