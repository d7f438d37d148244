import { listensFor } from './chart.ts';
import type { Engine } from './engine.ts';
import type { MachineId, World } from './types.ts';

export interface Offer {
  to: MachineId;
  definition: string;
  type: string;
  cites: string[];
}

/** What a seat could do now: moves that some machine waits for. Whether the rules agree depends on the payload. */
export function offersFor(engine: Engine, world: World, seat: string): Offer[] {
  if (world.ended) return [];
  return Object.entries(world.machines).flatMap(([to, state]) => {
    const { moves, name } = engine.definitionOf(world, to);
    const mine = Object.entries(moves).filter(([, spec]) => spec.seat === seat);
    if (state.done || mine.length === 0) return [];
    const snapshot = engine.snapshotOf(world, to);
    return mine
      .filter(([type]) => listensFor(snapshot, type))
      .map(([type, spec]) => ({ to, definition: name, type, cites: spec.cites }));
  });
}
