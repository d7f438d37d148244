import { keyOf } from '../keys.ts';
import type { Answer, Problem, Remark, Verdict } from '../kind.ts';
import type { MultipleQuestion } from './schema.ts';

/** Right when exactly the correct options are chosen; each chosen one is remarked upon, a missed one is only counted. */
export function gradeMultiple(question: MultipleQuestion, id: string, answer: Answer): Verdict | Problem {
  const keys = new Set(answer['choice'] ?? []);
  const chosen = question.options.filter((option) => keys.has(keyOf(id, option.id)));
  if (chosen.length === 0) return 'nothingChosen';
  const missed = question.options.filter((option) => option.correct && !chosen.includes(option)).length;
  const remarks = chosen.map((option): Remark => ({
    key: keyOf(id, option.id),
    right: option.correct,
    text: option.feedback,
  }));
  return {
    right: missed === 0 && chosen.every((option) => option.correct),
    marks: Object.fromEntries(remarks.map(({ key, right }) => [key, right])),
    missed,
    remarks,
  };
}

export function solveMultiple(question: MultipleQuestion, id: string): Answer {
  return { choice: question.options.filter((o) => o.correct).map((o) => keyOf(id, o.id)) };
}
