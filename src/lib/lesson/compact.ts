import type { Element, ElementContent, Properties } from 'hast';

/**
 * A text: itself. An element: its name, its properties (0 for none), and what stands in it. (Named members would
 * make the compiler call the type circular.)
 */
export type Compact = string | [string, Properties | 0, ...Compact[]];

/** A tree as it travels: the same thing without the same words a thousand times. */
export function compact(nodes: readonly ElementContent[]): Compact[] {
  return nodes.flatMap((node): Compact[] => {
    if (node.type === 'text') return [node.value];
    if (node.type !== 'element') return [];
    const hasProperties = Object.keys(node.properties).length > 0;
    return [[node.tagName, hasProperties ? node.properties : 0, ...compact(node.children)]];
  });
}

/** The tree again, as the page draws it. */
export function expand(nodes: readonly Compact[]): Element[] {
  return nodes.flatMap((node) => {
    const expanded = expandOne(node);
    return expanded.type === 'element' ? [expanded] : [];
  });
}

function expandOne(node: Compact): Element | { type: 'text'; value: string } {
  if (typeof node === 'string') return { type: 'text', value: node };
  const [tagName, properties, ...children] = node;
  return { type: 'element', tagName, properties: properties || {}, children: children.map(expandOne) };
}
