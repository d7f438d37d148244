import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Play, aProduct, aScenario, aSupplier } from '../../../tests/support/trade.ts';
import { findLeaks, type GoodsBook } from '../../trade/goods.ts';
import { imbalanceOf } from '../../trade/ledger.ts';
import type { Lot, Purchase, SupplierInvoice } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { definitions as registration } from '../registration/index.ts';
import { definitions as supplier } from './index.ts';
import { samplingPlan } from './sampling.ts';

/** Many runs on a machine that others use too. */
const MINUTES = 120_000;

function shopping(changes: Partial<Setup> = {}, seed = 'test'): Play {
  return new Play({
    definitions: [...registration, ...supplier],
    machines: { firm: 'registration/enterprise', suppliers: 'supplier/market' },
    listeners: ['voyage'],
    setup: aScenario(changes),
    seed,
  });
}
const quoted = (changes: Partial<Setup> = {}, from = 'weaver', seed = 'test') =>
  shopping(changes, seed).when('suppliers', 'requestQuote', { supplier: from }).after(2);
const ordered = (changes: Partial<Setup> = {}, pieces = 100, from = 'weaver', seed = 'test') =>
  quoted(changes, from, seed).when('suppliers', 'placePurchase', { supplier: from, pieces });
const purchase = (play: Play) => play.record<Purchase>('purchases', 'purchase:1')!;
const P1 = 'purchase:1';

/** A supplier whose every lot has a tenth of faulty pieces. */
const sloppy = { suppliers: [aSupplier()], fixed: { faulty: true } };

test('a quote comes within a day and says what the supplier wants', () => {
  const play = shopping().when('suppliers', 'requestQuote', { supplier: 'weaver' });
  expect(play.record('quotes', 'weaver')).toBeNull();
  play.after(1);
  expect(play.record('quotes', 'weaver')).toMatchObject({
    price: 3_390,
    minimum: 50,
    leadDays: 7,
    invoice: 'special13',
  });
  expect(play.papers('quote')).toHaveLength(1);
});

test.each([
  ['requestQuote', { supplier: 'nobody' }],
  ['placePurchase', { supplier: 'nobody', pieces: 100 }],
])('%s at a supplier whom nobody knows is refused', (type, payload) => {
  const play = shopping().when('suppliers', type, payload);
  expect(play.findings).toEqual(['supplierUnknown']);
});

test('nobody buys without a quote, or on one that has run out', () => {
  const play = shopping().when('suppliers', 'placePurchase', { supplier: 'weaver', pieces: 100 });
  expect(play.findings).toEqual(['noQuote']);
  const late = quoted().after(15).when('suppliers', 'placePurchase', { supplier: 'weaver', pieces: 100 });
  expect(late.findings).toEqual(['quoteExpired']);
  late.when('suppliers', 'requestQuote', { supplier: 'weaver' }).after(2);
  expect(late.when('suppliers', 'placePurchase', { supplier: 'weaver', pieces: 100 }).findings).toEqual([]);
});

test('below the minimum order the supplier does not sell', () => {
  const play = ordered({}, 49);
  expect(play.finding('belowMinimum')).toMatchObject({ at: 'pieces', params: { pieces: 49, minimum: 50 } });
  expect(ordered({}, 50).findings).toEqual([]);
});

test('the money must last for this purchase and for what others will still ask for', () => {
  const { enterprise } = aScenario();
  const cash = { enterprise: { ...enterprise, cash: 400_000 } };
  const play = ordered(cash, 100); // 3,390.00: 1,017.00 now, 2,373.00 later
  play.when('suppliers', 'placePurchase', { supplier: 'weaver', pieces: 50 });
  expect(play.finding('cashShort')?.params).toEqual({ need: 169_500, have: 298_300, promised: 237_300 });
});

test('an unlicensed firm buys nothing', () => {
  const { enterprise } = aScenario();
  const play = ordered({ enterprise: { ...enterprise, registered: false } });
  expect(play.findings).toEqual(['firmNotLicensed']);
});

test('the goods’ papers come from the supplier, or from the firm itself', () => {
  const needy = { goods: [aProduct({ needs: ['un383', 'msds'] })] };
  const play = ordered({ ...needy, suppliers: [aSupplier({ certificates: ['msds'] })] });
  expect(play.finding('certificatesMissing')?.params).toMatchObject({ missing: 'un383', count: 1 });
  play.when('firm', 'obtainQualification', { need: 'un383' }).after(40);
  play.when('suppliers', 'requestQuote', { supplier: 'weaver' }).after(2);
  expect(play.when('suppliers', 'placePurchase', { supplier: 'weaver', pieces: 100 }).findings).toEqual([]);
  expect(ordered({ ...needy, suppliers: [aSupplier({ certificates: ['msds', 'un383'] })] }).findings).toEqual(
    [],
  );
});

test('signing pays a deposit of thirty percent and files the contract', () => {
  const play = ordered();
  expect(play.balance('prepayments')).toBe(101_700);
  expect(play.balance('bankCny')).toBe(5_000_000 - 101_700);
  expect(play.papers('contract')[0]?.body).toMatchObject({ total: 339_000, deposit: 101_700 });
  expect(play.stateOf(P1)).toBe('making');
});

test('goods of a good supplier come on the agreed day, and on the shelf they are worth their net price', () => {
  const play = ordered().after(10);
  expect(play.stateOf(P1)).toBe('inspecting');
  expect(purchase(play).arrived).toBe(purchase(play).promised);
  play.when(P1, 'acceptGoods');
  expect(play.record<Lot>('lots', 'P1')).toMatchObject({
    pieces: 100,
    free: 100,
    invoice: 'special13',
    supplier: 'weaver',
  });
  expect(play.balance('goods')).toBe(300_000);
  expect(play.balance('bankCny')).toBe(5_000_000 - 339_000);
  expect(play.heard('voyage')).toEqual([{ type: 'GOODS_IN', lot: 'P1' }]);
});

test('input VAT may be claimed only once the special invoice is there, days later', () => {
  const play = ordered().after(10).when(P1, 'acceptGoods');
  expect([play.balance('inputVat'), play.balance('prepayments')]).toEqual([0, 39_000]);
  play.after(2);
  expect(play.papers('invoice')).toHaveLength(0);
  play.after(20);
  expect(play.record<SupplierInvoice>('invoices', 'P1')).toMatchObject({
    kind: 'special13',
    net: 300_000,
    vat: 39_000,
  });
  expect([play.balance('inputVat'), play.balance('prepayments')]).toEqual([39_000, 0]);
  expect(play.stateOf(P1)).toBe('settled');
});

test.each([
  ['special9', 'invoiceRefundable', 311_009],
  ['special3', 'invoiceRefundableAtThree', 329_126],
  ['ordinary', 'invoiceExemptOnly', 339_000],
  ['none', 'noInvoiceCame', 339_000],
] as const)('an invoice of kind %s means %s', (invoice, note, cost) => {
  const play = ordered({ suppliers: [aSupplier({ invoice })] })
    .after(10)
    .when(P1, 'acceptGoods')
    .after(20);
  expect(play.notes(note)).toHaveLength(1);
  expect(play.balance('goods')).toBe(cost);
  expect(play.balance('prepayments')).toBe(0);
  expect(play.record('invoices', 'P1') === null).toBe(invoice === 'none');
});

test('a late supplier is late by at most its late days, and may then be left without loss', () => {
  const play = ordered({ suppliers: [aSupplier({ late: 1_000_000, lateDays: 5 })] }).after(8);
  expect(play.stateOf(P1)).toBe('late');
  expect(play.notes('supplierLate')).toHaveLength(1);
  play.when(P1, 'cancelPurchase').after(14);
  expect(play.stateOf(P1)).toBe('rejected');
  expect(play.balance('bankCny')).toBe(5_000_000);
});

test('whoever leaves an order that is on time loses the deposit', () => {
  const play = ordered().when(P1, 'cancelPurchase').after(20);
  expect(play.stateOf(P1)).toBe('cancelled');
  expect(play.balance('finesAndLosses')).toBe(101_700);
  expect(play.all('lots')).toEqual([]);
});

test('the sample shows what the lot holds: a tenth of a hundred pieces is about two of twenty', () => {
  const play = ordered(sloppy).after(10);
  const sample = purchase(play).sample!;
  expect(sample.size).toBe(20);
  expect(sample.faults).toBeGreaterThanOrEqual(1);
  expect(sample.faults).toBeLessThanOrEqual(3);
  expect(play.papers('stockSlip')[0]?.body).toMatchObject({ sample: 20, faults: sample.faults, allowed: 1 });
});

test('given faults, a claim sends the faulty pieces back and pays for the good ones only', () => {
  const play = ordered({ ...sloppy, fixed: { faulty: true, claim: true } })
    .after(10)
    .when(P1, 'acceptWithClaim')
    .after(7);
  const { returned, scrapped } = purchase(play);
  expect(returned).toBeGreaterThan(5);
  expect(scrapped).toBe(0);
  expect(play.record<Lot>('lots', 'P1')).toMatchObject({ pieces: 100 - returned, free: 100 - returned });
  expect(play.balance('bankCny')).toBe(5_000_000 - 3_390 * (100 - returned));
  expect(play.record('faults', 'P1')).toBeNull();
});

test('a supplier who credits only half leaves waste, and the waste is a loss', () => {
  const play = ordered({ ...sloppy, fixed: { faulty: true, claim: false } })
    .after(10)
    .when(P1, 'acceptWithClaim')
    .after(7);
  const { scrapped } = purchase(play);
  expect(play.record<Lot>('lots', 'P1')?.pieces).toBe(100 - scrapped);
  expect(play.balance('bankCny')).toBe(5_000_000 - 3_390 * (100 - scrapped) - 1_695 * scrapped);
  expect(play.balance('finesAndLosses')).toBe(1_500 * scrapped);
});

test('faults that were accepted stay in the lot, where only the world knows them', () => {
  const play = ordered(sloppy).after(10).when(P1, 'acceptGoods');
  expect(play.record<{ pieces: number }>('faults', 'P1')?.pieces).toBeGreaterThan(5);
  expect(play.record<Lot>('lots', 'P1')?.free).toBe(100);
});

test('a lot whose sample is within the limit cannot be rejected, one without faults cannot be claimed for', () => {
  const play = ordered().after(10).when(P1, 'rejectGoods');
  expect(play.finding('sampleWithinLimit')?.params).toEqual({ faults: 0, size: 20, allowed: 1 });
  expect(play.when(P1, 'acceptWithClaim').findings).toEqual(['noFaultFound']);
});

test('a rejected lot goes back whole and the deposit comes home', () => {
  const bad = { suppliers: [aSupplier({ faultShare: 500_000 })], fixed: { faulty: true } };
  const play = ordered(bad).after(10).when(P1, 'rejectGoods').after(14);
  expect(play.stateOf(P1)).toBe('rejected');
  expect(purchase(play)).toMatchObject({ state: 'rejected', returned: 100 });
  expect(play.balance('bankCny')).toBe(5_000_000);
  expect(play.all('lots')).toEqual([]);
});

test('goods are taken only when the balance can be paid', () => {
  const { enterprise } = aScenario();
  const needy = { enterprise: { ...enterprise, cash: 489_000 }, goods: [aProduct({ needs: ['ce'] })] };
  const play = ordered({ ...needy, suppliers: [aSupplier({ certificates: ['ce'] })] });
  // Deposit 1,017.00 and the test fee of 1,500.00 leave 2,373.00, which is the balance.
  play.when('firm', 'obtainQualification', { need: 'ce' });
  expect(play.balance('bankCny')).toBe(237_300);
  expect(play.after(10).when(P1, 'acceptGoods').findings).toEqual([]);
  const poor = ordered({
    ...needy,
    enterprise: { ...enterprise, cash: 488_999 },
    suppliers: [aSupplier({ certificates: ['ce'] })],
  });
  poor.when('firm', 'obtainQualification', { need: 'ce' }).after(10).when(P1, 'acceptGoods');
  expect(poor.finding('balanceNotCovered')?.params).toEqual({ need: 237_300, have: 237_299 });
});

test.each([
  [1, 1, 0],
  [50, 8, 0],
  [90, 13, 1],
  [91, 20, 1],
  [500, 50, 3],
  [1200, 80, 5],
  [5000, 125, 7],
])(
  'of a lot of %i pieces %i are looked at and %i may be faulty (GB/T 2828.1, II, AQL 2.5)',
  (pieces, size, allowed) => {
    expect(samplingPlan(pieces)).toEqual({ size, allowed });
  },
);

test(
  'whatever a buyer does, every piece is accounted for, the books balance, nothing throws',
  () => {
    const act = fc.record({
      to: fc.constantFrom('suppliers', 'suppliers', P1, 'purchase:2', 'purchase:3'),
      type: fc.constantFrom(
        'requestQuote',
        'placePurchase',
        'placePurchase',
        'acceptGoods',
        'acceptWithClaim',
        'rejectGoods',
        'cancelPurchase',
      ),
      supplier: fc.constantFrom('weaver', 'cheap'),
      pieces: fc.constantFrom(1, 49, 50, 73, 300),
      days: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), fc.string({ maxLength: 4 }), (acts, seed) => {
        const suppliers = [
          aSupplier({ late: 400_000, lateDays: 6, faulty: 500_000 }),
          aSupplier({
            id: 'cheap',
            minimum: 1,
            price: 1_999,
            faulty: 900_000,
            faultShare: 1_000_000,
            invoice: 'ordinary',
          }),
        ];
        const play = shopping({ suppliers }, seed);
        play
          .when('suppliers', 'requestQuote', { supplier: 'weaver' })
          .when('suppliers', 'requestQuote', { supplier: 'cheap' })
          .after(1);
        for (const { to, type, supplier: from, pieces, days } of acts) {
          play.when(to, type, { supplier: from, pieces }).after(days);
          expect(play.balance('bankCny')).toBeGreaterThanOrEqual(0);
        }
        play.after(60);
        for (const { pieces, returned, scrapped, lot, state, due } of play.all<Purchase>('purchases')) {
          if (state === 'accepted') {
            expect(play.record<Lot>('lots', lot)!.pieces + returned + scrapped).toBe(pieces);
            expect(due).toBe(0);
          } else expect(play.record('lots', lot)).toBeNull();
        }
        expect(findLeaks(play.record<GoodsBook>('goods', 'book')!)).toEqual([]);
        expect(
          play.world.postings
            .map(({ lines }) => imbalanceOf(lines))
            .filter((wrong) => Object.keys(wrong).length > 0),
        ).toEqual([]);
        const open = play
          .all<Purchase>('purchases')
          .filter(({ state }) => state === 'making' || state === 'inspecting');
        if (open.length === 0) expect(play.balance('prepayments')).toBe(0);
      }),
      { numRuns: 80 },
    );
  },
  MINUTES,
);
