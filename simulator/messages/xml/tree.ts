/**
 * XML text → a light tree with offsets. Strict: the first fault ends the reading. A document type declaration is refused
 * before anything in it is looked at, so no entity but the five of XML can exist; depth and size are bounded.
 */
import { SaxesParser } from 'saxes';
import { faultFor, type Fault } from './faults.ts';

export interface XmlAttribute {
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

export interface XmlElement {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  children: readonly XmlElement[];
  readonly parent: XmlElement | null;
  /** Character data directly inside, comments and instructions left out. */
  text: string;
  /** There is character data here that is not blank, or a CDATA section (blank or not: the schema minds both). */
  hasText: boolean;
  /** Where its `<` stands, in UTF-16 units. */
  readonly offset: number;
  /** Namespaces declared here, by prefix; needed only to resolve xsi:type. */
  readonly prefixes: Readonly<Record<string, string>>;
}

export interface XmlFault extends Fault {
  readonly offset: number;
}

/** As deep as the reference parser goes. */
export const MAX_DEPTH = 256;

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const LT = 0x3c;
const BLANK = /^[ \t\r\n]*$/;

class Stop extends Error {
  readonly fault: XmlFault;
  constructor(fault: XmlFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Reads a document. Never throws. */
export function parseXml(text: string): XmlElement | XmlFault {
  if (BLANK.test(text)) return { code: 'xmlEmpty', offset: 0, params: {} };
  // One byte order mark has been taken off; the parser would take off another.
  if (text.charCodeAt(0) === 0xfeff) return { code: 'xmlTextOutside', offset: 0, params: {} };
  // A lone surrogate is not a character; the parser would let some through.
  if (!text.isWellFormed()) {
    return { code: 'xmlCharacterForbidden', offset: text.search(/\p{Surrogate}/u), params: {} };
  }
  try {
    return build(text);
  } catch (e) {
    if (e instanceof Stop) return e.fault;
    return { ...faultFor(String((e as Error).message)), offset: 0 };
  }
}

export function isFault(result: XmlElement | XmlFault): result is XmlFault {
  return 'code' in result;
}

function build(text: string): XmlElement {
  const parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: '1.0',
    forceXMLVersion: true,
  });
  const stop = ({ code, params }: Fault, offset = parser.position): never => {
    throw new Stop({ code, params, offset: Math.min(Math.max(offset, 0), text.length) });
  };
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  let closed: XmlElement | null = null;
  let depth = 0;
  let start = 0;
  parser.on('error', (e) => {
    const { code, params } = faultFor(e.message);
    // The parser notices late. What stands open says more than the end of the text, a tag's start more than its end.
    if (code === 'xmlCutOff') stop({ code, params: { name: open?.name ?? root?.name ?? '' } }, open?.offset);
    if (code === 'xmlTagMismatch') stop({ code, params: { name: closed?.name ?? '' } }, parser.position - 1);
    const inTag = code === 'xmlAttributeTwice' || code === 'xmlPrefixUnknown';
    stop({ code, params }, inTag ? start : parser.position - 1);
  });
  parser.on('doctype', () => stop({ code: 'xmlDoctype', params: {} }));
  parser.on('opentagstart', (tag) => {
    // One character past the name has been read.
    start = parser.position - tag.name.length - 2;
    if (text.charCodeAt(start) !== LT) start--; // a CR LF after the name counts as one character read
    if (++depth > MAX_DEPTH) stop({ code: 'xmlTooDeep', params: { max: MAX_DEPTH } }, start);
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = {
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      attributes: attributesOf(tag.attributes),
      children: NONE,
      parent: open,
      text: '',
      hasText: false,
      offset: start,
      prefixes: tag.ns,
    };
    if (!open) root = element;
    else if (open.children === NONE) open.children = [element];
    else (open.children as XmlElement[]).push(element);
    open = element;
  });
  parser.on('closetag', () => {
    closed = open;
    open = open!.parent;
    depth--;
  });
  parser.on('text', (data) => {
    if (!open) return;
    open.text += data;
    if (!open.hasText && !BLANK.test(data)) open.hasText = true;
  });
  parser.on('cdata', (data) => {
    if (!open) return;
    open.text += data;
    open.hasText = true;
  });
  parser.write(text).close();
  if (!root) throw new Stop({ code: 'xmlEmpty', offset: 0, params: {} });
  return root;
}

/** Most elements hold no element and have no attribute: they share one empty list. */
const NONE: readonly never[] = [];

function attributesOf(attributes: Record<string, XmlAttribute>): readonly XmlAttribute[] {
  let found: XmlAttribute[] | null = null;
  for (const key in attributes) {
    const { local, uri, value } = attributes[key]!;
    if (uri !== XMLNS) (found ??= []).push({ local, uri, value });
  }
  return found ?? NONE;
}
