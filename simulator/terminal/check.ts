import { walk, type Walk } from '../rehearsal/explore.ts';
import type { Scenario } from '../scenario.ts';
import { definitionsFor } from '../world.ts';
import { playScenario } from './plays.ts';

export interface Checked {
  scenario: string;
  configurations: number;
  deadEnds: string[];
  goalReachable: boolean;
  unreachable: string[];
}

const walks = new Map<string, Walk>();

/** Charts are the same in every scenario of a mode: each is walked once per process. */
export function walksOf(mode: Scenario['setup']['mode']): Walk[] {
  return definitionsFor(mode).map((definition) => {
    let found = walks.get(definition.name);
    if (!found) walks.set(definition.name, (found = walk(definition)));
    return found;
  });
}

/**
 * Checks a scenario: every configuration of every machine that it can start (no dead end, every state reachable, an
 * end reachable from everywhere), and that its rubric can be met: the reference play reaches the best grade with
 * points on every line, and the failing one does not pass.
 */
export function checkScenario(scenario: Scenario): Checked {
  const found = walksOf(scenario.setup.mode);
  const { reference, failing } = scenario.plays;
  const best = playScenario(scenario, reference.seed, 'reference', reference.habits);
  const worst = playScenario(scenario, failing.seed, 'reference', failing.habits);
  const emptyLines = best.score.lines.filter((line) => line.points === 0).map((line) => `rubric.${line.id}`);
  return {
    scenario: scenario.id,
    configurations: found.reduce((sum, item) => sum + item.configurations, 0),
    deadEnds: found.flatMap((item) => item.deadEnds.map((key) => `${item.definition} ${key}`)),
    goalReachable:
      best.score.grade === 'excellent' &&
      worst.score.grade === 'failed' &&
      found.every((item) => item.endReachable),
    unreachable: [
      ...found.flatMap((item) => item.unreachable.map((id) => `${item.definition}.${id}`)),
      ...emptyLines,
    ],
  };
}
