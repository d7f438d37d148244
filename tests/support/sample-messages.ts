/** One parcel through the whole export family, right in every detail: to be spoiled by tests. */
import type { CebMessage, CebRecord, MessageType } from '../../simulator/messages/index.ts';

const guid = (n: number) => `4CDE1CFD-EDED-46B1-946C-${String(n).padStart(12, '0')}`;
const opening = (n: number) => ({ guid: guid(n), appType: '1', appTime: '20261101093000', appStatus: '2' });

const trader = { ebcCode: '4303960ABC', ebcName: '湘潭某某电子商务有限公司' };
const platform = { ebpCode: '无', ebpName: 'SomeMarket' };
const carrier = { logisticsCode: '4301980DEF', logisticsName: '长沙某某物流有限公司' };
const site = { operatorCode: '4303980GHI', operatorName: '湘潭某某监管场所' };

const line = {
  gnum: '1',
  itemNo: 'SKU-1',
  itemName: '竹制餐垫',
  unit: '011',
  currency: '502',
  qty: '3',
  price: '4.33',
  totalPrice: '12.99',
};

/** Fresh copies each time. */
export const samples = {
  order: (): CebRecord => ({
    head: {
      ...opening(1),
      orderType: 'E',
      orderNo: 'A-1001',
      ...platform,
      ...trader,
      goodsValue: '12.99',
      freight: '2.01',
      currency: '502',
    },
    list: [{ ...line }],
  }),
  receipt: (): CebRecord => ({
    head: {
      ...opening(2),
      ...platform,
      ...trader,
      orderNo: 'A-1001',
      payName: 'SomePay',
      payNo: 'P-1',
      charge: '15',
      currency: '502',
      accountingDate: '20261101100000',
    },
    list: [],
  }),
  waybill: (): CebRecord => ({
    head: {
      ...opening(3),
      ...carrier,
      logisticsNo: 'W-1',
      freight: '0',
      insuredFee: '0',
      currency: '142',
      grossWeight: '0.8',
      packNo: '1',
      goodsInfo: '竹制餐垫',
    },
    list: [],
  }),
  list: (): CebRecord => ({
    head: {
      ...opening(4),
      customsCode: '4917',
      ...platform,
      orderNo: 'A-1001',
      ...carrier,
      logisticsNo: 'W-1',
      copNo: 'C-1',
      ieFlag: 'E',
      portCode: '4908',
      ieDate: '20261102',
      statisticsFlag: 'B',
      agentCode: trader.ebcCode,
      agentName: trader.ebcName,
      ...trader,
      ownerCode: 'NO',
      ownerName: '湘潭某某竹制品厂',
      tradeMode: '9610',
      trafMode: '5',
      country: '502',
      POD: 'JFK',
      freight: '0',
      fCurrency: '502',
      fFlag: '3',
      insuredFee: '0',
      iCurrency: '502',
      iFlag: '3',
      wrapType: '2',
      packNo: '1',
      grossWeight: '0.8',
      netWeight: '0.6',
    },
    list: [
      {
        gnum: '1',
        itemNo: 'SKU-1',
        gcode: '4602199000',
        gname: '竹制餐垫',
        gmodel: '无品牌|竹制',
        barCode: '无',
        country: '502',
        currency: '502',
        qty: '3',
        qty1: '0.6',
        unit: '011',
        unit1: '035',
        price: '4.33',
        totalPrice: '12.99',
      },
    ],
  }),
  withdrawal: (): CebRecord => ({
    head: {
      ...opening(5),
      customsCode: '4917',
      copNo: 'X-1',
      invtNo: '49172026E000000001',
      reason: '买家取消订单',
      agentCode: trader.ebcCode,
      agentName: trader.ebcName,
      ...trader,
    },
    list: [],
  }),
  master: (): CebRecord => ({
    head: {
      ...opening(6),
      customsCode: '4917',
      copNo: 'M-1',
      agentCode: trader.ebcCode,
      agentName: trader.ebcName,
      trafMode: '5',
      trafName: 'CA1234',
      voyageNo: 'CA1234',
      billNo: '999-12345675',
      grossWeight: '0.82',
      ...carrier,
      msgCount: '1',
      msgSeqNo: '1',
    },
    list: [{ gnum: '1', logisticsNo: 'W-1' }],
  }),
  arrival: (): CebRecord => ({
    head: {
      ...opening(7),
      customsCode: '4917',
      copNo: 'R-1',
      ...site,
      ieFlag: 'E',
      trafMode: '5',
      billNo: '999-12345675',
      domesticTrafNo: '湘C12345',
      ...carrier,
      msgCount: '1',
      msgSeqNo: '1',
    },
    list: [{ gnum: '1', logisticsNo: 'W-1' }],
  }),
  departure: (): CebRecord => ({
    head: {
      ...opening(8),
      customsCode: '4917',
      copNo: 'D-1',
      ...carrier,
      trafMode: '5',
      billNo: '999-12345675',
      leaveTime: '20261103120000',
      msgCount: '1',
      msgSeqNo: '1',
    },
    list: [{ gnum: '1', logisticsNo: 'W-1' }],
  }),
  summary: (): CebRecord => ({
    head: {
      ...opening(9),
      customsCode: '4917',
      copNo: 'S-1',
      agentCode: trader.ebcCode,
      agentName: trader.ebcName,
      ...trader,
      declAgentCode: trader.ebcCode,
      declAgentName: trader.ebcName,
      summaryFlag: '1',
      itemNameFlag: '1',
      msgCount: '1',
      msgSeqNo: '1',
    },
    list: [{ invtNo: '49172026E000000001' }],
  }),
  refund: (): CebRecord => ({
    head: {
      ...opening(10),
      customsCode: '4917',
      ...platform,
      ...trader,
      logisticsNo: 'W-1',
      ...carrier,
      coElNo: 'T-1',
      invtNo: '49172026E000000001',
      agentCode: trader.ebcCode,
      agentName: trader.ebcName,
      billNo: 'W-1',
      ieFlag: 'I',
      trafMode: '5',
      trafName: 'CA4321',
      portCode: '4908',
      reason: '尺寸不符',
      country: '502',
      voyageNo: 'CA4321',
    },
    list: [
      {
        gnum: '1',
        gcode: '4602199000',
        gname: '竹制餐垫',
        gmodel: '无品牌|竹制',
        qty: '1',
        qty1: '0.2',
        unit: '011',
        unit1: '035',
      },
    ],
  }),
  tally: (): CebRecord => ({
    head: {
      ...opening(11),
      customsCode: '4917',
      ...site,
      ...carrier,
      logisticsNo: 'W-1',
      coElNo: 'T-2',
      billNo: 'W-1',
      ieFlag: 'I',
      trafMode: '5',
      trafName: 'CA4321',
      voyageNo: 'CA4321',
    },
    list: [],
  }),
} satisfies Record<string, () => CebRecord>;

/** Which sample belongs to which request. */
export const SAMPLE_OF = {
  '303': samples.order,
  '403': samples.receipt,
  '505': samples.waybill,
  '603': samples.list,
  '605': samples.withdrawal,
  '607': samples.master,
  '507': samples.arrival,
  '509': samples.departure,
  '701': samples.summary,
  '213': samples.refund,
  '215': samples.tally,
} as const satisfies Partial<Record<MessageType, () => CebRecord>>;

export type SampleType = keyof typeof SAMPLE_OF;
export const SAMPLE_TYPES = Object.keys(SAMPLE_OF) as SampleType[];

/** A whole message around records. */
export function messageOf(type: MessageType, ...records: CebRecord[]): CebMessage {
  return {
    type,
    guid: guid(99),
    version: '1.0',
    records,
    transfer: { copCode: trader.ebcCode, copName: trader.ebcName, dxpMode: 'DXP', dxpId: 'DXPENT0000000001' },
  };
}
