/**
 * The judge: does the official schema (202205) accept this message? Only the judge makes a checked `CebMessage`.
 * Whether a message makes sense is another question: see `reconcile/`.
 */
import { grammarOf, type MessageGrammar } from './grammar/catalogue.ts';
import { facets } from './grammar/facets.ts';
import { CEB } from './judge/model.ts';
import { rootOf, schemaOf } from './judge/schema.ts';
import { Walk, type RawFinding } from './judge/walk.ts';
import type { CebMessage, MessageType } from './message.ts';
import { messageIn, typeOf } from './read.ts';
import { openXml, type XmlDocument } from './xml/document.ts';
import type { XmlElement } from './xml/tree.ts';

export interface JudgeFinding {
  readonly code: string;
  /** `/CEB303Message/Order[2]/OrderList[1]/qty`, or empty when the text is not XML. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly params: Record<string, string | number>;
  /** Where it belongs in the `CebMessage` (`records.1.list.0.qty`), when it belongs to a field. */
  readonly at?: string;
}

export interface Verdict {
  readonly type: MessageType | 'Unknown';
  readonly schemaValid: boolean;
  /** In the order of the document. */
  readonly findings: readonly JudgeFinding[];
  /** Only when the schema accepts. The schema's stand-ins fill empty elements (`appStatus` of a 505 → 2). */
  readonly message?: CebMessage;
}

/** Judges a message from text or bytes. Never throws. */
export function judge(xml: string | Uint8Array): Verdict {
  const doc = openXml(xml);
  if (doc.fault) {
    const { code, params, offset } = doc.fault;
    return refused('Unknown', [{ code, path: '', ...doc.position(offset), params }]);
  }
  const type = typeOf(doc.root);
  if (type === 'Unknown') return refused(type, [strangeRoot(doc)]);
  const walk = new Walk(schemaOf(type));
  walk.element(doc.root, rootOf(type));
  const grammar = grammarOf(type);
  if (walk.findings.length > 0) {
    const inOrder = walk.findings.toSorted((a, b) => a.element.offset - b.element.offset);
    return refused(
      type,
      inOrder.map((f) => placed(f, doc, grammar)),
    );
  }
  return {
    type,
    schemaValid: true,
    findings: [],
    message: withStandIns(messageIn(doc.root, grammar), grammar),
  };
}

function refused(type: Verdict['type'], findings: JudgeFinding[]): Verdict {
  return { type, schemaValid: false, findings };
}

function strangeRoot({ root, position }: XmlDocument): JudgeFinding {
  const code = /^CEB\d{3}Message$/.test(root.local) && root.uri !== CEB ? 'rootNamespace' : 'rootUnknown';
  const params = { name: root.local, namespace: root.uri, expected: CEB };
  return { code, path: `/${root.local}`, ...position(root.offset), params };
}

function placed(finding: RawFinding, doc: XmlDocument, g: MessageGrammar): JudgeFinding {
  const { code, element, params } = finding;
  const at = fieldAt(element, g);
  return { code, path: pathOf(element), ...doc.position(element.offset), params, ...(at !== null && { at }) };
}

function pathOf(element: XmlElement): string {
  const { parent } = element;
  if (!parent) return `/${element.local}`;
  const { index, twins } = placeOf(element, parent);
  return `${pathOf(parent)}/${element.local}${twins > 1 ? `[${index + 1}]` : ''}`;
}

interface Places {
  /** Place among the children of the same name, from 0. */
  readonly index: Map<XmlElement, number>;
  readonly twins: Map<string, number>;
}
const placesIn = new WeakMap<XmlElement, Places>();

/** Counted once per parent: a hostile message may have a hundred thousand children, and a fault in each. */
function placeOf(element: XmlElement, parent: XmlElement): { index: number; twins: number } {
  let places = placesIn.get(parent);
  if (!places) {
    places = { index: new Map(), twins: new Map() };
    for (const child of parent.children) {
      const before = places.twins.get(child.local) ?? 0;
      places.index.set(child, before);
      places.twins.set(child.local, before + 1);
    }
    placesIn.set(parent, places);
  }
  return { index: places.index.get(element) ?? 0, twins: places.twins.get(element.local) ?? 0 };
}

/** Path in the `CebMessage`, or null where the message has no such place. */
function fieldAt(element: XmlElement, g: MessageGrammar): string | null {
  const chain: XmlElement[] = [];
  for (let e: XmlElement | null = element; e?.parent; e = e.parent) chain.unshift(e);
  const [top, second, third] = chain;
  if (!top) return '';
  const index = (e: XmlElement) => placeOf(e, e.parent!).index;
  if (top.local === 'BaseTransfer') return second ? `transfer.${second.local}` : 'transfer';
  if (top.local === 'BaseSubscribe') return `subscribe.${index(top)}${second ? `.${second.local}` : ''}`;
  if (top.local !== g.record) return null;
  const record = `records.${index(top)}`;
  if (!second) return record;
  if (g.record === g.head) return `${record}.head.${second.local}`;
  if (second.local === g.head) return third ? `${record}.head.${third.local}` : `${record}.head`;
  if (second.local === g.list) return `${record}.list.${index(second)}${third ? `.${third.local}` : ''}`;
  return record;
}

function withStandIns(message: CebMessage, g: MessageGrammar): CebMessage {
  const standIns = standInsOf(g);
  for (const { head, list } of message.records) {
    for (const [name, value] of standIns.head) if (head[name] === '') head[name] = value;
    if (standIns.list.length === 0) continue;
    for (const line of list)
      for (const [name, value] of standIns.list) if (line[name] === '') line[name] = value;
  }
  return message;
}

type StandIns = readonly (readonly [name: string, value: string])[];
const standInCache = new Map<MessageType, { head: StandIns; list: StandIns }>();

function standInsOf(g: MessageGrammar): { head: StandIns; list: StandIns } {
  let found = standInCache.get(g.type);
  if (!found) {
    const of = (table: Readonly<Record<string, string>>): StandIns =>
      Object.entries(table).flatMap(([name, notation]) => {
        const f = facets(notation);
        const value = f.fixed ?? f.default;
        return value === null ? [] : [[name, value] as const];
      });
    standInCache.set(g.type, (found = { head: of(g.headFields), list: of(g.listFields) }));
  }
  return found;
}
