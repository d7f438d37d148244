/** Receipts: the answer to one record, built from the record itself. */
import { grammarOf } from '../grammar/catalogue.ts';
import { facets, type Facets } from '../grammar/facets.ts';
import type { CebMessage, CebRecord, MessageType } from '../message.ts';

export interface ReceiptOptions {
  /** Of the receipt record. The port's first receipt (2) echoes the guid of the request, customs' later ones have new ones. */
  guid: string;
  /** Of the message; default: that of the record. */
  messageGuid?: string;
  returnStatus: string;
  /** yyyyMMddHHmmssSSS; must grow from receipt to receipt, since clients drop one that is not younger. */
  returnTime: string;
  returnInfo: string;
  /** Numbers that the authorities give; what is not given is copied from the request. */
  preNo?: string;
  invtNo?: string;
  sumNo?: string;
  rkdNo?: string;
}

/**
 * Several receipts must carry a preNo of 18 characters even when none has been given yet (a refusal at the very start):
 * the schema wants it, the text of the specification doesn't.
 */
export const NO_PRE_NO = '0'.repeat(18);
const NOTHING: Record<string, string> = { preNo: NO_PRE_NO };
/** Stands for what the request may leave out and its receipt may not: the copNo of a 621. */
const NONE = '无';

/** Type of the receipt that answers a request; null for a message that is itself an answer. */
export function findReceiptType(request: MessageType): MessageType | null {
  const g = grammarOf(request);
  return g.role === 'request' ? g.pair : null;
}

/**
 * The receipt for one record. `type` is the request's type (603) or the receipt's (604).
 * Throws for 792, 816, 818 and 900, which answer no single record.
 */
export function receiptFor(request: CebRecord, type: MessageType, options: ReceiptOptions): CebMessage {
  const receipt = findReceiptType(type) ?? type;
  const g = grammarOf(receipt);
  if (g.role !== 'answer' || !('returnInfo' in g.headFields) || g.pair === null) {
    throw new Error(`${type} has no receipt for a single record`);
  }
  const given: Record<string, string | undefined> = { ...options };
  const head: Record<string, string> = {};
  for (const [name, notation] of Object.entries(g.headFields)) {
    const f = facets(notation);
    const fits = (value: string | undefined): value is string => fitsIn(value ?? '', f);
    const value =
      [given[name], request.head[name]].find((each) => each && fits(each)) ??
      (fits('') || !f.required ? '' : (NOTHING[name] ?? NONE));
    if (value || f.required) head[name] = value;
  }
  return {
    type: receipt,
    guid: options.messageGuid ?? options.guid,
    version: '1.0',
    records: [{ head, list: [] }],
  };
}

const fitsIn = (value: string, { minLength, maxLength }: Facets): boolean => {
  const length = [...value].length;
  return length >= minLength && length <= maxLength;
};

/** Lines of a summary result: which list went into which line of the declaration. */
export interface SummaryResultLine {
  invtNo: string;
  logisticsNo: string;
  gseqno: string;
  gnum: string;
  gcode: string;
}

/** 792: what became of a summary application. `application` is the head of the 701. */
export function summaryResult(
  application: Record<string, string>,
  result: Record<string, string>,
  lines: readonly SummaryResultLine[],
  messageGuid: string,
): CebMessage {
  const head: Record<string, string> = {};
  for (const name of Object.keys(grammarOf('792').headFields)) {
    const value = result[name] ?? (name === 'guid' || name === 'note' ? undefined : application[name]);
    if (value !== undefined) head[name] = value;
  }
  return {
    type: '792',
    guid: messageGuid,
    version: '1.0',
    records: [{ head, list: lines.map((line) => ({ ...line })) }],
  };
}
