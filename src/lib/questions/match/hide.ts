import { keyOf, shuffled } from '../keys.ts';
import type { HiddenHead, Locale } from '../kind.ts';
import type { MatchQuestion } from './schema.ts';

export interface HiddenMatch extends HiddenHead {
  type: 'match';
  lefts: { key: string; text: string }[];
  /** Each once, even where two lefts share it. */
  rights: { key: string; text: string }[];
}

/** The keys of a pair. Made of the text, so that two equal right sides are one choice, and either fits. */
export function pairKeys(id: string, pair: MatchQuestion['pairs'][number]): { left: string; right: string } {
  return { left: keyOf(id, `left ${pair.left['zh-CN']}`), right: keyOf(id, `right ${pair.right['zh-CN']}`) };
}

export function hideMatch(question: MatchQuestion, id: string, locale: Locale): HiddenMatch {
  const rights = new Map(question.pairs.map((pair) => [pairKeys(id, pair).right, pair.right[locale]]));
  return {
    type: 'match',
    id,
    prompt: question.prompt[locale],
    lefts: question.pairs.map((pair) => ({ key: pairKeys(id, pair).left, text: pair.left[locale] })),
    rights: shuffled([...rights].map(([key, text]) => ({ key, text }))),
  };
}
