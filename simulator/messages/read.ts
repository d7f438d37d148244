/** XML → message, leniently: whatever fields can be recognized. Whether they are right is the judge's business. */
import { grammarOf, type MessageGrammar } from './grammar/catalogue.ts';
import {
  isMessageType,
  type CebMessage,
  type CebRecord,
  type CebSignature,
  type MessageType,
} from './message.ts';
import { CEB, DS } from './judge/model.ts';
import { openXml, type XmlDocument } from './xml/document.ts';
import type { XmlElement } from './xml/tree.ts';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
}

export interface Reading {
  readonly type: MessageType | 'Unknown';
  /** Null when the text is not XML or its root is no message. */
  readonly message: CebMessage | null;
  /** Why the text is not XML; null when it is. */
  readonly fault: (Position & { code: string; params: Record<string, string | number> }) | null;
  /** Where a field stands: `records.0.head.orderNo`, `records.0.list.1.qty`, `transfer.dxpId`. */
  readonly positionOf: (at: string) => Position | null;
}

/** Reads a message from text or bytes. Never throws. */
export function readMessage(xml: string | Uint8Array): Reading {
  const doc = openXml(xml);
  if (doc.fault) {
    const { code, params, offset } = doc.fault;
    return {
      type: 'Unknown',
      message: null,
      fault: { code, params, ...doc.position(offset) },
      positionOf: () => null,
    };
  }
  return readingOf(doc, doc.root);
}

export function readingOf(doc: XmlDocument, root: XmlElement): Reading {
  const type = typeOf(root);
  if (type === 'Unknown') return { type, message: null, fault: null, positionOf: () => null };
  const grammar = grammarOf(type);
  return {
    type,
    message: messageIn(root, grammar),
    fault: null,
    positionOf: (at) => {
      const element = elementAt(root, grammar, at);
      return element && doc.position(element.offset);
    },
  };
}

/** Message type by namespace and local name of the root; the prefix is the sender's choice. */
export function typeOf(root: XmlElement): MessageType | 'Unknown' {
  const number = /^CEB(\d{3})Message$/.exec(root.local)?.[1] ?? '';
  return root.uri === CEB && isMessageType(number) ? number : 'Unknown';
}

/** Everything that the grammar knows, from a root of a known type. */
export function messageIn(root: XmlElement, grammar: MessageGrammar): CebMessage {
  const message: CebMessage = {
    type: grammar.type,
    guid: attributeOf(root, 'guid'),
    version: attributeOf(root, 'version'),
    records: childrenOf(root, grammar.record).map((e) => recordIn(e, grammar)),
  };
  if (grammar.role === 'answer') return message;
  const transfer = childrenOf(root, 'BaseTransfer')[0];
  if (transfer) message.transfer = textsIn(transfer);
  const subscribe = childrenOf(root, 'BaseSubscribe');
  if (subscribe.length > 0) message.subscribe = subscribe.map(textsIn);
  const signature = root.children.find((c) => c.uri === DS && c.local === 'Signature');
  if (signature) message.signature = signatureIn(signature);
  const extend = childrenOf(root, 'ExtendMessage')[0];
  if (extend) {
    const { name = '', version = '' } = textsIn(extend);
    message.extend = { name, version };
  }
  return message;
}

function recordIn(element: XmlElement, g: MessageGrammar): CebRecord {
  const head = g.record === g.head ? element : childrenOf(element, g.head)[0];
  const list = g.list && element !== head ? childrenOf(element, g.list).map(textsIn) : [];
  return { head: head ? textsIn(head) : {}, list };
}

function textsIn(element: XmlElement): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const child of element.children)
    if (child.uri === CEB && child.children.length === 0) texts[child.local] = child.text;
  return texts;
}

function signatureIn(signature: XmlElement): CebSignature {
  const find = (name: string, from = signature): XmlElement | null => {
    for (const child of from.children) {
      const hit = child.local === name && child.uri === DS ? child : find(name, child);
      if (hit) return hit;
    }
    return null;
  };
  const algorithm = (name: string) => attributeOf(find(name), 'Algorithm');
  const text = (name: string) => find(name)?.text ?? '';
  return {
    canonicalizationMethod: algorithm('CanonicalizationMethod'),
    signatureMethod: algorithm('SignatureMethod'),
    digestMethod: algorithm('DigestMethod'),
    digestValue: text('DigestValue'),
    signatureValue: text('SignatureValue'),
    ...(find('KeyName') && { keyName: text('KeyName') }),
    ...(find('X509Certificate') && { certificate: text('X509Certificate') }),
  };
}

function elementAt(root: XmlElement, g: MessageGrammar, at: string): XmlElement | null {
  const [part, ...rest] = at.split('.');
  if (part === 'guid' || part === 'version') return root;
  if (part === 'transfer') return named(childrenOf(root, 'BaseTransfer')[0], rest[0]);
  if (part === 'subscribe') return named(childrenOf(root, 'BaseSubscribe')[Number(rest[0])], rest[1]);
  if (part !== 'records') return null;
  const record = childrenOf(root, g.record)[Number(rest[0])];
  if (!record || rest.length === 1) return record ?? null;
  if (rest[1] === 'head') return named(g.record === g.head ? record : childrenOf(record, g.head)[0], rest[2]);
  return g.list ? named(childrenOf(record, g.list)[Number(rest[2])], rest[3]) : null;
}

function named(parent: XmlElement | undefined, local: string | undefined): XmlElement | null {
  if (!parent) return null;
  return (local ? parent.children.find((c) => c.local === local) : undefined) ?? parent;
}

function childrenOf(parent: XmlElement, local: string): XmlElement[] {
  return parent.children.filter((c) => c.local === local && c.uri === CEB);
}

function attributeOf(element: XmlElement | null, local: string): string {
  return element?.attributes.find((a) => a.local === local && a.uri === '')?.value ?? '';
}
