import type { Day } from '../trade/time.ts';
import { LawGap, findVersion } from './rule.ts';
import type { InForce, RuleVersion } from './rule.ts';
import { abroadRules } from './rules/abroad.ts';
import { creditRules } from './rules/credit.ts';
import { customsRules } from './rules/customs.ts';
import { forexRules } from './rules/forex.ts';
import { limitRules } from './rules/limits.ts';
import { penaltyRules } from './rules/penalties.ts';
import { returnRules } from './rules/returns.ts';
import { taxRules } from './rules/tax.ts';

export const RULES = {
  ...customsRules,
  ...limitRules,
  ...taxRules,
  ...forexRules,
  ...returnRules,
  ...penaltyRules,
  ...creditRules,
  ...abroadRules,
};

export type RuleId = keyof typeof RULES;
type ValueOf<K extends RuleId> = (typeof RULES)[K][number] extends RuleVersion<infer V> ? V : never;

/** The law as it stands on one day. */
export interface Law {
  day: Day;
  /** @throws LawGap when the rule has no version on that day */
  get<K extends RuleId>(id: K): InForce<ValueOf<K>>;
  /** null when the rule has no version on that day: not yet made, or ended */
  find<K extends RuleId>(id: K): InForce<ValueOf<K>> | null;
}

/** Reads all rules as of a policy date (+08:00 day number). */
export function lawAt(day: Day): Law {
  function find<K extends RuleId>(id: K): InForce<ValueOf<K>> | null {
    // TypeScript cannot follow the index into the table of differently typed rules
    const versions = RULES[id] as unknown as readonly RuleVersion<ValueOf<K>>[];
    const version = findVersion(versions, day);
    return version && { id, ...version };
  }
  function get<K extends RuleId>(id: K): InForce<ValueOf<K>> {
    const rule = find(id);
    if (!rule) throw new LawGap(id, day);
    return rule;
  }
  return { day, find, get };
}
