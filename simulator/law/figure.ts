import { PPM, mulDiv, sum } from '../trade/money.ts';
import type { Rounding } from '../trade/money.ts';
import { weakest } from '../trade/tag.ts';
import type { Tag } from '../trade/tag.ts';

/**
 * A number that remembers how sure it is and where it comes from. Arithmetic on figures hands the weakest tag and
 * all citations on, so that no computed number can look surer than its inputs. Facts of a rule that are no numbers
 * (a yes, a list of classes) travel the same way.
 */
export interface Figure<V = number> {
  value: V;
  tag: Tag;
  cites: readonly string[];
}

/** A fact of the run itself (an invoice total, a weight): it weakens nothing. */
export function given(value: number): Figure {
  return { value, tag: '', cites: [] };
}

/** A value computed from `inputs`: their weakest tag, their citations once each, in order. */
export function from<V>(value: V, ...inputs: readonly Figure<unknown>[]): Figure<V> {
  return {
    value,
    tag: weakest(inputs.map((input) => input.tag)),
    cites: [...new Set(inputs.flatMap((input) => input.cites))],
  };
}

export function plus(...terms: readonly Figure[]): Figure {
  return from(sum(terms.map((term) => term.value)), ...terms);
}

export function minus(a: Figure, b: Figure): Figure {
  return from(a.value - b.value, a, b);
}

/** Share in ppm of an amount. */
export function share(amount: Figure, ppm: Figure, rounding: Rounding = 'halfUp'): Figure {
  return from(mulDiv(amount.value, ppm.value, PPM, rounding), amount, ppm);
}
