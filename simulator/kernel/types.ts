/** What every run is made of. No customs word in here: the kernel carries machines, letters, timers and dice. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Simulated time: integer milliseconds since 1970-01-01T00:00Z; its wall clock is +08:00 all year. */
export type Instant = number;

export type MachineId = string;
export type Params = Record<string, string | number>;

/** A complaint: the rule that said no, with its values and its source. Words (title, text, remedy) are content. */
export interface Finding {
  code: string;
  params: Params;
  /** Regulation ids, `gacc-2018-194` or `gacc-2018-194#summary-by-15th`. Never empty. */
  cites: string[];
  /** Path of the field in the payload or paper, where one field is to blame. */
  at?: string;
}

/** A message between machines; `type` is the event's name, the rest its data. */
export interface Letter {
  type: string;
  [key: string]: Json;
}

export interface Line {
  account: string;
  currency: string;
  /** Minor units (fen, cents); debit positive, credit negative. */
  amount: number;
}

/** A double entry: the lines of each currency sum to zero. */
export interface Posting {
  at: Instant;
  memo: string;
  refs: Params;
  lines: Line[];
}

/** A document in the folder: a message, a receipt, an invoice, a notice. */
export interface Paper {
  id: string;
  at: Instant;
  kind: string;
  from: string;
  to: string;
  /** What it is about, for example an order or a list number. */
  subject: string;
  body: Json;
}

export interface Timer {
  due: Instant;
  /** Arming order: breaks ties between timers due at the same instant. */
  armed: number;
  to: MachineId;
  letter: Letter;
  /** Set for XState's own delays, so that leaving the state cancels them. */
  sendId?: string;
}

export interface MachineState {
  definition: string;
  value: Json;
  context: { [key: string]: Json };
  done: boolean;
  /** Instant at which the present state was entered. */
  since: Instant;
  /** State path → instant of the last entry: the track drawn on the stage map. */
  visited: Record<string, Instant>;
}

export interface World {
  run: { engine: number; scenario: string; seed: string; policyDay: number };
  now: Instant;
  /** Number of journal entries so far, refused ones included. Not part of the hash. */
  seq: number;
  ended: null | { outcome: string; at: Instant };
  machines: Record<MachineId, MachineState>;
  timers: Timer[];
  /** Draws taken so far by stream. */
  dice: Record<string, number>;
  counters: Record<string, number>;
  records: Record<string, Record<string, Json>>;
  postings: Posting[];
  papers: Paper[];
}

export interface Move {
  kind: 'move';
  seat: string;
  type: string;
  to: MachineId;
  payload: { [key: string]: Json };
}

/** Let time pass: to the next timer, to the next moment at which something new can be done, or to an instant. */
export interface Advance {
  kind: 'advance';
  until: 'nextEvent' | 'nextDecision' | Instant;
}

export type Input = Move | Advance;

export type Happening =
  | { at: Instant; kind: 'entered'; machine: MachineId; state: string; left: string }
  | { at: Instant; kind: 'note'; machine: MachineId; code: string; params: Params; cites: string[] }
  | {
      at: Instant;
      kind: 'draw';
      machine: MachineId;
      stream: string;
      index: number;
      low: number;
      high: number;
      value: number;
      /** Of a chance: it came true when the value is not above this many ppm. */
      odds?: number;
    }
  | { at: Instant; kind: 'paper'; machine: MachineId; paper: string }
  | { at: Instant; kind: 'posting'; machine: MachineId; index: number }
  | { at: Instant; kind: 'unheard'; machine: MachineId; letter: string }
  | { at: Instant; kind: 'ended'; machine: MachineId; outcome: string };

/** One line of the journal: what was asked, what came of it. Replaying the inputs gives the same world. */
export interface Entry {
  seq: number;
  /** Simulated time before the input. */
  at: Instant;
  input: Input;
  outcome: 'done' | 'refused';
  findings: Finding[];
  happened: Happening[];
}

/** What an action decides; the kernel alone carries it out. */
export type Effect =
  | { do: 'send'; to: MachineId; letter: Letter; after: number }
  | { do: 'start'; id: MachineId; definition: string; input: { [key: string]: Json } }
  | { do: 'keep'; patch: { [key: string]: Json } }
  | { do: 'put'; in: string; id: string; value: Json | undefined }
  | { do: 'post'; memo: string; refs: Params; lines: Line[] }
  | { do: 'file'; paper: Omit<Paper, 'at'> }
  | { do: 'note'; code: string; params: Params; cites: string[] }
  | { do: 'end'; outcome: string };

/** A programmer's error inside a definition; never the learner's fault. */
export class EngineFault extends Error {
  override name = 'EngineFault';
}
