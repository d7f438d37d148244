import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  createEngine, define, EngineFault, keep, move, note, offersFor, post, put, replay, rule, send, start, stateHash,
  type Beginning, type Engine, type Input, type World,
} from './index.ts'; // prettier-ignore

/** A counter and a clerk: the smallest world with moves, rules, letters, timers, dice, records and money. */
const meta = { office: 'clerk', cites: ['dryport-model'] };
const clerk = define(
  'clerk',
  {
    id: 'clerk',
    initial: 'idle',
    states: {
      idle: { meta, on: { ASK: { target: 'busy', actions: 'begin' } } },
      busy: {
        meta,
        after: { slow: { target: 'idle', actions: 'answer' } },
        on: { HURRY: 'idle', ASK: { actions: 'queue' } },
      },
    },
  },
  {
    delays: { slow: 5_000 },
    effects: {
      begin: (scene) => [
        keep({ load: scene.between('load', 1, 6) }),
        note('begun', { number: scene.next('job') }),
      ],
      queue: (scene) => [send('clerk', { type: 'ASK' }, scene.between('queue', 1, 4_000))],
      answer: (scene) => [
        put('answers', String(scene.next('answer')), { at: scene.now, load: scene.context.load ?? 0 }),
        post('fee', [
          { account: 'fees', currency: 'CNY', amount: 100 },
          { account: 'cash', currency: 'CNY', amount: -100 },
        ]),
        send('counter', { type: 'ANSWERED', good: scene.chance('luck', 500_000) }),
      ],
    },
  },
);

const counter = define(
  'counter',
  {
    id: 'counter',
    initial: 'open',
    states: {
      open: {
        meta,
        on: {
          ask: { actions: 'ask' },
          ANSWERED: [{ guard: 'good', target: 'open', actions: 'cheer' }, { actions: 'sigh' }],
          close: 'closed',
        },
      },
      closed: { meta, type: 'final' },
    },
  },
  {
    guards: { good: ({ event }: { event: { good: boolean } }) => event.good },
    moves: {
      ask: move(
        'guest',
        v.object({ urgency: v.pipe(v.number(), v.safeInteger()) }),
        ['dryport-model'],
        [
          rule<{ urgency: number }>('tooUrgent', ['dryport-model'], (_, { urgency }) =>
            urgency > 5 ? { urgency, at: 'urgency' } : null,
          ),
          rule<{ urgency: number }>('tooMany', ['dryport-model'], (scene) =>
            scene.all('answers').length > 50 ? { most: 50 } : null,
          ),
        ],
      ),
      close: move('guest', v.object({}), ['dryport-model']),
    },
    effects: {
      ask: () => [send('clerk', { type: 'ASK' })],
      cheer: () => [note('cheered')],
      sigh: () => [note('sighed')],
    },
  },
);

const engine = createEngine({ definitions: [clerk, counter], setup: {} });
const beginning: Beginning = {
  scenario: 'test', seed: 'seed', policyDay: 20_000, now: 0, records: {},
  machines: [{ id: 'clerk', definition: 'clerk', input: {} }, { id: 'counter', definition: 'counter', input: {} }],
}; // prettier-ignore

const ask = (urgency: unknown): Input => ({
  kind: 'move',
  seat: 'guest',
  to: 'counter',
  type: 'ask',
  payload: { urgency: urgency as number },
});
const anyInput: fc.Arbitrary<Input> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 8 }).map(ask) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Input>(ask('x'), {
      kind: 'move',
      seat: 'stranger',
      to: 'counter',
      type: 'ask',
      payload: { urgency: 1 },
    }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Input>(
      { kind: 'advance', until: 'nextEvent' },
      { kind: 'advance', until: 'nextDecision' },
    ),
  },
);
const anyPlay = fc.array(anyInput, { maxLength: 60 });

const playAll = (
  start: World,
  inputs: readonly Input[],
  between: (world: World) => World = (world) => world,
): World => inputs.reduce((world, input) => between(engine.step(world, input).world), start);

describe('a run is its journal', () => {
  test('replaying any journal gives the same entries and the same hash', () => {
    fc.assert(
      fc.property(anyPlay, (inputs) => {
        const first = replay(engine, beginning, inputs);
        const again = replay(createEngine({ definitions: [clerk, counter], setup: {} }), beginning, inputs);
        expect(stateHash(again.world)).toBe(stateHash(first.world));
        expect(again.entries).toEqual(first.entries);
      }),
    );
  });

  test('persisting and restoring after every entry gives the same hash', () => {
    fc.assert(
      fc.property(anyPlay, (inputs) => {
        const light = playAll(engine.begin(beginning), inputs);
        const heavy = playAll(
          engine.begin(beginning),
          inputs,
          (world) => JSON.parse(JSON.stringify(world)) as World,
        );
        expect(stateHash(heavy)).toBe(stateHash(light));
      }),
    );
  });

  test('playing slowly and fast-forwarding meet in the same hash', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (steps, asks) => {
          const begun = playAll(
            engine.begin(beginning),
            Array.from({ length: asks }, () => ask(1)),
          );
          const total = steps.reduce((sum, step) => sum + step, 0);
          let at = 0;
          const slow = playAll(
            begun,
            steps.map((step): Input => ({ kind: 'advance', until: (at += step) })),
          );
          const fast = playAll(begun, [{ kind: 'advance', until: total }]);
          expect(stateHash(slow)).toBe(stateHash(fast));
        },
      ),
    );
  });

  test('waiting for something new to do lets a month pass at most', () => {
    const waited = playAll(engine.begin(beginning), [{ kind: 'advance', until: 'nextDecision' }]);
    expect(waited.now).toBe(31 * 86_400_000);
  });

  test('a refused input changes nothing but the entry count', () => {
    fc.assert(
      fc.property(anyPlay, (inputs) => {
        let world = engine.begin(beginning);
        for (const input of inputs) {
          const { world: next, entry } = engine.step(world, input);
          if (entry.outcome === 'refused') {
            expect(stateHash(next)).toBe(stateHash(world));
            expect(next.seq).toBe(world.seq + 1);
            expect(entry.findings.length).toBeGreaterThan(0);
            for (const finding of entry.findings) expect(finding.cites.length).toBeGreaterThan(0);
          }
          world = next;
        }
      }),
    );
  });

  test('a step never changes the world that it was given', () => {
    fc.assert(
      fc.property(anyPlay, (inputs) => {
        let world = engine.begin(beginning);
        for (const input of inputs) {
          const before = JSON.stringify(world);
          const next = engine.step(world, input).world;
          expect(JSON.stringify(world)).toBe(before);
          world = next;
        }
      }),
    );
  });
});

describe('who is refused, and why', () => {
  const cases: [string, Input, string, string | undefined][] = [
    [
      'somebody in another seat',
      { kind: 'move', seat: 'stranger', to: 'counter', type: 'ask', payload: { urgency: 1 } },
      'notYourSeat',
      undefined,
    ],
    [
      'a move to nobody',
      { kind: 'move', seat: 'guest', to: 'nobody', type: 'ask', payload: {} },
      'nobodyThere',
      'to',
    ],
    [
      'a move that nobody knows',
      { kind: 'move', seat: 'guest', to: 'counter', type: 'toString', payload: {} },
      'unknownMove',
      'type',
    ],
    ['a payload of another shape', ask('x'), 'payloadInvalid', 'urgency'],
    ['a payload that a rule refuses', ask(6), 'tooUrgent', 'urgency'],
    ['time that runs backwards', { kind: 'advance', until: -1 }, 'timeRunsForward', 'until'],
    ['time that is no whole number', { kind: 'advance', until: 0.5 }, 'timeRunsForward', 'until'],
  ];
  test.each(cases)('%s', (_, input, code, at) => {
    const { entry } = engine.step(engine.begin(beginning), input);
    expect(entry.outcome).toBe('refused');
    expect(entry.findings[0]).toMatchObject({ code, ...(at === undefined ? {} : { at }) });
  });

  test('a machine that is done names the state that it is in', () => {
    const closed = playAll(engine.begin(beginning), [
      { kind: 'move', seat: 'guest', to: 'counter', type: 'close', payload: {} },
    ]);
    expect(engine.step(closed, ask(1)).entry.findings).toMatchObject([
      { code: 'notNow', params: { move: 'ask', state: 'counter.closed' } },
    ]);
    expect(offersFor(engine, closed, 'guest')).toEqual([]);
  });
});

describe('dice', () => {
  test('streams do not disturb each other', () => {
    const draws = (definitionSeed: string, extra: boolean): number[] => {
      const probe = define(
        'probe',
        { id: 'probe', initial: 'a', states: { a: { on: { GO: { actions: 'draw' } }, meta } } },
        {
          effects: {
            draw: (scene) => [
              ...(extra ? [note('x', { n: scene.between('other', 1, 6) })] : []),
              note('n', { n: scene.between('mine', 1, 1_000_000) }),
            ],
          },
        },
      );
      const own = createEngine({ definitions: [probe], setup: {} });
      let world = own.begin({
        ...beginning,
        seed: definitionSeed,
        machines: [{ id: 'probe', definition: 'probe', input: {} }],
      });
      const values: number[] = [];
      for (let i = 0; i < 20; i++) {
        const sent = { ...world, timers: [{ due: i, armed: 0, to: 'probe', letter: { type: 'GO' } }] };
        const { world: next, entry } = own.step(sent, { kind: 'advance', until: 'nextEvent' });
        for (const item of entry.happened)
          if (item.kind === 'draw' && item.stream === 'mine') values.push(item.value);
        world = next;
      }
      return values;
    };
    expect(draws('a', true)).toEqual(draws('a', false));
    expect(draws('a', false)).not.toEqual(draws('b', false));
  });

  test('a chance of 30 % comes about 30 % of the time', () => {
    const probe: Engine = createEngine({
      definitions: [
        define(
          'coin',
          { id: 'coin', initial: 'a', states: { a: { meta, entry: 'toss' } } },
          {
            effects: {
              toss: (scene) =>
                Array.from({ length: 4_000 }, () =>
                  note(scene.chance('coin', 300_000) ? 'yes' : 'no'),
                ).flatMap(({ ...effect }, i) => [
                  put('tosses', String(i), (effect as { code: string }).code),
                ]),
            },
          },
        ),
      ],
      setup: {},
    });
    const world = probe.begin({ ...beginning, machines: [{ id: 'coin', definition: 'coin', input: {} }] });
    const yes = Object.values(world.records.tosses ?? {}).filter((value) => value === 'yes').length;
    expect(yes).toBeGreaterThan(1_100);
    expect(yes).toBeLessThan(1_300);
  });
});

describe('faults of a definition are loud', () => {
  const faulty = (effects: Parameters<typeof define>[2]['effects']) => {
    const definition = define(
      'f',
      { id: 'f', initial: 'a', states: { a: { meta, entry: 'act' } } },
      { effects: effects! },
    );
    const own = createEngine({ definitions: [definition], setup: {} });
    return () => own.begin({ ...beginning, machines: [{ id: 'f', definition: 'f', input: {} }] });
  };
  test('an unbalanced posting', () => {
    expect(faulty({ act: () => [post('x', [{ account: 'a', currency: 'CNY', amount: 1 }])] })).toThrow(
      EngineFault,
    );
  });
  test('a letter to nobody', () => {
    expect(faulty({ act: () => [send('nobody', { type: 'X' })] })).toThrow(EngineFault);
  });
  test('a second machine of one name', () => {
    expect(faulty({ act: () => [start('f', 'f')] })).toThrow(EngineFault);
  });
  test('an action that nothing decides', () => {
    expect(faulty({})).toThrow(EngineFault);
  });
  test('machines that write to each other without end', () => {
    const loop = define(
      'l',
      { id: 'l', initial: 'a', states: { a: { meta, entry: 'act', on: { AGAIN: { actions: 'act' } } } } },
      { effects: { act: () => [send('l', { type: 'AGAIN' })] } },
    );
    const own = createEngine({ definitions: [loop], setup: {} });
    expect(() => own.begin({ ...beginning, machines: [{ id: 'l', definition: 'l', input: {} }] })).toThrow(
      EngineFault,
    );
  });
});
