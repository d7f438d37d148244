import { expect, test } from 'vitest';
import { corpus } from '../server/library/markdown/hostile-corpus.ts';
import { renderMarkdown } from '../server/library/markdown/render.ts';
import { compact, expand } from './compact.ts';

test.each([...corpus, ['a lesson', '## 一\n\n**甲** :mark[5%]{tag="P"}\n\n|a|b|\n|-|-:|\n|1||\n\n---\n']])(
  'the tree of %s comes back as it went',
  (_name, source) => {
    const { tree } = renderMarkdown(source);
    expect(expand(JSON.parse(JSON.stringify(compact(tree))))).toEqual(JSON.parse(JSON.stringify(tree)));
  },
);
