import { from } from './figure.ts';
import type { Figure } from './figure.ts';
import type { Law } from './law.ts';
import { CREDIT_CLASSES } from './rules/credit.ts';
import type { CreditClass } from './rules/credit.ts';

export { CREDIT_CLASSES };
export type { CreditClass };

/** The classes that exist on the policy date, best first: three under Decree 251, five since 2026-04-01. */
export function creditClasses(law: Law): readonly CreditClass[] {
  return law.get('creditClasses').value;
}

/**
 * The class as it is called on the policy date: one that does not exist then falls to the next milder treatment
 * (certified → regular, seriously dishonest → dishonest).
 */
export function classUnder(law: Law, wanted: CreditClass): CreditClass {
  if (creditClasses(law).includes(wanted)) return wanted;
  return wanted === 'seriouslyDishonest' ? 'dishonest' : 'regular';
}

/** Odds (ppm) that customs inspects one list, or one declaration. A product number. */
export function inspectionOdds(law: Law, creditClass: CreditClass, what: 'list' | 'declaration'): Figure {
  const rule = law.get('inspectionOdds');
  return from(rule.value[classUnder(law, creditClass)][what], rule);
}

/** Guarantee as ppm of the normal one. */
export function guaranteeShare(law: Law, creditClass: CreditClass): Figure {
  const rule = law.get('creditGuarantee');
  return from(rule.value[classUnder(law, creditClass)], rule);
}

/** Whether a firm of this class may still merge lists into summary declarations. */
export function summaryAllowed(law: Law, creditClass: CreditClass): Figure<boolean> {
  const allowed = creditClass !== 'dishonest' && creditClass !== 'seriouslyDishonest';
  return from(
    allowed,
    { value: allowed, tag: 'P', cites: ['dryport-model#inspection-odds'] },
    law.get('creditClasses'),
  );
}

/** Class that a score (300–950, the platform's model) leads to; both certified classes also need a passed audit. */
export function creditClassFor(law: Law, score: number, auditPassed: boolean): Figure<CreditClass> {
  const bands = law.get('creditBands');
  const certified = (name: CreditClass): boolean => name === 'advancedCertified' || name === 'certified';
  const open = CREDIT_CLASSES.filter(
    (name) => creditClasses(law).includes(name) && (auditPassed || !certified(name)),
  );
  const reached = open.find((name) => score >= bands.value[name]) ?? open.at(-1) ?? 'dishonest';
  return from(reached, bands);
}
