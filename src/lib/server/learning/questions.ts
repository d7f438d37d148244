import type { Locale } from '../../i18n/text.ts';
import type { Outcome, QuestionView } from '../../lesson/view.ts';
import { gradeQuestion, hideQuestion, solveQuestion, type Question } from '../../questions/index.ts';
import type { Answer, Problem, Verdict } from '../../questions/kind.ts';
import { library } from '../library/index.ts';
import { keepAnswer, latestAnswers, type KeptAnswer } from './answers.ts';

/** Bounds on what a form may send as an answer. */
const MOST_FIELDS = 40;
const MOST_VALUES = 20;
const LONGEST_VALUE = 200;

/** The question of this id, without its answer; null when there is none. */
export function findQuestion(id: string): Question | null {
  return library().questions.get(id)?.value ?? null;
}

/** The fields of a form as an answer, cut to its bounds; fields of the form's own (they begin with `_`) left out. */
export function readAnswer(form: FormData): Answer {
  const answer: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('_') || name.length > LONGEST_VALUE) continue;
    // PostgreSQL takes no NUL in text, and an answer never has one.
    const text = value.replaceAll('\u0000', '').slice(0, LONGEST_VALUE);
    const values = (answer[name] ??= []);
    if (values.length < MOST_VALUES) values.push(text);
    if (Object.keys(answer).length >= MOST_FIELDS) break;
  }
  return { ...answer };
}

function shown(verdict: Verdict, locale: Locale, revealed: boolean): Outcome {
  const { right, marks, missed, remarks } = verdict;
  return {
    right,
    marks,
    missed,
    revealed,
    remarks: remarks.map(({ text, ...rest }) => ({ ...rest, text: text[locale] })),
  };
}

/** Judges an answer and, for a person who signed in, keeps it. */
export async function answerQuestion(
  id: string,
  question: Question,
  answer: Answer,
  { locale, userId }: { locale: Locale; userId: string | null },
): Promise<Outcome | Problem> {
  const verdict = gradeQuestion(question, id, answer);
  if (typeof verdict === 'string') return verdict;
  if (userId) await keepAnswer(userId, { question: id, answer, isRight: verdict.right, revealed: false });
  return shown(verdict, locale, false);
}

/** The solution with all its remarks. Asking for it is kept, and never counts as right. */
export async function revealQuestion(
  id: string,
  question: Question,
  { locale, userId }: { locale: Locale; userId: string | null },
): Promise<{ answer: Answer; outcome: Outcome }> {
  const answer = solveQuestion(question, id);
  if (userId) await keepAnswer(userId, { question: id, answer, isRight: false, revealed: true });
  return { answer, outcome: solvedOutcome(id, question, answer, locale) };
}

function solvedOutcome(id: string, question: Question, answer: Answer, locale: Locale): Outcome {
  const verdict = gradeQuestion(question, id, answer);
  if (typeof verdict === 'string') throw new Error(`the solution of ${id} can't be judged: ${verdict}`);
  return shown(verdict, locale, true);
}

/** Questions as a page shows them, with this person's newest answers judged anew (the file may have changed). */
export async function questionViews(
  ids: readonly string[],
  locale: Locale,
  userId: string | null,
): Promise<Record<string, QuestionView>> {
  const kept = userId ? await latestAnswers(userId, ids) : new Map<string, KeptAnswer>();
  const views: Record<string, QuestionView> = {};
  for (const id of ids) {
    const question = findQuestion(id);
    if (!question) continue;
    const view: QuestionView = {
      question: hideQuestion(question, id, locale),
      cites: question.cites,
      answer: null,
      outcome: null,
    };
    const last = kept.get(id);
    const verdict = last && gradeQuestion(question, id, last.answer);
    if (last && verdict && typeof verdict !== 'string') {
      view.answer = last.answer;
      view.outcome = shown(verdict, locale, last.revealed);
    }
    views[id] = view;
  }
  return views;
}
