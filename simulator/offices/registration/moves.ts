import * as v from 'valibot';
import { move, rule, type MoveSpec, type Scene } from '../../kernel/index.ts';
import { lawAt } from '../../law/law.ts';
import { isUscc } from '../../trade/party.ts';
import type { Qualification } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { isQualified, standing } from '../../trade/standing.ts';
import { needsOf, QUALIFICATION_FEE } from './needs.ts';

const setup = (scene: Scene): Setup => scene.setup as Setup;

export const SCOPES = ['goodsImportExport', 'internetSales', 'domesticRetail', 'consulting'] as const;
/** 企业类型 of the customs filing. */
export const FILING_KINDS = ['consignor', 'cbecEnterprise', 'cbecPlatform', 'broker'] as const;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const cents = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const scopes = v.object({
  scope: v.pipe(v.array(v.picklist(SCOPES)), v.minLength(1), v.maxLength(SCOPES.length)),
});

/** Whoever copies the licence faithfully is never told that it is no code, whatever the scenario printed on it. */
const usccMalformed = rule<{ uscc: string }>(
  'usccMalformed',
  ['gacc-2018-194#registration'],
  (scene, { uscc }) =>
    isUscc(uscc) || uscc === setup(scene).enterprise.uscc ? null : { at: 'uscc', uscc, length: uscc.length },
);

const customsFilingFirst = rule('customsFilingFirst', ['gacc-2018-194#registration'], (scene) =>
  standing(scene).customsFiled ? null : {},
);

const scopeLacksTrade = rule('scopeLacksTrade', ['practice#licensed-scope'], ({ context }) =>
  (context.scope as string[]).includes('goodsImportExport') ? null : { needed: 'goodsImportExport' },
);

const filingKindMissing = rule<{ kinds: string[] }>(
  'filingKindMissing',
  ['gacc-2018-219#registration'],
  (_, { kinds }) => (kinds.includes('cbecEnterprise') ? null : { at: 'kinds', needed: 'cbecEnterprise' }),
);

const notTheLegalRepresentative = rule<{ verifiedBy: string }>(
  'notTheLegalRepresentative',
  ['practice#eport-card'],
  (_, { verifiedBy }) => (verifiedBy === 'legalRepresentative' ? null : { at: 'verifiedBy', verifiedBy }),
);

/** Receipts and payments are tested each for itself, both over a year. */
const aboveMicroLimit = rule<{ receipts: number; payments: number }>(
  'aboveMicroLimit',
  ['safe-2019-28#micro-exemption'],
  (scene, { receipts, payments }) => {
    const limit = lawAt(scene.policyDay).find('nameListExemptUsdCents')?.value ?? 0;
    if (receipts < limit && payments < limit) return null;
    return { at: receipts < limit ? 'payments' : 'receipts', expected: Math.max(receipts, payments), limit };
  },
);

const methodDoesNotFit = rule<{ method: string }>(
  'methodDoesNotFit',
  ['mof-sta-2026-11#three-treatments'],
  (scene, { method }) => {
    const { kind } = setup(scene).enterprise;
    const fitting = kind === 'trader' ? 'exemptRefund' : 'exemptCreditRefund';
    return method === fitting ? null : { at: 'method', method, kind, fitting };
  },
);

const qualificationNotNeeded = rule<{ need: string }>(
  'qualificationNotNeeded',
  ['practice#platform-kyc'],
  (scene, { need }) => (needsOf(setup(scene)).includes(need) ? null : { at: 'need', need }),
);

const qualificationUnderWay = rule<{ need: string }>(
  'qualificationUnderWay',
  ['practice#platform-kyc'],
  (scene, { need }) => {
    const asked = scene.find<Qualification>('qualifications', need);
    if (!asked) return null;
    return { at: 'need', need, asked: asked.asked, held: isQualified(scene, need) ? 1 : 0 };
  },
);

const feeNotCovered = rule('feeNotCovered', ['practice#platform-kyc', 'dryport-model#prices'], (scene) => {
  const cash = scene.balance('bankCny', 'CNY');
  return cash >= QUALIFICATION_FEE ? null : { need: QUALIFICATION_FEE, have: cash };
});

/** What the exporter may do for the firm's papers. */
export const moves: Record<string, MoveSpec> = {
  applyLicence: move('exporter', scopes, ['practice#licensed-scope']),
  amendLicence: move('exporter', scopes, ['practice#licensed-scope']),
  fileCustoms: move(
    'exporter',
    v.object({
      uscc: text(18),
      nameZh: text(100),
      kinds: v.pipe(v.array(v.picklist(FILING_KINDS)), v.minLength(1), v.maxLength(FILING_KINDS.length)),
    }),
    ['gacc-2018-194#registration', 'practice#filing-3-days'],
    [usccMalformed, scopeLacksTrade, filingKindMissing],
  ),
  applyEport: move(
    'exporter',
    v.object({ verifiedBy: v.picklist(['legalRepresentative', 'employee', 'agency']) }),
    ['practice#eport-card'],
    [notTheLegalRepresentative],
  ),
  applyForexList: move(
    'exporter',
    v.object({ uscc: text(18) }),
    ['safe-2024-11#bank-registers'],
    [usccMalformed],
  ),
  claimForexExemption: move(
    'exporter',
    v.object({ receipts: cents, payments: cents }),
    ['safe-2019-28#micro-exemption'],
    [aboveMicroLimit],
  ),
  fileTax: move(
    'exporter',
    v.object({ customsCode: text(10), method: v.picklist(['exemptRefund', 'exemptCreditRefund']) }),
    ['sta-2026-5#one-form'],
    [customsFilingFirst, methodDoesNotFit],
  ),
  registerZone: move(
    'exporter',
    v.object({ uscc: text(18) }),
    ['cs-2018-103#three-conditions'],
    [usccMalformed, customsFilingFirst],
  ),
  openShop: move(
    'exporter',
    v.object({
      accountHolder: v.picklist(['enterprise', 'legalRepresentative', 'thirdParty']),
      responsiblePerson: v.boolean(),
    }),
    ['practice#platform-kyc', 'eu-gpsr#responsible-person'],
  ),
  obtainQualification: move(
    'exporter',
    v.object({ need: text(60) }),
    ['practice#platform-kyc'],
    [qualificationNotNeeded, qualificationUnderWay, feeNotCovered],
  ),
};
