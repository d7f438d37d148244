import type { Law } from '../../../../../simulator/law/index.ts';

/** How an amount is written: minor units of a currency, ppm, a +08:00 day number. */
export type AmountKind = 'cny' | 'usd' | 'foreign' | 'ppm' | 'day';

/** Why an input is not taken. Words: `lesson_calculator_error_<code>`. */
export type InputError = 'notANumber' | 'outOfRange' | 'notADate' | 'unknownChoice';

export interface InputSpec {
  name: string;
  /** `decimal` becomes an integer of `places` decimals: 9.90 with 2 places is 990. */
  kind: 'decimal' | 'whole' | 'date' | 'choice';
  places?: number;
  /** Bounds in the unit that people type. */
  min?: number;
  max?: number;
  /** Words: `lesson_unit_<unit>`. */
  unit?: 'yuan' | 'usd' | 'percent' | 'rate' | 'foreign';
  options?: readonly string[];
  /** What stands in it when neither the lesson nor the reader says anything. */
  fallback: string;
}

export interface Step {
  /** Words: `lesson_step_<code>`. */
  code: string;
  amount: number;
  as: AmountKind;
}

export interface Worked {
  steps: Step[];
  result: Step;
  /** Confidence tag of the weakest input. */
  tag: string;
  cites: readonly string[];
}

/** One kind of calculator. `values` are integers as `inputs` describes them; a choice is its index among its options. */
export interface Calculator {
  inputs: readonly InputSpec[];
  work(values: Record<string, number>, law: Law): Worked;
}
