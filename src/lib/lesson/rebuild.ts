import {
  createActor,
  getNextTransitions,
  setup,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { MachineView } from './view.ts';

/** A way that is open now. */
export interface Offer {
  event: string;
  /** Named condition of this way; the reader decides that it holds. */
  guard: string | null;
  /** Dotted paths of the states it leads to. */
  to: string[];
  /** Regions of the machine that it moves; one empty name where there are no regions. */
  regions: string[];
}

type Config = Record<string, unknown>;

/**
 * Builds the simulator's machine from its chart. The chart is data, so it travels; what is left behind is what a
 * reader does not need: effects become nothing, and a condition holds when the reader chose the way that has it.
 */
export function rebuild(view: MachineView): AnyStateMachine {
  const nothing = () => {};
  const actions = Object.fromEntries(
    namesIn(view.chart, ['actions', 'entry', 'exit']).map((name) => [name, nothing]),
  );
  const guards = Object.fromEntries(
    namesIn(view.chart, ['guard']).map((name) => [
      name,
      ({ event }: { event: { way?: unknown } }) => event.way === name,
    ]),
  );
  const delays = Object.fromEntries(namesIn(view.chart, ['after']).map((name) => [name, 0]));
  return setup({ actions, guards, delays } as never).createMachine(
    paused(view.chart) as never,
  ) as unknown as AnyStateMachine;
}

/** The event by which a reader takes one of several ways that a chart takes by itself. */
export const ALWAYS = 'always';

/** A chart that stops where it would choose by itself, so that the reader sees the choice and makes it. */
function paused(chart: unknown): unknown {
  if (Array.isArray(chart)) return chart.map(paused);
  if (typeof chart !== 'object' || chart === null) return chart;
  const { always, ...rest } = chart as Config;
  const node = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, paused(value)]));
  return always === undefined
    ? node
    : { ...node, on: { ...(node['on'] as Config | undefined), [ALWAYS]: always } };
}

/** Where a walk begins: at the chart's beginning, or with one region set to the state that the lesson names. */
export function snapshotAt(machine: AnyStateMachine, start: string | null): AnyMachineSnapshot {
  const initial = createActor(machine).getSnapshot();
  if (start === null) return initial;
  const path = pathTo(machine.root, start);
  if (!path) return initial;
  const value = replaced(initial.value, path) as never;
  return machine.resolveState({ value, context: initial.context }) as AnyMachineSnapshot;
}

type Node = AnyStateMachine['root'];

function pathTo(node: Node, name: string): string[] | null {
  if (node.path.at(-1) === name || node.path.join('.') === name) return [...node.path];
  for (const child of Object.values(node.states) as Node[]) {
    const path = pathTo(child, name);
    if (path) return path;
  }
  return null;
}

/** A state value with one path put in the place of what stood there; sibling regions stay. */
function replaced(value: unknown, [key = '', ...rest]: string[]): unknown {
  const known = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (rest.length === 0) return Object.keys(known).length > 1 ? { ...known, [key]: {} } : key;
  const inner = replaced(known[key], rest);
  return Object.keys(known).length > 1 ? { ...known, [key]: inner } : { [key]: inner };
}

/** Ways that lead somewhere now, each once: two regions that react to the same news are one offer. */
export function offersAt(snapshot: AnyMachineSnapshot): Offer[] {
  const offers = new Map<string, Offer>();
  for (const { eventType, guard, target, source } of getNextTransitions(snapshot)) {
    if (!target || target.length === 0) continue;
    const name = guardName(guard);
    const key = `${eventType} ${name ?? ''}`;
    const offer: Offer = offers.get(key) ?? { event: eventType, guard: name, to: [], regions: [] };
    offer.to.push(...target.map((node) => node.path.join('.')));
    offer.regions.push(regionOf(source.path.join('.'), regionsOf(snapshot.machine)));
    offers.set(key, offer);
  }
  return [...offers.values()];
}

/** Names of what runs side by side at the top of a machine; none when there is one line only. */
export function regionsOf({ root }: AnyStateMachine): string[] {
  return root.type === 'parallel' ? Object.keys(root.states) : [];
}

/** The region that a state stands in. */
export function regionOf(path: string, regions: readonly string[]): string {
  const [first = ''] = path.split('.');
  return regions.includes(first) ? first : '';
}

/** Dotted paths of the innermost active states. */
export function placesIn(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [prefix + value];
  return Object.entries((value ?? {}) as Record<string, unknown>).flatMap(([key, inner]) => {
    const isLeaf = typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0;
    return isLeaf ? [prefix + key] : placesIn(inner, `${prefix}${key}.`);
  });
}

function guardName(guard: unknown): string | null {
  if (guard === undefined || guard === null) return null;
  return typeof guard === 'string' ? guard : String((guard as { type?: unknown }).type ?? '');
}

/** Names that stand under these keys anywhere in a chart. */
function namesIn(chart: unknown, keys: readonly string[]): string[] {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value as Config)) {
        if (keys.includes(key)) for (const name of namesOf(key, inner)) names.add(name);
        look(inner);
      }
    }
  };
  look(chart);
  return [...names];
}

function namesOf(key: string, value: unknown): string[] {
  if (key === 'after') return Object.keys(value ?? {});
  return (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
    typeof item === 'string'
      ? [item]
      : typeof (item as Config | null)?.['type'] === 'string'
        ? [String((item as Config)['type'])]
        : [],
  );
}
