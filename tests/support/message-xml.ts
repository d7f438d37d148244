/** A tree of XML that can be changed, for making wrong messages out of right ones. */
import type { Chance } from './chance.ts';

export interface Node {
  uri: string;
  local: string;
  attributes: [name: string, value: string][];
  children: Node[];
  /** Raw XML of the text: already escaped. */
  text: string;
}

const PREFIXES: Record<string, readonly string[]> = {
  'http://www.chinaport.gov.cn/ceb': ['ceb', 'c', ''],
  'http://www.w3.org/2000/09/xmldsig#': ['ds', 'sig'],
};

export const leaf = (uri: string, local: string, text: string): Node => ({
  uri,
  local,
  attributes: [],
  children: [],
  text,
});

/** Serializes with prefixes and blanks of the sender's taste; none of that changes what the document says. */
export function serialize(root: Node, chance: Chance): string {
  const prefixes = new Map(Object.entries(PREFIXES).map(([uri, names]) => [uri, chance.pick(names)]));
  const breaks = chance.odds(1, 3) ? '\r\n' : chance.odds(1, 2) ? '\n' : '';
  const noise = chance.odds(1, 4) ? chance : null;
  const write = (node: Node, outer: string | null, top: boolean): string => {
    const prefix = prefixes.get(node.uri);
    const known = prefix !== undefined && prefix !== '';
    const name = known ? `${prefix}:${node.local}` : node.local;
    const own = known || node.uri === outer ? '' : ` xmlns="${node.uri}"`;
    const declared = top ? [...prefixes].map(([uri, p]) => (p ? ` xmlns:${p}="${uri}"` : '')).join('') : '';
    const attributes = node.attributes.map(([k, v]) => ` ${k}="${v}"`).join('');
    const here = known ? outer : node.uri;
    const inner = node.children.map((child) => write(child, here, false) + breaks).join('');
    const between = node.children.length > 0 ? breaks : '';
    const body = between + node.text + inner + (noise?.odds(1, 30) ? '<!-- c --><?p i?>' : '');
    return body === '' && chance.odds(1, 2)
      ? `<${name}${own}${declared}${attributes}/>`
      : `<${name}${own}${declared}${attributes}>${body}</${name}>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>${breaks}${write(root, '', true)}`;
}
