import { replay, stateHash, type Engine, type Entry, type Input, type World } from '../kernel/index.ts';
import { writeMessage, type CebMessage } from '../messages/index.ts';
import { randomPlayer, referencePlayer, type Player } from '../rehearsal/players.ts';
import type { Habit, Scenario } from '../scenario.ts';
import { scoreOf, type Score } from '../scoring/score.ts';
import { beginningOf, engineFor } from '../world.ts';

export interface Play {
  engine: Engine;
  world: World;
  entries: Entry[];
  score: Score;
  hash: string;
}

/** More inputs than any run needs; a player that is still going then is lost. */
const MOST_INPUTS = 20_000;

/** Plays a scenario to its end by a robot. */
export function playScenario(
  scenario: Scenario,
  seed: string,
  as: 'reference' | 'random',
  habits: readonly Habit[] = [],
): Play {
  const { setup } = scenario;
  const engine = engineFor(setup);
  const player: Player =
    as === 'random' ? randomPlayer({ engine, setup }, seed) : referencePlayer({ engine, setup, habits });
  let world = engine.begin(beginningOf(setup, seed));
  const entries: Entry[] = [];
  for (let count = 0; count < MOST_INPUTS; count++) {
    const input = player(world);
    if (!input) break;
    const stepped = engine.step(world, input);
    world = stepped.world;
    entries.push(stepped.entry);
  }
  return {
    engine,
    world,
    entries,
    hash: stateHash(world),
    score: scoreOf({ world, entries, setup }, scenario.rubric),
  };
}

/** A journal that `play --journal` wrote. */
export interface Journal {
  scenario: string;
  seed: string;
  inputs: Input[];
  hash: string;
}

export function replayJournal(
  scenario: Scenario,
  journal: Journal,
): { hash: string; entries: number; same: boolean } {
  const { setup } = scenario;
  const { world, entries } = replay(engineFor(setup), beginningOf(setup, journal.seed), journal.inputs);
  const hash = stateHash(world);
  return { hash, entries: entries.length, same: hash === journal.hash };
}

/** Every message of a run with a file name: its place among the papers and its type. */
export function messagesOf(world: World): { name: string; xml: string }[] {
  return world.papers.flatMap(({ kind, body }, index) => {
    const { xml, message } = (body ?? {}) as { xml?: string; message?: CebMessage };
    const text = xml ?? (message ? writeMessage(message) : null);
    return text === null ? [] : [{ name: `${String(index + 1).padStart(4, '0')}-${kind}.xml`, xml: text }];
  });
}
