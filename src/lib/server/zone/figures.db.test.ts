import { beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { scenarioSchema } from '$simulator/scenario.ts';
import { withDatabase } from '../../../../tests/support/database.ts';
import { database } from '../db/index.ts';
import { runs, runSnapshots, users, type RunFacts } from '../db/schema/index.ts';
import { seedDemo } from '../demo/index.ts';
import { LEAST, zoneFigures } from './figures.ts';

const { setup } = v.parse(
  scenarioSchema,
  parse(readFileSync('content/scenarios/9610-first-parcel.yaml', 'utf8')),
);

withDatabase(async () => {
  await seedDemo();
  await database()
    .insert(users)
    .values(
      Array.from({ length: 12 }, (_, number) => ({
        ...{ id: `s${number}`, username: `s${number}`, name: `学生${number}`, role: 'student' as const },
        ...{ organizationId: 'demo-school', passwordHash: '-' },
      })),
    );
});

beforeEach(() => database().delete(runs));

const facts = (change: Partial<RunFacts> = {}): RunFacts => ({
  clearance: { closed: 2 },
  stageSince: 0,
  lastFinding: { code: 'hsNotInTariff', seq: 3, times: 1 },
  refusals: 1,
  offers: 0,
  ...change,
});

async function played(userId: string, change: Partial<typeof runs.$inferInsert> = {}): Promise<string> {
  const values = {
    userId,
    scenario: setup.id,
    setup,
    engine: 1,
    seed: 'x',
    simulated: 0,
    facts: facts(),
    ...change,
  };
  const [row] = await database().insert(runs).values(values).returning({ id: runs.id });
  return row!.id;
}

const students = (count: number): string[] => Array.from({ length: count }, (_, number) => `s${number}`);

test('fewer people than the least are nobody', async () => {
  for (const id of students(LEAST - 1)) await played(id);
  expect(await zoneFigures()).toMatchObject({ people: 0, runs: 0, clearance: [], findings: [] });
});

test('counts of enough people are shown, smaller groups among them are not', async () => {
  for (const id of students(LEAST)) await played(id);
  await played('s0', {
    facts: facts({
      clearance: { held: 1 },
      lastFinding: { code: 'shopFrozen', seq: 9, times: 1 },
      refusals: 4,
    }),
    state: 'ended',
  });
  const figures = await zoneFigures();
  expect(figures).toMatchObject({
    least: LEAST,
    people: LEAST,
    schools: 1,
    runs: LEAST + 1,
    ended: 1,
    refusals: LEAST + 4,
  });
  expect(figures.clearance).toEqual([{ key: 'closed', count: 2 * LEAST, people: LEAST }]);
  expect(figures.findings).toEqual([{ key: 'hsNotInTariff', count: LEAST, people: LEAST }]);
  expect(figures.hidden).toBe(2);
});

test('a founder’s own products and people who are no students are never counted', async () => {
  for (const id of students(LEAST)) await played(id);
  const before = await zoneFigures();
  await played('s0', { ventureId: 'some-product' });
  await played('demo-founder');
  await played('demo-teacher');
  expect(await zoneFigures()).toEqual(before);
});

test('statistics and credit are read from the saved worlds', async () => {
  const row = {
    month: '202611',
    series: 'summary',
    hs: '4419110000',
    country: '502',
    parcels: 1,
    value: 2_499,
    valueFen: 17_693,
  };
  const world = {
    records: {
      statistics: { a: row, b: { ...row, hs: '7117190000' } },
      credit: { zone: { class: 'fair', score: 600 } },
    },
  };
  for (const id of students(LEAST)) {
    const runId = await played(id);
    await database()
      .insert(runSnapshots)
      .values({ runId, seq: 1, engine: 1, hash: '-', world: world as never });
  }
  const { statistics, credit } = await zoneFigures();
  expect(statistics).toMatchObject([
    { series: 'summary', country: '502', count: 2 * LEAST, value: 2 * LEAST * 2_499, people: LEAST },
  ]);
  expect(credit).toEqual([{ key: 'fair', count: LEAST, people: LEAST }]);
});

test('one zone counts the runs at its own customs', async () => {
  for (const id of students(LEAST)) await played(id);
  for (const id of students(12).slice(5))
    await played(id, { setup: { ...setup, customs: { ...setup.customs, code: '4903' } } });
  expect((await zoneFigures(['4907'])).people).toBe(LEAST);
  expect((await zoneFigures(['4903'])).people).toBe(7);
  expect((await zoneFigures()).people).toBe(12);
  expect((await zoneFigures(["4907' or true --"])).people).toBe(0);
});

test('demo accounts alone are shown from the first one on', async () => {
  await played('demo-student1');
  expect(await zoneFigures()).toMatchObject({ least: 1, people: 1, runs: 1 });
  await played('s1');
  expect(await zoneFigures()).toMatchObject({ least: LEAST, people: 0 });
});
