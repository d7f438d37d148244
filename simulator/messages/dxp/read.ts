/** What came in at the door: an envelope, or a bare business message. */
import { CEB, DXP } from '../judge/model.ts';
import { Walk } from '../judge/walk.ts';
import { openXml, type XmlDocument } from '../xml/document.ts';
import type { XmlElement } from '../xml/tree.ts';
import { fromBase64 } from './base64.ts';
import type { AddInfo, DxpMsg, TransInfo } from './envelope.ts';
import { dxpSchema, findEnvelope } from './schema.ts';

export interface EnvelopeFinding {
  readonly code: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly params: Record<string, string | number>;
}

export type DxpReading =
  | ({ readonly kind: 'DxpMsg' } & DxpMsg)
  /** A CEB message without an envelope; it is judged as it came. */
  | { readonly kind: 'bare'; readonly data: string | Uint8Array }
  /** 0001: no XML. 0002: XML that the envelope's schema refuses, or that is neither envelope nor message. */
  | {
      readonly kind: 'refused';
      readonly code: '0001' | '0002';
      readonly findings: readonly EnvelopeFinding[];
      /** What could be made out of the sender's head, for the answer. */
      readonly transInfo: TransInfo | null;
    };

/** Reads what a client sent. A DxpMsgSv (server to server) is unwrapped. Never throws. */
export function readDxp(input: string | Uint8Array): DxpReading {
  const doc = openXml(input);
  if (doc.fault) {
    const { code, params, offset } = doc.fault;
    return refused('0001', [{ code, path: '', ...doc.position(offset), params }], null);
  }
  const { root } = doc;
  if (root.uri === CEB || /^CEB\d{3}Message$/.test(root.local)) return { kind: 'bare', data: input };
  const envelope = root.uri === DXP ? findEnvelope(root.local) : null;
  if (!envelope || root.local === 'DxpRep') {
    const params = { name: root.local, namespace: root.uri, expected: DXP };
    return refused(
      '0002',
      [{ code: 'rootUnknown', path: `/${root.local}`, ...doc.position(0), params }],
      null,
    );
  }
  const walk = new Walk(dxpSchema);
  walk.element(root, envelope);
  const msg = root.local === 'DxpMsg' ? root : find(root, 'DxpMsg');
  if (walk.findings.length > 0) return refused('0002', placed(walk, doc), msg && transInfoIn(msg));
  return messageIn(msg!, doc);
}

/** Everything that the envelope's schema has against a DxpMsg, DxpRep or DxpMsgSv; empty when it accepts. */
export function judgeEnvelope(xml: string | Uint8Array): readonly EnvelopeFinding[] {
  const doc = openXml(xml);
  if (doc.fault) {
    const { code, params, offset } = doc.fault;
    return [{ code, path: '', ...doc.position(offset), params }];
  }
  const envelope = doc.root.uri === DXP ? findEnvelope(doc.root.local) : null;
  if (!envelope) return [strangeRoot(doc)];
  const walk = new Walk(dxpSchema);
  walk.element(doc.root, envelope);
  return placed(walk, doc);
}

function strangeRoot({ root, position }: XmlDocument): EnvelopeFinding {
  const params = { name: root.local, namespace: root.uri, expected: DXP };
  return { code: 'rootUnknown', path: `/${root.local}`, ...position(root.offset), params };
}

function messageIn(msg: XmlElement, doc: XmlDocument): DxpReading {
  const data = find(msg, 'Data')!;
  const bytes = fromBase64(data.text);
  const transInfo = transInfoIn(msg)!;
  if (!bytes || bytes.length === 0) {
    const params = { name: 'Data', value: '' };
    const finding = { code: 'valueNotBase64', path: pathOf(data), ...doc.position(data.offset), params };
    return refused('0001', [finding], transInfo);
  }
  const addInfo = find(msg, 'AddInfo');
  return { kind: 'DxpMsg', transInfo, data: bytes, ...(addInfo && { addInfo: addInfoIn(addInfo) }) };
}

function refused(
  code: '0001' | '0002',
  findings: EnvelopeFinding[],
  transInfo: TransInfo | null,
): DxpReading {
  return { kind: 'refused', code, findings, transInfo };
}

function placed(walk: Walk, doc: XmlDocument): EnvelopeFinding[] {
  return walk.findings
    .toSorted((a, b) => a.element.offset - b.element.offset)
    .map(({ code, element, params }) => ({
      code,
      path: pathOf(element),
      ...doc.position(element.offset),
      params,
    }));
}

function transInfoIn(msg: XmlElement): TransInfo | null {
  const head = find(msg, 'TransInfo');
  if (!head) return null;
  const text = (name: string) => find(head, name)?.text ?? '';
  const ids = find(head, 'ReceiverIds')?.children.map((c) => c.text) ?? [];
  return {
    copMsgId: text('CopMsgId'),
    senderId: text('SenderId'),
    receiverIds: ids,
    creatTime: text('CreatTime').trim(),
    msgType: text('MsgType'),
  };
}

function addInfoIn(element: XmlElement): AddInfo {
  const [file, card, keys, isText] = ['FileName', 'IcCard', 'BizKey', 'IsText'].map((name) =>
    find(element, name),
  );
  const attribute = (e: XmlElement, name: string) => e.attributes.find((a) => a.local === name)?.value;
  return {
    ...(file && { fileName: file.text }),
    ...(card && { icCard: card.text }),
    ...(keys && {
      bizKeys: keys.children.map((key) => {
        const name = attribute(key, 'name');
        return { value: key.text, ...(name !== undefined && { name }) };
      }),
    }),
    ...(isText && { encode: attribute(isText, 'Encode') ?? '' }),
  };
}

function find(parent: XmlElement, local: string): XmlElement | null {
  return parent.children.find((c) => c.local === local) ?? null;
}

function pathOf(element: XmlElement): string {
  return `${element.parent ? pathOf(element.parent) : ''}/${element.local}`;
}
