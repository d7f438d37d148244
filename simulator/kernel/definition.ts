import type { GenericSchema, InferOutput } from 'valibot';
import { setup, type AnyStateMachine } from 'xstate';
import type { Scene } from './scene.ts';
import type { Effect, Finding, Json, Params } from './types.ts';

/** A rule says why: null when it is content, else the values that it complains about (and the field to blame). */
export interface Rule<P = never> {
  code: string;
  cites: string[];
  check: (scene: Scene, payload: P) => (Params & { at?: string }) | null;
}

/** Names a rule with its citation. `check` returns null when content, else the values for the words. */
export const rule = <P>(code: string, cites: string[], check: Rule<P>['check']): Rule<P> => ({
  code,
  cites,
  check,
});

/** Judges a payload by all rules: every complaint, not only the first. */
export function complaints<P>(rules: readonly Rule<P>[], scene: Scene, payload: P): Finding[] {
  return rules.flatMap((item) => {
    const result = item.check(scene, payload);
    if (!result) return [];
    const { at, ...params } = result;
    return [
      { code: item.code, params: params as Params, cites: item.cites, ...(at === undefined ? {} : { at }) },
    ];
  });
}

/** What a seat may do with a machine. The move's type is the event's type. */
export interface MoveSpec {
  seat: string;
  /** Judges the payload's shape; what it refuses is answered by `payloadInvalid` with the field's path. */
  schema: GenericSchema<{ [key: string]: Json }, { [key: string]: Json }>;
  rules: readonly Rule<never>[];
  /** What the move needs, for the stage map and the explanations. */
  cites: string[];
}

/**
 * What `seat` may do with a payload of this shape. The rules are read in the payload's own type; that type ends
 * here, because a machine keeps moves of many shapes, and `judgeMove` hands rules only what their schema gave.
 */
export const move = <S extends GenericSchema>(
  seat: string,
  schema: S,
  cites: string[],
  rules: readonly Rule<InferOutput<S>>[] = [],
): MoveSpec => ({ seat, schema: schema as unknown as MoveSpec['schema'], cites, rules });

/** One kind of machine: the chart (pure data with named guards and actions), its moves, and what its actions decide. */
export interface Definition {
  /** `room/name`, for example `customs/list`. */
  name: string;
  machine: AnyStateMachine;
  moves: Record<string, MoveSpec>;
  effects: Record<string, (scene: Scene, params: never) => Effect[]>;
}

export type Guard = (args: { context: never; event: never }, params: never) => boolean;

/** `meta` of every state: who must act, and the source. */
export interface StateMeta {
  /** Seat or office that acts next in this state. */
  office: string;
  cites: string[];
}

interface Chart {
  id: string;
  context?: { [key: string]: Json };
  [key: string]: unknown;
}

interface Parts {
  guards?: Record<string, Guard>;
  moves?: Record<string, MoveSpec>;
  effects?: Definition['effects'];
  delays?: Record<string, number>;
}

/**
 * Builds a definition from a chart. The chart is data: named guards, actions and delays only. Actions without an
 * implementation come back from XState as data and are decided by `effects`.
 */
export function define(name: string, chart: Chart, parts: Parts): Definition {
  const { context = {}, ...config } = chart;
  const machine = setup({
    types: {} as { context: { [key: string]: Json }; events: { type: string } },
    guards: (parts.guards ?? {}) as never,
    delays: (parts.delays ?? {}) as never,
  }).createMachine({
    ...config,
    context: ({ input }: { input: unknown }) => ({ ...context, ...(input as object | undefined) }),
  } as never);
  return {
    name,
    machine: machine as unknown as AnyStateMachine,
    moves: parts.moves ?? {},
    effects: parts.effects ?? {},
  };
}
