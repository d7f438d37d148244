import type { Dice } from './dice.ts';
import type { Draft } from './draft.ts';
import type { Scene } from './scene.ts';
import { EngineFault, type Effect, type Json, type Letter, type Line, type MachineId } from './types.ts';

/** A view of the world for an action: reads see what earlier actions of the step wrote, draws are journalled. */
export function sceneFor(draft: Draft, self: MachineId, letter: Letter, setup: unknown, dice: Dice): Scene {
  return {
    ...readScene(draft.world, self, letter, setup),
    chance(stream, ppm) {
      // Certain outcomes take no draw, so that they read as certain in the debrief.
      if (ppm <= 0) return false;
      if (ppm >= 1_000_000) return true;
      return draw(draft, self, stream, 1, 1_000_000, dice, ppm) <= ppm;
    },
    between: (stream, low, high) => (high <= low ? low : draw(draft, self, stream, low, high, dice)),
    next: (counter) => draft.count(counter),
  };
}

function draw(
  draft: Draft,
  self: MachineId,
  stream: string,
  low: number,
  high: number,
  dice: Dice,
  odds?: number,
): number {
  const counters = draft.own('dice');
  const index = counters[stream] ?? 0;
  counters[stream] = index + 1;
  const value = dice(stream, index, low, high);
  draft.happened.push({
    at: draft.world.now, kind: 'draw', machine: self, stream, index, low, high, value, ...(odds === undefined ? {} : { odds }),
  }); // prettier-ignore
  return value;
}

/** A view without chance or counters, for rules: asking a rule must change nothing. */
export function readScene(world: Draft['world'], self: MachineId, letter: Letter, setup: unknown): Scene {
  const forbidden = (): never => {
    throw new EngineFault('A rule may neither draw nor count');
  };
  const records = <T>(collection: string): Record<string, T> =>
    (world.records[collection] ?? {}) as Record<string, T>;
  return {
    get now() {
      return world.now;
    },
    self,
    get state() {
      return world.machines[self]?.value ?? null;
    },
    get context() {
      return world.machines[self]?.context ?? {};
    },
    letter,
    setup,
    policyDay: world.run.policyDay,
    find: <T>(collection: string, id: string) => records<T>(collection)[id] ?? null,
    get<T>(collection: string, id: string) {
      const found = records<T>(collection)[id];
      if (found === undefined) throw new EngineFault(`No ${collection} ${id}`);
      return found;
    },
    all: <T>(collection: string) => Object.entries(records<T>(collection)),
    papers: () => world.papers,
    stateOf: (id) => world.machines[id]?.value ?? null,
    balance: (account, currency) =>
      world.postings.reduce(
        (sum, { lines }) => sum + lines.reduce((s, line) => s + share(line, account, currency), 0),
        0,
      ),
    chance: forbidden,
    between: forbidden,
    next: forbidden,
  };
}

const share = (line: Line, account: string, currency: string): number =>
  line.account === account && line.currency === currency ? line.amount : 0;

type Begin = (draft: Draft, id: MachineId, definition: string, input: { [key: string]: Json }) => void;

/** Carries out one decision of an action. */
export function applyEffect(draft: Draft, self: MachineId, effect: Effect, begin: Begin): void {
  const { world, happened } = draft;
  const at = world.now;
  switch (effect.do) {
    case 'send':
      if (effect.after > 0) draft.arm(at + effect.after, effect.to, effect.letter);
      else draft.mailbox.push({ to: effect.to, letter: effect.letter });
      return;
    case 'start':
      return begin(draft, effect.id, effect.definition, effect.input);
    case 'keep': {
      const machines = draft.own('machines');
      const machine = machines[self]!;
      machines[self] = { ...machine, context: { ...machine.context, ...effect.patch } };
      return;
    }
    case 'put': {
      const records = draft.ownRecords(effect.in);
      if (effect.value === undefined) delete records[effect.id];
      else records[effect.id] = effect.value;
      return;
    }
    case 'post': {
      assertBalanced(effect.memo, effect.lines);
      draft.own('postings').push({ at, memo: effect.memo, refs: effect.refs, lines: effect.lines });
      happened.push({ at, kind: 'posting', machine: self, index: world.postings.length - 1 });
      return;
    }
    case 'file':
      draft.own('papers').push({ ...effect.paper, at });
      happened.push({ at, kind: 'paper', machine: self, paper: effect.paper.id });
      return;
    case 'note':
      happened.push({
        at,
        kind: 'note',
        machine: self,
        code: effect.code,
        params: effect.params,
        cites: effect.cites,
      });
      return;
    case 'end':
      world.ended = { outcome: effect.outcome, at };
      happened.push({ at, kind: 'ended', machine: self, outcome: effect.outcome });
      return;
  }
}

function assertBalanced(memo: string, lines: readonly Line[]): void {
  const sums = new Map<string, number>();
  for (const { currency, amount } of lines) {
    if (!Number.isSafeInteger(amount)) throw new EngineFault(`Posting ${memo}: ${amount} is no whole amount`);
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  for (const [currency, sum] of sums)
    if (sum !== 0) throw new EngineFault(`Posting ${memo} is off by ${sum} ${currency}`);
}
