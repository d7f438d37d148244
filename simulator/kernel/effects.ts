import type { Effect, Json, Letter, Line, MachineId, Paper, Params } from './types.ts';

/** Puts a letter into another machine's mailbox, now or after a number of simulated milliseconds. */
export const send = (to: MachineId, letter: Letter, after = 0): Effect => ({ do: 'send', to, letter, after });

/** Brings a new machine into the world; its context is the definition's context plus `input`. */
export const start = (id: MachineId, definition: string, input: { [key: string]: Json } = {}): Effect => ({
  do: 'start',
  id,
  definition,
  input,
});

/** Merges values into the acting machine's own context, where its guards can read them. */
export const keep = (patch: { [key: string]: Json }): Effect => ({ do: 'keep', patch });

/** Writes a record; `undefined` deletes it. */
export const put = <T>(collection: string, id: string, value: T | undefined): Effect => ({
  do: 'put',
  in: collection,
  id,
  value: value as Json | undefined,
});

/** Posts a balanced double entry; minor units, debit positive. */
export const post = (memo: string, lines: Line[], refs: Params = {}): Effect => ({
  do: 'post',
  memo,
  refs,
  lines,
});

/** Files a document into the folder. */
export const file = (paper: Omit<Paper, 'at'>): Effect => ({ do: 'file', paper });

/** Notes something for the timeline; the code has words in content/words/notes*.yaml. */
export const note = (code: string, params: Params = {}, cites: string[] = []): Effect => ({
  do: 'note',
  code,
  params,
  cites,
});

/** Ends the run. */
export const end = (outcome: string): Effect => ({ do: 'end', outcome });
