/** Every message type: names, family, record structure and bounds (202205 schema). The one list that all else reads. */
import * as answer from './export-answers.ts';
import * as journey from './export-journey.ts';
import * as request from './export-requests.ts';
import type { FieldTable } from './facets.ts';
import * as importAnswer from './import-answers.ts';
import * as importRequest from './import-requests.ts';
import type { MessageType } from '../message.ts';

export interface MessageGrammar {
  readonly type: MessageType;
  readonly zh: string;
  readonly en: string;
  readonly family: 'export' | 'import';
  /** Requests end with BaseTransfer and may be signed; answers hold nothing but their records. */
  readonly role: 'request' | 'answer';
  /** Element that repeats under the root. Where it equals `head`, the record is flat. */
  readonly record: string;
  readonly head: string;
  readonly headFields: FieldTable;
  readonly list: string | null;
  readonly listFields: FieldTable;
  /** How many lines a record may have. */
  readonly lines: readonly [min: number, max: number];
  /** How many records a message may have. */
  readonly records: readonly [min: number, max: number];
  readonly signature: 'required' | 'optional' | 'none';
  /** The receipt of a request; the request of a receipt. */
  readonly pair: MessageType | null;
}

type Entry = Omit<MessageGrammar, 'type'>;
type Names = readonly [zh: string, en: string];
const ANY = Infinity;
const NONE: FieldTable = {};

const outbound = (names: Names, pair: MessageType, record: string, more: Partial<Entry>): Entry => ({
  zh: names[0],
  en: names[1],
  family: 'export',
  role: 'request',
  record,
  head: record,
  headFields: NONE,
  list: null,
  listFields: NONE,
  lines: [0, 0],
  records: [1, 100],
  signature: 'optional',
  pair,
  ...more,
});

const receipt = (
  pair: MessageType,
  record: string,
  headFields: FieldTable,
  more: Partial<Entry> = {},
): Entry => ({
  ...outbound(RECEIPT_NAMES[pair] ?? ['回执', 'Receipt'], pair, record, { headFields }),
  role: 'answer',
  signature: 'none',
  ...more,
});

const RECEIPT_NAMES: Partial<Record<MessageType, Names>> = {
  '303': ['电子订单回执', 'Export order receipt'],
  '403': ['收款单回执', 'Receipt-of-payment receipt'],
  '505': ['物流运单回执', 'Waybill receipt'],
  '603': ['出口清单回执', 'Export list receipt'],
  '605': ['撤销申请单回执', 'Withdrawal receipt'],
  '607': ['清单总分单回执', 'Master–house list receipt'],
  '507': ['运抵单回执', 'Arrival receipt'],
  '509': ['离境单回执', 'Departure receipt'],
  '701': ['汇总申请单回执', 'Summary application receipt'],
  '213': ['退货申请单回执', 'Return application receipt'],
  '215': ['退运理货明细单回执', 'Return tally receipt'],
  '311': ['进口电子订单回执', 'Import order receipt'],
  '411': ['支付凭证回执', 'Payment receipt'],
  '511': ['进口物流运单回执', 'Import waybill receipt'],
  '513': ['运单状态回执', 'Delivery status receipt'],
  '621': ['进口清单回执', 'Import list receipt'],
  '623': ['进口撤销申请单回执', 'Import withdrawal receipt'],
  '625': ['进口退货申请单回执', 'Import return receipt'],
  '711': ['入库明细单回执', 'Warehouse-in receipt'],
};

const inImport = { family: 'import' } as const;
const signed = { family: 'import', signature: 'required' } as const;

const ENTRIES: Record<MessageType, Entry> = {
  '303': outbound(['电子订单', 'Export order'], '304', 'Order', {
    head: 'OrderHead',
    headFields: request.orderHead,
    list: 'OrderList',
    listFields: request.orderList,
    lines: [1, 100],
  }),
  '304': receipt('303', 'OrderReturn', answer.orderReturn),
  '403': outbound(['收款单', 'Receipt of payment'], '404', 'Receipts', { headFields: request.receipts }),
  '404': receipt('403', 'ReceiptsReturn', answer.receiptsReturn),
  '505': outbound(['物流运单', 'Export waybill'], '506', 'Logistics', { headFields: request.logistics }),
  '506': receipt('505', 'LogisticsReturn', answer.logisticsReturn),
  '603': outbound(['出口清单', 'Export list'], '604', 'Inventory', {
    head: 'InventoryHead',
    headFields: request.inventoryHead,
    list: 'InventoryList',
    listFields: request.inventoryList,
    lines: [1, 100],
  }),
  '604': receipt('603', 'InventoryReturn', answer.inventoryReturn),
  '605': outbound(['撤销申请单', 'Withdrawal'], '606', 'InvtCancel', { headFields: request.invtCancel }),
  '606': receipt('605', 'InvtCancelReturn', answer.invtCancelReturn),
  '607': outbound(['清单总分单', 'Master–house list'], '608', 'WayBill', {
    head: 'WayBillHead',
    headFields: journey.wayBillHead,
    list: 'WayBillList',
    listFields: journey.wayBillList,
    lines: [1, ANY],
  }),
  '608': receipt('607', 'WayBillReturn', answer.wayBillReturn),
  '507': outbound(['运抵单', 'Arrival'], '508', 'Arrival', {
    head: 'ArrivalHead',
    headFields: journey.arrivalHead,
    list: 'ArrivalList',
    listFields: journey.arrivalList,
    lines: [0, ANY],
  }),
  '508': receipt('507', 'ArrivalReturn', answer.arrivalReturn),
  '509': outbound(['离境单', 'Departure'], '510', 'Departure', {
    head: 'DepartureHead',
    headFields: journey.departureHead,
    list: 'DepartureList',
    listFields: journey.departureList,
    lines: [1, ANY],
  }),
  '510': receipt('509', 'DepartureReturn', answer.departureReturn),
  '701': outbound(['汇总申请单', 'Summary application'], '702', 'SummaryApply', {
    head: 'SummaryApplyHead',
    headFields: journey.summaryApplyHead,
    list: 'SummaryApplyList',
    listFields: journey.summaryApplyList,
    lines: [0, ANY],
  }),
  '702': receipt('701', 'SummaryReturn', answer.summaryReturn),
  '792': receipt('701', 'SummaryResult', answer.summaryResultHead, {
    zh: '汇总结果单',
    en: 'Summary result',
    head: 'SummaryResultHead',
    list: 'SummaryResultList',
    listFields: answer.summaryResultList,
    lines: [0, ANY],
  }),
  '213': outbound(['退货申请单', 'Return application'], '214', 'InvtRefund', {
    head: 'InvtRefundHead',
    headFields: journey.invtRefundHead,
    list: 'InvtRefundList',
    listFields: journey.invtRefundList,
    lines: [1, 100],
  }),
  '214': receipt('213', 'RefundReturn', answer.refundReturn),
  '215': outbound(['退运理货明细单', 'Return tally'], '216', 'InvtRefundDetail', {
    headFields: journey.invtRefundDetail,
  }),
  '216': receipt('215', 'InvtRefundDetailReturn', answer.invtRefundDetailReturn),

  '311': outbound(['进口电子订单', 'Import order'], '312', 'Order', {
    ...inImport,
    head: 'OrderHead',
    headFields: importRequest.orderHead,
    list: 'OrderList',
    listFields: importRequest.orderList,
    lines: [1, 99],
  }),
  '312': receipt('311', 'OrderReturn', importAnswer.orderReturn, inImport),
  '411': outbound(['支付凭证', 'Import payment'], '412', 'Payment', {
    ...inImport,
    head: 'PaymentHead',
    headFields: importRequest.paymentHead,
  }),
  '412': receipt('411', 'PaymentReturn', importAnswer.paymentReturn, inImport),
  '511': outbound(['进口物流运单', 'Import waybill'], '512', 'Logistics', {
    ...inImport,
    head: 'LogisticsHead',
    headFields: importRequest.logisticsHead,
  }),
  '512': receipt('511', 'LogisticsReturn', importAnswer.logisticsReturn, inImport),
  '513': outbound(['运单状态', 'Delivery status'], '514', 'LogisticsStatus', {
    ...inImport,
    headFields: importRequest.logisticsStatus,
  }),
  '514': receipt('513', 'LogisticsStatusReturn', importAnswer.logisticsStatusReturn, inImport),
  '621': outbound(['进口清单', 'Import list'], '622', 'Inventory', {
    ...signed,
    head: 'InventoryHead',
    headFields: importRequest.inventoryHead,
    list: 'InventoryList',
    listFields: importRequest.inventoryList,
    lines: [1, 99],
  }),
  '622': receipt('621', 'InventoryReturn', importAnswer.inventoryReturn, inImport),
  '623': outbound(['进口撤销申请单', 'Import withdrawal'], '624', 'InvtCancel', {
    ...signed,
    headFields: importRequest.invtCancel,
  }),
  '624': receipt('623', 'InvtCancelReturn', importAnswer.invtCancelReturn, inImport),
  '625': outbound(['进口退货申请单', 'Import return application'], '626', 'InvtRefund', {
    ...signed,
    head: 'InvtRefundHead',
    headFields: importRequest.invtRefundHead,
    list: 'InvtRefundList',
    listFields: importRequest.invtRefundList,
    lines: [1, 99],
  }),
  '626': receipt('625', 'InvtRefundReturn', importAnswer.invtRefundReturn, inImport),
  '711': outbound(['入库明细单', 'Warehouse-in detail'], '712', 'Delivery', {
    ...signed,
    records: [1, 1],
    head: 'DeliveryHead',
    headFields: importRequest.deliveryHead,
    list: 'DeliveryList',
    listFields: importRequest.deliveryList,
    lines: [1, ANY],
  }),
  '712': receipt('711', 'DeliveryReturn', importAnswer.deliveryReturn, inImport),
  '816': receipt('621', 'Tax', importAnswer.taxHeadRd, {
    ...inImport,
    zh: '电子税单',
    en: 'Tax bill',
    records: [1, ANY],
    head: 'TaxHeadRd',
    list: 'TaxListRd',
    listFields: importAnswer.taxListRd,
    lines: [1, 99],
  }),
  '818': receipt('621', 'Tax', importAnswer.taxHeadStatus, {
    ...inImport,
    zh: '电子税单状态',
    en: 'Tax bill status',
    records: [1, ANY],
    head: 'TaxHeadStatus',
  }),
  '900': receipt('303', 'MessageReturn', importAnswer.messageReturn, {
    ...inImport,
    zh: '报文格式校验回执',
    en: 'Format-check receipt',
    records: [1, 1],
    pair: null,
  }),
};

/** The grammar of a message type. */
export function grammarOf(type: MessageType): MessageGrammar {
  return GRAMMARS[type];
}

const GRAMMARS = Object.fromEntries(
  Object.entries(ENTRIES).map(([type, entry]) => [type, { type: type as MessageType, ...entry }]),
) as Record<MessageType, MessageGrammar>;
