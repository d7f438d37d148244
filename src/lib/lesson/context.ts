import { createContext, getContext, setContext } from 'svelte';
import type { Answer, Problem } from '../questions/kind.ts';
import type { Block } from './plain.ts';
import type { LessonView, Outcome } from './view.ts';

/** What the blocks inside a text need from the page around them. */
export interface LessonContext {
  readonly view: LessonView;
  /** Code of the blocks that do not belong to every text, by kind. */
  readonly blocks: Readonly<Record<string, Block>>;
  readonly signedIn: boolean;
  /** The text is in another language than the frame. */
  readonly inOther: boolean;
  /** An answer that came back with the page, when it was sent without JavaScript. */
  readonly posted: {
    question: string;
    answer: Answer;
    outcome: Outcome | null;
    problem: Problem | null;
  } | null;
  /** Address of a form action of the page; keeps the language of the text. */
  action(name: string, place: string): string;
}

export const [getLesson, setLesson] = createContext<LessonContext>();

type Explain = (what: Explained, chip: HTMLElement) => Promise<boolean>;
export type Explained = { kind: 'cite' | 'term'; id: string };
const explainKey = Symbol('explain');

/**
 * Lets the chips below open a rule or a term beside them; the promise tells whether they could. Without it a chip
 * is a plain link.
 */
export function letExplain(explain: Explain): void {
  setContext(explainKey, explain);
}

export function findExplain(): Explain | undefined {
  return getContext<Explain | undefined>(explainKey);
}
