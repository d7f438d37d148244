import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aList, given, type Given } from '../../../tests/support/parcels.ts';
import { Play, aProduct, aScenario } from '../../../tests/support/trade.ts';
import type { Json } from '../../kernel/index.ts';
import { imbalanceOf } from '../../trade/ledger.ts';
import type { Claim, Parcel } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { getDay } from '../../trade/time-format.ts';
import { instantOf } from '../../trade/time.ts';
import type { ClaimSheet } from './facts.ts';
import { definitions } from './index.ts';

const CALM = { 'tax-query': false, 'tax-query-supplier': false };
const at = (day: string): number => instantOf(getDay(day), 12);

/** Two orders that left on 10 November, were closed and summarised; lot S1 came with a special invoice, lot S2 with none. */
const LEFT = {
  departed: at('2026-11-10'),
  closed: at('2026-11-11'),
  summary: 'D1',
  released: 1,
  logisticsNo: 'LX1',
};
const payouts = (credited: number | null) => ({
  payouts: { P1: { id: 'P1', orders: ['O1', 'O2'], credited, paid: 0, net: 1 } as unknown as Json },
});

function taxOffice(changes: Partial<Setup> = {}, world: Given = {}, seed = 'test'): Play {
  const setup = aScenario({
    fixed: CALM,
    endsOn: '2027-12-31',
    stock: [
      { goods: 'basket', pieces: 100, supplier: 'weaver' },
      { goods: 'basket', pieces: 100, supplier: 'cheap' },
    ],
    ...changes,
  });
  const play = new Play({
    definitions,
    machines: { tax: 'tax/desk' },
    listeners: ['voyage', 'zone'],
    setup,
    seed,
  });
  return given(play, {
    orders: [{}, { orderNo: 'O2' }],
    parcels: [LEFT, { ...LEFT, orderNo: 'O2' }],
    documents: [
      aList({ status: '899' }),
      aList({ status: '899', head: { copNo: 'C2', orderNo: 'O2', logisticsNo: 'LX2' } }),
    ],
    ...world,
    records: { ...payouts(at('2026-11-20')), ...world.records },
  });
}

/** 1 December: the first day on which November can be claimed. */
const inDecember = (play: Play) => play.after(30);
const CLAIM = { orders: ['O1', 'O2'], invoices: ['S1'] };
const claimed = (play: Play) => inDecember(play).when('tax', 'claimRefund', CLAIM);
const paid = (play: Play) => claimed(play).after(40);
const PAPERS = { papers: ['purchaseContract', 'salesRecords', 'transportPapers', 'customsPapers'] };
const claim = (play: Play, id = 'T1') => play.record<Claim>('claims', id);

describe('a refund claim', () => {
  test('E11 in small: two baskets at 33.90 with 13 % give 7.80 back', () => {
    const play = paid(taxOffice());
    expect(claim(play)).toMatchObject({ state: 'paid', amount: 780 });
    expect(play.heard('voyage', 'REFUNDED')).toEqual([{ type: 'REFUNDED', claim: 'T1' }]);
    expect(play.balance('bankCny')).toBe(780);
    expect([play.balance('inputVat'), play.balance('refundReceivable')]).toEqual([-780, 0]);
    expect(play.papers('refundNotice')).toHaveLength(1);
    expect(play.record<ClaimSheet>('claimSheets', 'T1')!.rows[0]).toMatchObject({
      net: 3_000,
      vat: 390,
      rate: 130_000,
      refund: 390,
    });
  });

  test('of goods with a lower rate than their VAT makes the rest cost', () => {
    const play = paid(taxOffice({ goods: [aProduct({ refundRate: 90_000 })] }));
    expect([claim(play)!.amount, play.balance('costOfSales'), play.balance('inputVat')]).toEqual([
      540, 240, -780,
    ]);
  });

  test('under another code is refunded at the rate of that code', () => {
    const battery = { ...LEFT, declaredHs: '8507600090' };
    const play = paid(taxOffice({}, { parcels: [battery, { ...battery, orderNo: 'O2' }] }));
    expect(claim(play)!.amount).toBe(360); // batteries: 6 % between 2026-04-01 and 2026-12-31
  });

  test('takes its days: five for the best class, fifteen for a regular firm', () => {
    const days = (name: string): number => {
      const play = claimed(taxOffice({}, { records: { credit: { customs: { class: name } } } }));
      while (play.heard('voyage', 'REFUNDED').length === 0) play.after(1);
      return (play.world.now - claim(play)!.filed) / 86_400_000;
    };
    expect(days('advancedCertified')).toBeLessThan(15);
    expect(days('regular')).toBeGreaterThan(20);
  });

  const refused: [string, string, (play: Play) => Play, Given?, Partial<Setup>?][] = [
    [
      'before the month after export',
      'claimTooEarly',
      (play) => play.after(5).when('tax', 'claimRefund', CLAIM),
    ],
    [
      'after 30 April of the next year',
      'claimAfterWindow',
      (play) => play.after(185).when('tax', 'claimRefund', CLAIM),
    ],
    [
      'without a declaration',
      'claimWithoutDeclaration',
      claimed,
      {
        parcels: [
          { ...LEFT, summary: '' },
          { ...LEFT, orderNo: 'O2' },
        ],
      },
    ],
    [
      'of goods that never left',
      'notExported',
      claimed,
      {
        parcels: [
          { ...LEFT, departed: null, closed: null },
          { ...LEFT, orderNo: 'O2' },
        ],
      },
    ],
    [
      'for an order that nobody knows',
      'orderUnknown',
      (play) => inDecember(play).when('tax', 'claimRefund', { ...CLAIM, orders: ['O1', 'O9'] }),
    ],
    [
      'for an order twice over',
      'orderNamedTwice',
      (play) => inDecember(play).when('tax', 'claimRefund', { ...CLAIM, orders: ['O1', 'O1'] }),
    ],
    ['a second time', 'claimedBefore', (play) => claimed(play).when('tax', 'claimRefund', CLAIM)],
    [
      'without the invoice of its lot',
      'invoiceMissing',
      (play) => inDecember(play).when('tax', 'claimRefund', { ...CLAIM, invoices: ['S2'] }),
    ],
    [
      'with an invoice of other goods',
      'invoiceNotOfThese',
      (play) => inDecember(play).when('tax', 'claimRefund', { ...CLAIM, invoices: ['S1', 'S2'] }),
    ],
    [
      'for more pieces than were invoiced',
      'piecesAboveInvoice',
      claimed,
      {
        parcels: [
          { ...LEFT, lots: [{ lot: 'S1', pieces: 101 }] },
          { ...LEFT, orderNo: 'O2' },
        ],
      },
    ],
    [
      'under a name that the invoice does not have',
      'invoiceNameDiffers',
      claimed,
      { documents: [aList({ status: '899', list: [{ gname: '竹篮', unit: '007' }] })] },
    ],
    [
      'in a unit that the invoice does not have',
      'invoiceUnitDiffers',
      claimed,
      { documents: [aList({ status: '899', list: [{ gname: '竹编篮', unit: '035' }] })] },
    ],
    [
      'for goods whose refund was cancelled',
      'refundRateIsZero',
      claimed,
      {},
      { goods: [aProduct({ refundRate: 0 })] },
    ],
    [
      'without the tax filing',
      'taxFilingMissing',
      claimed,
      { records: { enterprise: { self: { taxFiled: false } } } },
    ],
    [
      'in a month that is not that of export',
      'monthDiffers',
      (play) => inDecember(play).when('tax', 'claimRefund', { ...CLAIM, month: '202612' }),
    ],
    [
      'while the money is still out and nobody says so',
      'exchangePendingUndeclared',
      claimed,
      { records: payouts(null) },
    ],
  ];
  test.each(refused)('%s is refused: %s', (_, code, play, world = {}, changes = {}) => {
    const played = play(taxOffice(changes, world));
    expect(played.findings).toContain(code);
    for (const finding of played.last!.findings) expect(finding.cites.length).toBeGreaterThan(0);
  });

  test('counts the pieces of earlier claims on the same invoice, until a refund is paid back', () => {
    const sixty = { ...LEFT, lots: [{ lot: 'S1', pieces: 60 }] };
    const play = inDecember(taxOffice({}, { parcels: [sixty, { ...sixty, orderNo: 'O2' }] }));
    play.when('tax', 'claimRefund', { orders: ['O1'], invoices: ['S1'] }).after(40);
    const second = { orders: ['O2'], invoices: ['S1'] };
    expect(play.when('tax', 'claimRefund', second).finding('piecesAboveInvoice')?.params).toEqual({
      lot: 'S1',
      covered: 100,
      before: 60,
      pieces: 60,
    });
    play.when('tax', 'repayRefund', { orders: ['O1'] });
    expect(play.when('tax', 'claimRefund', second).findings).toEqual([]);
  });

  test('on goods without a special invoice is refused', () => {
    const none = { ...LEFT, lots: [{ lot: 'S2', pieces: 1 }] };
    const play = inDecember(taxOffice({}, { parcels: [none, { ...none, orderNo: 'O2' }] }));
    play.when('tax', 'claimRefund', { ...CLAIM, invoices: ['S2'] });
    expect(play.findings).toEqual(['invoiceMissing', 'claimWithoutSpecialInvoice']);
  });

  test('more than 36 months after export is too late for good', () => {
    const old = { ...LEFT, departed: at('2023-10-10'), closed: at('2023-10-11') };
    const play = claimed(taxOffice({}, { parcels: [old, { ...old, orderNo: 'O2' }] }));
    expect(play.findings).toEqual(['claimAfterHardStop']);
  });
});

describe('money that is still to come', () => {
  const pending = (play: Play) =>
    inDecember(play).when('tax', 'claimRefund', { ...CLAIM, pending: ['O1', 'O2'] });

  test('is declared as such and does not stop the refund', () => {
    const play = pending(taxOffice({}, { records: payouts(null) })).after(40);
    expect(claim(play)!.state).toBe('paid');
  });

  test('that never comes has the refund paid back at the end of April', () => {
    const play = pending(taxOffice({}, { records: payouts(null) })).after(160);
    expect(play.notes('exchangeNeverCame')).toHaveLength(1);
    expect([play.balance('bankCny'), play.balance('inputVat')]).toEqual([0, 0]);
    expect(play.heard('zone', 'CREDIT')).toContainEqual(
      expect.objectContaining({ code: 'forexMissedApril', delta: -100_000 }),
    );
    expect(play.heard('voyage', 'REPAID')).toHaveLength(1);
  });

  test('that came in time leaves everything as it is', () => {
    const play = pending(taxOffice({}, { records: payouts(null) })).after(40);
    given(play, {
      records: payouts(at('2027-01-20')),
      orders: [],
      parcels: play.all<Parcel>('parcels'),
    }).after(130);
    expect(play.notes('exchangeNeverCame')).toEqual([]);
  });

  test('is no good for a firm that customs calls dishonest', () => {
    const play = pending(
      taxOffice({}, { records: { ...payouts(null), credit: { customs: { class: 'dishonest' } } } }),
    );
    expect(play.findings).toEqual(['pendingNotAllowed']);
  });
});

describe('a question of the tax office', () => {
  const queried = (fixed: Record<string, boolean>) =>
    claimed(taxOffice({ fixed: { ...CALM, ...fixed } })).after(10);

  test('reaches the firm with what is wanted, and a good answer brings the refund', () => {
    const play = queried({ 'tax-query': true });
    expect(play.heard('voyage', 'CLAIM_QUERIED')).toMatchObject([{ claim: 'T1', query: 'goodsFlow' }]);
    expect(play.papers('taxQuery')[0]?.body).toMatchObject({
      needs: ['purchaseContract', 'waybills', 'exportLists'],
    });
    play
      .when('claim:T1', 'answerQuery', { evidence: ['purchaseContract', 'waybills', 'exportLists'] })
      .after(30);
    expect(claim(play)!.state).toBe('paid');
  });

  test('answered thinly ends in a refusal that takes the claim out of the books', () => {
    const play = queried({ 'tax-query-supplier': true })
      .when('claim:T1', 'answerQuery', { evidence: ['invoice'] })
      .after(30);
    expect(play.heard('voyage', 'CLAIM_REFUSED')).toEqual([
      { type: 'CLAIM_REFUSED', claim: 'T1', reason: 'queryNotAnswered' },
    ]);
    expect([play.balance('inputVat'), play.balance('refundReceivable'), play.balance('costOfSales')]).toEqual(
      [0, 0, 0],
    );
  });

  test('that nobody answers ends in a refusal; the orders may be claimed again', () => {
    const play = queried({ 'tax-query': true }).after(40);
    expect(play.heard('voyage', 'CLAIM_REFUSED')).toMatchObject([{ reason: 'queryUnanswered' }]);
    expect(play.when('tax', 'claimRefund', CLAIM).findings).toEqual([]);
  });
});

describe('the list of record papers', () => {
  test('is filed within fifteen days', () => {
    const play = claimed(taxOffice()).when('claim:T1', 'filePapers', PAPERS);
    expect(play.findings).toEqual([]);
    play.after(20);
    expect(play.heard('zone')).toEqual([]);
  });

  test('is asked for whole', () => {
    const play = claimed(taxOffice()).when('claim:T1', 'filePapers', {
      papers: ['purchaseContract', 'salesRecords'],
    });
    expect(play.finding('recordPapersMissing')?.params).toEqual({ paper: 'transportPapers', count: 2 });
  });

  test('comes late at a cost, and can still come', () => {
    const play = claimed(taxOffice()).after(17);
    expect(play.heard('zone', 'CREDIT')).toMatchObject([{ code: 'papersLate', delta: -20_000 }]);
    expect(play.when('claim:T1', 'filePapers', PAPERS).findings).toEqual([]);
  });
});

describe('an exemption', () => {
  const none = { ...LEFT, route: 'statistics' as const, summary: '', lots: [{ lot: 'S2', pieces: 1 }] };
  const stated = { parcels: [none, { ...none, orderNo: 'O2' }] };
  const declare = (play: Play, kind = 'exemptWithoutInvoice') =>
    inDecember(play).when('tax', 'declareExemption', { orders: ['O1', 'O2'], kind });

  test('without invoices is accepted in days, with the income tax of the 4 % assessment beside it', () => {
    const play = declare(taxOffice({}, stated)).after(10);
    expect(play.heard('voyage', 'EXEMPTED')).toEqual([{ type: 'EXEMPTED', claim: 'T1' }]);
    // 2 × 24.99 USD at 7.08 = 353.86; 4 % of it taxed at 5 %: 14.15 → 0.71
    expect(play.papers('exemptionNotice')[0]?.body).toMatchObject({ income: 35_386, incomeTax: 71 });
    expect(play.world.postings).toEqual([]);
  });

  test('with special invoices makes their input VAT cost', () => {
    const special = { ...none, lots: [{ lot: 'S1', pieces: 1 }] };
    const play = declare(
      taxOffice({}, { parcels: [special, { ...special, orderNo: 'O2' }] }),
      'exemptWithInvoice',
    ).after(10);
    expect([play.balance('costOfSales'), play.balance('inputVat')]).toEqual([780, -780]);
  });

  test.each([
    [
      'exportNotOnZonePlatform',
      { records: { enterprise: { self: { taxFiled: true, zonePlatform: false } } } },
      {},
    ],
    ['notRegisteredInZone', {}, { customs: { code: '4901', port: '4901', site: 'SITE', zone: false } }],
    ['notDeclaredAtZoneCustoms', {}, { customs: { code: '4901', port: '4901', site: 'SITE', zone: false } }],
    ['refundCancelledGoods', {}, { goods: [aProduct({ refundRate: 0 })] }],
    ['noInvoiceExemptionNotYet', {}, { policyDate: '2018-09-30' }],
    ['taxFilingMissing', { records: { enterprise: { self: { taxFiled: false, zonePlatform: true } } } }, {}],
  ])('without a condition is refused: %s', (code, world, changes) => {
    expect(declare(taxOffice(changes, { ...stated, ...world })).findings).toContain(code);
  });

  test('of parcels that are not closed is refused', () => {
    const play = declare(
      taxOffice(
        {},
        {
          parcels: [
            { ...none, closed: null },
            { ...none, orderNo: 'O2' },
          ],
        },
      ),
    );
    expect(play.findings).toContain('notClosed');
  });

  test('comes in the month after closing', () => {
    const play = taxOffice({}, stated)
      .after(12)
      .when('tax', 'declareExemption', { orders: ['O1'], kind: 'exemptWithoutInvoice' });
    expect(play.findings).toEqual(['exemptionTooEarly']);
  });

  test('says of what kind it is: with an invoice there is one, without there is none', () => {
    expect(declare(taxOffice({}, stated), 'exemptWithInvoice').findings).toEqual(['noInvoiceForThese']);
    expect(declare(taxOffice()).findings).toEqual(['invoiceIsThere']);
  });

  test('on the summary route waits for the declaration', () => {
    const open = { ...LEFT, summary: '', lots: [{ lot: 'S2', pieces: 1 }] };
    expect(declare(taxOffice({}, { parcels: [open, { ...open, orderNo: 'O2' }] })).findings).toEqual([
      'summaryOutstanding',
    ]);
  });

  test('and a refund exclude each other', () => {
    expect(declare(claimed(taxOffice()), 'exemptWithInvoice').findings).toEqual(['claimedBefore']);
  });
});

describe('goods that come back', () => {
  test('have their refund paid back, and then their certificate says so', () => {
    const play = paid(taxOffice());
    expect(
      play.when('tax', 'requestReturnCertificate', { orders: ['O1'] }).finding('refundNotRepaid')?.params,
    ).toEqual({ orderNo: 'O1', refund: 390 });
    play.when('tax', 'repayRefund', { orders: ['O1'] }).after(3);
    expect(play.heard('voyage', 'REPAID')).toEqual([{ type: 'REPAID', claim: 'T2' }]);
    expect(claim(play, 'T2')).toMatchObject({
      kind: 'repayment',
      orders: ['O1'],
      amount: 390,
      state: 'accepted',
    });
    expect([play.balance('bankCny'), play.balance('inputVat')]).toEqual([390, -390]);
    play.when('tax', 'requestReturnCertificate', { orders: ['O1'] }).after(7);
    expect(play.papers('taxCertificate')[0]?.body).toMatchObject({ orderNo: 'O1', kind: 'repaid' });
  });

  test('that were never refunded get the other certificate', () => {
    const play = taxOffice()
      .when('tax', 'requestReturnCertificate', { orders: ['O1'] })
      .after(7);
    expect(play.papers('taxCertificate')[0]?.body).toMatchObject({ kind: 'notRefunded' });
    expect(play.heard('voyage', 'TAX_CERTIFIED')).toMatchObject([{ orderNo: 'O1' }]);
  });

  test('while their claim is being looked at get none', () => {
    expect(claimed(taxOffice()).when('tax', 'requestReturnCertificate', { orders: ['O1'] }).findings).toEqual(
      ['claimRunning'],
    );
  });

  test('are paid back once, and only when something was refunded', () => {
    const play = paid(taxOffice()).when('tax', 'repayRefund', { orders: ['O1'] });
    expect(play.when('tax', 'repayRefund', { orders: ['O1'] }).findings).toEqual(['nothingToRepay']);
    expect(taxOffice().when('tax', 'repayRefund', { orders: ['O1'] }).findings).toEqual(['nothingToRepay']);
  });

  test('cannot be paid back with money that is not there', () => {
    const play = paid(taxOffice());
    play.world = {
      ...play.world,
      postings: [
        ...play.world.postings,
        {
          at: 0,
          memo: 'spent',
          refs: {},
          lines: [
            { account: 'bankCny', currency: 'CNY', amount: -700 },
            { account: 'goods', currency: 'CNY', amount: 700 },
          ],
        },
      ],
    };
    expect(
      play.when('tax', 'repayRefund', { orders: ['O1', 'O2'] }).finding('cashTooLowToRepay')?.params,
    ).toEqual({ have: 80, need: 780 });
  });
});

test('whatever is claimed, declared and repaid in whatever order, the books balance and no piece is refunded twice', () => {
  const some = fc.constantFrom(['O1'], ['O2'], ['O1', 'O2'], ['O2', 'O9'], ['O1', 'O1']);
  const step = fc.oneof(
    fc.record({
      move: fc.constant('claimRefund'),
      orders: some,
      invoices: fc.constantFrom(['S1'], ['S2'], ['S1', 'S2']),
      pending: fc.constantFrom([], ['O1', 'O2']),
    }),
    fc.record({
      move: fc.constant('declareExemption'),
      orders: some,
      kind: fc.constantFrom('exemptWithInvoice', 'exemptWithoutInvoice'),
    }),
    fc.record({ move: fc.constantFrom('repayRefund', 'requestReturnCertificate'), orders: some }),
    fc.record({
      claim: fc.constantFrom('claim:T1', 'claim:T2'),
      move: fc.constant('answerQuery'),
      evidence: fc.constantFrom(
        ['invoice'],
        ['purchaseContract', 'invoice', 'paymentRecord', 'waybills', 'exportLists'],
      ),
    }),
    fc.record({
      claim: fc.constantFrom('claim:T1', 'claim:T2'),
      move: fc.constant('filePapers'),
      papers: fc.constantFrom(PAPERS.papers, ['purchaseContract']),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, fc.constantFrom(0, 10, 40)), { maxLength: 20 }),
      fc.string(),
      (steps, seed) => {
        const play = inDecember(
          taxOffice({ fixed: {}, odds: { 'tax-query': 400_000 } }, { records: payouts(null) }, seed),
        );
        for (const [item, days] of steps) {
          const { move, ...payload } = item as { move: string; claim?: string };
          const { claim: machine, ...rest } = payload;
          play.when(machine ?? 'tax', move, rest).after(days);
        }
        for (const posting of play.world.postings) expect(imbalanceOf(posting.lines)).toEqual({});
        const claims = play.all<Claim>('claims');
        for (const orderNo of ['O1', 'O2']) {
          const standing = claims.filter(
            (item) => item.kind !== 'repayment' && item.state !== 'refused' && item.orders.includes(orderNo),
          );
          expect(standing.length).toBeLessThanOrEqual(1);
        }
        const paidOut = claims
          .filter((item) => item.kind === 'refund' && item.state === 'paid')
          .reduce((sum, item) => sum + item.amount, 0);
        const back = claims
          .filter((item) => item.kind === 'repayment')
          .reduce((sum, item) => sum + item.amount, 0);
        expect(play.balance('bankCny')).toBe(paidOut - back);
        expect(back).toBeLessThanOrEqual(paidOut);
      },
    ),
    { numRuns: 60 },
  );
});
