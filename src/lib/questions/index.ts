import * as v from 'valibot';
import type { Answer, Locale, Problem, QuestionHead, QuestionKind, Verdict } from './kind.ts';
import { match } from './match/index.ts';
import { multiple } from './multiple/index.ts';
import { numeric } from './numeric/index.ts';
import { order } from './order/index.ts';
import { single } from './single/index.ts';

/** The types of question: a folder each, one line here. Its page is the folder's `Question.svelte`. */
export const QUESTION_KINDS = { single, multiple, numeric, order, match };

export type QuestionType = keyof typeof QUESTION_KINDS;
export type Question = v.InferOutput<(typeof QUESTION_KINDS)[QuestionType]['schema']>;
export type HiddenQuestion = ReturnType<(typeof QUESTION_KINDS)[QuestionType]['hide']>;

/** Shape of a file in `content/questions/`: its `type` picks the schema. */
export const QuestionSchema: v.GenericSchema<unknown, Question> = v.lazy((input) => {
  const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
  return Object.hasOwn(QUESTION_KINDS, String(type))
    ? (QUESTION_KINDS[type as QuestionType].schema as v.GenericSchema<unknown, Question>)
    : (v.looseObject({ type: v.picklist(Object.keys(QUESTION_KINDS)) }) as never);
});

/** The one place where a question meets its type; each kind is only ever handed its own questions. */
function kindOf(question: Question): QuestionKind<Question, HiddenQuestion> {
  return QUESTION_KINDS[question.type] as unknown as QuestionKind<Question, HiddenQuestion>;
}

/** What the browser may see: never the answer. */
export function hideQuestion(question: Question, id: string, locale: Locale): HiddenQuestion {
  return kindOf(question).hide(question, id, locale);
}

/** Judges an answer, or says why it can't be judged. */
export function gradeQuestion(question: Question, id: string, answer: Answer): Verdict | Problem {
  return kindOf(question).grade(question, id, answer);
}

/** The right answer as a form would send it. Server only. */
export function solveQuestion(question: Question, id: string): Answer {
  return kindOf(question).solve(question, id);
}

export type { QuestionHead };
