import type { Element, ElementContent } from 'hast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCKS } from './blocks.ts';
import { corpus } from './hostile-corpus.ts';
import { safeHref } from './links.ts';
import { LIMITS } from './limits.ts';
import { renderMarkdown, textOf } from './render.ts';
import { SANITIZE } from './sanitize.ts';

/** Everything in a tree that could make a browser do something. */
function dangers(tree: readonly ElementContent[]): string[] {
  const found: string[] = [];
  const look = (node: ElementContent): void => {
    if (node.type !== 'element') return;
    if (!SANITIZE.tagNames?.includes(node.tagName)) found.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on/i.test(name) || ['style', 'src', 'srcDoc', 'srcSet', 'formAction'].includes(name))
        found.push(name);
      if (
        name === 'href' &&
        (safeHref(value) === null || !/^(https?:\/\/|[/#?]|[\w.%~-])/i.test(String(value)))
      ) {
        found.push(`href=${String(value)}`);
      }
    }
    node.children.forEach(look);
  };
  tree.forEach(look);
  return found;
}

describe('nothing that a text says can run', () => {
  test.each(corpus)('%s', (_name, source) => {
    expect(dangers(renderMarkdown(source).tree)).toEqual([]);
    for (const box of [':::note\n', '> ', '- [x] ']) {
      expect(dangers(renderMarkdown(box + source).tree)).toEqual([]);
    }
  });

  test('raw HTML is shown as the text that it is', () => {
    const html = '<img src=x onerror=alert(1)>';
    expect(renderMarkdown(html).tree.map(textOf)).toEqual([html]);
    expect(renderMarkdown(`a ${html} b`).tree.map(textOf)).toEqual([`a ${html} b`]);
  });

  test('the detector sees what it must see', () => {
    const element = (tagName: string, properties: Element['properties']): Element => ({
      type: 'element',
      tagName,
      properties,
      children: [],
    });
    expect(
      dangers([
        element('script', {}),
        element('p', { onClick: 'x' }),
        element('a', { href: 'javascript:1' }),
      ]),
    ).toHaveLength(3);
  });

  test('any mixture of fragments is harmless', () => {
    const parts = corpus
      .map(([, source]) => source)
      .concat(Object.keys(BLOCKS).flatMap((name) => [`:${name}[`, `::${name}{`, `:::${name}\n`]));
    const glue = fc.constantFrom('', ' ', '\n', '\n\n', ']', '}', '](', '"', '\n:::\n', '\n> ', '\n- [x] ');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...parts), glue), { maxLength: 8 }), (pieces) => {
        expect(dangers(renderMarkdown(pieces.map(([part, g]) => part + g).join('')).tree)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Patterns that make parsers of Markdown slow, as long as a line may be and as often as a text may be. */
const tiring: [string, string][] = [
  ['emphasis nested', '*a **b '],
  ['emphasis of one letter', 'a*'],
  ['brackets', '['],
  ['links that never close', '[a]('],
  ['links', '[a](b)'],
  ['images in images', '!['],
  ['directives in directives', ':mark['],
  ['attributes that never close', ':a{b='],
  ['entities', '&amp;'],
  ['footnote references', '[^a]'],
  ['addresses', 'a@b.c '],
];

const huge: [string, string, string | null][] = [
  ['10,000 nested quotes', '>'.repeat(10_000) + ' x', 'tooLarge'],
  ['nested quotes on short lines', '> '.repeat(40) + 'x', 'tooDeep'],
  ['10,000 nested boxes', ':::note\n'.repeat(10_000), 'tooLarge'],
  ['nested boxes', ':::note\n'.repeat(100), 'tooDeep'],
  [
    'boxes nested with more colons',
    Array.from({ length: 60 }, (_, i) => `${':'.repeat(70 - i)}note`).join('\n'),
    'tooDeep',
  ],
  ['a line of 1 MB', 'x'.repeat(1_000_000), 'tooLarge'],
  ['1 MB of lines', 'x\n'.repeat(500_000), 'tooLarge'],
  ['one paragraph of 100 KB', 'xxxxxxxxx\n'.repeat(2_900), 'tooLarge'],
  [
    'lists nested by indentation',
    Array.from({ length: 80 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n'),
    'tooDeep',
  ],
  ['lists nested on one line', '- '.repeat(1_400) + 'x', 'tooDeep'],
  ['emphasis nested and closed', '**a *b '.repeat(200) + '* c** '.repeat(200), 'tooDeep'],
  ['brackets with closers', ('['.repeat(1_400) + ']'.repeat(1_400) + '\n\n').repeat(25), null],
  ['headings', 'a\n=\n\n'.repeat(900), null],
  ['items', '- x\n\n'.repeat(1_400), null],
  ['boxes', ':::note\na\n:::\n\n'.repeat(700), null],
  ...tiring.map(([name, part]): [string, string, null] => [
    name,
    `${part.repeat(Math.floor(2_900 / part.length))}\n\n`.repeat(26),
    null,
  ]),
];

describe('a text cannot tire the house', () => {
  test.each(huge)('%s', { timeout: 60_000 }, (_name, source, code) => {
    // Alone none needs 2 s, without the limits minutes; the test's own time is the bound, wide for a busy machine.
    const { tree, complaints } = renderMarkdown(source);
    expect(dangers(tree)).toEqual([]);
    if (code) expect(complaints.map((c) => c.code)).toEqual([code]);
    else expect(complaints.map((c) => c.code)).not.toContain('tooLarge');
    expect(JSON.stringify(tree).length).toBeLessThan(40 * LIMITS.characters);
  });
});
