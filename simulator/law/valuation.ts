import { cifFromCfr, premiumOf, stepsToFob } from '../trade/incoterm.ts';
import type { CostItems, Incoterm } from '../trade/incoterm.ts';
import { working } from './working.ts';
import type { Working } from './working.ts';

/** Customs value of exports is FOB: the statistics rules say so. */
const FOB_RULE = { value: 0, tag: 'K', cites: ['customs-statistics#fob-closing-month'] };

const STEP_OF = {
  inland: 'addInland',
  freight: 'takeOffFreight',
  insurance: 'takeOffInsurance',
  abroad: 'takeOffAbroad',
} as const satisfies Record<keyof CostItems, string>;

/** Declared value of an export sold on `term`: FOB at the Chinese port, minor units of the price's currency. */
export function declaredFob(price: number, term: Incoterm, costs: CostItems): Working {
  const sheet = working('declaredFob');
  sheet.use(FOB_RULE);
  let value = sheet.step('contractPrice', {}, price);
  for (const { item, amount } of stepsToFob(term, costs)) {
    value = sheet.step(STEP_OF[item], { value, amount: Math.abs(amount) }, value + amount);
  }
  return sheet.done(value);
}

/** The same for a CIF price whose premium is not known but its rate is (ppm of `markup` × CIF). */
export function declaredFobFromCif(
  cif: number,
  freight: number,
  premiumRate: number,
  markup = 1_100_000,
): Working {
  const sheet = working('declaredFob');
  sheet.use(FOB_RULE);
  const premium = sheet.step('premium', { cif, markup, premiumRate }, premiumOf(cif, premiumRate, markup));
  return sheet.done(sheet.step('fobFromCif', { cif, freight, premium }, cif - freight - premium));
}

/** CIF price from CFR when the premium is part of the insured sum; `result` is CIF. */
export function quoteCif(cfr: number, premiumRate: number, markup = 1_100_000): Working {
  const sheet = working('quoteCif');
  sheet.use({ value: 0, tag: 'K', cites: ['ucp-600#documents'] });
  const cif = sheet.step('cifFromCfr', { cfr, markup, premiumRate }, cifFromCfr(cfr, premiumRate, markup));
  sheet.step('premiumInCif', { cif, cfr }, cif - cfr);
  return sheet.done(cif);
}
