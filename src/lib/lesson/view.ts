import type { Locale } from '../i18n/text.ts';
import type { Answer } from '../questions/kind.ts';
import type { HiddenQuestion } from '../questions/index.ts';
import type { Compact } from './compact.ts';

/** What a lesson page gets from the server. Only types: both sides may import it. */

/** How sure we are of a source or a number: `?` is illustrative, `P` our own model, null is fact. */
export type Mark = '?' | 'P' | null;

/** A chip in the text. What the rule says is fetched when somebody asks. */
export interface ChipView {
  id: string;
  short: string;
  href: string;
}

/** What a rule says, for the sheet beside its chip. */
export interface CitationView extends ChipView {
  title: string;
  number: string;
  text: string;
  mark: Mark;
}

/** A text of law at the end of a lesson. */
export type SourceView = Pick<CitationView, 'id' | 'title' | 'number' | 'mark' | 'href'>;

/** A term in the text. */
export interface TermChip {
  id: string;
  term: string;
  href: string;
}

/** What a term means, for the sheet beside it. */
export interface TermView extends TermChip {
  text: string;
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

/** What a lesson page holds of a machine; the rest is fetched when a reader comes near. */
export interface MachineStub {
  title: string;
  /** The page of the machine. */
  href: string;
  /** Its data: a `MachineView`. */
  data: string;
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
  /** The rules that states and events rest on. */
  cited: Record<string, ChipView>;
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
  /** Where the whole message is. */
  href: string;
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
  tree: Compact[];
  headings: { id: string; level: 2 | 3; text: string }[];
  /** Kinds of interactive blocks in it: only their code is fetched. */
  kinds: string[];
  cites: Record<string, ChipView>;
  /** How many texts of law it rests on; they have a page of their own. */
  sources: number;
  terms: Record<string, TermChip>;
  questions: Record<string, QuestionView>;
  machines: Record<string, MachineStub>;
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
