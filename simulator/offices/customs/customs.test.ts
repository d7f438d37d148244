import { describe, expect, test } from 'vitest';
import { mended, Voyage } from '../../../tests/support/voyage.ts';
import type { Setup } from '../../trade/setup.ts';
import { DAY } from '../../trade/time.ts';

const calm = new Voyage().setup.fixed;
const routeSet = (changes: Partial<Setup> = {}): Voyage =>
  new Voyage('9610-first-parcel', changes).until((voyage) => voyage.lane('clearance') === 'routeSet');
const answered = (voyage: Voyage): boolean =>
  voyage.statuses('604').some((status) => status === '100' || status.startsWith('-') || status === '399');

describe('the list is refused with the reason, and mended', () => {
  const cases: [string, Record<string, string>, Record<string, string>, string, string][] = [
    ['an order that nobody sent', { orderNo: 'NOBODY' }, {}, 'orderNotStored', 'R01'],
    ['a waybill that is not there', { logisticsNo: 'NOBODY' }, {}, 'waybillNotStored', 'R01'],
    ['a firm that customs does not know', { ebcCode: '4303960000' }, {}, 'traderUnknown', 'R12'],
    ['another supervision mode', { tradeMode: '9710' }, {}, 'modeWrong', 'R11'],
    [
      'a quantity unlike the order’s',
      {},
      { qty: '2', qty1: '2.5', totalPrice: '49.98' },
      'lineDiffers',
      '1322',
    ],
    ['a price unlike the order’s', {}, { price: '20', totalPrice: '20' }, 'lineDiffers', '1322'],
    ['a total that is not price × quantity', {}, { totalPrice: '25' }, 'lineTotalWrong', '1322'],
    ['another weight than the waybill’s', { grossWeight: '9.9' }, {}, 'fieldDiffers', 'R11'],
    ['net above gross', { netWeight: '1.9' }, {}, 'netAboveGross', 'R11'],
    ['China as destination', { country: '142' }, {}, 'destinationIsChina', 'R11'],
    ['a code that the goods cannot have', {}, { gcode: '0101210010' }, 'hsUnknown', 'R11'],
    ['a legal unit that the tariff does not have', {}, { unit1: '007' }, 'legalUnitWrong', 'R11'],
    ['a legal quantity that does not follow', {}, { qty1: '9' }, 'legalUnitWrong', 'R11'],
  ];
  test.each(cases)('%s', (_, head, line, code, wire) => {
    const voyage = routeSet();
    voyage.send(mended(voyage.draft('603', [voyage.orderNo]), head, line));
    voyage.wait(answered);
    const rejected = voyage.receipts('604').find((receipt) => receipt.status === '100')!;
    expect(rejected.findings.map((finding) => finding.code)).toContain(code);
    expect(rejected.info).toContain(`[Code:${wire};`);
    for (const finding of rejected.findings) expect(finding.cites.length).toBeGreaterThan(0);
    if (head.orderNo) return;
    expect(voyage.lane('clearance')).toBe('refused');
    voyage.until((later) => later.lane('clearance') === 'passed');
    expect(voyage.receipts('604').at(-1)!.status).toBe('399');
  });

  test('the statistics route above 5,000 RMB, or outside a zone', () => {
    for (const changes of [
      { rates: { USD: 7_080_000 * 1_000 } },
      { customs: { ...new Voyage().setup.customs, zone: false } },
    ] as Partial<Setup>[]) {
      const voyage = new Voyage('9610-first-parcel', { ...changes, route: 'summary' }).until(
        (it) => it.lane('clearance') === 'routeSet',
      );
      expect(
        voyage.move(`parcel:${voyage.orderNo}`, 'chooseRoute', { route: 'statistics' }).findings[0]?.code,
      ).toBe('statisticsRouteClosed');
      voyage.send(mended(voyage.draft('603', [voyage.orderNo]), { statisticsFlag: 'A' }));
      voyage.wait(answered);
      expect(
        voyage
          .receipts('604')
          .at(-1)!
          .findings.map((finding) => finding.code),
      ).toContain('statisticsRouteClosed');
    }
  });

  test('before 2024-12-15 without the receipt of payment, not since', () => {
    const old = new Voyage('9610-first-parcel', {
      policyDate: '2024-11-01',
      startsOn: '2024-11-01',
      endsOn: '2025-02-10',
    });
    old.until((voyage) => voyage.statuses('304').includes('120') && voyage.lane('clearance') !== 'ordered');
    old.wait(
      (voyage) =>
        voyage.world.papers.some((paper) => paper.kind === 'CEB505') && voyage.world.timers.length > 0,
    );
    old.step({ kind: 'advance', until: old.world.now + 3_600_000 });
    old.send(old.draft('603', [old.orderNo]));
    old.wait(answered);
    expect(
      old
        .receipts('604')
        .at(-1)!
        .findings.map((finding) => finding.code),
    ).toContain('proceedsNotStored');
    old.until((voyage) => voyage.lane('clearance') === 'passed');
    expect(old.statuses('404')).toContain('120');
  });
});

describe('the port answers by key, guid and time', () => {
  test('the first receipt echoes the guid, later ones have their own; times grow', () => {
    const voyage = routeSet();
    const message = voyage.draft('603', [voyage.orderNo]);
    voyage.send(message);
    voyage.wait(answered);
    const receipts = voyage.receipts('604');
    expect(receipts.map((receipt) => receipt.status)).toEqual(['2', '3', '120', '399']);
    expect(receipts[0]!.head.guid).toBe(message.records[0]!.head.guid);
    expect(new Set(receipts.map((receipt) => receipt.head.guid)).size).toBe(4);
    const times = receipts.map((receipt) => receipt.head.returnTime!);
    expect(times).toEqual([...new Set(times)].sort());
    expect(receipts[2]!.head.invtNo).toMatch(/^4907\d{4}E\d{9}$/);
    expect(receipts[2]!.head.preNo).toMatch(/^B\d{17}$/);
  });

  test('the same guid again is done once; the same key under another guid is refused', () => {
    const voyage = routeSet();
    const message = voyage.draft('603', [voyage.orderNo]);
    voyage.send(message);
    voyage.wait(answered);
    voyage.send(message);
    voyage.step({ kind: 'advance', until: voyage.world.now + 600_000 });
    expect(voyage.statuses('604').filter((status) => status === '399')).toHaveLength(1);
    const again = voyage.draft('603', [voyage.orderNo]);
    voyage.send(mended(again, { appType: '1' }));
    voyage.step({ kind: 'advance', until: voyage.world.now + 600_000 });
    expect(voyage.receipts('604').at(-1)!.findings[0]?.code).toBe('keyTaken');
    expect(voyage.statuses('604').at(-1)).toMatch(/^-60/);
    expect(voyage.lane('clearance')).toBe('passed');
  });

  test('an older appTime changes nothing; a change of nothing finds nothing', () => {
    const voyage = routeSet();
    const draft = voyage.draft('303', [voyage.orderNo]);
    voyage.send(mended(draft, { appTime: '20200101000000', appType: '2' }));
    voyage.step({ kind: 'advance', until: voyage.world.now + 600_000 });
    expect(voyage.receipts('304').at(-1)!.findings[0]?.code).toBe('olderThanStored');
    voyage.send(
      mended(draft, { orderNo: 'NEW', appType: '2', guid: 'AAAAAAAA-AAAA-4AAA-AAAA-AAAAAAAAAAAA' }),
    );
    voyage.step({ kind: 'advance', until: voyage.world.now + 600_000 });
    expect(voyage.receipts('304').at(-1)!.findings[0]?.code).toBe('nothingToAmend');
  });

  test('what the schema refuses is answered by a CEB900 that names field and line', () => {
    const voyage = routeSet();
    voyage.send(mended(voyage.draft('603', [voyage.orderNo]), { customsCode: '49070' }));
    voyage.step({ kind: 'advance', until: voyage.world.now + 60_000 });
    const { head } = voyage.receipts('900')[0]!;
    expect(head.returnStatus).toMatch(/^-/);
    expect(head.oriMessageType).toBe('CEB603Message');
    expect(head.returnInfo).toMatch(/第\d+行.*customsCode/);
    expect(voyage.lane('clearance')).toBe('routeSet');
  });

  test('an import message has no business here', () => {
    const voyage = routeSet();
    const order = voyage.draft('303', [voyage.orderNo]);
    voyage.send(
      mended(order, { appStatus: '1', orderNo: 'DRAFT', guid: 'BBBBBBBB-AAAA-4AAA-AAAA-AAAAAAAAAAAA' }),
    );
    voyage.step({ kind: 'advance', until: voyage.world.now + 600_000 });
    expect(voyage.statuses('304').at(-1)).toBe('1');
  });

  test('without an e-port card nothing goes out', () => {
    const voyage = new Voyage('9610-from-zero');
    expect(voyage.send('<x/>').findings[0]?.code).toBe('eportMissing');
  });
});

describe('the life of a list', () => {
  const passed = (changes: Partial<Setup> = {}): Voyage =>
    new Voyage('9610-first-parcel', changes).until((voyage) => voyage.lane('clearance') === 'passed');
  const withdrawn = (voyage: Voyage): void => {
    const draft = voyage.draft('605', [voyage.orderNo]);
    voyage.send(mended(draft, { reason: '买家取消' }));
  };

  test('a clean one tells 2, 3, 120, 399, 800, 899', () => {
    const voyage = new Voyage().until((it) => it.lane('clearance') === 'closed');
    expect(voyage.statuses('604')).toEqual(['2', '3', '120', '399', '800', '899']);
  });

  test('a doubtful price goes to a person (300) and is refused', () => {
    const voyage = new Voyage('9610-first-parcel', {}, ['undervalue']).until((it) =>
      it.statuses('604').includes('100'),
    );
    expect(voyage.statuses('604')).toEqual(expect.arrayContaining(['300', '100']));
    expect(voyage.receipts('604').find((receipt) => receipt.status === '100')!.findings[0]?.code).toBe(
      'priceDoubtful',
    );
  });

  test('when the port cannot reach customs it says 4, and sends again', () => {
    const voyage = new Voyage('9610-first-parcel', { fixed: { ...calm, 'send-failed': true } }).until(
      (it) => it.lane('clearance') === 'passed',
    );
    expect(voyage.statuses('604').slice(0, 4)).toEqual(['2', '4', '3', '120']);
  });

  test('is cancelled before release (605 → 399), and declared anew under another number', () => {
    const voyage = passed();
    const first = voyage.draft('603', [voyage.orderNo]).records[0]!.head.copNo;
    withdrawn(voyage);
    voyage.wait((it) => it.lane('clearance') === 'routeSet');
    expect(voyage.statuses('606')).toEqual(['2', '3', '120', '399']);
    expect(voyage.draft('603', [voyage.orderNo]).records[0]!.head.copNo).not.toBe(first);
    voyage.until((it) => it.lane('clearance') === 'closed');
  });

  test('is not cancelled after release', () => {
    const voyage = new Voyage().until((it) => it.lane('clearance') === 'released');
    withdrawn(voyage);
    voyage.wait((it) => it.statuses('606').includes('100'));
    expect(voyage.receipts('606').at(-1)!.findings[0]?.code).toBe('listAlreadyReleased');
  });

  test('goods that never leave are withdrawn within three days of release', () => {
    const voyage = new Voyage().until((it) => it.lane('clearance') === 'released');
    expect(voyage.move(`parcel:${voyage.orderNo}`, 'withdraw').outcome).toBe('done');
    voyage.step({ kind: 'advance', until: voyage.world.now + DAY });
    expect(voyage.lane('clearance')).toBe('withdrawn');
    expect(
      Object.values(voyage.world.machines).find((machine) => machine.definition === 'customs/list')!.value,
    ).toBe('withdrawn');
  });

  test('lapses when the goods do not arrive within fifteen days', () => {
    const voyage = passed();
    voyage.step({ kind: 'advance', until: voyage.world.now + 16 * DAY });
    expect(voyage.receipts('604').at(-1)).toMatchObject({
      status: '100',
      findings: [{ code: 'arrivalMissing' }],
    });
    expect(voyage.lane('clearance')).toBe('refused');
  });
});

describe('inspection, detention, penalty', () => {
  const picked = (changes: Partial<Setup> = {}, habits: ('wrongCode' | 'noInspection')[] = []): Voyage =>
    new Voyage(
      '9610-first-parcel',
      {
        fixed: { ...calm, inspection: true, pest: false, 'hs-noticed': false },
        route: 'summary',
        ...changes,
      },
      habits,
    ).until((it) => it.statuses('604').includes('500'));
  const inspectionOf = (voyage: Voyage): string =>
    Object.keys(voyage.world.machines).find((id) => id.startsWith('inspection:'))!;

  test('goods as declared are released (500 → 800)', () => {
    const voyage = picked().until((it) => it.statuses('604').includes('800'));
    expect(voyage.statuses('604').slice(-2)).toEqual(['500', '800']);
  });

  test('nobody attends: customs opens with the site operator, and the record shows it', () => {
    const voyage = picked({}, ['noInspection']);
    voyage.wait((it) => it.statuses('604').includes('800'));
    expect(
      voyage.entries.some((entry) =>
        entry.happened.some((item) => item.kind === 'note' && item.code === 'inspectionUnattended'),
      ),
    ).toBe(true);
  });

  test('a paper that nobody knows is refused', () => {
    const voyage = picked();
    expect(
      voyage.move(inspectionOf(voyage), 'attendInspection', { papers: ['loveLetter'] }).findings[0],
    ).toMatchObject({ code: 'papersUnknown', at: 'papers' });
  });

  test('a wrong code on a refund list is detained (599), fined by the law’s band, and released when paid', () => {
    const voyage = picked({}, ['wrongCode']).until((it) => it.statuses('604').includes('800'));
    expect(voyage.statuses('604')).toContain('599');
    const decision = voyage.world.papers.find((paper) => paper.kind === 'penaltyDecision')!.body as {
      fine: number;
    };
    // 24.99 USD × 7.08 = 176.93 RMB; 10 %–50 % of the declared price, admitted: a tenth into the band.
    expect(decision.fine).toBe(1_769 + Math.round((8_847 - 1_769) / 10));
    expect(voyage.world.postings.filter((posting) => posting.memo === 'finePaid')).toHaveLength(1);
  });

  test('licence goods without the licence number never get that far', () => {
    const { setup } = new Voyage();
    const goods = setup.goods.map((item) => ({ ...item, flags: ['licence' as const] }));
    const voyage = new Voyage('9610-first-parcel', { goods, route: 'summary' }).until((it) =>
      it.statuses('604').includes('100'),
    );
    expect(
      voyage
        .receipts('604')
        .at(-1)!
        .findings.map((finding) => finding.code),
    ).toContain('licenceMissing');
  });

  test('pests: treat and inspect again, or take the goods back (700)', () => {
    const infested = (): Voyage => picked({ fixed: { ...calm, inspection: true, pest: true } });
    const treated = infested().until((it) => it.statuses('604').includes('800'));
    expect(treated.statuses('604').slice(-2)).toEqual(['500', '800']);
    const back = infested();
    back.move(inspectionOf(back), 'attendInspection', { papers: [] });
    back.wait((it) => it.world.machines[inspectionOf(it)]!.value === 'infested');
    back.move(inspectionOf(back), 'takeBackGoods');
    back.step({ kind: 'advance', until: back.world.now + 60_000 });
    expect(back.statuses('604').at(-1)).toBe('700');
    expect(back.lane('clearance')).toBe('sentBack');
  });

  test.each([
    ['licence', '503'],
    ['smuggling', '502'],
    ['supervision', '501'],
    ['refund', '599'],
  ])('a breach of %s is told as %s', (breach, status) => {
    const voyage = picked();
    const list = Object.keys(voyage.world.machines).find((id) => id.startsWith('list:'))!;
    voyage.world = {
      ...voyage.world,
      timers: [
        { due: voyage.world.now, armed: 0, to: list, letter: { type: 'FOUND', breach, value: 2_499 } },
      ],
    };
    voyage.step({ kind: 'advance', until: 'nextEvent' });
    expect(voyage.statuses('604').at(-1)).toBe(status);
  });

  test('a right holder suspends (600); with an authorisation the case is dismissed', () => {
    const voyage = new Voyage().until((it) => it.lane('clearance') === 'atSite');
    voyage.wait((it) =>
      Object.values(it.world.machines).some(
        (machine) => machine.definition === 'customs/list' && machine.value === 'arrived',
      ),
    );
    const list = Object.keys(voyage.world.machines).find((id) => id.startsWith('list:'))!;
    voyage.world = {
      ...voyage.world,
      timers: [{ due: voyage.world.now, armed: 0, to: list, letter: { type: 'RIGHT_HOLDER' } }],
    };
    voyage.step({ kind: 'advance', until: 'nextEvent' });
    expect(voyage.statuses('604').at(-1)).toBe('600');
    const file = Object.keys(voyage.world.machines).find((id) => id.startsWith('case:'))!;
    voyage.move(file, 'answerCase', { stance: 'contest', evidence: ['authorisation'] });
    voyage.wait((it) => it.statuses('604').includes('800'));
  });
});

describe('the summary', () => {
  test('lists that differ in one of the eight keys become two declarations', () => {
    const voyage = new Voyage('9610-summary-month', {}, [], '3').until((it) =>
      it.world.papers.some((paper) => paper.kind === 'CEB792'),
    );
    voyage.step({ kind: 'advance', until: voyage.world.now + DAY });
    const countries = new Set(
      Object.values(voyage.world.records.orders!).flatMap((order) => {
        const { country, orderNo } = order as { country: string; orderNo: string };
        return voyage.world.records.parcels![orderNo] &&
          (voyage.world.records.parcels![orderNo] as { summary: string }).summary !== ''
          ? [country]
          : [];
      }),
    );
    expect(countries.size).toBeGreaterThan(1);
    expect(voyage.world.papers.filter((paper) => paper.kind === 'CEB792')).toHaveLength(countries.size);
  });

  test('after the fifteenth it is late, and the record shows it', () => {
    const voyage = new Voyage('9610-summary-month', {}, ['lateSummary'], '3').until((it) =>
      it.world.papers.some((paper) => paper.kind === 'CEB792'),
    );
    expect(
      voyage.entries.some((entry) =>
        entry.happened.some((item) => item.kind === 'note' && item.code === 'summaryLate'),
      ),
    ).toBe(true);
  });

  test('statistics lists, open lists and lists already taken up are refused', () => {
    const voyage = new Voyage().until((it) => it.lane('clearance') === 'closed');
    const invtNo = voyage.receipts('604').at(-1)!.head.invtNo!;
    const draft = voyage.draft('701', ['202611']);
    voyage.send({ ...draft, records: [{ head: draft.records[0]!.head, list: [{ invtNo }] }] });
    voyage.wait((it) => it.statuses('702').includes('100'));
    expect(
      voyage
        .receipts('702')
        .at(-1)!
        .findings.map((finding) => finding.code),
    ).toContain('listNotForSummary');
    voyage.send({
      ...draft,
      records: [
        {
          head: { ...draft.records[0]!.head, copNo: 'S2', guid: 'CCCCCCCC-AAAA-4AAA-AAAA-AAAAAAAAAAAA' },
          list: [{ invtNo: 'NOBODY' }],
        },
      ],
    });
    voyage.step({ kind: 'advance', until: voyage.world.now + 600_000 });
    expect(
      voyage
        .receipts('702')
        .at(-1)!
        .findings.map((finding) => finding.code),
    ).toContain('listUnknown');
  });
});
