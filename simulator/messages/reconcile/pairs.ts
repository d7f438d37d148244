/**
 * Two documents about one thing: where they must agree, and whether they do. `at` of a finding points into the
 * document that comes later in the flow (the list, the receipt of payment): that is the one that can be mended.
 */
import type { CebRecord, MessageType } from '../message.ts';
import { complaint, TRUTH, type Finding } from './complaint.ts';
import { sameNumber, textOf, unitsOf } from './decimal.ts';

const LIST_603 = 'ceb-202205#list-603';

/** 303 ↔ 603: order, platform and firm; and line by line quantity, unit, price, total and currency. */
export function orderWithList(order: CebRecord, list: CebRecord): Finding[] {
  const cites = [LIST_603, TRUTH];
  return [
    ...sameTexts('303', order.head, '603', list.head, ['orderNo', 'ebpCode', 'ebcCode'], cites),
    ...sameLines(order, list, cites),
  ];
}

function sameLines(order: CebRecord, list: CebRecord, cites: readonly string[]): Finding[] {
  const byNumber = new Map(order.list.map((line) => [numberOf(line.gnum), line]));
  const findings = list.list.flatMap((line, i): Finding[] => {
    const gnum = numberOf(line.gnum);
    const ordered = byNumber.get(gnum);
    byNumber.delete(gnum);
    if (!ordered) return [complaint('lineNotOrdered', `list.${i}`, { gnum: line.gnum ?? '' }, cites)];
    return LINE_FIELDS.flatMap((field) => {
      const [a, b] = [ordered[field] ?? '', line[field] ?? ''];
      if (field === 'unit' || field === 'currency' ? a === b : sameNumber(a, b)) return [];
      return [
        complaint(
          'lineDiffers',
          `list.${i}.${field}`,
          { gnum: line.gnum ?? '', field, order: a, list: b },
          cites,
        ),
      ];
    });
  });
  for (const gnum of byNumber.keys()) findings.push(complaint('lineNotDeclared', null, { gnum }, cites));
  return findings;
}
const LINE_FIELDS = ['qty', 'unit', 'price', 'totalPrice', 'currency'] as const;

/** 303 ↔ 403: the same order, and the money that was due for it. */
export function orderWithReceipt(order: CebRecord, receipt: CebRecord): Finding[] {
  const findings = sameTexts(
    '303',
    order.head,
    '403',
    receipt.head,
    ['orderNo', 'ebpCode', 'ebcCode', 'currency'],
    [TRUTH],
  );
  const [value, freight, charge] = ['goodsValue', 'freight']
    .map((f) => unitsOf(order.head[f]))
    .concat(unitsOf(receipt.head.charge));
  if (value == null || charge == null) return findings;
  const due = value + (freight ?? 0n);
  if (due !== charge) {
    const params = { orderNo: order.head.orderNo ?? '', due: textOf(due), charge: receipt.head.charge ?? '' };
    findings.push(complaint('chargeDiffers', 'head.charge', params, [TRUTH, 'gacc-2018-194#three-data']));
  }
  return findings;
}

/** 505 ↔ 603: the same waybill, the same weight, the same number of parcels. */
export function waybillWithList(waybill: CebRecord, list: CebRecord): Finding[] {
  return [
    ...sameTexts(
      '505',
      waybill.head,
      '603',
      list.head,
      ['logisticsCode', 'logisticsNo'],
      ['ceb-202205#waybill-505', LIST_603],
    ),
    ...sameTexts(
      '505',
      waybill.head,
      '603',
      list.head,
      ['grossWeight', 'packNo'],
      ['practice#weight-match', LIST_603],
    ),
    // The waybill may leave the firm out.
    ...(waybill.head.ebcCode
      ? sameTexts('505', waybill.head, '603', list.head, ['ebcCode'], [LIST_603])
      : []),
  ];
}

/** 605 ↔ 603: a withdrawal names the list as customs knows it. */
export function withdrawalWithList(withdrawal: CebRecord, list: CebRecord): Finding[] {
  const names = ['invtNo', 'customsCode', 'ebcCode', 'agentCode'];
  return sameTexts('603', list.head, '605', withdrawal.head, names, ['ceb-202205#cancel-605']);
}

/** 603 ↔ 213: a return names goods of the list, and not more of them. */
export function listWithReturn(list: CebRecord, refund: CebRecord): Finding[] {
  const cites = ['ceb-202205#return-213', 'gacc-2020-44'];
  const lines = new Map(list.list.map((line) => [numberOf(line.gnum), line]));
  const beyond = refund.list.flatMap((line, i): Finding[] => {
    const exported = lines.get(numberOf(line.gnum));
    const gnum = line.gnum ?? '';
    if (!exported || exported.gcode !== line.gcode) {
      return [complaint('returnNotExported', `list.${i}`, { gnum, gcode: line.gcode ?? '' }, cites)];
    }
    const [back, out] = [unitsOf(line.qty), unitsOf(exported.qty)];
    if (back === null || out === null || back <= out) return [];
    return [
      complaint(
        'returnExceedsExport',
        `list.${i}.qty`,
        { gnum, qty: line.qty!, exported: exported.qty! },
        cites,
      ),
    ];
  });
  return [...sameTexts('603', list.head, '213', refund.head, ['invtNo', 'ebcCode'], cites), ...beyond];
}

/** Fields that must agree, numbers as numbers. */
export function sameTexts(
  first: MessageType,
  a: Record<string, string>,
  second: MessageType,
  b: Record<string, string>,
  fields: readonly string[],
  cites: readonly string[],
): Finding[] {
  return fields.flatMap((field) => {
    const [left, right] = [a[field] ?? '', b[field] ?? ''];
    if (NUMBERS.has(field) ? sameNumber(left, right) : left === right) return [];
    return [
      complaint(
        'fieldDiffers',
        `head.${field}`,
        { field, first, firstValue: left, second, secondValue: right },
        cites,
      ),
    ];
  });
}

const NUMBERS = new Set(['grossWeight', 'netWeight', 'packNo', 'freight', 'goodsValue', 'insuredFee']);

function numberOf(gnum: string | undefined): string {
  const units = unitsOf(gnum);
  return units === null ? (gnum ?? '') : textOf(units);
}
