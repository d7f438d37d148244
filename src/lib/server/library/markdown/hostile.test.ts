import type { Element, ElementContent } from 'hast';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCKS } from './blocks.ts';
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

const corpus: [string, string][] = [
  ['a script block', '<script>alert(1)</script>'],
  ['a script in a line', 'a <script>alert(1)</script> b'],
  ['a split script', '<scr<script>ipt>alert(1)</script>'],
  ['a handler', '<img src=x onerror=alert(1)>'],
  ['a handler on our own element', '<dp-machine onclick="alert(1)" ref="x"></dp-machine>'],
  ['an SVG', '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>'],
  ['MathML', '<math><maction actiontype="statusline#" xlink:href="javascript:alert(1)">x</maction></math>'],
  ['a frame', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['a style', '<style>@import "//evil"</style>'],
  ['a form', '<form action=//evil><input name=password></form>'],
  ['a base', '<base href="//evil/">'],
  ['a comment that ends early', '<!--><img src=x onerror=alert(1)>-->'],
  ['CDATA and a processing instruction', '<![CDATA[<x onclick=1>]]> <?php echo 1 ?> <!DOCTYPE x>'],
  ['a javascript link', '[x](javascript:alert(1))'],
  ['a javascript link in capitals', '[x](JaVaScRiPt:alert(1))'],
  [
    'a javascript link with entities',
    '[x](&#106;avascript&colon;alert(1)) [y](java&Tab;script:alert(1)) [z](java&NewLine;script:1)',
  ],
  [
    'a javascript link with control characters',
    '[x](<\u0001javascript:alert(1)>) [x](<java\u0000script:alert(1)>)',
  ],
  ['a javascript link with white space', '[x](<  javascript:alert(1)>) [y](<java script:alert(1)>)'],
  ['a javascript autolink', '<javascript:alert(1)> <vbscript:x>'],
  ['a javascript reference', '[x][r]\n\n[r]: javascript:alert(1)'],
  ['a data link', '[x](data:text/html;base64,PHNjcmlwdD4=)'],
  [
    'other schemes',
    '[a](vbscript:x) [b](file:///etc/passwd) [c](blob:x) [d](intent://x) [e](mailto:a@b.c) [f](tel:1)',
  ],
  ['a link to another host that looks like a path', '[x](//evil.com) [y](/\\evil.com) [z](\\\\evil.com)'],
  ['an image', '![x](javascript:alert(1)) ![y](https://tracker.example/x.png) ![z](data:image/svg+xml,x)'],
  ['a directive with a handler', ':term[x]{id="list" onclick="alert(1)"}'],
  ['a directive with a class and an id', ':::note{.evil #evil style="position:fixed"}\nx\n:::'],
  [
    'a directive named like an element',
    ':script[alert(1)] ::iframe{src="//evil"}\n\n:::svg{onload=alert(1)}\nx\n:::',
  ],
  [
    'a directive named like a property of objects',
    ':constructor[x] :__proto__[x] :toString[x]{a=1}\n\n::hasOwnProperty{x=1}',
  ],
  ['script in the attributes of a block', '::calculator{kind="refund" amount="<script>" __proto__="x"}'],
  [
    'a link inside the label of a directive',
    ':cite[[x](javascript:alert(1))] :mark[[x](javascript:alert(1))]{tag="?"}',
  ],
  ['a table with HTML', '| <b onclick=x> |\n|--|\n| <script>alert(1)</script> |'],
  ['a code fence with a wild language', '```x" onload="alert(1)\n<script>\n```\n\n```language-../../x\n```'],
  ['footnotes with wild names', '[^"><script>]: x\n\ny[^"><script>] [^__proto__]\n\n[^__proto__]: z'],
  ['a footnote that contains itself', 'x[^a]\n\n[^a]: y[^a] [^b]\n\n[^b]: [^a]'],
  ['null bytes and lone surrogates', 'a\u0000b \ud800 c\udfff'],
];

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
  [
    'lists nested by indentation',
    Array.from({ length: 80 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n'),
    'tooDeep',
  ],
  ['lists nested on one line', '- '.repeat(3_900) + 'x', 'tooDeep'],
  ['emphasis nested on one line', '*a **b '.repeat(1_100), null],
  ['emphasis nested and closed', '**a *b '.repeat(500) + '* c** '.repeat(500), null],
  ['brackets', '['.repeat(7_900), null],
  ['brackets with closers', '['.repeat(3_900) + ']'.repeat(3_900), null],
  ['links', '[a]('.repeat(1_900), null],
  ['directives in directives', ':mark['.repeat(1_300), null],
  ['directives in directives, closed', ':mark['.repeat(900) + 'x' + ']{tag=P}'.repeat(900), null],
  ['code ticks of all lengths', Array.from({ length: 120 }, (_, i) => '`'.repeat(i)).join(' '), null],
  [
    'a table of 20,000 cells',
    '|a'.repeat(1_000) + '|\n' + '|-'.repeat(1_000) + '|\n' + ('|b'.repeat(1_000) + '|\n').repeat(19),
    null,
  ],
  ['entities', '&amp;'.repeat(1_500), null],
  ['footnote references', '[^a]'.repeat(1_900) + '\n\n[^a]: x', null],
];

describe('a text cannot tire the house', () => {
  test.each(huge)('%s', (_name, source, code) => {
    const begun = performance.now();
    const { tree, complaints } = renderMarkdown(source);
    expect(dangers(tree)).toEqual([]);
    if (code) expect(complaints.map((c) => c.code)).toEqual([code]);
    expect(JSON.stringify(tree).length).toBeLessThan(40 * LIMITS.characters);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
