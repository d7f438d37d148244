import type { Scene } from '../../kernel/index.ts';
import type { CebRecord } from '../../messages/index.ts';
import type { CustomsDocument } from '../../trade/records.ts';

/** Collection of what customs holds. */
export const STORE = 'customsDocuments';

/** Which head fields make a record unique for customs, by message. The key of the store is `603:<copNo>` and so on. */
const KEY_FIELDS: Record<string, readonly string[]> = {
  '303': ['orderNo', 'ebpCode'],
  '403': ['orderNo', 'ebcCode'],
  '505': ['logisticsNo', 'logisticsCode'],
  '603': ['copNo', 'agentCode'],
  '605': ['copNo', 'agentCode'],
  '607': ['copNo', 'agentCode'],
  '507': ['copNo', 'operatorCode'],
  '509': ['copNo', 'logisticsCode'],
  '701': ['copNo', 'agentCode'],
};

export const isHandled = (message: string): boolean => Object.hasOwn(KEY_FIELDS, message);

/** `603:C0001@1234567890`; parts of a split message have one key each, `…#2`. */
export function keyOf(message: string, record: CebRecord): string {
  const values = (KEY_FIELDS[message] ?? ['guid']).map((field) => record.head[field] ?? '');
  const part = record.head.msgSeqNo && record.head.msgCount !== '1' ? `#${record.head.msgSeqNo}` : '';
  return `${message}:${values.join('@')}${part}`;
}

/** The machine that lives a document's life. */
export const machineOf = (message: string, key: string): string =>
  message === '603' ? `list:${key.slice(4)}` : `document:${key}`;

export function documentsOf(scene: Scene, message: string): CustomsDocument[] {
  return scene
    .all<CustomsDocument>(STORE)
    .filter(([, document]) => document.message === message)
    .map(([, document]) => document);
}

/** Stored (120) or further, and not deleted: what a later document may lean on. */
export const isStored = (document: CustomsDocument | null | undefined): document is CustomsDocument =>
  !!document && ['120', '300', '399', '500', '600', '800', '899'].includes(document.status);

export const findBy = (scene: Scene, message: string, field: string, value: string): CustomsDocument | null =>
  documentsOf(scene, message).find((document) => document.head[field] === value) ?? null;

/** The order on which the trainee's parcel hangs, by the list's order number. */
export const recordOf = ({ head, list }: CustomsDocument): CebRecord => ({ head, list });
