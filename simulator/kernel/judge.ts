import * as v from 'valibot';
import { readScene } from './apply.ts';
import { listensFor, statePaths } from './chart.ts';
import { complaints, type StateMeta } from './definition.ts';
import type { Engine } from './engine.ts';
import type { Finding, Letter, Move, World } from './types.ts';

const MODEL = ['dryport-model'];

/** Every reason against a move, or the letter that it becomes: the payload as its schema understands it. */
export type Judged = { findings: Finding[]; letter: null } | { findings: []; letter: Letter };

const refused = (...findings: Finding[]): Judged => ({ findings, letter: null });

/** The order of questions: run, machine, seat, shape, state, rules. */
export function judgeMove(engine: Engine, world: World, move: Move): Judged {
  if (world.ended)
    return refused({ code: 'runEnded', params: { outcome: world.ended.outcome }, cites: MODEL });
  const machine = world.machines[move.to];
  if (!machine) return refused({ code: 'nobodyThere', params: { to: move.to }, cites: MODEL, at: 'to' });
  const { moves } = engine.definitionOf(world, move.to);
  const spec = Object.hasOwn(moves, move.type) ? moves[move.type]! : null;
  if (!spec)
    return refused({
      code: 'unknownMove',
      params: { move: move.type, to: move.to },
      cites: MODEL,
      at: 'type',
    });
  if (spec.seat !== move.seat) {
    return refused({ code: 'notYourSeat', params: { move: move.type, seat: spec.seat }, cites: spec.cites });
  }
  const parsed = v.safeParse(spec.schema, move.payload);
  if (!parsed.success) return refused(...shapeFindings(parsed.issues, spec.cites));
  const snapshot = engine.snapshotOf(world, move.to);
  if (machine.done || !listensFor(snapshot, move.type))
    return refused(notNow(engine, world, move, spec.cites));
  const letter: Letter = { ...parsed.output, type: move.type };
  const scene = readScene(world, move.to, letter, engine.setup);
  const findings = complaints(spec.rules, scene, parsed.output as never);
  return findings.length > 0 ? refused(...findings) : { findings: [], letter };
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
  const node = state
    .split('.')
    .reduce((at, key) => at?.states[key], machine.root as typeof machine.root | undefined);
  const meta = (node?.meta ?? {}) as Partial<StateMeta>;
  return {
    code: 'notNow',
    params: {
      move: move.type,
      state: `${world.machines[move.to]!.definition}.${state}`,
      office: meta.office ?? '',
    },
    cites: meta.cites && meta.cites.length > 0 ? meta.cites : cites,
  };
}
