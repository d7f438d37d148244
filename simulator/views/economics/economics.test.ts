import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profitFen } from '../../scoring/measure.ts';
import { readScenario, scenarioIds } from '../../terminal/files.ts';
import { playScenario, type Play } from '../../terminal/plays.ts';
import { balanceOf } from '../../trade/ledger.ts';
import { sum } from '../../trade/money.ts';
import type { Setup } from '../../trade/setup.ts';
import { economicsOf, PROFIT_KINDS, type Economics } from './index.ts';
import { profitItems } from './items.ts';
import { piecesAt, tiedUpIn } from './track.ts';

const ids = scenarioIds().filter((id) => id.startsWith('9610-'));

function played(
  id: string,
  seed?: string,
  as: 'reference' | 'random' = 'reference',
): Play & { setup: Setup; economics: Economics } {
  const scenario = readScenario(id);
  const { setup, plays } = { setup: scenario.setup, plays: scenario.plays };
  const play = playScenario(
    scenario,
    seed ?? plays.reference.seed,
    as,
    seed === undefined ? plays.reference.habits : [],
  );
  return { ...play, setup, economics: economicsOf(play.world, setup, play.entries) };
}

/** Whatever was played, every view of the money says the same as the ledger. */
function expectReconciled({ world, entries, setup, economics }: ReturnType<typeof played>): void {
  const profit = profitFen({ world, entries, setup });
  expect(economics.profit).toBe(profit);
  expect(sum(PROFIT_KINDS.map((kind) => economics.total[kind]))).toBe(profit);
  expect(sum(economics.causes.map(({ fen }) => fen))).toBe(profit);
  for (const kind of PROFIT_KINDS) {
    const borne = sum(economics.orders.map(({ byKind }) => byKind[kind]));
    expect(borne + economics.common[kind]).toBe(economics.total[kind]);
  }
  const last = economics.track.at(-1)!;
  expect(last.profit).toBe(profit);
  expect(last.shelf).toBe(piecesAt(world, setup, ['onHand', 'allocated', 'atSite']));
  expect(last.underWay).toBe(piecesAt(world, setup, ['inTransit', 'returning']));
  expect(last.delivered).toBe(piecesAt(world, setup, ['delivered']));
}

describe.each(ids)('%s', (id) => {
  test('what the reference play earned agrees with the ledger, in sum, per order and per cause', () => {
    expectReconciled(played(id));
  });
});

test('so it does for plays at random', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.integer({ min: 1, max: 9_999 }), (id, seed) => {
      expectReconciled(played(id, String(seed), 'random'));
    }),
    { numRuns: 12 },
  );
});

describe('the first parcel', () => {
  const { economics, world, setup } = played('9610-first-parcel');

  test('begins with the cash of the scenario and ends with what the bank holds', () => {
    expect(economics.track[0]!.cash).toBe(setup.enterprise.cash);
    const bank = balanceOf(world.postings, 'bankCny', 'CNY');
    expect(balanceOf(world.postings, 'bankForeign', 'USD')).toBe(0);
    expect(economics.track.at(-1)!.cash).toBe(bank);
  });

  test('sells one board: revenue is its price and freight, cost is what it was bought for', () => {
    const [order] = economics.orders;
    expect(economics.orders).toHaveLength(1);
    // US$24.99 × 7.08, and the buyer's freight
    expect(order!.byKind.revenue).toBeGreaterThanOrEqual(17_693);
    expect(order!.byKind.goodsCost).toBe(-3_800);
    expect(economics.margin).toBe(Math.round((economics.profit * 1_000_000) / economics.total.revenue));
  });

  test('says who kept the parcel: no office waits a negative time, and customs is among them', () => {
    const { offices, spans } = economics.waits;
    expect(offices.map(({ office }) => office)).toContain('customs');
    for (const { total, longest } of offices) expect(total).toBeGreaterThanOrEqual(longest);
    expect(spans.map(({ to }) => to)).toEqual(['departed', 'delivered', 'paidOut', 'credited', 'settled']);
    const waited = sum(offices.map(({ total }) => total));
    const parcel = Object.values(world.records.parcels!)[0] as unknown as { closed: number };
    expect(waited).toBe(parcel.closed - economics.orders[0]!.ordered);
  });

  test('money that lies in goods and with the platform is weighed by the time it lies there', () => {
    const point = {
      at: 0,
      cash: 0,
      platform: 0,
      goods: 0,
      profit: 0,
      sales: 0,
      shelf: 0,
      underWay: 0,
      delivered: 0,
    };
    const day = 86_400_000;
    // ¥1,000 for ten days, then ¥3,000 for ten days: ¥2,000 on average; 20 × 2,000 × 4.35 % ÷ 365 = ¥4.77
    const track = [
      { ...point, goods: 100_000 },
      { ...point, at: 10 * day, goods: 100_000, platform: 200_000 },
      { ...point, at: 20 * day },
    ];
    expect(tiedUpIn(track)).toEqual({ average: 200_000, days: 20, interest: 477 });
    expect(tiedUpIn([point])).toEqual({ average: 0, days: 0, interest: 0 });
  });

  test('every line of profit is borne by the order or by the run', () => {
    for (const item of profitItems(world, setup)) {
      if (item.orders.length > 0) expect(sum(item.orders.map(({ fen }) => fen))).toBe(item.fen);
    }
  });
});
