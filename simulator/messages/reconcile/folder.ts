/** A pile of messages against one another: every pair that belongs together is found by its business key. */
import type { CebMessage, CebRecord, MessageType } from '../message.ts';
import { complaint, type Finding } from './complaint.ts';
import { checkMessage } from './message.ts';
import { orderWithList, orderWithReceipt, waybillWithList, withdrawalWithList } from './pairs.ts';
import { checkParts, masterWithLists, waybillsWithMaster } from './transport.ts';

export interface FolderFinding {
  /** Type of the document that the finding points into. */
  readonly type: MessageType;
  /** Its business key: order number, waybill number or own reference. */
  readonly key: string;
  readonly finding: Finding;
}

/** Checks each message in itself, then the documents against one another. */
export function checkFolder(messages: readonly CebMessage[]): FolderFinding[] {
  const pile = new Map<MessageType, CebRecord[]>();
  for (const m of messages) pile.set(m.type, [...(pile.get(m.type) ?? []), ...m.records]);
  const of = (type: MessageType): CebRecord[] => pile.get(type) ?? [];
  const alone = messages.flatMap((m) => label(m.type, m.records[0]?.head ?? {}, checkMessage(m)));
  return [...alone, ...lists(of), ...receipts(of), ...withdrawals(of), ...masters(of), ...journeys(of)];
}

type Pile = (type: MessageType) => CebRecord[];

function label(
  type: MessageType,
  head: Record<string, string>,
  findings: readonly Finding[],
): FolderFinding[] {
  const key = head.copNo ?? head.coElNo ?? head.orderNo ?? head.logisticsNo ?? head.guid ?? '';
  return findings.map((finding) => ({ type, key, finding }));
}

function lists(of: Pile): FolderFinding[] {
  return of('603').flatMap((list) => {
    const { orderNo = '', logisticsNo = '' } = list.head;
    const order = of('303').find((o) => o.head.orderNo === orderNo);
    const waybill = of('505').find((w) => w.head.logisticsNo === logisticsNo);
    return label('603', list.head, [
      ...(order ? orderWithList(order, list) : [missing('303', 'orderNo', orderNo)]),
      ...(waybill ? waybillWithList(waybill, list) : [missing('505', 'logisticsNo', logisticsNo)]),
    ]);
  });
}

function receipts(of: Pile): FolderFinding[] {
  return of('403').flatMap((receipt) => {
    const { orderNo = '' } = receipt.head;
    const order = of('303').find((o) => o.head.orderNo === orderNo);
    return label(
      '403',
      receipt.head,
      order ? orderWithReceipt(order, receipt) : [missing('303', 'orderNo', orderNo)],
    );
  });
}

function withdrawals(of: Pile): FolderFinding[] {
  return of('605').flatMap((withdrawal) => {
    const { invtNo = '' } = withdrawal.head;
    const list = of('603').find((l) => l.head.invtNo === invtNo && invtNo !== '');
    return list ? label('605', withdrawal.head, withdrawalWithList(withdrawal, list)) : [];
  });
}

function masters(of: Pile): FolderFinding[] {
  return documents(of('607')).flatMap((parts) =>
    label('607', parts[0]!.head, [...checkParts(parts), ...masterWithLists(parts, of('603'))]),
  );
}

function journeys(of: Pile): FolderFinding[] {
  return (['507', '509'] as const).flatMap((type) =>
    documents(of(type)).flatMap((parts) => {
      const { billNo = '' } = parts[0]!.head;
      const master = of('607').filter((m) => m.head.billNo === billNo);
      const against =
        master.length > 0 ? waybillsWithMaster(type, parts, master) : [missing('607', 'billNo', billNo)];
      return label(type, parts[0]!.head, [...checkParts(parts), ...against]);
    }),
  );
}

/** Parts that share a copNo are one document. */
function documents(records: readonly CebRecord[]): CebRecord[][] {
  const byKey = new Map<string, CebRecord[]>();
  for (const record of records) {
    const key = record.head.copNo ?? '';
    byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  return [...byKey.values()];
}

function missing(type: MessageType, field: string, value: string): Finding {
  return complaint('documentMissing', `head.${field}`, { type, field, value }, ['gacc-2018-194#three-data']);
}
