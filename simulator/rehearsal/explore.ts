import { getNextTransitions, initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
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
 * The machine once per guard that is true alone, and once with none true: with these every guarded branch is tried,
 * since the charts' guards read the letter, and letters come from outside.
 */
function variantsOf(machine: AnyStateMachine): AnyStateMachine[] {
  const names = Object.keys(machine.implementations.guards);
  const withTrue = (name: string | null): AnyStateMachine =>
    machine.provide({ guards: Object.fromEntries(names.map((guard) => [guard, () => guard === name])) } as never) as AnyStateMachine;
  return [null, ...names].map(withTrue);
}

const isEnd = (snapshot: AnyMachineSnapshot): boolean => snapshot.status === 'done';

/** Walks through every configuration of a machine that letters in any order can bring about. */
export function walk(definition: Definition): Walk {
  const variants = variantsOf(definition.machine);
  const seen = new Map<string, { snapshot: AnyMachineSnapshot; next: Set<string> }>();
  const keyOf = (snapshot: AnyMachineSnapshot): string => canonical(snapshot.value);
  const queue: string[] = [];
  const visit = (snapshot: AnyMachineSnapshot): string => {
    const key = keyOf(snapshot);
    if (!seen.has(key)) {
      seen.set(key, { snapshot, next: new Set() });
      queue.push(key);
      if (seen.size > MOST) throw new RangeError(`${definition.name} has more than ${MOST} configurations`);
    }
    return key;
  };
  for (const machine of variants) visit(initialTransition(machine, {})[0] as AnyMachineSnapshot);
  while (queue.length > 0) {
    const key = queue.shift()!;
    const { snapshot, next } = seen.get(key)!;
    for (const type of new Set(getNextTransitions(snapshot).map((item) => item.eventType))) {
      for (const machine of variants) {
        const at = machine.resolveState({ value: snapshot.value, context: snapshot.context as never, status: snapshot.status as 'active' });
        next.add(visit(transition(machine, at, { type } as never)[0] as AnyMachineSnapshot));
      }
    }
    next.delete(key);
  }
  const states = new Set([...seen.values()].flatMap(({ snapshot }) => statePaths(snapshot.value as Json)));
  const stuck = [...seen].filter(([, { snapshot, next }]) => next.size === 0 && !isEnd(snapshot) && getNextTransitions(snapshot).length === 0);
  return {
    definition: definition.name,
    configurations: seen.size,
    deadEnds: stuck.filter(([, { snapshot }]) => !restsWell(snapshot)).map(([key]) => key),
    unreachable: chartOf(definition.machine)
      .nodes.map((node) => node.id)
      .filter((id) => !states.has(id)),
    endReachable: everywhereReaches(seen, (snapshot) => isEnd(snapshot) || getNextTransitions(snapshot).length === 0 || !hasEnds(definition)),
  };
}

/** A state that is tagged `rest` may be where a machine stays for good (a closed list, a stored order). */
const restsWell = (snapshot: AnyMachineSnapshot): boolean => snapshot.hasTag('rest');

const hasEnds = (definition: Definition): boolean => chartOf(definition.machine).nodes.some((node) => node.kind === 'final');

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
