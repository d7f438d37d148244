/** Message → XML. Deterministic: the same message gives the same bytes. */
import { grammarOf, type MessageGrammar } from './grammar/catalogue.ts';
import type { FieldTable } from './grammar/facets.ts';
import { baseSubscribe, baseTransfer } from './grammar/trailer.ts';
import { CEB, DS } from './judge/model.ts';
import type { CebMessage, CebRecord, CebSignature } from './message.ts';
import { attribute, text } from './xml/escape.ts';

/**
 * Writes a message in the order of its grammar, indented by tabs as the official samples are. It does not judge: an
 * overlong field is written as it is. Throws on a field that the grammar does not know, since no reader could find it.
 */
export function writeMessage(message: CebMessage): string {
  const g = grammarOf(message.type);
  const root = `CEB${message.type}Message`;
  const attributes = `guid="${attribute(message.guid)}" version="${attribute(message.version)}" xmlns:ceb="${CEB}"`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<ceb:${root} ${attributes}>`,
    ...message.records.flatMap((record) => recordLines(record, g)),
    ...trailerLines(message, g),
    `</ceb:${root}>`,
  ];
  return `${lines.join('\n')}\n`;
}

function recordLines(record: CebRecord, g: MessageGrammar): string[] {
  if (g.record === g.head) return wrapped(1, g.record, fieldLines(2, record.head, g.headFields, g.head));
  const head = wrapped(2, g.head, fieldLines(3, record.head, g.headFields, g.head));
  const list = record.list.flatMap((line) => wrapped(2, g.list!, fieldLines(3, line, g.listFields, g.list!)));
  return wrapped(1, g.record, [...head, ...list]);
}

function trailerLines(message: CebMessage, g: MessageGrammar): string[] {
  const { transfer, subscribe = [], signature, extend } = message;
  const lines: string[] = [];
  if (transfer)
    lines.push(...wrapped(1, 'BaseTransfer', fieldLines(2, transfer, baseTransfer, 'BaseTransfer')));
  for (const s of subscribe) {
    lines.push(...wrapped(1, 'BaseSubscribe', fieldLines(2, s, baseSubscribe, 'BaseSubscribe')));
  }
  const last = [
    signature ? signatureLines(signature) : [],
    extend
      ? wrapped(1, 'ExtendMessage', [
          field(2, 'name', extend.name),
          field(2, 'version', extend.version),
          field(2, 'Message', ''),
        ])
      : [],
  ];
  if (g.family === 'import') last.reverse();
  return lines.concat(...last);
}

function fieldLines(
  depth: number,
  values: Record<string, string>,
  table: FieldTable,
  where: string,
): string[] {
  for (const name in values) if (!(name in table)) throw new Error(`${where} has no field ${name}`);
  return Object.keys(table).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [field(depth, name, value)];
  });
}

function signatureLines(s: CebSignature): string[] {
  const key = [
    ...(s.keyName === undefined ? [] : [`<ds:KeyName>${text(s.keyName)}</ds:KeyName>`]),
    ...(s.certificate === undefined
      ? []
      : [`<ds:X509Data><ds:X509Certificate>${text(s.certificate)}</ds:X509Certificate></ds:X509Data>`]),
  ].join('');
  const transform = `<ds:Transform Algorithm="${DS}enveloped-signature"></ds:Transform>`;
  return [
    `\t<ds:Signature xmlns:ds="${DS}">` +
      `<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${attribute(s.canonicalizationMethod)}"></ds:CanonicalizationMethod>` +
      `<ds:SignatureMethod Algorithm="${attribute(s.signatureMethod)}"></ds:SignatureMethod>` +
      `<ds:Reference URI=""><ds:Transforms>${transform}</ds:Transforms>` +
      `<ds:DigestMethod Algorithm="${attribute(s.digestMethod)}"></ds:DigestMethod>` +
      `<ds:DigestValue>${text(s.digestValue)}</ds:DigestValue></ds:Reference></ds:SignedInfo>` +
      `<ds:SignatureValue>${text(s.signatureValue)}</ds:SignatureValue>` +
      `${key && `<ds:KeyInfo>${key}</ds:KeyInfo>`}</ds:Signature>`,
  ];
}

const wrapped = (depth: number, name: string, inner: string[]): string[] => [
  `${'\t'.repeat(depth)}<ceb:${name}>`,
  ...inner,
  `${'\t'.repeat(depth)}</ceb:${name}>`,
];

const field = (depth: number, name: string, value: string): string =>
  `${'\t'.repeat(depth)}<ceb:${name}>${text(value)}</ceb:${name}>`;
