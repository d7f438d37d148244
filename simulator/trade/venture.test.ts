import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readScenario, scenarioIds } from '../terminal/files.ts';
import { referencePlayer } from '../rehearsal/players.ts';
import { beginningOf, engineFor } from '../world.ts';
import type { World } from '../kernel/index.ts';
import { findLeaks, type GoodsBook } from './goods.ts';
import { sum } from './money.ts';
import { setupSchema } from './setup.ts';
import { INVOICES, OWN_GOODS, setupWith, VENTURE_FLAGS, ventureSchema, type Venture } from './venture.ts';

const ids = scenarioIds().filter((id) => id.startsWith('9610-'));
const first = readScenario('9610-first-parcel').setup;
const month = readScenario('9610-summary-month').setup;

const kettle: Venture = {
  name: '折叠水壶',
  hs: '3924100000',
  unit: '007',
  cost: 4_250,
  invoice: 'special13',
  refund: 130_000,
  vat: 130_000,
  price: 2_199,
  market: 1_999,
  netGrams: 320,
  packGrams: 80,
  stock: 60,
  cash: 2_000_000,
  destinations: [],
  flags: [],
  certified: true,
};

/** Played to the end by the robot that plays scenarios. */
function play(venture: Venture, base = first): World {
  const setup = setupWith(base, venture);
  const engine = engineFor(setup);
  const player = referencePlayer({ engine, setup, habits: [] });
  let world = engine.begin(beginningOf(setup, '7'));
  for (let count = 0; count < 500; count++) {
    const input = player(world);
    if (!input) break;
    world = engine.step(world, input).world;
  }
  return world;
}

describe('the own product takes the place of the goods', () => {
  const setup = setupWith(month, kettle);

  test('goods, supplier, stock and cash are the founder’s, the rest is the scenario’s', () => {
    expect(setup.goods).toMatchObject([
      {
        id: OWN_GOODS,
        nameZh: '折叠水壶',
        hs: '3924100000',
        netGrams: 320,
        fairPrice: 1_999,
        ownPrice: 2_199,
      },
    ]);
    expect(setup.suppliers).toMatchObject([{ product: OWN_GOODS, price: 4_250, invoice: 'special13' }]);
    expect(setup.stock).toEqual([{ goods: OWN_GOODS, pieces: 60, supplier: 'own' }]);
    expect(setup.enterprise).toEqual({ ...month.enterprise, cash: 2_000_000 });
    expect(setup.destinations).toEqual(month.destinations);
    expect(setup.risks).toEqual(month.risks);
    expect(month.goods[0]!.id).toBe('X19');
  });

  test('wrong codes stay only beside goods that could be mistaken for them', () => {
    // The bamboo board has decoys in chapters 44 and 39.
    expect(setupWith(first, kettle).goods[0]!.decoys).toEqual([]);
    expect(setupWith(first, { ...kettle, hs: '3926909090' }).goods[0]!.decoys.map(({ hs }) => hs)).toEqual([
      '3924100000',
    ]);
    expect(setupWith(first, { ...kettle, hs: '6109100021' }).goods[0]!.decoys).toEqual([]);
  });

  test('the chosen countries share the demand, all of it', () => {
    const { destinations } = setupWith(
      first,
      { ...kettle, destinations: ['303', '304', '502'] },
      month.destinations,
    );
    expect(destinations.map(({ country }) => country)).toEqual(['303', '304', '502']);
    expect(sum(destinations.map(({ share }) => share))).toBe(1_000_000);
    expect(() => setupWith(first, { ...kettle, destinations: ['999'] })).toThrow(RangeError);
  });

  test('a refund is never more than the VAT', () => {
    expect(setupWith(first, { ...kettle, vat: 90_000 }).goods[0]!.refundRate).toBe(90_000);
  });

  test('papers that the goods need come with them, or have to be asked for', () => {
    const phone: Venture = { ...kettle, flags: ['battery', 'brand'] };
    expect(setupWith(first, phone).goods[0]!.needs).toEqual(['un383', 'trademarkAuthorisation']);
    expect(setupWith(first, phone).suppliers[0]!.certificates).toEqual(['un383', 'trademarkAuthorisation']);
    expect(setupWith(first, { ...phone, certified: false }).suppliers[0]!.certificates).toEqual([]);
  });
});

const ventures = fc.record<Venture>({
  name: fc.string({ minLength: 1, maxLength: 60 }),
  hs: fc.constantFrom('3924100000', '4419110000', '8507600090', '6109100021'),
  unit: fc.constantFrom('007', '011', '006'),
  cost: fc.integer({ min: 1, max: 100_000_000 }),
  invoice: fc.constantFrom(...INVOICES),
  refund: fc.integer({ min: 0, max: 1_000_000 }),
  vat: fc.integer({ min: 0, max: 1_000_000 }),
  price: fc.integer({ min: 1, max: 100_000_000 }),
  market: fc.integer({ min: 1, max: 100_000_000 }),
  netGrams: fc.integer({ min: 1, max: 1_000_000 }),
  packGrams: fc.integer({ min: 0, max: 1_000_000 }),
  stock: fc.integer({ min: 0, max: 1_000_000 }),
  cash: fc.integer({ min: 0, max: 100_000_000_000 }),
  destinations: fc.subarray(['502', '303', '304']),
  flags: fc.subarray([...VENTURE_FLAGS]),
  certified: fc.boolean(),
});

test('whatever may be saved as a product makes a sound set-up of every scenario', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ids), ventures, (id, venture) => {
      expect(v.is(ventureSchema, venture)).toBe(true);
      const setup = setupWith(readScenario(id).setup, venture, month.destinations);
      expect(v.parse(setupSchema, setup)).toEqual(setup);
      expect(() => engineFor(setup).begin(beginningOf(setup, '1'))).not.toThrow();
    }),
    { numRuns: 40 },
  );
});

test.each(['0000000000', '12345', 'abcdefghij', '7700000000'])('%s is no code of the tariff', (hs) => {
  expect(v.is(ventureSchema, { ...kettle, hs })).toBe(false);
});

test('a run with the own product can be played to its end', { timeout: 60_000 }, () => {
  const world = play(kettle);
  expect(world.ended?.outcome).toBe('handedIn');
  expect(Object.values(world.records.orders ?? {})).toMatchObject([{ goods: OWN_GOODS }]);
  expect(findLeaks(world.records.goods!.book as unknown as GoodsBook)).toEqual([]);
});

test(
  'goods with a battery sail through when their report came with them, and food too',
  { timeout: 60_000 },
  () => {
    for (const flags of [['battery'], ['food']] as const) {
      const world = play({ ...kettle, flags: [...flags] });
      expect(Object.keys(world.records.orders ?? {})).toHaveLength(1);
    }
  },
);
