import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given, type Given } from '../../../tests/support/parcels.ts';
import { Play, aScenario } from '../../../tests/support/trade.ts';
import type { Json } from '../../kernel/index.ts';
import { imbalanceOf } from '../../trade/ledger.ts';
import type { RateRecord } from '../../trade/rates.ts';
import type { Payout } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { isWorkingDay } from '../../trade/calendar.ts';
import { dayOf } from '../../trade/time.ts';
import type { CreditNote } from './note.ts';
import { buyingRate } from './rates.ts';
import { definitions } from './index.ts';

const CALM = { 'third-party-payer': false };
const payout = (changes: Partial<Payout> = {}): Payout => ({
  id: 'P1',
  orders: ['O1', 'O2'],
  currency: 'USD',
  gross: 4_998,
  commission: 750,
  refunds: 0,
  fees: 60,
  net: 4_188,
  paid: Date.UTC(2026, 10, 2, 1),
  credited: null,
  settled: null,
  settledFen: 0,
  ...changes,
});
const PROOF = { payout: 'P1', orders: ['O1', 'O2'], gross: 4_998, commission: 750, refunds: 0, fees: 60 };

function bank(
  changes: Partial<Setup> = {},
  world: Given & { payouts?: Payout[]; forex?: string } = {},
  seed = 'test',
): Play {
  const play = new Play({
    definitions,
    machines: { bank: 'bank/desk' },
    listeners: ['voyage', 'zone'],
    setup: aScenario({ fixed: CALM, ...changes }),
    seed,
  });
  const sent = { logisticsNo: 'LX1', released: 1 };
  const payouts = Object.fromEntries(
    (world.payouts ?? [payout()]).map((item) => [item.id, item as unknown as Json]),
  );
  const standing: Given['records'] = world.forex ? { enterprise: { self: { forex: world.forex } } } : {};
  return given(play, {
    orders: [{}, { orderNo: 'O2' }],
    parcels: [sent, { ...sent, orderNo: 'O2' }],
    ...world,
    records: { payouts, ...standing, ...world.records },
  });
}

const incoming = (play: Play) => play.letter('bank', { type: 'INCOMING', payout: 'P1' }).after(5);
const proved = (play: Play) => incoming(play).when('bank', 'proveTrade', PROOF).after(2);
const note = (play: Play, id = 'P1') => play.record<CreditNote>('creditNotes', id);

describe('money from abroad', () => {
  test('arrives after one to three working days as foreign currency, out of the platform’s wallet', () => {
    const play = bank().letter('bank', { type: 'INCOMING', payout: 'P1' });
    expect(play.stateOf('credit-note:P1')).toBe('underWay');
    play.after(5);
    expect(play.heard('voyage', 'CREDITED')).toEqual([{ type: 'CREDITED', payout: 'P1' }]);
    expect([play.balance('bankForeign', 'USD'), play.balance('platformWallet', 'USD')]).toEqual([
      4_188, -4_188,
    ]);
    expect(play.record<Payout>('payouts', 'P1')!.credited).toBe(note(play)!.arrived);
    expect(isWorkingDay(dayOf(note(play)!.arrived))).toBe(true);
  });

  test('is announced once, and nothing is announced where nothing is paid', () => {
    const play = incoming(incoming(bank({}, { payouts: [payout(), payout({ id: 'P2', net: 0 })] })));
    play.letter('bank', { type: 'INCOMING', payout: 'P2' }).after(5);
    expect(play.heard('voyage', 'CREDITED')).toHaveLength(1);
    expect(play.notes('nothingIncoming')).toHaveLength(1);
  });

  test('opens the desk for the firm, and the settled one closes it', () => {
    const play = bank();
    expect(play.stateOf('bank')).toBe('quiet');
    proved(play);
    expect(play.stateOf('bank')).toBe('serving');
    play.when('bank', 'settle', { payout: 'P1', amount: 4_188 });
    expect(play.stateOf('bank')).toBe('quiet');
  });
});

describe('the proof of trade', () => {
  test('gross reported, costs by name, all orders: the bank takes it and reports', () => {
    const play = proved(bank());
    expect(play.stateOf('credit-note:P1')).toBe('verified');
    expect(note(play)).toMatchObject({ state: 'verified', proof: { gross: 4_998, commission: 750 } });
    expect(note(play)!.reported).not.toBeNull();
  });

  test.each([
    [
      'net instead of gross',
      { gross: 4_188 },
      'netReportedAsGross',
      { told: 4_188, gross: 4_998, net: 4_188 },
    ],
    [
      'a cost left out',
      { commission: 0 },
      'nettingDisagrees',
      { item: 'commission', told: 0, expected: 750 },
    ],
    ['an order left out', { orders: ['O1'] }, 'ordersNotOfPayout', { orderNo: 'O2', payout: 'P1' }],
    [
      'an order of somebody else',
      { orders: ['O1', 'O2', 'O9'] },
      'ordersNotOfPayout',
      { orderNo: 'O9', payout: 'P1' },
    ],
  ])('%s is refused with the figures', (_, change, code, params) => {
    const play = incoming(bank()).when('bank', 'proveTrade', { ...PROOF, ...change });
    expect(play.finding(code)?.params).toEqual(params);
  });

  test('a firm that is on no name list and not exempt cannot prove anything', () => {
    const play = incoming(bank({}, { forex: 'none' })).when('bank', 'proveTrade', PROOF);
    expect(play.findings).toEqual(['notOnNameList']);
  });

  test('an exempt firm is served up to 200 000 dollars in the year', () => {
    expect(incoming(bank({}, { forex: 'exempt' })).when('bank', 'proveTrade', PROOF).findings).toEqual([]);
    const rich = incoming(
      bank({}, { forex: 'exempt', payouts: [payout({ net: 20_000_000, gross: 20_000_810 })] }),
    );
    rich.when('bank', 'proveTrade', { ...PROOF, gross: 20_000_810, explanation: 'discount' });
    expect(rich.finding('exemptionExceeded')?.params).toEqual({ total: 20_000_000, limit: 20_000_000 });
  });

  test('an order without a waybill or a released list behind it needs an explanation', () => {
    const play = incoming(
      bank(
        {},
        {
          parcels: [
            { logisticsNo: 'LX1', released: 1 },
            { orderNo: 'O2', logisticsNo: 'LX2' },
          ],
        },
      ),
    );
    play.when('bank', 'proveTrade', PROOF);
    expect(play.finding('flowsDisagree')?.params).toEqual({ orderNo: 'O2', missing: 'list' });
  });

  test('more than five per cent between orders and money needs an explanation', () => {
    const less = payout({ gross: 4_700, net: 3_890 });
    const play = incoming(bank({}, { payouts: [less] })).when('bank', 'proveTrade', {
      ...PROOF,
      gross: 4_700,
    });
    expect(play.finding('gapUnexplained')?.params).toEqual({ orders: 4_998, money: 4_700, gap: 298 });
    expect(
      play.when('bank', 'proveTrade', { ...PROOF, gross: 4_700, explanation: 'refundOffset' }).findings,
    ).toEqual([]);
  });

  test('within five per cent nobody asks', () => {
    const close = payout({ gross: 4_750, net: 3_940 });
    const play = incoming(bank({}, { payouts: [close] })).when('bank', 'proveTrade', {
      ...PROOF,
      gross: 4_750,
    });
    expect(play.findings).toEqual([]);
  });

  test('before 2020-05-20 costs could not be netted', () => {
    const play = incoming(bank({ policyDate: '2020-03-01' })).when('bank', 'proveTrade', PROOF);
    expect(play.findings).toEqual(['nettingNotAllowedYet']);
  });

  test('comes once; there is nothing to prove before the money is there', () => {
    expect(proved(bank()).when('bank', 'proveTrade', PROOF).findings).toEqual(['provedBefore']);
    const two = incoming(bank({}, { payouts: [payout(), payout({ id: 'P2' })] }));
    expect(two.when('bank', 'proveTrade', { ...PROOF, payout: 'P2' }).findings).toEqual(['moneyNotHere']);
  });

  test('that is not given within five working days costs credit, once', () => {
    const play = incoming(bank()).after(40);
    expect(play.notes('reportMissed')).toHaveLength(1);
    expect(play.heard('zone', 'CREDIT')).toMatchObject([
      { code: 'forexProofMissed', dimension: 1, delta: -100_000 },
    ]);
    expect(proved(bank()).after(40).heard('zone')).toEqual([]);
  });
});

describe('money that does not fit the goods', () => {
  const empty = { parcels: [{ logisticsNo: 'LX1', released: 1 }, { orderNo: 'O2' }] };
  const held = (play: Play) =>
    incoming(play)
      .when('bank', 'proveTrade', { ...PROOF, explanation: 'cancelledOrders' })
      .after(4);

  test('is held, whatever explanation came with the proof', () => {
    const play = held(bank({}, empty));
    expect(play.stateOf('credit-note:P1')).toBe('held');
    expect(play.heard('voyage', 'AML_HOLD')).toMatchObject([{ cause: 'flows', orderNo: 'O2' }]);
  });

  test('from a third party is held until agreement and statement are shown', () => {
    const play = held(bank({ fixed: { 'third-party-payer': true } }));
    expect(play.heard('voyage', 'AML_HOLD')).toMatchObject([{ cause: 'thirdPartyPayer' }]);
    play.when('bank', 'explainHold', { payout: 'P1', evidence: ['platformStatement'] });
    expect(play.notes('explanationThin')).toHaveLength(1);
    play
      .when('bank', 'explainHold', { payout: 'P1', evidence: ['platformStatement', 'thirdPartyAgreement'] })
      .after(5);
    expect(play.stateOf('credit-note:P1')).toBe('verified');
  });

  test('goes back after ten working days when nobody explains it', () => {
    const play = held(bank({}, empty)).after(20);
    expect(play.stateOf('credit-note:P1')).toBe('returned');
    expect([play.balance('bankForeign', 'USD'), play.balance('platformWallet', 'USD')]).toEqual([0, 0]);
    expect(play.record<Payout>('payouts', 'P1')!.credited).toBeNull();
    expect(play.when('bank', 'settle', { payout: 'P1', amount: 1 }).findings).toEqual(['notNow']);
  });

  test('only what is held can be explained', () => {
    expect(
      proved(bank()).when('bank', 'explainHold', { payout: 'P1', evidence: ['waybills'] }).findings,
    ).toEqual(['notHeld']);
  });
});

describe('settlement', () => {
  test('pays the day’s buying rate, two per mille under the middle rate', () => {
    const play = proved(bank({ swing: 0 })).when('bank', 'settle', { payout: 'P1', amount: 4_188 });
    const fen = Math.round((4_188 * buyingRate(7_080_000)) / 1_000_000);
    expect(buyingRate(7_080_000)).toBe(7_065_800);
    expect(play.balance('bankCny')).toBe(fen);
    expect(play.record<Payout>('payouts', 'P1')).toMatchObject({ settledFen: fen });
    expect(play.heard('voyage', 'SETTLED')).toEqual([{ type: 'SETTLED', payout: 'P1' }]);
    expect(play.papers('fxSlip')).toHaveLength(1);
  });

  test('against the rate of the day of payout leaves a difference in the accounts, and nothing else', () => {
    const play = proved(bank({ swing: 0 })).letter('bank', {
      type: 'RATE_SHOCK',
      currency: 'USD',
      ppm: -30_000,
    });
    play.when('bank', 'settle', { payout: 'P1', amount: 4_188 });
    const booked = Math.round(4_188 * 7.08);
    expect(play.balance('exchangeDifference')).toBe(booked - play.balance('bankCny')); // a loss: debit
    expect(play.balance('currencyExchange', 'USD')).toBe(4_188);
    expect(play.balance('currencyExchange')).toBe(-booked);
  });

  test('in parts tells of the end only with the last one', () => {
    const play = proved(bank()).when('bank', 'settle', { payout: 'P1', amount: 1_000 });
    expect(play.heard('voyage', 'SETTLED')).toEqual([]);
    expect(
      play.when('bank', 'settle', { payout: 'P1', amount: 3_189 }).finding('amountAboveRest')?.params,
    ).toEqual({ amount: 3_189, left: 3_188 });
    play.when('bank', 'settle', { payout: 'P1', amount: 3_188 });
    expect(play.heard('voyage', 'SETTLED')).toHaveLength(1);
    expect(play.balance('bankForeign', 'USD')).toBe(0);
  });

  test('may wait: foreign money can be kept and settled later', () => {
    const play = proved(bank()).when('bank', 'keepForex', { payout: 'P1' });
    expect(play.stateOf('credit-note:P1')).toBe('kept');
    play.after(20).when('bank', 'settle', { payout: 'P1', amount: 4_188 });
    expect(play.stateOf('credit-note:P1')).toBe('settled');
  });

  test('is not possible before the trade is proved', () => {
    const play = incoming(bank());
    expect(play.when('bank', 'settle', { payout: 'P1', amount: 1 }).findings).toEqual(['tradeNotProved']);
    expect(play.when('bank', 'keepForex', { payout: 'P1' }).findings).toEqual(['tradeNotProved']);
  });
});

describe('the rates', () => {
  test('move on working days only and stay within 2.6 standard deviations of the day before', () => {
    const play = bank().after(60);
    const { path } = play.record<RateRecord>('rates', 'USD')!;
    const days = Object.keys(path)
      .map(Number)
      .sort((a, b) => a - b);
    expect(days.length).toBeGreaterThan(50);
    for (const day of days.slice(1)) {
      const change = Math.abs(path[day]! - path[day - 1]!) / path[day - 1]!;
      expect(change).toBeLessThan(2.7 * 0.0025);
      if (!isWorkingDay(day)) expect(change).toBe(0);
    }
  });

  test('stand still in a world without swing', () => {
    expect(
      new Set(Object.values(bank({ swing: 0 }).after(30).record<RateRecord>('rates', 'USD')!.path)),
    ).toEqual(new Set([7_080_000]));
  });

  test('are published until the end of the run, and then no timer is left', () => {
    expect(bank().after(200).world.timers).toEqual([]);
  });

  test('jump when the world outside says so', () => {
    const play = bank().letter('bank', { type: 'RATE_SHOCK', currency: 'USD', ppm: 30_000 });
    expect(play.record<RateRecord>('rates', 'USD')!.rate).toBe(7_292_400);
  });
});

test('whatever is brought to the bank, the books balance and no cent is settled twice', () => {
  const id = fc.constantFrom('P1', 'P2', 'P9');
  const step = fc.oneof(
    fc.record({ letter: fc.constantFrom('INCOMING', 'NOTE_OPEN', 'NOTE_CLOSED'), payout: id }),
    fc.record({
      move: fc.constant('proveTrade'),
      payout: id,
      orders: fc.constant(['O1', 'O2']),
      gross: fc.constantFrom(4_998, 1),
      commission: fc.constant(750),
      refunds: fc.constant(0),
      fees: fc.constant(60),
      explanation: fc.constantFrom('none', 'discount'),
    }),
    fc.record({ move: fc.constant('settle'), payout: id, amount: fc.integer({ min: 0, max: 5_000 }) }),
    fc.record({ move: fc.constant('keepForex'), payout: id }),
    fc.record({
      move: fc.constant('explainHold'),
      payout: id,
      evidence: fc.constantFrom(['waybills'], ['platformStatement', 'thirdPartyAgreement']),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, fc.constantFrom(0, 1, 6)), { maxLength: 25 }),
      fc.string(),
      (steps, seed) => {
        const play = bank(
          { fixed: {}, odds: { 'third-party-payer': 500_000 } },
          { payouts: [payout(), payout({ id: 'P2' })] },
          seed,
        );
        for (const [item, days] of steps) {
          if ('letter' in item) play.letter('bank', { type: item.letter, payout: item.payout });
          else {
            const { move, ...payload } = item;
            play.when('bank', move, payload as never);
          }
          play.after(days);
        }
        for (const posting of play.world.postings) expect(imbalanceOf(posting.lines)).toEqual({});
        for (const item of play.all<CreditNote>('creditNotes')) expect(item.left).toBeGreaterThanOrEqual(0);
        const settled = play
          .all<CreditNote>('creditNotes')
          .reduce((sum, item) => sum + item.amount - item.left, 0);
        expect(play.balance('currencyExchange', 'USD')).toBe(settled);
      },
    ),
    { numRuns: 60 },
  );
});
