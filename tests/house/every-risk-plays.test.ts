import { describe, expect, test } from 'vitest';
import { readContentFolder } from '../../src/lib/server/library/folder.ts';
import { readLibrary } from '../../src/lib/server/library/library.ts';
import {
  stateHash,
  type Engine,
  type Happening,
  type Input,
  type World,
} from '../../simulator/kernel/index.ts';
import { referencePlayer } from '../../simulator/rehearsal/players.ts';
import { RISKS, type RiskEvent } from '../../simulator/risks/index.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { toFen } from '../../simulator/trade/fx.ts';
import { ppmOf, sum } from '../../simulator/trade/money.ts';
import type { Credit, Order, RiskRecord } from '../../simulator/trade/records.ts';
import type { Setup } from '../../simulator/trade/setup.ts';
import { beginningOf, engineFor } from '../../simulator/world.ts';

const content = new URL('../../content', import.meta.url).pathname;
const base = readLibrary(readContentFolder(content)).scenarios.get('9610-first-parcel')!
  .value as unknown as Scenario;

/** The first parcel with one risk that is certain to come on the second day. */
const setupWith = (id: string): Setup => ({ ...base.setup, risks: [{ id, odds: 1_000_000, day: 2 }] });

interface Told {
  engine: Engine;
  world: World;
  happened: Happening[];
  setup: Setup;
}

/** What a risk writes to others; somebody has to hear it. */
const BY_RISKS = [
  'RISK_OPENED',
  'RISK_CLOSED',
  'CREDIT',
  'CUSTOMS_EVENT',
  'FREEZE',
  'UNFREEZE',
  'DELAY',
  'LOSE',
  'CHARGE_BACK',
  'RATE_SHOCK',
];

const risksOf: readonly RiskEvent[] = RISKS;
const stateOf = (world: World, id: string): string => String(world.machines[`risk:${id}`]?.value ?? '');
const take = (told: Told, input: Input): void => {
  const { world, entry } = told.engine.step(told.world, input);
  expect(entry.findings).toEqual([]);
  told.world = world;
  told.happened.push(...entry.happened);
};

/** Plays as one should until the risk breaks out. */
function until(id: string): Told {
  const setup = setupWith(id);
  const engine = engineFor(setup);
  const told: Told = { engine, setup, world: engine.begin(beginningOf(setup, '1')), happened: [] };
  const player = referencePlayer({ engine, setup, habits: [] });
  for (let count = 0; stateOf(told.world, id) !== 'open'; count++) {
    const input = count < 200 ? player(told.world) : null;
    if (!input) throw new Error(`${id} never broke out`);
    take(told, input);
  }
  return told;
}

/** Lets time pass until the risk is over; a choice is made first, or none. */
function settle(told: Told, { id }: RiskEvent, option: string | null): Told {
  if (option !== null)
    take(told, { kind: 'move', seat: 'exporter', to: `risk:${id}`, type: 'answerRisk', payload: { option } });
  for (let count = 0; stateOf(told.world, id) !== 'closed' && count < 3_000; count++)
    take(told, { kind: 'advance', until: 'nextEvent' });
  return told;
}

/** What the catalogue says that a verdict costs, at the sales of the moment at which it is posted. */
function lossDue({ world, setup }: Told, { consequences }: RiskEvent, verdict: string, at: number): number {
  const { loss = 0, lossShare = 0 } = consequences[verdict as keyof RiskEvent['consequences']];
  const orders = Object.values(world.records.orders ?? {}) as unknown as Order[];
  const sales = sum(
    orders
      .filter(({ paid, cancelled }) => paid !== null && paid <= at && !cancelled)
      .map(({ goodsValue }) => goodsValue),
  );
  return loss + ppmOf(toFen(sales, 'USD', setup.rates.USD!), lossShare);
}

const logOf = (world: World, of: 'zone' | 'customs', code: string): Credit['log'] =>
  ((world.records.credit?.[of] ?? { log: [] }) as unknown as Credit).log.filter(
    (entry) => entry.code === code,
  );

/** Verdict, ledger, credit records, payouts and letters are as the catalogue has them. */
function expectVerdict(told: Told, event: RiskEvent, choice: string, verdict: string): void {
  const { world, happened } = told;
  const { id } = event;
  const counted = verdict === 'ignored' ? 'wrong' : verdict;
  const {
    credit = 0,
    customs = false,
    freezeDays = 0,
  } = event.consequences[counted as keyof RiskEvent['consequences']];
  expect(stateOf(world, id)).toBe('closed');
  expect(world.records.risks?.[id] as unknown as RiskRecord).toMatchObject({
    id,
    choice,
    verdict,
    signs: [...event.signs],
  });

  const posted = world.postings.filter(({ memo, refs }) => memo === 'riskLoss' && refs.risk === id);
  const at = posted[0]?.at ?? world.now;
  const due = lossDue(told, event, counted, at);
  expect(
    posted.map(({ lines }) => lines.find(({ account }) => account === 'finesAndLosses')?.amount),
  ).toEqual(due > 0 ? [due] : []);
  for (const { lines } of posted) expect(sum(lines.map(({ amount }) => amount))).toBe(0);

  expect(logOf(world, 'zone', `risk:${id}`).map(({ delta, cites }) => ({ delta, cites }))).toEqual(
    credit === 0 ? [] : [{ delta: credit, cites: [...event.cites] }],
  );
  expect(logOf(world, 'customs', `risk:${id}`)).toHaveLength(customs ? 1 : 0);
  if (freezeDays > 0) expect(world.machines.payouts!.visited).toHaveProperty('frozen');

  const letters = world.papers.filter(({ kind, subject }) => kind === 'riskLetter' && subject === id);
  expect(letters.map(({ body, to }) => [(body as { stage: string }).stage, to])).toEqual([['signs', 'exporter'], ['event', 'exporter'], ['outcome', 'exporter']]); // prettier-ignore
  const notes = happened.flatMap((item) => (item.kind === 'note' && item.params.risk === id ? [item] : []));
  expect(notes.map(({ code }) => code)).toEqual(['riskSigns', 'riskOpened', 'riskClosed']);
  for (const { cites } of notes) expect(cites.length).toBeGreaterThan(0);
  expect(happened.filter((item) => item.kind === 'unheard' && BY_RISKS.includes(item.letter))).toEqual([]);
  const blow = event.strike ?? event.strikeIf?.[counted as keyof RiskEvent['consequences']];
  if (blow?.kind === 'rate')
    expect(happened).toContainEqual(expect.objectContaining({ kind: 'note', code: 'rateJumped' }));
}

test('the catalogue holds at least fifteen risks, each with one best and one wrong choice', () => {
  expect(risksOf.length).toBeGreaterThanOrEqual(15);
  for (const { id, options } of risksOf) {
    expect(
      Object.values(options).filter((verdict) => verdict === 'best'),
      id,
    ).toHaveLength(1);
    expect(Object.values(options), id).toContain('wrong');
  }
});

describe.each(risksOf.map((event) => [event.id, event] as const))('%s', (id, event) => {
  const open = until(id);
  const opened = stateHash(open.world);
  const begun = (): Told => ({ ...open, happened: [...open.happened] });

  test('comes with its signs first, then breaks out', () => {
    const record = open.world.records.risks?.[id] as unknown as RiskRecord;
    expect(record.signs.length).toBeGreaterThan(0);
    expect(record).toMatchObject({ choice: '', verdict: '', opened: open.world.now });
    const begin = open.happened.flatMap((item) =>
      item.kind === 'note' && item.code === 'riskSigns' ? [item.at] : [],
    );
    expect(begin).toHaveLength(1);
    expect(record.opened! - begin[0]!).toBeGreaterThanOrEqual(86_400_000);
  });

  test.each(Object.entries(event.options))('%s is %s, and has its consequences', (option, verdict) => {
    expectVerdict(settle(begun(), event, option), event, option, verdict);
  });

  test('silence counts as a wrong choice', () => {
    const told = settle(begun(), event, null);
    expectVerdict(told, event, '', 'ignored');
    expect(told.world.now - open.world.now).toBeGreaterThanOrEqual(event.term * 86_400_000);
  });

  test('an unknown choice is refused with a reason, and changes nothing', () => {
    const input: Input = {
      kind: 'move',
      seat: 'exporter',
      to: `risk:${id}`,
      type: 'answerRisk',
      payload: { option: 'shrug' },
    };
    const { world, entry } = open.engine.step(open.world, input);
    expect(entry.findings).toMatchObject([
      { code: 'riskOptionUnknown', params: { option: 'shrug', risk: id }, at: 'option' },
    ]);
    expect(stateHash({ ...world, seq: open.world.seq })).toBe(opened);
  });
});
