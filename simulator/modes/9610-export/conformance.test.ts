import { afterAll, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../../tests/support/chance.ts';
import {
  hasOfficialSchema,
  openOfficialSchema,
  type OfficialSchema,
} from '../../../tests/support/official-schema.ts';
import { findReceiptType, grammarOf, judge } from '../../messages/index.ts';
import type { World } from '../../kernel/index.ts';
import { randomPlayer, referencePlayer } from '../../rehearsal/players.ts';
import type { Scenario } from '../../scenario.ts';
import { readScenario, scenarioIds } from '../../terminal/files.ts';
import { messagesOf, playScenario } from '../../terminal/plays.ts';
import { beginningOf, engineFor } from '../../world.ts';

const ids = scenarioIds().filter((id) => id.startsWith('9610-'));

/** A clever hand that slips: two inputs of three are the reference player's, the third is any that is offered. */
function wander({ setup }: Scenario, seed: string): World {
  const engine = engineFor(setup);
  const clever = referencePlayer({ engine, setup, habits: [] });
  const wild = randomPlayer({ engine, setup }, seed);
  const chance = chanceFrom(seed.charCodeAt(0));
  let world = engine.begin(beginningOf(setup, seed));
  for (let turn = 0; turn < 700 && !world.ended; turn++) {
    const input = chance.odds(1, 3) ? wild(world) : clever(world);
    if (input) ({ world } = engine.step(world, input));
  }
  return world;
}

const typesIn = (world: World): string[] =>
  world.papers.flatMap(({ kind }) => /^CEB(\d{3})$/.exec(kind)?.[1] ?? []);

describe.skipIf(!hasOfficialSchema)('what a 9610 run writes, the official schema accepts', () => {
  let schema: OfficialSchema | null = null;
  const official = (): OfficialSchema => (schema ??= openOfficialSchema());
  afterAll(() => schema?.[Symbol.dispose]());

  /** What the official schema has against the messages of a run, the firm's own and those that came back. */
  const faultsIn = (world: World): string[] =>
    messagesOf(world).flatMap(({ name, xml }) => {
      const type = /CEB(\d{3})/.exec(name)?.[1];
      const verdict = judge(xml);
      const fault =
        verdict.type === 'Unknown'
          ? `no type in ${name}`
          : official().faultIn(grammarOf(verdict.type).family, xml);
      return fault === null && verdict.type === type ? [] : [`${name} is a ${verdict.type}: ${fault}`];
    });

  const seen = new Set<string>();
  const judged = (world: World): string[] => {
    for (const type of typesIn(world)) seen.add(type);
    return faultsIn(world);
  };

  describe.each(ids)('%s', (id) => {
    const scenario = readScenario(id);
    const { reference, failing } = scenario.plays;

    test('in its reference play', () => {
      expect(judged(playScenario(scenario, reference.seed, 'reference', reference.habits).world)).toEqual([]);
    });

    test('in its failing play', () => {
      expect(judged(playScenario(scenario, failing.seed, 'reference', failing.habits).world)).toEqual([]);
    });

    test.each(['a', 'b'])('in a random play (%s), and in one of a clever hand that slips', (seed) => {
      expect(judged(playScenario(scenario, seed, 'random').world)).toEqual([]);
      expect(judged(wander(scenario, seed))).toEqual([]);
    });
  });

  test('before 2024-12-15, with receipts of payment too', () => {
    const scenario = readScenario('9610-first-parcel');
    expect(
      judged(
        playScenario(
          { ...scenario, setup: { ...scenario.setup, policyDate: '2024-06-03' } },
          '1',
          'reference',
        ).world,
      ),
    ).toEqual([]);
    expect([...seen]).toContain('404');
  });

  test('and all these plays together hold every request of the family, its answer and the 792', () => {
    const requests = ['303', '403', '505', '603', '605', '607', '507', '509', '701'] as const;
    const answers = requests.map((type) => findReceiptType(type));
    expect([...seen]).toEqual(expect.arrayContaining([...requests, ...answers, '792']));
  });
});
