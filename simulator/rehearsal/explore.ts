import {
  getInitialMicrosteps,
  getMicrosteps,
  getNextTransitions,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { canonical, chartOf, statePaths, type Definition, type Json } from '../kernel/index.ts';

/** What a walk through every configuration of one machine found. */
export interface Walk {
  definition: string;
  /** Combinations of active states that can be reached, whatever the offices and the dice do. */
  configurations: number;
  /** Configurations that are not an end and that nothing leaves. */
  deadEnds: string[];
  /** States that no path reaches. */
  unreachable: string[];
  /** Whether some end, or for machines without end some rest, can be reached from everywhere. */
  endReachable: boolean;
}

/** More than any chart of ours has; reaching it is an error, not a limit to live with. */
const MOST = 60_000;

/**
 * The machine with one guard true and all others false, or with none true: with these every guarded branch is tried,
 * since the charts' guards read the letter, and letters come from outside.
 */
function variantsOf(machine: AnyStateMachine): Map<string | null, AnyStateMachine> {
  const names = Object.keys(machine.implementations.guards);
  const withTrue = (name: string | null): AnyStateMachine =>
    machine.provide({
      guards: Object.fromEntries(names.map((guard) => [guard, () => guard === name])),
    } as never) as AnyStateMachine;
  return new Map([null, ...names].map((name) => [name, withTrue(name)]));
}

const guardOf = (guard: unknown): string =>
  typeof guard === 'string' ? guard : String((guard as { type?: string }).type);

const isEnd = (snapshot: AnyMachineSnapshot): boolean => snapshot.status === 'done';

/** Walks through every configuration of a machine that letters in any order can bring about. */
export function walk(definition: Definition): Walk {
  const variants = variantsOf(definition.machine);
  const passesThrough = chartOf(definition.machine).edges.some((edge) => edge.event === '');
  const seen = new Map<string, { snapshot: AnyMachineSnapshot; next: Set<string> }>();
  const keyOf = (snapshot: AnyMachineSnapshot): string => canonical(snapshot.value);
  const queue: string[] = [];
  // States that are only passed through (eventless) are seen in the microsteps.
  const states = new Set<string>();
  const last = (steps: readonly (readonly [AnyMachineSnapshot, unknown])[]): AnyMachineSnapshot | null => {
    for (const [snapshot] of steps) for (const path of statePaths(snapshot.value as Json)) states.add(path);
    return steps.at(-1)?.[0] ?? null;
  };
  const visit = (snapshot: AnyMachineSnapshot): string => {
    const key = keyOf(snapshot);
    if (!seen.has(key)) {
      seen.set(key, { snapshot, next: new Set() });
      queue.push(key);
      if (seen.size > MOST) throw new RangeError(`${definition.name} has more than ${MOST} configurations`);
    }
    return key;
  };
  for (const machine of variants.values()) {
    const begun = last(getInitialMicrosteps(machine, {}) as never);
    if (begun) visit(begun);
  }
  while (queue.length > 0) {
    const key = queue.shift()!;
    const { snapshot, next } = seen.get(key)!;
    const waiting = getNextTransitions(snapshot);
    for (const type of new Set(waiting.map((item) => item.eventType))) {
      const guards = waiting.flatMap((item) =>
        item.eventType === type && item.guard ? [guardOf(item.guard)] : [],
      );
      // A state that is entered may hold eventless transitions with guards of their own: then all variants count.
      const tried =
        guards.length === 0 && !passesThrough
          ? [null]
          : passesThrough
            ? [...variants.keys()]
            : [null, ...new Set(guards)];
      for (const name of tried) {
        const machine = variants.get(name)!;
        const at = machine.resolveState({
          value: snapshot.value,
          context: snapshot.context as never,
          status: snapshot.status as 'active',
        });
        const after = last(getMicrosteps(machine, at, { type } as never) as never);
        if (after) next.add(visit(after));
      }
    }
    next.delete(key);
  }
  const stuck = [...seen].filter(
    ([, { snapshot, next }]) =>
      next.size === 0 && !isEnd(snapshot) && getNextTransitions(snapshot).length === 0,
  );
  return {
    definition: definition.name,
    configurations: seen.size,
    deadEnds: stuck.filter(([, { snapshot }]) => !restsWell(snapshot)).map(([key]) => key),
    unreachable: chartOf(definition.machine)
      .nodes.map((node) => node.id)
      .filter((id) => !states.has(id)),
    endReachable: everywhereReaches(
      seen,
      (snapshot) => isEnd(snapshot) || getNextTransitions(snapshot).length === 0 || !hasEnds(definition),
    ),
  };
}

/** A state that is tagged `rest` may be where a machine stays for good (a closed list, a stored order). */
const restsWell = (snapshot: AnyMachineSnapshot): boolean => snapshot.hasTag('rest');

const hasEnds = (definition: Definition): boolean =>
  chartOf(definition.machine).nodes.some((node) => node.kind === 'final');

function everywhereReaches(
  seen: Map<string, { snapshot: AnyMachineSnapshot; next: Set<string> }>,
  isGoal: (snapshot: AnyMachineSnapshot) => boolean,
): boolean {
  const before = new Map<string, string[]>();
  for (const [key, { next }] of seen) for (const to of next) before.set(to, [...(before.get(to) ?? []), key]);
  const queue = [...seen].filter(([, { snapshot }]) => isGoal(snapshot)).map(([key]) => key);
  const good = new Set(queue);
  while (queue.length > 0) {
    for (const from of before.get(queue.shift()!) ?? []) {
      if (good.has(from)) continue;
      good.add(from);
      queue.push(from);
    }
  }
  return good.size === seen.size;
}
