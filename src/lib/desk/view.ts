/**
 * What the desk shows, ready to be read: words of one language, formatted nowhere yet. Made by src/lib/server/runs,
 * drawn by the components of this folder. Instants are milliseconds, money is in minor units.
 */
import type { CebMessage } from '$simulator/messages/index.ts';
import type { StageLayouts, StageNode } from '$lib/ui/stages.ts';
import type { Tone } from '$lib/ui/tones.ts';

export interface Cite {
  id: string;
  short: string;
  title: string;
  text: string;
  href: string;
  mark: '?' | 'P' | null;
}

/** Why not? One rule that said no. */
export interface ShownFinding {
  code: string;
  title: string;
  text: string;
  remedy: string;
  /** The field that is to blame. */
  at: string;
  cites: Cite[];
}

export interface ShownOption {
  value: string;
  label: string;
  hint: string;
}

/** Amounts and weights are written in the smallest unit; beneath the input they are read back in the usual one. */
export type Unit = 'grams' | 'cents' | 'fen' | null;

export interface ShownField {
  name: string;
  kind: 'integer' | 'text' | 'choice' | 'choices' | 'flag' | 'texts';
  label: string;
  hint: string;
  required: boolean;
  options: ShownOption[];
  min: number | null;
  max: number | null;
  unit: Unit;
  /** What stands there at first; texts and choices as several. */
  value: string[];
}

export interface ShownOffer {
  /** `<machine> <move>`: names the form on the page. */
  key: string;
  to: string;
  move: string;
  title: string;
  text: string;
  cites: Cite[];
  fields: ShownField[];
  /** Calls for a second look: it ends the run, or gives goods up. */
  grave: boolean;
}

/** A paper that can be written now. */
export interface PaperDue {
  message: string;
  title: string;
  why: string;
  refs: string[];
  href: string;
}

export interface TodoGroup {
  id: string;
  title: string;
  detail: string;
  tone: Tone;
  /** Which pane keeps what it is about. */
  href: string;
  papers: PaperDue[];
  offers: ShownOffer[];
}

export interface DigestLine {
  at: number;
  title: string;
  text: string;
  code: string;
  tone: Tone;
  kind: 'paper' | 'note' | 'state' | 'end';
  href: string;
}

/** What came of the last input. */
export interface Digest {
  seq: number;
  from: number;
  to: number;
  /** The move in words, or how time was let pass. */
  title: string;
  refused: boolean;
  findings: ShownFinding[];
  /** The form that was refused, and what had been written in it. */
  key: string;
  payload: Record<string, string[]>;
  lines: DigestLine[];
}

export interface Letter {
  id: string;
  at: number;
  kind: string;
  /** 604, 608 … where it is a message. */
  type: string;
  title: string;
  from: string;
  to: string;
  own: boolean;
  subject: string;
  status: string;
  word: string;
  info: string;
  tone: Tone;
  findings: ShownFinding[];
}

/** One thing that a map can be drawn of. */
export interface MapSubject {
  id: string;
  label: string;
  current: boolean;
  href: string;
}

export interface ShownMap {
  subjects: MapSubject[];
  lanes: { id: string; label: string; state: string; tone: Tone; current: boolean; href: string }[];
  label: string;
  nodes: StageNode[];
  layouts: StageLayouts;
  selected: string;
  /** The state that is pointed at, or the present one. */
  about: {
    title: string;
    text: string;
    office: string;
    officeText: string;
    since: number | null;
    needs: string[];
    cites: Cite[];
    here: boolean;
  } | null;
}

export interface DeskFrame {
  run: string;
  scenario: string;
  title: string;
  /** Who plays, when somebody else looks on. */
  player: string | null;
  /** Only its owner may act. */
  own: boolean;
  guided: boolean;
  briefing: string[];
  seq: number;
  key: string;
  now: number;
  endsAt: number;
  ended: { outcome: string; title: string; at: number } | null;
  waiting: boolean;
  digest: Digest | null;
  pane: Pane;
  query: string;
  counts: { todo: number; risks: number };
}

/** A field of a message as a form shows it. */
export interface PaperField {
  /** `head.orderNo` */
  path: string;
  part: 'root' | 'head' | 'list' | 'transfer' | 'subscribe';
  name: string;
  label: string;
  /** The name in the other language. */
  other: string;
  type: string;
  required: boolean;
  maxLength: number | null;
  codes: string | null;
  hint: string;
}

export interface Draft {
  message: string;
  title: string;
  refs: string[];
  fields: PaperField[];
  /** As the firm's own system fills it in. */
  draft: CebMessage;
  xml: string;
}

export interface Code {
  code: string;
  label: string;
}

/** A paper that came or went, explained. */
export interface OpenPaper {
  letter: Letter;
  xml: string;
  records: { head: ShownValue[]; list: ShownValue[][] }[];
  /** Papers that are no message: their facts. */
  facts: { label: string; value: string }[];
}

export interface ShownValue {
  path: string;
  label: string;
  value: string;
  meaning: string;
  hint: string;
  code: string;
}

export const PANES = [
  'overview',
  'papers',
  'orders',
  'sourcing',
  'money',
  'flows',
  'tracking',
  'risks',
  'journal',
  'firm',
] as const;
export type Pane = (typeof PANES)[number];
export const isPane = (text: string | null): text is Pane =>
  (PANES as readonly string[]).includes(text ?? '');
