import { describe, expect, test } from 'vitest';
import { replay, stateHash, type Input, type World } from '../../kernel/index.ts';
import { findLeaks, type GoodsBook } from '../../trade/goods.ts';
import { readScenario, scenarioIds } from '../../terminal/files.ts';
import { playScenario } from '../../terminal/plays.ts';
import { beginningOf, engineFor } from '../../world.ts';

const ids = scenarioIds().filter((id) => id.startsWith('9610-'));

const leaksOf = (world: World) => findLeaks(world.records.goods!.book as unknown as GoodsBook);

describe.each(ids)('%s', (id) => {
  const scenario = readScenario(id);
  const { reference, failing } = scenario.plays;
  const best = playScenario(scenario, reference.seed, 'reference', reference.habits);

  test('the reference play reaches the best grade, with points on every line', () => {
    expect(best.score.grade).toBe('excellent');
    expect(best.score.lines.filter((line) => line.points === 0)).toEqual([]);
    expect(best.world.ended?.outcome).toBe('handedIn');
    expect(best.entries.filter((entry) => entry.outcome === 'refused')).toEqual([]);
  });

  test('the failing play does not pass', () => {
    expect(playScenario(scenario, failing.seed, 'reference', failing.habits).score.grade).toBe('failed');
  });

  test(
    'its journal replays to the same hash, with a restore after every entry too',
    { timeout: 120_000 },
    () => {
      const inputs = best.entries.map((entry): Input => entry.input);
      const engine = engineFor(scenario.setup);
      const beginning = beginningOf(scenario.setup, reference.seed);
      expect(stateHash(replay(engine, beginning, inputs).world)).toBe(best.hash);
      const heavy = inputs.reduce(
        (world, input) => JSON.parse(JSON.stringify(engine.step(world, input).world)) as World,
        engine.begin(beginning),
      );
      expect(stateHash(heavy)).toBe(best.hash);
    },
  );

  test('goods are conserved and no letter is lost', () => {
    expect(leaksOf(best.world)).toEqual([]);
    const unheard = best.entries.flatMap((entry) => entry.happened.filter((item) => item.kind === 'unheard'));
    // Late timers of offices that have moved on are no loss; letters between parties are.
    expect(unheard.filter((item) => item.kind === 'unheard' && item.machine === 'voyage')).toEqual([]);
  });

  test.each(['a', 'b', 'c'])('a random play (%s) never breaks the world', (seed) => {
    const play = playScenario(scenario, seed, 'random');
    expect(leaksOf(play.world)).toEqual([]);
    for (const entry of play.entries)
      for (const finding of entry.findings) expect(finding.cites.length).toBeGreaterThan(0);
  });
});

test('the scenarios cover the six things that a 9610 trader meets', () => {
  expect(ids).toEqual(
    expect.arrayContaining(
      ['first-parcel', 'summary-month', 'statistics-route', 'refused-and-resent', 'inspection', 'return'].map(
        (name) => `9610-${name}`,
      ),
    ),
  );
});
