import { chartOf, statePaths, type Engine, type World } from '../kernel/index.ts';

/** A machine as the stage map draws it: the chart itself, where it stands, where it has been. */
export interface StageMap {
  machine: string;
  definition: string;
  nodes: {
    id: string;
    parent: string | null;
    kind: string;
    office: string;
    cites: string[];
    /** Moves that the state waits for, and letters of others. */
    needs: string[];
    state: 'active' | 'visited' | 'open';
    /** Instant of the last entry, or null. */
    entered: number | null;
  }[];
  edges: { from: string; to: string; event: string }[];
}

/** The stage map of one machine of a world. @throws EngineFault when there is no such machine */
export function mapOf(engine: Engine, world: World, id: string): StageMap {
  const definition = engine.definitionOf(world, id);
  const state = world.machines[id]!;
  const active = new Set(statePaths(state.value));
  const { nodes, edges } = chartOf(definition.machine);
  return {
    machine: id,
    definition: definition.name,
    nodes: nodes.map((node) => ({
      id: node.id,
      parent: node.parent,
      kind: node.kind,
      office: node.office,
      cites: node.cites,
      needs: [...new Set(edges.filter((edge) => edge.from === node.id).map((edge) => edge.event))],
      state: active.has(node.id) ? 'active' : node.id in state.visited ? 'visited' : 'open',
      entered: state.visited[node.id] ?? null,
    })),
    edges: edges.filter((edge) => edge.from !== edge.to).map(({ from, to, event }) => ({ from, to, event })),
  };
}
