import type { Answer, Problem, Verdict } from '../kind.ts';
import { pairKeys } from './hide.ts';
import type { MatchQuestion } from './schema.ts';

/** The field of a left side holds the key of a right side. */
export const pairField = (left: string): string => `pair-${left}`;

export function gradeMatch(question: MatchQuestion, id: string, answer: Answer): Verdict | Problem {
  const pairs = question.pairs.map((pair) => pairKeys(id, pair));
  const known = new Set(pairs.map((pair) => pair.right));
  const given = pairs.map((pair) => answer[pairField(pair.left)]?.[0] ?? '');
  if (given.some((right) => !known.has(right))) return 'notAllMatched';
  const marks = Object.fromEntries(pairs.map((pair, at) => [pair.left, given[at] === pair.right]));
  const right = Object.values(marks).every(Boolean);
  return {
    right,
    marks,
    missed: 0,
    remarks: [{ key: null, right, text: question.feedback[right ? 'right' : 'wrong'] }],
  };
}

export function solveMatch(question: MatchQuestion, id: string): Answer {
  return Object.fromEntries(
    question.pairs.map((pair) => {
      const { left, right } = pairKeys(id, pair);
      return [pairField(left), [right]];
    }),
  );
}
