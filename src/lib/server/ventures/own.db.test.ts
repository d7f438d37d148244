import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Venture } from '$simulator/trade/venture.ts';
import { referencePlayer } from '$simulator/rehearsal/players.ts';
import { withDatabase } from '../../../../tests/support/database.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { database } from '../db/index.ts';
import { classMembers, runEntries, runs, users, ventures } from '../db/schema/index.ts';
import { seedDemo } from '../demo/index.ts';
import { getVisibleRun } from '../runs/access.ts';
import { findRun, openRun } from '../runs/journal.ts';
import { act, beginRun } from '../runs/play.ts';
import { economicsCsv } from './economics-csv.ts';
import { economicsPage } from './economics-page.ts';
import {
  addVentures,
  changeVenture,
  deleteAllVentures,
  deleteVenture,
  exportOf,
  getOwnVenture,
  getVentureRun,
  MOST_VENTURES,
  ventureRuns,
  venturesOf,
} from './own.ts';
import { playWith, ventureOf } from './play.ts';

withDatabase(async () => {
  await seedDemo();
  // A second founder beside the demo one, and an instructor and an administrator of the founder's own organization.
  const added = { organizationId: 'demo-incubator', passwordHash: '-' };
  await database()
    .insert(users)
    .values([
      { ...added, id: 'rival', username: 'rival', name: '对手', role: 'founder' },
      { ...added, id: 'coach', username: 'coach', name: '导师', role: 'instructor' },
      { ...added, id: 'keeper', username: 'keeper', name: '管理员', role: 'administrator' },
    ]);
  // Even in one class with the founder, nobody sees the product.
  await database()
    .insert(classMembers)
    .values([
      { classId: 'demo-class', userId: 'coach', seat: 'instructor' },
      { classId: 'demo-class', userId: 'demo-founder', seat: 'student' },
    ]);
});

const FOUNDER = 'demo-founder';
const signedIn = (id: string, role: SignedIn['role'], organizationId = 'demo-incubator'): SignedIn =>
  ({ id, role, organizationId, username: id, name: id, locale: 'zh-CN', theme: 'auto' }) as SignedIn;

const OTHERS = [
  signedIn('rival', 'founder'),
  signedIn('coach', 'instructor'),
  signedIn('keeper', 'administrator'),
  signedIn('demo-admin', 'administrator', 'demo-school'),
  signedIn('demo-officer', 'officer', 'demo-zone-office'),
];

const tray: Venture = {
  name: '竹制茶盘',
  hs: '4419110000',
  unit: '007',
  cost: 4_200,
  invoice: 'special13',
  refund: 130_000,
  vat: 130_000,
  price: 2_499,
  market: 2_299,
  netGrams: 900,
  packGrams: 150,
  stock: 60,
  cash: 2_000_000,
  destinations: [],
  flags: [],
  certified: true,
};

beforeEach(() => deleteAllVentures(FOUNDER));

async function added(venture = tray): Promise<string> {
  const [id] = (await addVentures(FOUNDER, [venture]))!;
  return id!;
}

const notFound = { status: 404 };

describe('a product', () => {
  test('comes back as it was entered', async () => {
    const id = await added();
    expect(ventureOf(await getOwnVenture(id, FOUNDER))).toEqual(tray);
    await changeVenture(id, FOUNDER, { ...tray, price: 1_999 });
    expect((await venturesOf(FOUNDER)).map(({ price }) => price)).toEqual([1_999]);
  });

  test.each(OTHERS.map(({ id }) => [id]))('is not there for %s', async (other) => {
    const id = await added();
    expect(await venturesOf(other)).toEqual([]);
    await expect(getOwnVenture(id, other)).rejects.toMatchObject(notFound);
    await expect(changeVenture(id, other, { ...tray, name: 'stolen' })).rejects.toMatchObject(notFound);
    await expect(deleteVenture(id, other)).rejects.toMatchObject(notFound);
    await deleteAllVentures(other);
    expect((await getOwnVenture(id, FOUNDER)).name).toBe('竹制茶盘');
    expect((await exportOf(other)).products).toEqual([]);
  });

  test('too many at once leave nothing behind', async () => {
    await added();
    expect(
      await addVentures(
        FOUNDER,
        Array.from({ length: MOST_VENTURES }, () => tray),
      ),
    ).toBeNull();
    expect(await venturesOf(FOUNDER)).toHaveLength(1);
  });
});

describe('a run with a product', () => {
  test('is played with the founder’s goods, and keeps them when the product changes', async () => {
    const id = await added();
    const run = await playWith(await getOwnVenture(id, FOUNDER), '9610-first-parcel');
    await changeVenture(id, FOUNDER, { ...tray, cost: 9_999 });
    const row = (await findRun(run!))!;
    expect(row).toMatchObject({
      ventureId: id,
      userId: FOUNDER,
      scenario: '9610-first-parcel',
      assignmentId: null,
    });
    expect(row.setup.suppliers[0]!.price).toBe(4_200);
    expect(await playWith(await getOwnVenture(id, FOUNDER), 'no-such-scenario')).toBeNull();
  });

  test('is seen by its founder alone', async () => {
    const id = await added();
    const run = (await playWith(await getOwnVenture(id, FOUNDER), '9610-first-parcel'))!;
    expect(await getVisibleRun(run, signedIn(FOUNDER, 'founder'))).toMatchObject({ own: true });
    expect((await getVentureRun(run, id, FOUNDER)).id).toBe(run);
    for (const other of OTHERS) {
      await expect(getVisibleRun(run, other)).rejects.toMatchObject(notFound);
      await expect(getVentureRun(run, id, other.id)).rejects.toMatchObject(notFound);
    }
    // The same people see a run with the scenario's own goods: it is the product that hides this one.
    const given = await beginRun({
      userId: FOUNDER,
      scenario: '9610-first-parcel',
      setup: (await findRun(run))!.setup,
    });
    for (const id of ['coach', 'keeper']) {
      const other = OTHERS.find((one) => one.id === id)!;
      expect(await getVisibleRun(given, other)).toMatchObject({ own: false });
    }
  });

  test('shows what it earned, in words, and as a table for a spreadsheet', async () => {
    const id = await added({ ...tray, name: '=HYPERLINK("x")' });
    const run = (await playWith(await getOwnVenture(id, FOUNDER), '9610-first-parcel'))!;
    let open = await openRun((await findRun(run))!);
    const player = referencePlayer({ engine: open.engine, setup: open.row.setup, habits: [] });
    for (let count = 0; count < 400; count++) {
      const input = player(open.world);
      if (!input) break;
      open = (await act(run, input, `key-${count}`)).run;
    }
    const page = await economicsPage(await getVentureRun(run, id, FOUNDER), 'zh-CN');
    expect(page.state).toBe('ended');
    expect(page.orders).toHaveLength(1);
    expect(page.economics.total.revenue).toBeGreaterThan(0);
    expect(page.causes.filter(({ title, memo }) => title === memo)).toEqual([]);
    const lines = economicsCsv(page).split('\r\n');
    expect(lines[0]!.startsWith('\uFEFF')).toBe(true);
    expect(lines.some((line) => line.startsWith(page.orders[0]!.orderNo))).toBe(true);
    expect(economicsCsv(page)).not.toMatch(/^[=+@]/m);
  });

  test('goes with its product, journal and all', async () => {
    const id = await added();
    const kept = await added({ ...tray, name: '留下的' });
    const run = (await playWith(await getOwnVenture(id, FOUNDER), '9610-first-parcel'))!;
    const other = (await playWith(await getOwnVenture(kept, FOUNDER), '9610-first-parcel'))!;
    await act(run, { kind: 'advance', until: 'nextDecision' }, 'once');
    await deleteVenture(id, FOUNDER);
    expect(await findRun(run)).toBeNull();
    expect(await database().$count(runEntries, eq(runEntries.runId, run))).toBe(0);
    expect((await ventureRuns(FOUNDER)).map(({ id }) => id)).toEqual([other]);
  });
});

describe('all of it', () => {
  test('can be taken away, without the seed of a run that is still played', async () => {
    const id = await added();
    const run = (await playWith(await getOwnVenture(id, FOUNDER), '9610-first-parcel'))!;
    await act(run, { kind: 'advance', until: 'nextEvent' }, 'one');
    const taken = await exportOf(FOUNDER);
    expect(taken.products).toMatchObject([{ ...tray, id }]);
    expect(taken.runs).toMatchObject([{ id: run, ventureId: id, seed: null }]);
    expect(taken.runs[0]!.journal).toHaveLength(1);
    expect(JSON.stringify(taken)).not.toContain((await findRun(run))!.seed);
  });

  test('can be deleted, and runs with given goods stay', async () => {
    await playWith(await getOwnVenture(await added(), FOUNDER), '9610-first-parcel');
    const rows = await ventureRuns(FOUNDER);
    const given = await beginRun({ userId: FOUNDER, scenario: '9610-first-parcel', setup: rows[0]!.setup });
    await deleteAllVentures(FOUNDER);
    expect(await database().$count(ventures, eq(ventures.userId, FOUNDER))).toBe(0);
    expect(await ventureRuns(FOUNDER)).toEqual([]);
    expect(await database().$count(runs, and(eq(runs.userId, FOUNDER), eq(runs.id, given)))).toBe(1);
  });
});
