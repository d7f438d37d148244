import type { Instant, Json, Letter, MachineId, Paper } from './types.ts';

/** What a rule or an action may see and ask. Reading is free; every draw is counted and journalled. */
export interface Scene<Setup = unknown> {
  readonly now: Instant;
  readonly self: MachineId;
  readonly state: Json;
  readonly context: { [key: string]: Json };
  /** The letter that is being answered; in a rule, the move as a letter. */
  readonly letter: Letter;
  /** The scenario's data: goods, prices, odds. The same object for the whole run. */
  readonly setup: Setup;
  readonly policyDay: number;
  find<T>(collection: string, id: string): T | null;
  /** Throws an EngineFault where the record is missing. */
  get<T>(collection: string, id: string): T;
  all<T>(collection: string): [string, T][];
  papers(): readonly Paper[];
  /** The state value of a machine, or null where there is none. */
  stateOf(id: MachineId): Json;
  /** Balance of an account in minor units, debit positive. */
  balance(account: string, currency: string): number;
  /** True with odds of `ppm` in a million. Not available to rules. */
  chance(stream: string, ppm: number): boolean;
  /** A whole number from low to high, both included. Not available to rules. */
  between(stream: string, low: number, high: number): number;
  /** The next number of a counter: 1, 2, 3 … Not available to rules. */
  next(counter: string): number;
}
