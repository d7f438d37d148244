import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aProduct, aScenario } from '../../../tests/support/trade.ts';
import { contentScore, CONTENTS } from './content.ts';
import { contentFactor, destinationAt, expectedOrders, ordersFor, priceFactor } from './demand.ts';

test.each([
  // price, fair price, elasticity per percent, demand
  [2_000, 2_000, 30_000, 1_000_000],
  [2_200, 2_000, 30_000, 700_000], // ten percent dearer, three percent fewer for each of them
  [1_800, 2_000, 30_000, 1_300_000],
  [4_000, 2_000, 30_000, 0],
  [1, 2_000, 30_000, 3_000_000],
  [2_200, 2_000, 0, 1_000_000],
])(
  'at %i cents against a fair %i and elasticity %i ppm demand is %i ppm',
  (price, fair, elasticity, factor) => {
    expect(priceFactor(price, fair, elasticity)).toBe(factor);
  },
);

test('a full page sells all that the price allows, an empty one half of it', () => {
  expect(contentScore({ title: 'descriptive', contents: [...CONTENTS], claims: [] })).toBe(100);
  expect(contentFactor(100)).toBe(1_000_000);
  expect(contentFactor(0)).toBe(500_000);
  expect(contentScore({ title: 'plain', contents: ['mainPhoto', 'mainPhoto'], claims: [] })).toBe(30);
});

test('a dearer price never sells more, a better page never less', () => {
  const price = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(price, price, fc.nat(100), fc.nat(100), (a, b, low, more) => {
      const [cheap, dear] = [Math.min(a, b), Math.max(a, b)];
      expect(expectedOrders(dear, 2_000, 30_000, low)).toBeLessThanOrEqual(
        expectedOrders(cheap, 2_000, 30_000, low),
      );
      const better = Math.min(100, low + more);
      expect(expectedOrders(a, 2_000, 30_000, better)).toBeGreaterThanOrEqual(
        expectedOrders(a, 2_000, 30_000, low),
      );
    }),
  );
});

test('the scenario’s orders are shared among its goods, none is lost', () => {
  const setup = aScenario({ goods: [aProduct(), aProduct({ id: 'mat' }), aProduct({ id: 'tea' })] });
  expect(['basket', 'mat', 'tea'].map((id) => ordersFor(setup, id))).toEqual([3, 3, 4]);
});

test('destinations are drawn by their share', () => {
  const { destinations } = aScenario(); // 70 % and 30 %
  expect([1, 700_000, 700_001, 1_000_000].map((draw) => destinationAt(destinations, draw).country)).toEqual([
    '502',
    '502',
    '304',
    '304',
  ]);
});
