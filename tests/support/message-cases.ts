/** Generated messages of every type: right ones from the grammar, and wrong ones by a few changes to those. */
import { facets, grammarOf, type FieldTable, type MessageType } from '../../simulator/messages/index.ts';
import { baseSubscribe, baseTransfer, extendMessage } from '../../simulator/messages/grammar/trailer.ts';
import type { Chance } from './chance.ts';
import { leaf, type Node } from './message-xml.ts';

const CEB = 'http://www.chinaport.gov.cn/ceb';
const DS = 'http://www.w3.org/2000/09/xmldsig#';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** A tree that the schema accepts. */
export function validTree(type: MessageType, chance: Chance): Node {
  const g = grammarOf(type);
  const count = g.records[1] === 1 ? 1 : 1 + (chance.odds(1, 4) ? chance.below(3) : 0);
  const children: Node[] = [];
  for (let i = 0; i < count; i++) {
    const head = element(CEB, g.head, fieldNodes(g.headFields, chance));
    const lines = g.list ? Array.from({ length: Math.max(g.lines[0], chance.below(3)) }) : [];
    const list = lines.map(() => element(CEB, g.list!, fieldNodes(g.listFields, chance)));
    children.push(g.record === g.head ? head : element(CEB, g.record, [head, ...list]));
  }
  if (g.role === 'request') {
    children.push(element(CEB, 'BaseTransfer', fieldNodes(baseTransfer, chance, true)));
    if (chance.odds(1, 4)) children.push(element(CEB, 'BaseSubscribe', fieldNodes(baseSubscribe, chance)));
    const signature = g.signature === 'required' || chance.odds(1, 3) ? [signatureNode(chance)] : [];
    const extend = chance.odds(1, 5) ? [extendNode(chance)] : [];
    children.push(...(g.family === 'import' ? [...extend, ...signature] : [...signature, ...extend]));
  }
  const root = element(CEB, `CEB${type}Message`, children);
  root.attributes = [
    ['guid', text(36, chance)],
    ['version', chance.pick(['1.0', 'v1.0'])],
  ];
  return root;
}

const element = (uri: string, local: string, children: Node[]): Node => ({
  ...leaf(uri, local, ''),
  children,
});

function fieldNodes(table: FieldTable, chance: Chance, noEmpty = false): Node[] {
  return Object.entries(table).flatMap(([name, notation]) => {
    const f = facets(notation);
    if (!f.required && chance.odds(1, 2)) return [];
    return [leaf(CEB, name, validValue(notation, chance, noEmpty))];
  });
}

function validValue(notation: string, chance: Chance, noEmpty: boolean): string {
  const f = facets(notation);
  if (f.fixed !== null) return chance.odds(1, 5) ? '' : f.fixed;
  if (f.default !== null && chance.odds(1, 5)) return '';
  if (f.base === 'decimal')
    return chance.pick(['0', '1', '12.5', '0.00001', '-3.20000', '99999999999999.99999', '+7', '.5']);
  if (f.base === 'int') return chance.pick(['1', '2', '37', '+4', '-1', '0009', ' 3 ']);
  const least = noEmpty ? Math.max(1, f.minLength) : f.minLength;
  const most = Math.min(f.maxLength, 1200);
  const length = chance.odds(1, most > 300 ? 30 : 6)
    ? most
    : chance.odds(1, 8)
      ? least
      : Math.min(most, Math.max(least, 1 + chance.below(12)));
  return text(length, chance);
}

const LETTERS = ['a', 'B', '7', '-', '中', '文', '&amp;', '😀', '&#x4E2D;', 'é'];

/** `length` characters, a few of them troublesome. */
function text(length: number, chance: Chance): string {
  let s = '';
  for (let left = length; left > 0;) {
    const plain = Math.min(left - 1, chance.below(12));
    s += 'x'.repeat(plain) + (chance.odds(1, 2) ? 'y' : chance.pick(LETTERS));
    left -= plain + 1;
    if (left > 60) {
      s += 'z'.repeat(left - 60);
      left = 60;
    }
  }
  return s;
}

function extendNode(chance: Chance): Node {
  const message = element(CEB, 'Message', chance.odds(1, 2) ? [leaf('urn:other', 'anything', 'goes')] : []);
  return element(CEB, 'ExtendMessage', [...fieldNodes(extendMessage, chance), message]);
}

const algorithm = (local: string): Node => ({
  ...leaf(DS, local, ''),
  attributes: [['Algorithm', 'http://a/b#c']],
});

function signatureNode(chance: Chance): Node {
  const reference = element(DS, 'Reference', [
    ...(chance.odds(1, 2) ? [element(DS, 'Transforms', [algorithm('Transform')])] : []),
    algorithm('DigestMethod'),
    leaf(DS, 'DigestValue', 'YWJj'),
  ]);
  if (chance.odds(1, 2)) reference.attributes.push(['URI', '']);
  return element(DS, 'Signature', [
    element(DS, 'SignedInfo', [algorithm('CanonicalizationMethod'), algorithm('SignatureMethod'), reference]),
    leaf(DS, 'SignatureValue', 'YQ=='),
    ...(chance.odds(2, 3) ? [element(DS, 'KeyInfo', [keyInfo(chance)])] : []),
  ]);
}

function keyInfo(chance: Chance): Node {
  const data = (name: string, ...children: Node[]) => element(DS, name, children);
  return chance.pick<() => Node>([
    () => leaf(DS, 'KeyName', '03000000000cde6f'),
    () => data('X509Data', leaf(DS, 'X509Certificate', 'YWJj'), leaf(DS, 'X509SubjectName', 'x')),
    () =>
      data(
        'X509Data',
        data('X509IssuerSerial', leaf(DS, 'X509IssuerName', ''), leaf(DS, 'X509SerialNumber', '12')),
      ),
    () => data('KeyValue', data('RSAKeyValue', leaf(DS, 'Modulus', 'YQ=='), leaf(DS, 'Exponent', 'AQAB'))),
    () => data('KeyValue', data('DSAKeyValue', leaf(DS, 'Y', 'YQ=='), leaf(DS, 'J', 'YQ=='))),
    () => data('RetrievalMethod'),
    () => data('PGPData', leaf(DS, 'PGPKeyID', ''), leaf('urn:other', 'z', '')),
    () => data('SPKIData', leaf(DS, 'SPKISexp', ''), leaf('urn:other', 'z', '')),
    () => leaf(DS, 'MgmtData', 'm'),
    () => leaf('urn:other', 'key', 'k'),
  ])();
}

/** Changes a tree in one of many ways. The result may still be valid: the official schema says which. */
export function mutate(root: Node, chance: Chance): void {
  const all: { node: Node; parent: Node | null }[] = [];
  const visit = (node: Node, parent: Node | null): void => {
    all.push({ node, parent });
    for (const child of node.children) visit(child, node);
  };
  visit(root, null);
  const { node, parent } = chance.pick(all);
  const siblings = parent?.children ?? [];
  const at = siblings.indexOf(node);
  chance.pick<() => void>([
    () => parent && siblings.splice(at, 1),
    () => parent && siblings.splice(at, 0, structuredClone(node)),
    () => parent && siblings.splice(chance.below(siblings.length), 0, siblings.splice(at, 1)[0]!),
    () =>
      parent && siblings.splice(chance.below(siblings.length + 1), 0, structuredClone(chance.pick(all).node)),
    () => (node.local = chance.pick([...all.map((a) => a.node.local), 'nothing', node.local.toLowerCase()])),
    () => (node.uri = chance.pick([CEB, DS, 'urn:other', '', 'http://www.chinaport.gov.cn/CEB'])),
    () => (node.text = chance.pick(ODD_TEXTS)),
    () => node.children.length === 0 && (node.text = chance.pick(ODD_NUMBERS)),
    () => node.children.length === 0 && (node.text = chance.pick(ODD_NUMBERS)),
    () => node.children.length === 0 && (node.text = text(chance.pick(LIMITS) + chance.below(3) - 1, chance)),
    () => node.children.length === 0 && (node.text = text(chance.pick(LIMITS) + chance.below(3) - 1, chance)),
    () =>
      (node.text = chance.pick([' ', '\t', '\n ', '&#160;', '&#13;']) + node.text + chance.pick(['', ' '])),
    () => addAttribute(node, chance),
    () => node.attributes.length > 0 && node.attributes.splice(chance.below(node.attributes.length), 1),
    () => node.attributes.length > 0 && (chance.pick(node.attributes)[1] = chance.pick(ODD_ATTRIBUTES)),
    () =>
      node.children.push(leaf(chance.pick([CEB, 'urn:other', '']), chance.pick(['note', 'stranger']), 'x')),
    () => repeat(node, parent, chance),
  ])();
}

const LIMITS = [0, 1, 3, 4, 8, 10, 14, 17, 18, 19, 20, 30, 32, 36, 37, 50, 60, 80, 100, 200, 250, 500, 1000];

const ODD_TEXTS = [
  '',
  ' ',
  '<![CDATA[]]>',
  '<![CDATA[ ]]>',
  '<![CDATA[x<y]]>',
  '<!-- only a comment -->',
  '<?only instruction?>',
  'x',
  '&lt;',
  'a<!-- c -->b',
  '  5  ',
  '142',
  '3',
  '1',
  '3 ',
  '&#32;3',
];

const ODD_NUMBERS = [
  '',
  '0',
  '-0',
  '+1',
  '1.',
  '.1',
  '.',
  '+',
  '-',
  '1e2',
  '1,5',
  '１',
  ' 1 ',
  '1 2',
  '--1',
  '0x1',
  'NaN',
  'INF',
  '1.00000',
  '1.000000',
  '1.000001',
  '0.123456',
  '0.12345',
  '1234567890123456789',
  '12345678901234567890',
  '12345678901234.12345',
  '123456789012345.12345',
  '00000000000000000000000000001.10000000000000000000000000',
  '99999',
  '100000',
  '999999999',
  '1000000000',
  '2147483647',
  '2147483648',
  '-2147483648',
  '-2147483649',
  '00001',
  '99999999999999999999999999999999',
  '&#49;',
  '<![CDATA[1]]>',
  '1<!-- c -->2',
  '\n7\t',
];

const ODD_ATTRIBUTES = [
  '',
  ' ',
  'a',
  '#a',
  '%',
  '%41',
  'a b',
  '1',
  ':',
  'http://[',
  '中',
  'x'.repeat(36),
  'x'.repeat(10),
  '1.0',
];

function addAttribute(node: Node, chance: Chance): void {
  const [name, value] = chance.pick<[string, string]>([
    ['foo', 'bar'],
    ['xml:lang', 'zh'],
    ['xml:space', 'preserve'],
    ['guid', 'x'],
    ['Id', 'a'],
    ['Id', '1'],
    ['URI', '#x'],
    ['Algorithm', 'a'],
    ['xsi:nil', 'true'],
    ['xsi:nil', 'false'],
    ['xsi:nil', 'x'],
    ['xsi:schemaLocation', `${CEB} x.xsd`],
    ['xsi:noNamespaceSchemaLocation', 'x.xsd'],
    ['xsi:type', 'nothing'],
    ['xsi:other', '1'],
  ]);
  if (node.attributes.some(([known]) => known === name)) return;
  node.attributes.push([name, value]);
  if (name.startsWith('xsi:') && !node.attributes.some(([known]) => known === 'xmlns:xsi')) {
    node.attributes.push(['xmlns:xsi', XSI]);
  }
}

/** To the bounds of a list or of the records: 99, 100, 101 of them. Only for small elements, or the run takes hours. */
function repeat(node: Node, parent: Node | null, chance: Chance): void {
  if (!parent || !chance.odds(1, 10)) return;
  const at = parent.children.indexOf(node);
  const wanted = chance.pick([5, 6, 99, 100, 101]);
  while (parent.children.filter((c) => c.local === node.local).length < wanted) {
    parent.children.splice(at, 0, structuredClone(node));
  }
}
