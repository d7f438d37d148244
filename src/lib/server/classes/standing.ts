import { chartOf } from '$simulator/kernel/index.ts';
import { MODES } from '$simulator/modes/index.ts';
import type { RunFacts } from '../db/schema/index.ts';

/** Real time without a new stage after which somebody who is at work is stuck, ms. */
export const STILL_FOR = 10 * 60_000;
/** Real time without any input after which somebody is away, not stuck, ms. */
export const AWAY_AFTER = 60 * 60_000;
/** How often in a row the same complaint makes somebody stuck. */
export const SAME_FINDING = 3;
/** Inputs after the last complaint by which it is past. */
const PAST_AFTER = 5;

/** The definition whose states a class is watched by. */
export const WATCHED = '9610-export/parcel';
const LANE = 'clearance';

let order: string[] | undefined;

/** Stages of a parcel on its way through customs, in the order in which the chart tells them. */
export function stagesInOrder(): readonly string[] {
  if (!order) {
    const definition = MODES['9610-export'].definitions.find(({ name }) => name === WATCHED);
    if (!definition) throw new Error(`${WATCHED} is not among the definitions of its mode`);
    order = chartOf(definition.machine)
      .nodes.filter(({ parent }) => parent === LANE)
      .map(({ id }) => id.slice(LANE.length + 1));
  }
  return order;
}

export const statePathOf = (stage: string): string => `${LANE}.${stage}`;

/** Where most parcels of a run stand, the further one of two; null while there is no parcel. */
export function stageOf({ clearance }: Pick<RunFacts, 'clearance'>): string | null {
  const stages = stagesInOrder();
  const present = Object.entries(clearance).sort(
    ([a, m], [b, n]) => n - m || stages.indexOf(b) - stages.indexOf(a),
  );
  return present[0]?.[0] ?? null;
}

export interface Watched {
  state: 'underWay' | 'ended';
  seq: number;
  facts: RunFacts;
  updatedAt: Date;
}

/**
 * Why somebody is stuck, if so: the same complaint three times in a row, or at work and in the same stage for ten
 * minutes.
 * @param now real time, ms since 1970
 */
export function whyStuck({ state, seq, facts, updatedAt }: Watched, now: number): 'finding' | 'still' | null {
  if (state === 'ended' || now - updatedAt.getTime() >= AWAY_AFTER) return null;
  const { lastFinding, stageSince } = facts;
  if (lastFinding && lastFinding.times >= SAME_FINDING && seq - lastFinding.seq < PAST_AFTER)
    return 'finding';
  return now - stageSince >= STILL_FOR ? 'still' : null;
}
