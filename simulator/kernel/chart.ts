import { getNextTransitions, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { StateMeta } from './definition.ts';
import type { Json, Letter } from './types.ts';

/** Dotted paths of all active states of a state value, outermost first: {a: 'b'} → ['a', 'a.b']. */
export function statePaths(value: Json, prefix = ''): string[] {
  if (typeof value === 'string') return [prefix + value];
  return Object.entries((value ?? {}) as Record<string, Json>).flatMap(([key, inner]) => [
    prefix + key,
    ...(typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0
      ? []
      : statePaths(inner, `${prefix}${key}.`)),
  ]);
}

/** Whether the machine would react to this very letter, guards included. */
export const hears = (snapshot: AnyMachineSnapshot, letter: Letter): boolean => snapshot.can(letter as never);

/** Letter types by snapshot: a machine that stands still is asked again and again. */
const awaited = new WeakMap<AnyMachineSnapshot, ReadonlySet<string>>();

/** Whether some transition waits for letters of this type, whatever its guard says. */
export function listensFor(snapshot: AnyMachineSnapshot, type: string): boolean {
  let types = awaited.get(snapshot);
  if (!types)
    awaited.set(snapshot, (types = new Set(getNextTransitions(snapshot).map((item) => item.eventType))));
  return types.has(type);
}

export interface ChartNode extends StateMeta {
  /** Dotted path, as in `statePaths`. */
  id: string;
  parent: string | null;
  kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  initial: boolean;
  tags: string[];
}

export interface ChartEdge {
  from: string;
  to: string;
  /** The letter's type, or '' for an eventless transition, or `after <delay>`. */
  event: string;
  guard: string | null;
}

/** The machine as a drawing: its states with office and citations, its transitions. Read from the chart itself. */
export function chartOf(machine: AnyStateMachine): { nodes: ChartNode[]; edges: ChartEdge[] } {
  const nodes: ChartNode[] = [];
  const edges: ChartEdge[] = [];
  const walk = (node: AnyStateMachine['root']): void => {
    const path = node.path.join('.');
    if (path !== '') {
      const meta = (node.meta ?? {}) as Partial<StateMeta>;
      const parent = node.parent && node.parent.path.length > 0 ? node.parent.path.join('.') : null;
      nodes.push({
        id: path,
        parent,
        kind: node.type,
        initial: (node.parent?.initial?.target ?? []).includes(node),
        office: meta.office ?? '',
        cites: meta.cites ?? [],
        tags: node.tags,
      });
    }
    for (const list of [...node.transitions.values(), node.always ?? []]) {
      for (const item of list) {
        const targets = item.target ?? [];
        for (const target of targets) {
          edges.push({
            from: path,
            to: target.path.join('.'),
            event: item.eventType,
            guard: guardName(item.guard),
          });
        }
      }
    }
    for (const child of Object.values(node.states) as AnyStateMachine['root'][]) walk(child);
  };
  walk(machine.root);
  return { nodes, edges };
}

function guardName(guard: unknown): string | null {
  if (guard === undefined || guard === null) return null;
  return typeof guard === 'string' ? guard : String((guard as { type?: string }).type ?? 'guard');
}
