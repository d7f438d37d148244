/** The trade world alone: one core, no database. */
import { readScenario } from '../../simulator/terminal/files.ts';
import { playScenario } from '../../simulator/terminal/plays.ts';
import { replay, type Input } from '../../simulator/kernel/index.ts';
import { beginningOf, engineFor } from '../../simulator/world.ts';

export interface KernelFigures {
  /** Inputs of a reference play taken per second, journal in memory. */
  stepsPerSecond: number;
  /** Letters that machines were sent meanwhile. */
  happeningsPerSecond: number;
  /** A random play of a whole scenario, ms. */
  randomPlay: number;
  /** The reference play with its player's thinking, ms. */
  referencePlay: number;
}

const SCENARIO = '9610-summary-month';

export function benchKernel(seconds = 2): KernelFigures {
  const scenario = readScenario(SCENARIO);
  const { seed, habits } = scenario.plays.reference;
  const engine = engineFor(scenario.setup);
  const { entries } = playScenario(scenario, seed, 'reference', habits);
  const inputs = entries.map((entry): Input => entry.input);
  const beginning = beginningOf(scenario.setup, seed);
  replay(engine, beginning, inputs);
  let steps = 0;
  let happenings = 0;
  const begin = performance.now();
  while (performance.now() - begin < seconds * 1000) {
    const played = replay(engine, beginning, inputs);
    steps += inputs.length;
    happenings += played.entries.reduce((sum, entry) => sum + entry.happened.length, 0);
  }
  const passed = (performance.now() - begin) / 1000;
  return {
    stepsPerSecond: Math.round(steps / passed),
    happeningsPerSecond: Math.round(happenings / passed),
    randomPlay: timed(() => playScenario(scenario, 'bench', 'random')),
    referencePlay: timed(() => playScenario(scenario, seed, 'reference', habits)),
  };
}

function timed(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

if (process.argv[1] === import.meta.filename) console.log(benchKernel());
