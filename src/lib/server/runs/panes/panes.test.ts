import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parse as parseWith } from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { scenarioSchema, type Scenario } from '$simulator/scenario.ts';
import { playScenario } from '$simulator/terminal/plays.ts';
import type { OpenRun, RunRow } from '../journal.ts';
import { speakerFor } from '../words.ts';
import { firmPane } from './firm-pane.ts';
import { flowsPane } from './flows-pane.ts';
import { rowOf } from './journal-pane.ts';
import { moneyPane } from './money-pane.ts';
import { ordersPane } from './orders-pane.ts';
import { risksPane } from './risks-pane.ts';
import { sourcingPane } from './sourcing-pane.ts';
import { trackingPane } from './tracking-pane.ts';

const nothing = new URLSearchParams();
const scenarioOf = (id: string): Scenario =>
  parseWith(scenarioSchema, parse(readFileSync(`content/scenarios/${id}.yaml`, 'utf8')));

describe.each(['9610-first-parcel', '9610-from-zero', '9610-inspection'])(
  'the panes of %s, played well',
  (id) => {
    let open: OpenRun;
    let play: ReturnType<typeof playScenario>;
    beforeAll(() => {
      const scenario = scenarioOf(id);
      play = playScenario(scenario, scenario.plays.reference.seed, 'reference');
      open = {
        row: { id: 'run', setup: scenario.setup, windowKeyHash: null } as RunRow,
        engine: play.engine,
        world: play.world,
      };
    });

    test.each(['zh-CN', 'en'] as const)('name everything in words: no code, no blank (%s)', (locale) => {
      const speaker = speakerFor(locale);
      const asCode = /^([a-z]+[A-Z]\w*|[\w-]+\/[\w.]+|[a-z][\w-]*(\.\w+)+)$/;
      const { orders } = ordersPane(open, speaker, nothing);
      const money = moneyPane(open, speaker, nothing);
      const words = [
        ...orders.flatMap(({ lanes, country, route }) => [
          ...lanes.flatMap(({ label, state }) => [label, state]),
          country,
          route || '-',
        ]),
        ...money.trial.map(({ account }) => account),
        ...money.postings.map(({ memo }) => memo),
        ...money.claims.flatMap(({ kind, state }) => [kind, state]),
        ...money.notes.flatMap(({ payer, state }) => [payer, state]),
        ...(trackingPane(open, speaker, nothing).shown?.steps ?? []).flatMap(({ title, source }) => [
          title,
          source || '-',
        ]),
        ...risksPane(open, speaker).risks.flatMap(({ title, stateLabel, signs, choice, outcome }) => [
          title,
          stateLabel,
          ...signs.map((sign) => sign.title),
          choice?.title ?? '-',
          outcome?.title ?? '-',
        ]),
        ...firmPane(open, speaker, nothing).paths.flatMap(({ label, state }) => [label, state]),
        ...sourcingPane(open, speaker).purchases.map(({ state }) => state),
        ...play.entries.map(
          (entry) => rowOf(entry, { world: open.world, setup: open.row.setup, speaker }).title,
        ),
      ];
      expect(words.filter((word) => word === '' || asCode.test(word))).toEqual([]);
    });

    test('the trial balance balances, and its lines are the sum of the postings', () => {
      const { trial, totals, total } = moneyPane(open, speakerFor('en'), nothing);
      expect(total).toBe(open.world.postings.length);
      for (const { currency, debit, credit } of totals) {
        expect(debit).toBe(credit);
        expect(
          trial.filter((row) => row.currency === currency).reduce((sum, row) => sum + row.debit, 0),
        ).toBe(debit);
      }
    });

    test('goods by place add up to what was bought', () => {
      const { goods, lots } = ordersPane(open, speakerFor('en'), nothing);
      expect(goods.reduce((sum, { total }) => sum + total, 0)).toBe(
        lots.reduce((sum, { pieces }) => sum + pieces, 0),
      );
    });

    test('a good play leaves no difference between the three flows, and one link to each paper', () => {
      const { rows, differing } = flowsPane(open, speakerFor('en'));
      expect(differing).toBe(0);
      for (const { information } of rows.filter((row) => row.information.list !== null))
        expect(information.links.length).toBeGreaterThanOrEqual(2);
    });

    test('no entry of the journal gives the dice away', () => {
      const shown = play.entries.map((entry) =>
        rowOf(entry, { world: open.world, setup: open.row.setup, speaker: speakerFor('en') }),
      );
      expect(JSON.stringify(shown)).not.toMatch(/"stream"|"low":|"high":/);
    });
  },
);

test('a list with another value than its order is named with both values', () => {
  const scenario = scenarioOf('9610-first-parcel');
  const { engine, world } = playScenario(scenario, '1', 'reference');
  const [key, list] = Object.entries(world.records.customsDocuments!).find(([name]) => name.includes('603'))!;
  const document = list as unknown as { list: Record<string, string>[] };
  const wrong = { ...document, list: document.list.map((line) => ({ ...line, totalPrice: '1.23' })) };
  const changed = {
    ...world,
    records: {
      ...world.records,
      customsDocuments: { ...world.records.customsDocuments, [key]: wrong as never },
    },
  };
  const { rows, differing } = flowsPane(
    { row: { setup: scenario.setup } as RunRow, engine, world: changed },
    speakerFor('en'),
  );
  expect(differing).toBe(1);
  expect(rows[0]!.mismatches.map(({ code }) => code)).toContain('listValue');
  expect(rows[0]!.mismatches[0]!.text).toContain('US$1.23');
});
