import type { Tag } from '../trade/tag.ts';
import { covers } from '../trade/span.ts';
import { formatDay } from '../trade/time-format.ts';
import type { Day } from '../trade/time.ts';
import type { Figure } from './figure.ts';

/** One version of a rule; `from` and `to` (both inclusive, to null = open) are yyyy-mm-dd. */
export interface RuleVersion<V = unknown> extends Figure<V> {
  from: string;
  to: string | null;
}

export type RuleBook = Readonly<Record<string, readonly RuleVersion[]>>;

/** A version that still stands. Cites are regulation ids, `gacc-2018-194#summary-by-15th`. */
export function since<V>(from: string, value: V, tag: Tag, ...cites: string[]): RuleVersion<V> {
  return { value, from, to: null, tag, cites };
}

/** A version that ended. */
export function between<V>(from: string, to: string, value: V, tag: Tag, ...cites: string[]): RuleVersion<V> {
  return { value, from, to, tag, cites };
}

/** A rule as it stands on a day. */
export interface InForce<V> extends RuleVersion<V> {
  id: string;
}

/** No version of the rule covers the day: the scenario's policy date is outside what the law pack knows. */
export class LawGap extends Error {
  override name = 'LawGap';
  readonly code = 'lawHasNoValue';
  readonly rule: string;
  readonly day: Day;
  constructor(rule: string, day: Day) {
    super(`no value of ${rule} on ${formatDay(day)}`);
    this.rule = rule;
    this.day = day;
  }
}

export function findVersion<V>(versions: readonly RuleVersion<V>[], day: Day): RuleVersion<V> | null {
  return versions.find((version) => covers(version, day)) ?? null;
}
