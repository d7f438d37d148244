import type { GenericSchema } from 'valibot';
import type { Locale, Text } from '../i18n/text.ts';

export type { Locale, Text };

/** An answer as a form sends it: field name → values. The same whether a script or a bare browser sent it. */
export type Answer = Record<string, string[]>;

/** Why an answer can't be judged yet. Words: `question_problem_<code>`. */
export const PROBLEMS = [
  'nothingChosen',
  'notANumber',
  'notAllPlaced',
  'placedTwice',
  'notAllMatched',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** A remark on the whole answer (`key` null) or on one option, in every language. */
export interface Remark {
  key: string | null;
  right: boolean;
  text: Text;
}

export interface Verdict {
  right: boolean;
  /** Which chosen options, places or pairs are right, by key; what was not chosen is not told. */
  marks: Record<string, boolean>;
  /** Right options that were not chosen: their number only. */
  missed: number;
  remarks: Remark[];
}

/** What every question has. */
export interface QuestionHead {
  prompt: Text;
  cites: string[];
}

/** What the browser sees of any question; each type adds its own, and never the answer. */
export interface HiddenHead {
  id: string;
  prompt: string;
}

/** One type of question: what `index.ts` lists. */
export interface QuestionKind<Q extends { type: string }, H> {
  /** Shape of the file in `content/questions/`. */
  schema: GenericSchema<unknown, Q>;
  /** The question without its answer, in one language. */
  hide(question: Q, id: string, locale: Locale): H;
  /** Judges an answer; a problem when there is nothing to judge. */
  grade(question: Q, id: string, answer: Answer): Verdict | Problem;
  /** The right answer, as a form would send it. Server only. */
  solve(question: Q, id: string): Answer;
  example: Example<Q>;
}

/** A question to show, with answers that must be judged wrong and answers that can't be judged. */
export interface Example<Q> {
  question: Q;
  wrong: Answer[];
  unjudged: Answer[];
}
