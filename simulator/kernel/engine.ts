import type { AnyMachineSnapshot } from 'xstate';
import type { Definition } from './definition.ts';
import { seededDice, type Dice } from './dice.ts';
import { Draft } from './draft.ts';
import { applyEffect, sceneFor } from './apply.ts';
import { hears, listensFor, statePaths } from './chart.ts';
import { judgeMove } from './judge.ts';
import { firstStepOf, stepOf } from './pure-step.ts';
import {
  EngineFault,
  type Advance,
  type Entry,
  type Finding,
  type Input,
  type Instant,
  type Json,
  type Letter,
  type MachineId,
  type MachineState,
  type Move,
  type World,
} from './types.ts';

/** Raised when a change makes old journals replay differently; runs pin it. */
export const ENGINE = 1;

/** Letters answered in one step before the kernel calls it an endless exchange. */
const MAX_LETTERS = 20_000;
/** The longest that waiting for something new to do lets pass at once: 31 days. */
const QUIET_MOST = 31 * 86_400_000;
/** Timers popped in one advance. */
const MAX_POPS = 50_000;

export interface Beginning {
  scenario: string;
  seed: string;
  policyDay: number;
  now: Instant;
  machines: { id: MachineId; definition: string; input: { [key: string]: Json } }[];
  records: World['records'];
}

export interface Engine {
  begin(beginning: Beginning): World;
  /** Takes one input; a refused move changes nothing but the entry count. */
  step(world: World, input: Input): { world: World; entry: Entry };
  /** What the rules say to a move, without making it. */
  findingsOf(world: World, move: Move): Finding[];
  /** The XState snapshot of a machine as it stands. */
  snapshotOf(world: World, id: MachineId): AnyMachineSnapshot;
  definitionOf(world: World, id: MachineId): Definition;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly setup: unknown;
}

export interface EngineParts {
  definitions: readonly Definition[];
  /** The scenario's data, handed to every scene. */
  setup: unknown;
  /** Replaces the seeded dice; the explorer uses it to try every outcome. */
  dice?: Dice;
}

export function createEngine({ definitions: list, setup, dice }: EngineParts): Engine {
  const definitions = new Map(list.map((definition) => [definition.name, definition]));
  if (definitions.size !== list.length) throw new EngineFault('Two definitions have one name');
  const snapshots = new WeakMap<MachineState, AnyMachineSnapshot>();
  const seeded = new Map<string, Dice>();

  const definitionNamed = (name: string): Definition => {
    const found = definitions.get(name);
    if (!found) throw new EngineFault(`No definition ${name}`);
    return found;
  };
  const definitionOf = (world: World, id: MachineId): Definition => {
    const state = world.machines[id];
    if (!state) throw new EngineFault(`No machine ${id}`);
    return definitionNamed(state.definition);
  };
  const diceFor = (world: World): Dice => {
    if (dice) return dice;
    let found = seeded.get(world.run.seed);
    if (!found) seeded.set(world.run.seed, (found = seededDice(world.run.seed)));
    return found;
  };

  function snapshotOf(world: World, id: MachineId): AnyMachineSnapshot {
    const state = world.machines[id];
    if (!state) throw new EngineFault(`No machine ${id}`);
    let snapshot = snapshots.get(state);
    if (!snapshot) {
      snapshot = definitionNamed(state.definition).machine.resolveState({
        value: state.value as never,
        context: state.context,
        status: state.done ? 'done' : 'active',
      }) as AnyMachineSnapshot;
      snapshots.set(state, snapshot);
    }
    return snapshot;
  }

  /** Stores the new snapshot and carries out what XState handed back as data. */
  function settle(
    draft: Draft,
    id: MachineId,
    definition: Definition,
    before: MachineState | null,
    snapshot: AnyMachineSnapshot,
    actions: readonly { type: string; params?: unknown }[],
    letter: Letter,
  ): void {
    const paths = statePaths(snapshot.value as Json);
    const old = before ? statePaths(before.value) : [];
    const entered = paths.filter((path) => !old.includes(path));
    const now = draft.world.now;
    const state: MachineState = {
      definition: definition.name,
      value: snapshot.value as Json,
      context: snapshot.context as MachineState['context'],
      done: snapshot.status === 'done',
      since: entered.length > 0 || !before ? now : before.since,
      visited:
        entered.length > 0
          ? { ...before?.visited, ...Object.fromEntries(entered.map((path) => [path, now])) }
          : (before?.visited ?? {}),
    };
    draft.own('machines')[id] = state;
    snapshots.set(state, snapshot);
    const left = old.filter((path) => !paths.includes(path));
    for (const path of entered) {
      draft.happened.push({ at: now, kind: 'entered', machine: id, state: path, left: left.at(-1) ?? '' });
    }
    for (const action of actions) {
      if (action.type === 'xstate.raise') {
        const { event, id: sendId, delay } = action.params as { event: Letter; id?: string; delay?: number };
        draft.arm(now + (delay ?? 0), id, event, sendId);
      } else if (action.type === 'xstate.cancel') {
        draft.disarm(id, (action.params as { sendId: string }).sendId);
      } else {
        const decide = definition.effects[action.type];
        if (!decide) throw new EngineFault(`${definition.name} has no effect ${action.type}`);
        const scene = sceneFor(draft, id, letter, setup, diceFor(draft.world));
        for (const effect of decide(scene, action.params as never)) applyEffect(draft, id, effect, begin);
      }
    }
  }

  function begin(draft: Draft, id: MachineId, name: string, input: { [key: string]: Json }): void {
    if (draft.world.machines[id]) throw new EngineFault(`Machine ${id} is there already`);
    const definition = definitionNamed(name);
    const [snapshot, actions] = firstStepOf(definition.machine, input);
    settle(draft, id, definition, null, snapshot, actions, { type: 'begin' });
  }

  function deliver(draft: Draft, to: MachineId, letter: Letter): void {
    const before = draft.world.machines[to];
    if (!before) throw new EngineFault(`Letter ${letter.type} to ${to}, which is not there`);
    const definition = definitionNamed(before.definition);
    const snapshot = snapshotOf(draft.world, to);
    if (before.done || !hears(snapshot, letter)) {
      // A guard that declines, or a letter that the chart names only to ignore it, is no news.
      if (!before.done && listensFor(snapshot, letter.type)) return;
      draft.happened.push({ at: draft.world.now, kind: 'unheard', machine: to, letter: letter.type });
      return;
    }
    const [next, actions] = stepOf(definition.machine, snapshot, letter);
    settle(draft, to, definition, before, next, actions, letter);
  }

  function drain(draft: Draft): void {
    for (let count = 0; draft.mailbox.length > 0; count++) {
      if (count > MAX_LETTERS) throw new EngineFault('Machines write to each other without end');
      const { to, letter } = draft.mailbox.shift()!;
      if (draft.world.ended) return;
      deliver(draft, to, letter);
    }
  }

  function pop(draft: Draft): void {
    const timer = draft.own('timers').shift()!;
    draft.world.now = Math.max(draft.world.now, timer.due);
    draft.mailbox.push({ to: timer.to, letter: timer.letter });
    drain(draft);
  }

  function advance(draft: Draft, { until }: Advance): void {
    let open = until === 'nextDecision' ? openMoves(draft.world) : null;
    // Who has everything before them and does nothing must not find the run over.
    const last = typeof until === 'number' ? until : open ? draft.world.now + QUIET_MOST : Infinity;
    for (let pops = 0; draft.world.timers.length > 0 && !draft.world.ended; pops++) {
      if (pops > MAX_POPS) throw new EngineFault('Timers arm each other without end');
      const due = draft.world.timers[0]!.due;
      if (due > last) break;
      pop(draft);
      if (until === 'nextEvent') return;
      if (open) {
        const before = open;
        open = openMoves(draft.world);
        for (const key of open) if (!before.has(key)) return;
      }
    }
    if (last !== Infinity && !draft.world.ended) draft.world.now = Math.max(draft.world.now, last);
  }

  /** Moves that some machine would hear now; the yardstick of "something new can be done". */
  function openMoves(world: World): Set<string> {
    const open = new Set<string>();
    for (const id in world.machines) {
      const { moves } = definitionOf(world, id);
      const snapshot = world.machines[id]!.done ? null : snapshotOf(world, id);
      if (snapshot) for (const type in moves) if (listensFor(snapshot, type)) open.add(`${id} ${type}`);
    }
    return open;
  }

  const engine: Engine = {
    definitions,
    setup,
    snapshotOf,
    definitionOf,
    begin({ scenario, seed, policyDay, now, machines, records }) {
      const draft = new Draft({
        run: { engine: ENGINE, scenario, seed, policyDay },
        now,
        seq: 0,
        ended: null,
        machines: {},
        timers: [],
        dice: {},
        counters: {},
        records,
        postings: [],
        papers: [],
      });
      for (const { id, definition, input } of machines) begin(draft, id, definition, input);
      drain(draft);
      return draft.world;
    },
    findingsOf: (world, move) => judgeMove(engine, world, move).findings,
    step(world, input) {
      const at = world.now;
      const seq = world.seq + 1;
      const { findings, letter } =
        input.kind === 'move'
          ? judgeMove(engine, world, input)
          : { findings: judgeAdvance(world, input), letter: null };
      if (findings.length > 0) {
        return {
          world: { ...world, seq },
          entry: { seq, at, input, outcome: 'refused', findings, happened: [] },
        };
      }
      const draft = new Draft(world);
      if (input.kind === 'advance') {
        advance(draft, input);
      } else if (letter) {
        draft.mailbox.push({ to: input.to, letter });
        drain(draft);
      }
      draft.world.seq = seq;
      return {
        world: draft.world,
        entry: { seq, at, input, outcome: 'done', findings, happened: draft.happened },
      };
    },
  };
  return engine;
}

function judgeAdvance(world: World, { until }: Advance): Finding[] {
  if (world.ended)
    return [{ code: 'runEnded', params: { outcome: world.ended.outcome }, cites: ['dryport-model'] }];
  if (typeof until === 'number' && (!Number.isSafeInteger(until) || until < world.now)) {
    return [{ code: 'timeRunsForward', params: { now: world.now }, cites: ['dryport-model'], at: 'until' }];
  }
  return [];
}
