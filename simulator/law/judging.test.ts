import { describe, expect, it } from 'vitest';
import { getDay } from '../trade/time-format.ts';
import { judgeRefundClaim } from './claim.ts';
import type { RefundClaim } from './claim.ts';
import { judgeReceipt, nameListExempt } from './exchange.ts';
import { judgeNoInvoiceExemption, treatmentOf } from './exemption.ts';
import type { TreatmentFacts } from './exemption.ts';
import { given } from './figure.ts';
import { lawAt } from './law.ts';
import { crossAreaReturnAllowed, judgeReturnEntry, judgeReturnRelief } from './returning.ts';
import type { ReliefFacts, ReturnEntry } from './returning.ts';
import { hsDigitsNeeded, judgeStatisticsRoute, openRoutes, receiptMessageNeeded } from './route.ts';
import type { RouteFacts } from './route.ts';

const on = (date: string): number => getDay(date);
const law = lawAt(on('2026-11-01'));
const codes = (findings: { code: string; cites: string[] }[]): string[] => {
  for (const finding of findings) expect(finding.cites.length).toBeGreaterThan(0);
  return findings.map((finding) => finding.code);
};

describe('the statistics route', () => {
  const parcel: RouteFacts = {
    inPilotZone: true,
    ticketFen: 500_000,
    licenceRequired: false,
    exportDuty: 0,
    refundWanted: false,
  };
  it.each<[Partial<RouteFacts>, string[]]>([
    [{}, []],
    [{ ticketFen: 500_001 }, ['ticketAboveLimit']],
    [{ inPilotZone: false }, ['statisticsRouteOutsideZone']],
    [
      { licenceRequired: true, exportDuty: 50_000 },
      ['statisticsRouteNeedsNoLicence', 'statisticsRouteNeedsNoDuty'],
    ],
    [{ refundWanted: true }, ['statisticsRouteGivesNoRefund']],
  ])('with %o: %j', (change, expected) => {
    expect(codes(judgeStatisticsRoute(law, { ...parcel, ...change }))).toEqual(expected);
    expect(openRoutes(law, { ...parcel, ...change })).toEqual(
      expected.length ? ['summary'] : ['statistics', 'summary'],
    );
  });

  it('needs four digits, the other ten', () => {
    expect([hsDigitsNeeded(law, 'statistics'), hsDigitsNeeded(law, 'summary')]).toEqual([4, 10]);
  });

  it('the receipt of payment went with the old law', () => {
    expect([receiptMessageNeeded(lawAt(on('2023-06-01'))), receiptMessageNeeded(law)]).toEqual([true, false]);
  });

  it('did not exist before 2019', () => {
    expect(codes(judgeStatisticsRoute(lawAt(on('2018-06-01')), parcel))).toEqual(['statisticsRouteNotYet']);
  });
});

describe('a refund claim', () => {
  const claim: RefundClaim = {
    exportedOn: on('2026-11-10'),
    claimedOn: on('2026-12-20'),
    receivedOn: on('2026-12-10'),
    deemedReceived: false,
    summarised: true,
    invoice: 'special13',
    invoiceName: '竹砧板',
    declaredName: '竹砧板',
    invoiceUnit: '007',
    declaredUnit: '007',
    refundRate: given(130_000),
  };
  it.each<[Partial<RefundClaim>, string[]]>([
    [{}, []],
    [{ claimedOn: on('2026-11-30') }, ['claimTooEarly']],
    [{ claimedOn: on('2027-04-30') }, []],
    [{ claimedOn: on('2027-05-01') }, ['claimAfterWindow']],
    [{ claimedOn: on('2029-11-11') }, ['claimAfterHardStop']],
    [{ claimedOn: on('2027-05-01'), receivedOn: null }, ['claimAfterWindow', 'exchangeNotReceived']],
    [{ claimedOn: on('2027-05-01'), receivedOn: null, deemedReceived: true }, ['claimAfterWindow']],
    [{ receivedOn: null }, []], // before 30 April the money may still be on its way
    [{ summarised: false }, ['claimWithoutDeclaration']],
    [{ invoice: 'ordinary' }, ['claimWithoutSpecialInvoice']],
    [{ invoiceName: '竹菜板', invoiceUnit: '035' }, ['invoiceNameDiffers', 'invoiceUnitDiffers']],
    [{ refundRate: { ...given(0), cites: ['mof-sta-2026-2#batteries'] } }, ['refundRateIsZero']],
  ])('with %o: %j', (change, expected) => {
    expect(codes(judgeRefundClaim(law, { ...claim, ...change }))).toEqual(expected);
  });
});

describe('export without an invoice', () => {
  const facts: TreatmentFacts = {
    registeredInZone: true,
    enteredOnZonePlatform: true,
    declaredAtZoneCustoms: true,
    refundRate: 130_000,
    invoice: 'none',
    claimOpen: true,
  };
  it.each<[Partial<TreatmentFacts>, string, string[]]>([
    [{}, 'exemptNoInvoice', []],
    [{ registeredInZone: false }, 'taxed', ['notRegisteredInZone']],
    [{ enteredOnZonePlatform: false }, 'taxed', ['exportNotOnZonePlatform']],
    [{ declaredAtZoneCustoms: false }, 'taxed', ['notDeclaredAtZoneCustoms']],
    [{ refundRate: 0 }, 'taxed', ['refundCancelledGoods']],
    [{ invoice: 'special13' }, 'refund', []],
    [{ invoice: 'special3' }, 'refund', []],
    [{ invoice: 'special13', claimOpen: false }, 'taxed', []],
    [{ invoice: 'ordinary' }, 'exempt', []],
  ])('with %o falls under %s', (change, treatment, expected) => {
    expect(treatmentOf(law, { ...facts, ...change }).value).toBe(treatment);
    expect(codes(judgeNoInvoiceExemption(law, { ...facts, ...change }))).toEqual(expected);
  });

  it('was not exempt before October 2018', () => {
    expect(codes(judgeNoInvoiceExemption(lawAt(on('2018-09-30')), facts))).toEqual([
      'noInvoiceExemptionNotYet',
    ]);
  });
});

describe('goods that come back', () => {
  const entry: ReturnEntry = {
    mode: '9610',
    releasedOn: on('2026-05-10'),
    returnsOn: on('2026-11-10'),
    exportDistrict: '4900',
    returnDistrict: '4900',
    separateArea: true,
    sameGoods: true,
  };
  it.each<[Partial<ReturnEntry>, string[]]>([
    [{}, []],
    [{ returnsOn: on('2027-05-10') }, []],
    [{ returnsOn: on('2027-05-11') }, ['returnTooLate']],
    [{ returnDistrict: '0100' }, []],
    [{ returnDistrict: '0100', separateArea: false }, ['returnAreaMissing']],
    [{ returnDistrict: '0100', mode: '9710' }, ['crossAreaReturnOnly9610']],
    [{ sameGoods: false }, ['returnNotSameGoods']],
  ])('entry with %o: %j', (change, expected) => {
    expect(codes(judgeReturnEntry(law, { ...entry, ...change }))).toEqual(expected);
  });

  it.each([
    ['2024-06-01', '4900', '4900', true],
    ['2024-06-01', '4900', '5100', false],
    ['2025-06-01', '4900', '5100', true],
    ['2025-06-01', '4900', '0600', false],
    ['2026-04-01', '4900', '0600', true],
  ])('on %s from %s back to %s: %s', (date, from, to, allowed) => {
    expect(crossAreaReturnAllowed(lawAt(on(date)), from, to)).toBe(allowed);
  });

  const relief: ReliefFacts = {
    mode: '9610',
    exportedOn: on('2026-05-10'),
    returnsOn: on('2026-11-10'),
    food: false,
    originalState: true,
    unsoldOrReturned: true,
    refundOpenFen: 0,
  };
  it.each<[Partial<ReliefFacts>, string[]]>([
    [{}, []],
    [{ returnsOn: on('2026-11-11') }, ['reliefTooLate']],
    [{ food: true, originalState: false }, ['reliefNotForFood', 'reliefNotOriginalState']],
    [{ refundOpenFen: 80_600 }, ['refundNotRepaid']],
    [{ mode: '0110' }, ['reliefNotThisMode']],
    [{ unsoldOrReturned: false }, ['reliefNotReturned']],
    [{ exportedOn: on('2022-05-10') }, ['reliefNotCovered']],
  ])('relief with %o: %j', (change, expected) => {
    expect(codes(judgeReturnRelief({ ...relief, ...change }))).toEqual(expected);
  });
});

describe('foreign exchange of small sellers', () => {
  it('needs no name list below USD 200 000, receipts and payments each for themselves', () => {
    expect(nameListExempt(law, { receiptsUsdCents: 19_999_999, paymentsUsdCents: 20_000_000 })).toEqual({
      receipts: true,
      payments: false,
    });
  });
  it.each([
    [19_999_999, false, []],
    [20_000_000, false, ['nameListRequired']],
    [20_000_000, true, []],
  ])('receipts of %i cents, listed %s: %j', (receiptsUsdCents, listed, expected) => {
    expect(codes(judgeReceipt(law, { receiptsUsdCents, paymentsUsdCents: 0, listed }))).toEqual(expected);
  });
});
