import { expect, test } from 'vitest';
import type { Input, World } from '$simulator/kernel/index.ts';
import { readScenario } from '$simulator/terminal/files.ts';
import { DAY } from '$simulator/trade/time.ts';
import { beginningOf } from '$simulator/world.ts';
import { papersDue } from './due.ts';
import { engineOf } from './engines.ts';
import type { RunRow } from './journal.ts';
import { untilNextDecision } from './next-decision.ts';

const { setup } = readScenario('9610-first-parcel');
const engine = engineOf(setup);
const row = { setup } as RunRow;
const move = (
  to: string,
  type: string,
  payload: Record<string, string | number | boolean | string[]>,
): Input => ({
  kind: 'move',
  seat: 'exporter',
  to,
  type,
  payload,
});
const goOn = (world: World): World => engine.step(world, untilNextDecision({ engine, world, row })).world;
const listed = (price = 2499): World =>
  engine.step(
    engine.begin(beginningOf(setup, '1')),
    move('platform', 'listGoods', {
      goods: 'X6',
      hs: '4419110000',
      price,
      title: 'descriptive',
      contents: [
        'mainPhoto',
        'scenePhotos',
        'dimensions',
        'material',
        'usage',
        'warning',
        'video',
        'responsiblePerson',
      ],
      claims: ['testedFact'],
      countries: ['502'],
    }),
  ).world;

test('a message that is owed is a decision, though no new move is possible', () => {
  const paid = goOn(listed());
  const order = Object.keys(paid.records.parcels ?? {})[0]!;
  expect(paid.machines[`parcel:${order}`]?.value).toMatchObject({ clearance: 'paid' });
  const { world: packed } = engine.step(
    paid,
    move(`parcel:${order}`, 'pack', { grossGrams: 1420, labels: ['address'], insured: true }),
  );
  const owed = goOn(packed);
  expect(papersDue(owed)).toEqual([{ message: '303', refs: [order] }]);
  // Owed and not new: time goes on, and stops before the end of the run.
  const late = goOn(owed);
  expect(late.now).toBeGreaterThan(owed.now);
  expect(late.now).toBeLessThan(owed.now + 15 * DAY);
  expect(late.ended).toBeNull();
});

test('where nobody buys, one looks up and reads why', () => {
  const dear = listed(9900);
  const before = dear.now;
  const { world, entry } = engine.step(dear, untilNextDecision({ engine, world: dear, row }));
  expect(world.now).toBeLessThan(before + 4 * DAY);
  expect(entry.happened).toContainEqual(
    expect.objectContaining({
      code: 'noBuyer',
      params: { goods: 'X6', price: 9900, fair: setup.goods[0]!.fairPrice, content: 100 },
    }),
  );
});
