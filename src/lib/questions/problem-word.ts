import { m } from '$lib/paraglide/messages.js';
import type { Problem } from './kind.ts';

const words: Record<Problem, () => string> = {
  nothingChosen: m.question_problem_nothingChosen,
  notANumber: m.question_problem_notANumber,
  notAllPlaced: m.question_problem_notAllPlaced,
  placedTwice: m.question_problem_placedTwice,
  notAllMatched: m.question_problem_notAllMatched,
};

/** What is missing from an answer, as a sentence. */
export function problemWord(problem: Problem): string {
  return words[problem]();
}
