import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import LessonFrame from '../../../tests/support/LessonFrame.svelte';
import { corpus } from '../server/library/markdown/hostile-corpus.ts';
import { renderMarkdown } from '../server/library/markdown/render.ts';
import Calculator from './blocks/Calculator.svelte';
import Message from './blocks/Message.svelte';
import type { LessonView } from './view.ts';

const view: LessonView = {
  course: { id: 'c', title: 'C', href: '/learn/c', lessons: 1, number: 1 },
  ...{ slug: 's', title: 'S', minutes: 1, objectives: [], illustrative: false, locale: 'zh-CN' },
  ...{ tree: [], headings: [], kinds: [], sources: 0, previous: null, next: null },
  ...{ questions: {}, machines: {}, messages: {}, calculators: {} },
  cites: {
    'gacc-2018-194#x': {
      id: 'gacc-2018-194#x',
      short: '<b>总署</b>"><script>alert(1)</script>',
      href: '/regulations/gacc-2018-194#x',
    },
  },
  terms: { list: { id: 'list', term: '清单', href: '/glossary#list' } },
};

const blocks = { calculator: Calculator, message: Message };

function drawn(source: string): string {
  return render(LessonFrame, { props: { nodes: renderMarkdown(source).tree, view, blocks } }).body;
}

/** The start tags of some markup, with all that stands in them; text and comments are not looked at. */
function tags(html: string): string[] {
  return [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
}

describe('what reaches the browser', () => {
  test.each(corpus)('%s stays harmless', (_name, source) => {
    for (const box of ['', ':::note\n', '> ', ':::decision{id="x"}\na\n\n- [x] ']) {
      for (const tag of tags(drawn(box + source))) {
        expect(tag).not.toMatch(/^<(script|style|iframe|object|embed|img|form|base|math|link|meta)/i);
        expect(tag).not.toMatch(/\son\w+\s*=/i);
        expect(tag).not.toMatch(/(href|action|src)\s*=\s*["']?\s*(javascript|data|vbscript|blob|file|\/\/)/i);
      }
    }
  });

  test('a chip shows its rule as text', () => {
    const html = drawn(':cite[gacc-2018-194#x] :term[清单]{id="list"} :mark[5%]{tag="?"} :code[603]');
    expect(html).toContain('href="/regulations/gacc-2018-194#x"');
    expect(html).toContain('href="/glossary#list"');
    expect(html).toContain('示意数据');
    expect(html).toContain('&lt;b>总署');
    expect(tags(html).filter((tag) => /^<(b|script)/.test(tag))).toEqual([]);
  });

  test('a citation, a term or a block that nobody knows draws nothing and breaks nothing', () => {
    const html = drawn(
      ':cite[no-such] :term[词]{id="none"}\n\n::machine{id="a/b"}\n\n::message{type="303" sample="x"}\n\n::calculator{kind="fx"}\n\n::figure{name="none"}',
    );
    expect(html).toContain('词');
    expect(tags(html).filter((tag) => tag.includes('role="group"'))).toEqual([]);
  });

  test('every place on the page has its own name', () => {
    const html = drawn(
      '## 一\n\n甲\n\n## 二\n\n:::note\n乙\n:::\n\n|a|\n|-|\n|b|\n\n:::decision{id="d"}\nx\n\n- [x] y\n\n  z\n- [ ] v\n\n  w\n:::',
    );
    const ids = tags(html).flatMap((tag) => /\sid="([^"]*)"/.exec(tag)?.[1] ?? []);
    expect(ids).toEqual(['part1', 'part1-1', 'part2', 'part2-1', 'part2-2', 'part2-3']);
  });

  test('a table scrolls by itself and says how its columns stand', () => {
    const html = drawn('|a|b|\n|:-|-:|\n|1|2|');
    expect(html).toMatch(/role="group"[^>]*tabindex="0"/);
    expect(html.replace(/<!--.*?-->/g, '')).toMatch(/<td[^>]*align="right"[^>]*>2/);
  });

  test('a decision answers without JavaScript', () => {
    const html = drawn(':::decision{id="d"}\n走哪条？\n\n- [x] 甲\n\n  对\n- [ ] 乙\n\n  不对\n:::');
    expect(html.match(/<details/g)).toHaveLength(2);
  });
});
