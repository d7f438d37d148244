import { keyOf } from '../keys.ts';
import type { Answer, Problem, Verdict } from '../kind.ts';
import type { SingleQuestion } from './schema.ts';

export function gradeSingle(question: SingleQuestion, id: string, answer: Answer): Verdict | Problem {
  const key = answer['choice']?.[0];
  const chosen = question.options.find((option) => keyOf(id, option.id) === key);
  if (!key || !chosen) return 'nothingChosen';
  return {
    right: chosen.correct,
    marks: { [key]: chosen.correct },
    missed: 0,
    remarks: [{ key, right: chosen.correct, text: chosen.feedback }],
  };
}

export function solveSingle(question: SingleQuestion, id: string): Answer {
  return { choice: question.options.filter((o) => o.correct).map((o) => keyOf(id, o.id)) };
}
