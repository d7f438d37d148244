import type { Element } from 'hast';
import type { Locale } from '../i18n/text.ts';
import type { Answer } from '../questions/kind.ts';
import type { HiddenQuestion } from '../questions/index.ts';

/** What a lesson page gets from the server. Only types: both sides may import it. */

/** How sure we are of a source or a number: `?` is illustrative, `P` our own model, null is fact. */
export type Mark = '?' | 'P' | null;

export interface CitationView {
  id: string;
  title: string;
  short: string;
  number: string;
  issuer: string;
  text: string;
  mark: Mark;
  href: string;
}

export interface TermView {
  term: string;
  text: string;
  href: string;
}

/** A judged answer in one language. */
export interface Outcome {
  right: boolean;
  marks: Record<string, boolean>;
  missed: number;
  remarks: { key: string | null; right: boolean; text: string }[];
  /** The solution was asked for and is shown. */
  revealed: boolean;
}

export interface QuestionView {
  question: HiddenQuestion;
  cites: string[];
  answer: Answer | null;
  outcome: Outcome | null;
}

/** A state of a machine in words. */
export interface MachineState {
  title: string;
  text: string;
  /** Who acts here. */
  office: string;
  cites: string[];
  final: boolean;
}

/** Something that can happen: a move of the learner, or news from somebody else. */
export interface MachineEvent {
  title: string;
  /** Who does it. */
  who: string;
  /** True when the learner's own seat does it. */
  own: boolean;
  cites: string[];
}

export interface MachineView {
  id: string;
  title: string;
  /** The chart itself: the pure data that the simulator builds its machine from. */
  chart: object;
  start: string | null;
  states: Record<string, MachineState>;
  events: Record<string, MachineEvent>;
  /** Named conditions on a way, in words. */
  guards: Record<string, string>;
  /** Every way between two states, in order of the chart. */
  ways: { from: string; to: string; event: string; guard: string | null }[];
}

export interface MessageField {
  path: string;
  name: string;
  /** `C..60`, `N19,5` */
  type: string;
  required: boolean;
  value: string;
  /** What a code stands for; empty when the value is no code. */
  meaning: string;
  text: string;
}

export interface MessageView {
  type: string;
  title: string;
  fields: MessageField[];
  xml: string;
}

export interface CalculatorInput {
  name: string;
  label: string;
  unit: string;
  /** `choice` has options; the others are typed. */
  kind: 'decimal' | 'whole' | 'date' | 'choice';
  options: { value: string; label: string }[];
  value: string;
  error: string | null;
}

export interface CalculatorStep {
  label: string;
  value: string;
}

export interface CalculatorView {
  /** Which of the lesson's calculators: `refund-1`. Empty where it stands alone. */
  name: string;
  kind: string;
  title: string;
  inputs: CalculatorInput[];
  steps: CalculatorStep[];
  result: CalculatorStep | null;
  mark: Mark;
  cites: string[];
}

export interface LessonLink {
  title: string;
  href: string;
}

export interface LessonView {
  course: { id: string; title: string; href: string; lessons: number; number: number };
  slug: string;
  title: string;
  minutes: number;
  objectives: string[];
  illustrative: boolean;
  /** The language of the text, which may differ from that of the frame. */
  locale: Locale;
  tree: Element[];
  headings: { id: string; level: 2 | 3; text: string }[];
  /** Kinds of interactive blocks in it: only their code is fetched. */
  kinds: string[];
  cites: Record<string, CitationView>;
  sources: CitationView[];
  terms: Record<string, TermView>;
  questions: Record<string, QuestionView>;
  machines: Record<string, MachineView>;
  messages: Record<string, MessageView>;
  calculators: Record<string, CalculatorView>;
  previous: LessonLink | null;
  next: LessonLink | null;
}

/** How far this person is in this lesson; null for a visitor and at the first visit. */
export interface ReadingState {
  position: string;
  percent: number;
  completed: boolean;
}
