import type { Element } from 'hast';
import type { Component } from 'svelte';

/** Plain elements that a text may hold, with the properties that reach the page; the server's list said once more. */
const PLAIN: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    [
      'p',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'blockquote',
      'ul',
      'hr',
      'br',
      'pre',
      'code',
      'strong',
      'em',
      'del',
    ].map((tag) => [tag, ['id']]),
  ),
  ...Object.fromEntries(
    ['sup', 'section', 'thead', 'tbody', 'tr', 'li', 'table'].map((tag) => [tag, ['id']]),
  ),
  ol: ['id', 'start'],
  a: ['id', 'href', 'title'],
  th: ['align'],
  td: ['align'],
  input: ['type', 'checked', 'disabled'],
};

const VOID = new Set(['hr', 'br', 'input']);

export const isPlain = (tag: string): boolean => Object.hasOwn(PLAIN, tag);
export const isVoid = (tag: string): boolean => VOID.has(tag);

/** Attributes for the page: nothing but what the list above allows. */
export function attributesOf({ tagName, properties }: Element): Record<string, string | number | boolean> {
  const attributes: Record<string, string | number | boolean> = {};
  for (const name of PLAIN[tagName] ?? []) {
    const value = properties[name];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      attributes[name] = value;
  }
  if (tagName === 'a' && isElsewhere(attributes['href'])) attributes['rel'] = 'noopener noreferrer';
  return attributes;
}

function isElsewhere(href: unknown): boolean {
  return typeof href === 'string' && /^https?:/i.test(href);
}

/** Text of a node and all below it. */
export function textOf(node: Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** What draws a block: it gets the element that stands for it. */
export type Block = Component<{ node: Element; place: string }>;
