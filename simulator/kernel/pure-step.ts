import {
  createActor,
  initialTransition,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import type { Json, Letter } from './types.ts';

/** The new snapshot, and the actions that it calls for, as data. Nothing has been carried out. */
export type Stepped = [AnyMachineSnapshot, { type: string; params?: unknown }[]];

/**
 * XState's own `transition()` builds a whole actor for every call: most of its time. Our charts neither invoke nor
 * spawn, so an actor that never starts can lend its scope to every step of its machine.
 */
const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();

function scopeOf(machine: AnyStateMachine): AnyActorScope {
  let scope = scopes.get(machine);
  if (!scope) {
    const self = createActor(machine);
    const nothing = (): void => {};
    scope = {
      self,
      system: self.system,
      id: '',
      sessionId: '',
      logger: nothing,
      defer: nothing,
      emit: nothing,
      stopChild: nothing,
      actionExecutor: nothing,
    } as AnyActorScope;
    scopes.set(machine, scope);
  }
  return scope;
}

/** What a letter makes of a machine. */
export function stepOf(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, letter: Letter): Stepped {
  const actions: Stepped[1] = [];
  const scope = scopeOf(machine);
  scope.actionExecutor = (action) => void actions.push(action);
  const next = machine.transition(snapshot, letter as never, scope as never) as AnyMachineSnapshot;
  return [next, actions];
}

/** How a machine begins. */
export const firstStepOf = (machine: AnyStateMachine, input: { [key: string]: Json }): Stepped =>
  initialTransition(machine, input) as Stepped;
