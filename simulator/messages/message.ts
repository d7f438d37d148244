/**
 * The documents themselves, as plain data. Every value is the text that stands on the wire (numbers too: `"0.10"` is
 * not `"0.1"` for a signature), so that reading and writing lose nothing.
 */

/** Export family of the 202205 specification, in the order in which a shipment meets them, then returns (213–216). */
export const EXPORT_TYPES = [
  '303',
  '304',
  '403',
  '404',
  '505',
  '506',
  '603',
  '604',
  '605',
  '606',
  '607',
  '608',
  '507',
  '508',
  '509',
  '510',
  '701',
  '702',
  '792',
  '213',
  '214',
  '215',
  '216',
] as const;

/** Import family, known so that a foreign client program gets a verdict. */
export const IMPORT_TYPES = [
  '311',
  '312',
  '411',
  '412',
  '511',
  '512',
  '513',
  '514',
  '621',
  '622',
  '623',
  '624',
  '625',
  '626',
  '711',
  '712',
  '816',
  '818',
] as const;

/** Every message type; 900 answers both families. */
export const MESSAGE_TYPES = [...EXPORT_TYPES, ...IMPORT_TYPES, '900'] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];

/** One document: an order, a waybill, a list… `head` in the order of the grammar, `list` its goods or waybill lines. */
export interface CebRecord {
  head: Record<string, string>;
  list: Record<string, string>[];
}

/** What a ds:Signature says, without judging it. All values are wire text (base64 where the schema says so). */
export interface CebSignature {
  canonicalizationMethod: string;
  signatureMethod: string;
  digestMethod: string;
  digestValue: string;
  signatureValue: string;
  keyName?: string;
  certificate?: string;
}

/** One CEBnnnMessage. `guid` is that of the message; each record has its own in `head.guid`. */
export interface CebMessage {
  type: MessageType;
  guid: string;
  version: string;
  records: CebRecord[];
  transfer?: Record<string, string>;
  subscribe?: Record<string, string>[];
  signature?: CebSignature;
  /** ExtendMessage: name and version only; what a sender put inside is not ours to keep. */
  extend?: { name: string; version: string };
}

/** Is this text one of the message types? */
export function isMessageType(text: string): text is MessageType {
  return (MESSAGE_TYPES as readonly string[]).includes(text);
}
