import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { stateHash, type Input } from '$simulator/kernel/index.ts';
import { beginningOf } from '$simulator/world.ts';
import { readScenario } from '$simulator/terminal/files.ts';
import type { Goods } from '$simulator/trade/setup.ts';
import { seedDemo } from '../demo/index.ts';
import { debriefPage } from './debrief-page.ts';
import { engineOf } from './engines.ts';
import { findRun, journalOf, openRun } from './journal.ts';
import { act, beginRun, RunWentOn } from './play.ts';

withDatabase(seedDemo);

const next: Input = { kind: 'advance', until: 'nextEvent' };
const begin = () => {
  const { setup } = readScenario('9610-first-parcel');
  return beginRun({ userId: 'demo-student1', scenario: setup.id, setup, seed: '1' });
};

const list = ({ id, hs, fairPrice }: Goods): Input => ({
  kind: 'move',
  seat: 'exporter',
  to: 'platform',
  type: 'listGoods',
  payload: {
    goods: id,
    hs,
    price: fairPrice,
    title: 'descriptive',
    contents: ['mainPhoto', 'usage'],
    claims: [],
    countries: ['502'],
  },
});

describe('A run', () => {
  test('does a move once, however often it is sent', async () => {
    const run = await begin();
    const first = await act(run, next, 'key-00000001', 0);
    const again = await act(run, next, 'key-00000001', 0);
    expect(again.entry.seq).toBe(first.entry.seq);
    expect(await journalOf(run)).toHaveLength(1);
  });

  test('tells the second tab that it went on, and does nothing for it', async () => {
    const run = await begin();
    await act(run, next, 'tab-one-0001', 0);
    await expect(act(run, next, 'tab-two-0001', 0)).rejects.toThrow(RunWentOn);
    expect(await journalOf(run)).toHaveLength(1);
  });

  test('takes one of two moves that were made at the same moment in two tabs', async () => {
    const run = await begin();
    const results = await Promise.allSettled([
      act(run, next, 'twin-a-0001', 0),
      act(run, next, 'twin-b-0001', 0),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await journalOf(run)).map(({ seq }) => seq)).toEqual([1]);
  });

  test('keeps refused moves in the journal, with their reasons', async () => {
    const run = await begin();
    const { entry } = await act(
      run,
      { kind: 'move', seat: 'exporter', to: 'parcel:none', type: 'pack', payload: {} },
      'refused-0001',
      0,
    );
    expect(entry.outcome).toBe('refused');
    expect((await journalOf(run))[0]?.findings.map(({ code }) => code)).toEqual(['nobodyThere']);
  });

  test('ends once: with its score, and nothing asked of it later changes either', async () => {
    const run = await begin();
    const handIn: Input = { kind: 'move', seat: 'exporter', to: 'voyage', type: 'handIn', payload: {} };
    const { entry } = await act(run, handIn, 'hand-in-0001', 0);
    expect(entry.outcome).toBe('done');
    const ended = (await findRun(run))!;
    expect(ended.state).toBe('ended');
    expect(ended.score).toBeTypeOf('number');
    expect(ended.maxScore).toBe(100);
    const after = await act(run, next, 'too-late-0001');
    expect(after.entry.findings.map(({ code }) => code)).toEqual(['runEnded']);
    await act(run, next, 'too-late-0002');
    expect(await findRun(run)).toEqual(ended);
    expect(await journalOf(run)).toHaveLength(1);
  });

  test('shows its dice in the debrief when it is over, not before', async () => {
    const run = await begin();
    const look = async () => debriefPage({ row: (await findRun(run))!, own: true, player: null }, 'zh-CN');
    const { setup } = readScenario('9610-first-parcel');
    await act(run, list(setup.goods[0]!), 'list-goods-01', 0);
    for (let step = 1; step < 12; step++) await act(run, next, `dice-${String(step).padStart(6, '0')}`, step);
    const drawn = (await journalOf(run)).flatMap(({ happened }) =>
      happened.filter(({ kind }) => kind === 'draw'),
    );
    expect(drawn.length).toBeGreaterThan(0);
    expect((await look()).odds).toEqual([]);
    await act(
      run,
      { kind: 'move', seat: 'exporter', to: 'voyage', type: 'handIn', payload: {} },
      'hand-in-0002',
    );
    expect((await look()).odds.length).toBeGreaterThan(0);
  });

  test('is the same world whether kept in memory or replayed from its journal', async () => {
    const run = await begin();
    for (let step = 0; step < 45; step++) await act(run, next, `step-${String(step).padStart(6, '0')}`, step);
    const open = await openRun((await findRun(run))!);
    const engine = engineOf(open.row.setup);
    let world = engine.begin(beginningOf(open.row.setup, open.row.seed));
    for (const { input } of await journalOf(run)) world = engine.step(world, input).world;
    expect(stateHash(world)).toBe(stateHash(open.world));
  });
});
