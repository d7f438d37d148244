import type { Beginning, Engine } from './engine.ts';
import type { Entry, Input, World } from './types.ts';

/** Plays a journal's inputs from the beginning. The same inputs give the same entries and the same world. */
export function replay(
  engine: Engine,
  beginning: Beginning,
  inputs: readonly Input[],
): { world: World; entries: Entry[] } {
  const entries: Entry[] = [];
  let world = engine.begin(beginning);
  for (const input of inputs) {
    const stepped = engine.step(world, input);
    world = stepped.world;
    entries.push(stepped.entry);
  }
  return { world, entries };
}
