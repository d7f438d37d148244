import * as v from 'valibot';
import { readScene } from './apply.ts';
import { listensFor, statePaths } from './chart.ts';
import { complaints, type StateMeta } from './definition.ts';
import type { Engine } from './engine.ts';
import type { Finding, Letter, Move, World } from './types.ts';

const MODEL = ['dryport-model'];

/** Every reason against a move, or none. The order of questions: run, machine, seat, state, shape, rules. */
export function judgeMove(engine: Engine, world: World, move: Move): Finding[] {
  if (world.ended) return [{ code: 'runEnded', params: { outcome: world.ended.outcome }, cites: MODEL }];
  const machine = world.machines[move.to];
  if (!machine) return [{ code: 'nobodyThere', params: { to: move.to }, cites: MODEL, at: 'to' }];
  const { moves } = engine.definitionOf(world, move.to);
  const spec = Object.hasOwn(moves, move.type) ? moves[move.type]! : null;
  if (!spec) return [{ code: 'unknownMove', params: { move: move.type, to: move.to }, cites: MODEL, at: 'type' }];
  if (spec.seat !== move.seat) {
    return [{ code: 'notYourSeat', params: { move: move.type, seat: spec.seat }, cites: spec.cites }];
  }
  const parsed = v.safeParse(spec.schema, move.payload);
  if (!parsed.success) return shapeFindings(parsed.issues, spec.cites);
  const snapshot = engine.snapshotOf(world, move.to);
  if (machine.done || !listensFor(snapshot, move.type)) return [notNow(engine, world, move, spec.cites)];
  const letter: Letter = { ...parsed.output, type: move.type };
  const scene = readScene(world, move.to, letter, engine.setup);
  return complaints(spec.rules, scene, parsed.output as never);
}

function shapeFindings(issues: readonly v.BaseIssue<unknown>[], cites: string[]): Finding[] {
  return issues.map((issue) => {
    const path = (issue.path ?? []).map((item) => String(item.key)).join('.');
    return {
      code: 'payloadInvalid',
      params: { field: path, expected: issue.expected ?? issue.type, received: issue.received },
      cites,
      at: path,
    };
  });
}

/** The machine is in a state in which this move makes no sense: names the state, and who acts there. */
function notNow(engine: Engine, world: World, move: Move, cites: string[]): Finding {
  const { machine } = engine.definitionOf(world, move.to);
  const value = world.machines[move.to]!.value;
  const state = statePaths(value).at(-1) ?? '';
  const node = state.split('.').reduce((at, key) => at?.states[key], machine.root as typeof machine.root | undefined);
  const meta = (node?.meta ?? {}) as Partial<StateMeta>;
  return {
    code: 'notNow',
    params: { move: move.type, state: `${world.machines[move.to]!.definition}.${state}`, office: meta.office ?? '' },
    cites: meta.cites && meta.cites.length > 0 ? meta.cites : cites,
  };
}

