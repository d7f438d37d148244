import type { Answer, Example } from '../kind.ts';
import { pairField } from './grade.ts';
import { pairKeys } from './hide.ts';
import type { MatchQuestion } from './schema.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const pairs = [
  { left: both('B2C'), right: both('9610') },
  { left: both('B2B'), right: both('9710') },
  { left: both('B2B2C'), right: both('9710') },
];
const matched = (...rights: number[]): Answer =>
  Object.fromEntries(
    pairs.slice(0, rights.length).map((pair, at) => {
      const other = pairs[rights[at] ?? 0] ?? pair;
      return [pairField(pairKeys('example', pair).left), [pairKeys('example', other).right]];
    }),
  );

export const exampleMatch: Example<MatchQuestion> = {
  question: {
    type: 'match',
    prompt: both('?'),
    cites: [],
    pairs,
    feedback: { right: both('CANARY-1'), wrong: both('CANARY-2') },
  },
  wrong: [matched(1, 0, 1), matched(0, 0, 0)],
  unjudged: [{}, matched(0, 1)],
};
