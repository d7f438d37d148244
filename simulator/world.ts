import { createEngine, type Beginning, type Definition, type Dice, type Engine } from './kernel/index.ts';
import { MODES } from './modes/index.ts';
import { OFFICES } from './offices/index.ts';
import { definitions as risks } from './risks/index.ts';
import { openingInstant, openingRecords } from './trade/opening.ts';
import type { Setup } from './trade/setup.ts';
import { getDay } from './trade/time-format.ts';

/** Every machine that a run of this mode may hold. */
export const definitionsFor = (mode: Setup['mode']): Definition[] => [
  ...OFFICES,
  ...risks,
  ...MODES[mode].definitions,
];

/** The engine of a scenario. Engines hold no run: one serves all runs of its scenario. */
export function engineFor(setup: Setup, dice?: Dice): Engine {
  return createEngine({ definitions: definitionsFor(setup.mode), setup, ...(dice ? { dice } : {}) });
}

/** The machines that are there from the start; the mode's voyage last, since it hears of everything. */
const FROM_THE_START: readonly [id: string, definition: string][] = [
  ['firm', 'registration/enterprise'],
  ['suppliers', 'supplier/market'],
  ['platform', 'platform/market'],
  ['payouts', 'platform/payout'],
  ['window', 'single-window/ingress'],
  ['customs', 'customs/desk'],
  ['carrier', 'carrier/desk'],
  ['site', 'site/gate'],
  ['tax', 'tax/desk'],
  ['bank', 'bank/desk'],
  ['zone', 'zone/credit'],
  ['statistics', 'statistics/desk'],
  ['fate', 'risks/engine'],
];

/** How a run of a scenario begins. @param seed any text; the same seed gives the same chances */
export function beginningOf(setup: Setup, seed: string): Beginning {
  return {
    scenario: setup.id,
    seed,
    policyDay: getDay(setup.policyDate),
    now: openingInstant(setup),
    machines: [...FROM_THE_START, ['voyage', `${setup.mode}/voyage`] as const].map(([id, definition]) => ({
      id,
      definition,
      input: {},
    })),
    records: openingRecords(setup).records,
  };
}
