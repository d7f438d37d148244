import { from } from './figure.ts';
import type { Figure } from './figure.ts';

/** One line of a sum done on paper: what went in, what came out. Words for `code` are in content/words/workings.yaml. */
export interface WorkingStep {
  code: string;
  params: Record<string, number>;
  result: number;
}

/** A computed number with the way to it. Amounts are minor units (fen unless the words say otherwise), rates ppm. */
export interface Working {
  code: string;
  steps: WorkingStep[];
  result: number;
  tag: string;
  cites: string[];
}

export interface Workings {
  /** Takes a rule or tagged input into account and returns its value. */
  use<V>(figure: Figure<V>): V;
  /** Writes a step down and returns its result. */
  step(code: string, params: Record<string, number>, result: number): number;
  done(result: number): Working;
}

/** Starts a calculation; every figure whose value it depends on must pass through `use`. */
export function working(code: string): Workings {
  const used: Figure<unknown>[] = [];
  const steps: WorkingStep[] = [];
  return {
    use(figure) {
      used.push(figure);
      return figure.value;
    },
    step(stepCode, params, result) {
      steps.push({ code: stepCode, params, result });
      return result;
    },
    done(result) {
      const { tag, cites } = from(result, ...used);
      return { code, steps, result, tag, cites: [...cites] };
    },
  };
}
