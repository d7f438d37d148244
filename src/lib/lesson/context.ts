import { createContext } from 'svelte';
import type { Answer, Problem } from '../questions/kind.ts';
import type { Block } from './plain.ts';
import type { LessonView, Outcome } from './view.ts';

/** What the blocks inside a text need from the page around them. */
export interface LessonContext {
  readonly view: LessonView;
  /** Code of the interactive blocks that this text has, by kind. */
  readonly blocks: Readonly<Record<string, Block>>;
  readonly signedIn: boolean;
  /** The text is in another language than the frame. */
  readonly inOther: boolean;
  /** An answer that came back with the page, when it was sent without JavaScript. */
  readonly posted: { question: string; answer: Answer; outcome: Outcome | null; problem: Problem | null } | null;
  /** Address of a form action of the page; keeps the language of the text. */
  action(name: string, place: string): string;
  /** Opens the explanation of a rule or a term beside the chip; false where the browser has no popover. */
  explain(what: { kind: 'cite' | 'term'; id: string }, chip: HTMLElement): boolean;
}

export const [getLesson, setLesson] = createContext<LessonContext>();
