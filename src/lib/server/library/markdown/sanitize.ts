import type { Schema } from 'hast-util-sanitize';
import { BLOCKS } from './blocks.ts';

const PROPERTIES: Record<string, string[]> = {
  term: ['ref'],
  mark: ['tag'],
  cite: ['ref'],
  code: ['ref'],
  machine: ['ref', 'start', 'height'],
  message: ['type', 'sample', 'fields'],
  calculator: ['kind', 'inputs'],
  question: ['ref'],
  figure: ['name', 'title'],
  decision: ['ref'],
};

/**
 * What may stand in the tree that reaches a page. Written out in full and not derived from a default, so
 * that an update of a library can't widen it. Nothing here can run: no style, no handler, no image, no frame.
 */
export const SANITIZE: Schema = {
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br', 'pre', 'code'],
    ...['strong', 'em', 'del', 'a', 'sup', 'section', 'input'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...Object.keys(BLOCKS).map((name) => `dp-${name}`),
    ...['dp-title', 'dp-situation', 'dp-choice', 'dp-label', 'dp-feedback'],
  ],
  attributes: {
    a: ['href', 'title', ['id', /^fnref-/], 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaLabel'],
    li: [
      ['className', 'task-list-item'],
      ['id', /^fn-/],
    ],
    ul: [['className', 'contains-task-list']],
    ol: ['start'],
    code: [['className', /^language-[\w-]{1,30}$/]],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    section: ['dataFootnotes'],
    th: ['align'],
    td: ['align'],
    'dp-choice': ['best'],
    ...Object.fromEntries(Object.entries(PROPERTIES).map(([name, names]) => [`dp-${name}`, names])),
  },
  required: { input: { type: 'checkbox', disabled: true } },
  protocols: { href: ['http', 'https'] },
  ancestors: {
    li: ['ol', 'ul'],
    ...Object.fromEntries(['thead', 'tbody', 'tr', 'th', 'td'].map((tag) => [tag, ['table']])),
  },
  clobber: [],
  strip: ['script', 'style', 'template', 'svg', 'math'],
  allowComments: false,
  allowDoctypes: false,
};
