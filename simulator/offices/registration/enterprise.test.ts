import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Play, aProduct, aScenario } from '../../../tests/support/trade.ts';
import { partsOf } from '../../trade/time.ts';
import { fictionalCodes } from '../../trade/party.ts';
import type { Qualification, Standing } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { definitions } from './index.ts';

/** Many runs on a machine that others use too. */
const MINUTES = 120_000;

const OTHER = fictionalCodes('chenzhou', 7).uscc;

function newFirm(changes: Partial<Setup> = {}): Play {
  const { enterprise } = aScenario();
  const setup = aScenario({
    enterprise: { ...enterprise, registered: false },
    fixed: { 'shop-scan': false },
    ...changes,
  });
  return new Play({ definitions, machines: { firm: 'registration/enterprise' }, setup });
}

const FORM = { uscc: aScenario().enterprise.uscc, nameZh: aScenario().enterprise.nameZh };
const licensed = (changes: Partial<Setup> = {}) =>
  newFirm(changes)
    .when('firm', 'applyLicence', { scope: ['goodsImportExport', 'internetSales'] })
    .after(6);
const filed = (changes: Partial<Setup> = {}) =>
  licensed(changes)
    .when('firm', 'fileCustoms', { ...FORM, kinds: ['consignor', 'cbecEnterprise'] })
    .after(6);
const self = (play: Play) => play.record<Standing>('enterprise', 'self');
const path = (play: Play, region: string) =>
  (play.stateOf('firm') as { licensed: Record<string, string> }).licensed[region];

test('a firm of the scenario that is registered has everything from the start, and its money is on the books', () => {
  const play = new Play({ definitions, machines: { firm: 'registration/enterprise' } });
  expect(play.stateOf('firm')).toEqual({
    licensed: {
      customs: 'ready',
      forex: 'listed',
      tax: 'filed',
      zone: 'registered',
      shop: 'open',
      qualifications: 'gathering',
    },
  });
  expect(self(play)).toMatchObject({
    licensed: true,
    customsFiled: true,
    eport: true,
    forex: 'listed',
    shop: true,
  });
  expect(play.balance('bankCny')).toBe(5_000_000);
  expect(play.balance('capital')).toBe(-5_000_000);
});

test('stock at the start is on the books at cost, with its input VAT and invoice', () => {
  const setup = aScenario({ stock: [{ goods: 'basket', pieces: 100, supplier: 'weaver' }] });
  const play = new Play({ definitions, machines: { firm: 'registration/enterprise' }, setup });
  // 33.90 with 13 % VAT is 30.00 + 3.90
  expect(play.balance('goods')).toBe(300_000);
  expect(play.balance('inputVat')).toBe(39_000);
  expect(play.record('lots', 'S1')).toMatchObject({
    goods: 'basket',
    pieces: 100,
    free: 100,
    invoice: 'special13',
  });
  expect(play.record('invoices', 'S1')).toMatchObject({ total: 339_000, net: 300_000, vat: 39_000 });
});

test('a new firm can do nothing before its licence', () => {
  const play = newFirm();
  expect(self(play)).toMatchObject({ licensed: false, customsFiled: false, shop: false, forex: 'none' });
  play.when('firm', 'fileCustoms', { ...FORM, kinds: ['cbecEnterprise'] });
  expect(play.findings).toEqual(['notNow']);
});

test('no office answers at once', () => {
  const play = newFirm().when('firm', 'applyLicence', { scope: ['goodsImportExport'] });
  expect(play.stateOf('firm')).toBe('licensing');
  expect(self(play)?.licensed).toBe(false);
  play.after(6);
  expect(self(play)?.licensed).toBe(true);
  expect(play.papers('businessLicence')).toHaveLength(1);
});

test('given a scope without import and export, customs filing is refused, and a changed scope repairs it', () => {
  const play = newFirm()
    .when('firm', 'applyLicence', { scope: ['domesticRetail'] })
    .after(6);

  play.when('firm', 'fileCustoms', { ...FORM, kinds: ['cbecEnterprise'] });
  expect(play.findings).toEqual(['scopeLacksTrade']);
  play.when('firm', 'amendLicence', { scope: ['domesticRetail', 'goodsImportExport'] }).after(6);
  play.when('firm', 'fileCustoms', { ...FORM, kinds: ['cbecEnterprise'] });
  expect(play.findings).toEqual([]);
});

test('a credit code with a wrong check character is refused at the form', () => {
  const wrong = `${FORM.uscc.slice(0, 17)}${FORM.uscc.endsWith('A') ? 'B' : 'A'}`;
  const play = licensed().when('firm', 'fileCustoms', { ...FORM, uscc: wrong, kinds: ['cbecEnterprise'] });
  expect(play.finding('usccMalformed')).toMatchObject({ at: 'uscc', params: { length: 18 } });
  play.when('firm', 'applyForexList', { uscc: '123' });
  expect(play.findings).toEqual(['usccMalformed']);
});

test('a faithful copy of the licence is taken, even if the scenario printed a wrong check character on it', () => {
  const { enterprise } = aScenario();
  const uscc = '91431000MA7M000072';
  const play = licensed({ enterprise: { ...enterprise, uscc, registered: false } });
  play.when('firm', 'fileCustoms', { uscc, nameZh: FORM.nameZh, kinds: ['cbecEnterprise'] }).after(6);
  expect(self(play)?.customsFiled).toBe(true);
});

test('a filing without the kind of a cross-border e-commerce enterprise is refused', () => {
  const play = licensed().when('firm', 'fileCustoms', { ...FORM, kinds: ['consignor'] });
  expect(play.finding('filingKindMissing')?.cites).toEqual(['gacc-2018-219#registration']);
});

test.each([
  ['another firm’s code', { uscc: OTHER }, 'usccDiffers'],
  ['another name', { nameZh: '别的公司' }, 'nameDiffers'],
])('given %s, customs sends the form back after days, and the right form passes', (_, wrong, reason) => {
  const play = licensed().when('firm', 'fileCustoms', { ...FORM, ...wrong, kinds: ['cbecEnterprise'] });
  expect(path(play, 'customs')).toBe('reviewing');
  play.after(6);
  expect(path(play, 'customs')).toBe('refused');
  expect(play.papers('formReturned')[0]?.body).toMatchObject({ office: 'customs', reason });
  play.when('firm', 'fileCustoms', { ...FORM, kinds: ['cbecEnterprise'] }).after(6);
  expect(self(play)?.customsFiled).toBe(true);
});

test('customs files within three working days and gives the ten-digit code', () => {
  for (const seed of ['a', 'b', 'c', 'd', 'e']) {
    const { enterprise } = aScenario();
    const setup = aScenario({ enterprise: { ...enterprise, registered: false } });
    const play = new Play({ definitions, machines: { firm: 'registration/enterprise' }, setup, seed });
    play.when('firm', 'applyLicence', { scope: ['goodsImportExport'] }).after(6);
    // Monday 9 November or the days before: three working days later is at most Thursday the 12th
    play.when('firm', 'fileCustoms', { ...FORM, kinds: ['cbecEnterprise'] }).after(5);
    expect(partsOf(play.papers('customsFiling')[0]!.at).date).toBeLessThanOrEqual(12);
    expect(play.papers('customsFiling')[0]!.body).toMatchObject({ customsCode: '4303960001' });
  }
});

test('the e-port card is for the legal representative in person, after the filing', () => {
  const play = licensed().when('firm', 'applyEport', { verifiedBy: 'legalRepresentative' });
  expect(play.findings).toEqual(['notNow']);
  const ready = filed().when('firm', 'applyEport', { verifiedBy: 'agency' });
  expect(ready.findings).toEqual(['notTheLegalRepresentative']);
  ready.when('firm', 'applyEport', { verifiedBy: 'legalRepresentative' }).after(5);
  expect(self(ready)?.eport).toBe(true);
});

test('foreign exchange needs no customs filing: order matters only where the law says so', () => {
  const play = licensed().when('firm', 'applyForexList', { uscc: FORM.uscc }).after(5);
  expect(self(play)).toMatchObject({ forex: 'listed', customsFiled: false });
});

test.each([
  [19_999_999, 0, []],
  [0, 19_999_999, []],
  [20_000_000, 0, ['aboveMicroLimit']],
  [0, 20_000_000, ['aboveMicroLimit']],
])('receipts of %i and payments of %i cents a year: %j', (receipts, payments, findings) => {
  const play = licensed().when('firm', 'claimForexExemption', { receipts, payments });
  expect(play.findings).toEqual(findings);
  expect(self(play)?.forex).toBe(findings.length === 0 ? 'exempt' : 'none');
});

test('before 25 October 2019 nobody is exempt', () => {
  const play = licensed({ policyDate: '2019-10-24' }).when('firm', 'claimForexExemption', {
    receipts: 1,
    payments: 1,
  });
  expect(play.finding('aboveMicroLimit')?.params).toMatchObject({ limit: 0 });
});

test('a firm that outgrows the exemption goes on the list', () => {
  const play = licensed().when('firm', 'claimForexExemption', { receipts: 5_000_000, payments: 0 });
  play.when('firm', 'applyForexList', { uscc: FORM.uscc }).after(5);
  expect(self(play)?.forex).toBe('listed');
});

test('tax filing and zone platform want the customs filing first', () => {
  const play = licensed().when('firm', 'fileTax', { customsCode: '4303960001', method: 'exemptRefund' });
  expect(play.findings).toEqual(['customsFilingFirst']);
  play.when('firm', 'registerZone', { uscc: FORM.uscc });
  expect(play.findings).toEqual(['customsFilingFirst']);
});

test('a trader files for exemption with refund, not for the method of producers', () => {
  const play = filed().when('firm', 'fileTax', { customsCode: '4303960001', method: 'exemptCreditRefund' });
  expect(play.finding('methodDoesNotFit')?.params).toMatchObject({ kind: 'trader', fitting: 'exemptRefund' });
});

test('a wrong customs code on the tax form comes back and can be sent again', () => {
  const play = filed()
    .when('firm', 'fileTax', { customsCode: '4303960009', method: 'exemptRefund' })
    .after(5);
  expect(path(play, 'tax')).toBe('refused');
  play.when('firm', 'fileTax', { customsCode: '4303960001', method: 'exemptRefund' }).after(6);
  expect(self(play)?.taxFiled).toBe(true);
});

test('the zone registers the firm on its platform', () => {
  const play = filed().when('firm', 'registerZone', { uscc: FORM.uscc }).after(5);
  expect(self(play)?.zonePlatform).toBe(true);
});

test.each([
  ['thirdParty', true, 'accountNotOwn'],
  ['enterprise', false, 'responsiblePersonMissing'],
])(
  'a shop with account of %s and responsible person %s is questioned: %s',
  (accountHolder, responsiblePerson, reason) => {
    const play = licensed().when('firm', 'openShop', { accountHolder, responsiblePerson }).after(14);
    expect(path(play, 'shop')).toBe('questioned');
    expect(play.papers('formReturned')[0]?.body).toMatchObject({ office: 'platform', reason });
    play.when('firm', 'openShop', { accountHolder: 'enterprise', responsiblePerson: true }).after(8);
    expect(self(play)?.shop).toBe(true);
  },
);

test('a scan that cannot be read is asked for once', () => {
  const play = licensed({ fixed: { 'shop-scan': true } });
  const papers = { accountHolder: 'enterprise', responsiblePerson: true };
  play.when('firm', 'openShop', papers).after(14);
  expect(play.papers('formReturned')[0]?.body).toMatchObject({ reason: 'scanUnreadable' });
  play.when('firm', 'openShop', papers).after(8);
  expect(self(play)?.shop).toBe(true);
});

test('a qualification costs a fee and days, and only what the goods need is asked for', () => {
  const play = licensed({ goods: [aProduct({ needs: ['un38.3'] })] });
  play.when('firm', 'obtainQualification', { need: 'fda' });
  expect(play.findings).toEqual(['qualificationNotNeeded']);
  play.when('firm', 'obtainQualification', { need: 'un38.3' });
  expect(play.balance('testing')).toBe(150_000);
  play.when('firm', 'obtainQualification', { need: 'un38.3' });
  expect(play.finding('qualificationUnderWay')?.params).toMatchObject({ held: 0 });
  play.after(40);
  expect(play.record<Qualification>('qualifications', 'un38.3')?.granted).not.toBeNull();
});

test('without the money for its fee no qualification is asked for', () => {
  const { enterprise } = aScenario();
  const play = licensed({
    goods: [aProduct({ needs: ['ce'] })],
    enterprise: { ...enterprise, registered: false, cash: 149_999 },
  });
  play.when('firm', 'obtainQualification', { need: 'ce' });
  expect(play.finding('feeNotCovered')?.params).toEqual({ need: 150_000, have: 149_999 });
});

test(
  'whatever a trainee tries, nothing throws and what was once held stays held',
  () => {
    const payload = fc.record({
      scope: fc.subarray(['goodsImportExport', 'internetSales', 'consulting'], { minLength: 1 }),
      uscc: fc.constantFrom(FORM.uscc, OTHER, 'x'),
      nameZh: fc.constantFrom(FORM.nameZh, '别的'),
      kinds: fc.subarray(['consignor', 'cbecEnterprise'], { minLength: 1 }),
      verifiedBy: fc.constantFrom('legalRepresentative', 'agency'),
      receipts: fc.nat(40_000_000),
      payments: fc.nat(40_000_000),
      customsCode: fc.constantFrom('4303960001', '4303960002'),
      method: fc.constantFrom('exemptRefund', 'exemptCreditRefund'),
      accountHolder: fc.constantFrom('enterprise', 'thirdParty'),
      responsiblePerson: fc.boolean(),
      need: fc.constantFrom('ce', 'fda'),
    });
    const types = Object.keys(definitions[0]!.moves);
    const step = fc.record({ type: fc.constantFrom(...types), payload, days: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.string({ maxLength: 4 }), (steps, seed) => {
        const { enterprise } = aScenario();
        const setup = aScenario({
          enterprise: { ...enterprise, registered: false },
          goods: [aProduct({ needs: ['ce'] })],
        });
        const play = new Play({ definitions, machines: { firm: 'registration/enterprise' }, setup, seed });
        let before = self(play)!;
        for (const { type, payload: all, days } of steps) {
          play.when('firm', type, all).after(days);
          const now = self(play)!;
          for (const key of [
            'licensed',
            'customsFiled',
            'eport',
            'taxFiled',
            'zonePlatform',
            'shop',
          ] as const) {
            expect(Number(now[key])).toBeGreaterThanOrEqual(Number(before[key]));
          }
          before = now;
        }
        expect(play.balance('bankCny') + play.balance('testing') + play.balance('capital')).toBe(0);
      }),
      { numRuns: 60 },
    );
  },
  MINUTES,
);
