import {
  file,
  keep,
  note,
  post,
  put,
  send,
  type Definition,
  type Effect,
  type Json,
  type Scene,
} from '../../kernel/index.ts';
import { lawAt } from '../../law/law.ts';
import { lot } from '../../trade/chance.ts';
import { moveLines } from '../../trade/ledger.ts';
import { openingRecords } from '../../trade/opening.ts';
import type { Qualification, Standing } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { standing } from '../../trade/standing.ts';
import { untilWorkingDay } from '../../trade/waiting.ts';
import { QUALIFICATION_FEE, wantsResponsiblePerson } from './needs.ts';

const setup = (scene: Scene): Setup => scene.setup as Setup;
const field = (scene: Scene, name: string): string => String(scene.letter[name] ?? '');

/** Odds that the platform cannot read a scan at the first try. */
const UNREADABLE = 100_000;

/** Sends itself the office's answer after low … high working days, at an hour of the working day. */
function answer(
  scene: Scene,
  office: string,
  [low, high]: readonly [number, number],
  letter: { type: string; [key: string]: Json },
): Effect {
  const days = scene.between(`${office}-time`, low, high);
  return send(scene.self, letter, untilWorkingDay(scene.now, days, scene.between(`${office}-time`, 10, 16)));
}

const hold = (scene: Scene, patch: Partial<Standing>): Effect =>
  put('enterprise', 'self', { ...standing(scene), ...patch });

function paper(
  scene: Scene,
  kind: string,
  from: string,
  subject: string,
  body: { [key: string]: Json },
): Effect {
  return file({ id: `paper:${scene.next('paper')}`, kind, from, to: 'exporter', subject, body });
}

function openBooks(scene: Scene): Effect[] {
  const { postings } = openingRecords(setup(scene));
  return [
    ...postings.map(({ memo, lines, refs }) => post(memo, lines, refs)),
    put('enterprise', 'self', standing(scene)),
    send(scene.self, { type: 'BEGUN', registered: setup(scene).enterprise.registered }),
  ];
}

const askLicence = (scene: Scene): Effect[] => [
  answer(scene, 'licence', [1, 3], { type: 'LICENCE_ISSUED', scope: scene.letter.scope ?? [] }),
];

function recordLicence(scene: Scene): Effect[] {
  const { uscc, nameZh, nameEn } = setup(scene).enterprise;
  const scope = scene.letter.scope ?? [];
  return [
    keep({ scope }),
    hold(scene, { licensed: true }),
    paper(scene, 'businessLicence', 'zone', uscc, { uscc, nameZh, nameEn, scope }),
    note('licenceIssued', { uscc }, ['practice#licensed-scope']),
  ];
}

/** What the office finds when it lays the form beside the licence; null when they agree. */
function mismatch(scene: Scene): string | null {
  const { uscc, nameZh } = setup(scene).enterprise;
  if (scene.letter.uscc !== undefined && scene.letter.uscc !== uscc) return 'usccDiffers';
  if (scene.letter.nameZh !== undefined && scene.letter.nameZh !== nameZh) return 'nameDiffers';
  return null;
}

function askCustoms(scene: Scene): Effect[] {
  const reason = mismatch(scene);
  const limit = lawAt(scene.policyDay).find('filingWorkingDays')?.value ?? 3;
  if (reason)
    return [
      answer(scene, 'customs-filing', [1, limit], { type: 'CUSTOMS_REFUSED', office: 'customs', reason }),
    ];
  return [
    answer(scene, 'customs-filing', [1, limit], { type: 'CUSTOMS_FILED', kinds: scene.letter.kinds ?? [] }),
  ];
}

function recordCustoms(scene: Scene): Effect[] {
  const { uscc, customsCode, nameZh } = setup(scene).enterprise;
  const body = { uscc, customsCode, nameZh, kinds: scene.letter.kinds ?? [] };
  return [
    hold(scene, { customsFiled: true }),
    paper(scene, 'customsFiling', 'customs', customsCode, body),
    note('customsFiled', { customsCode }, ['gacc-2018-194#registration']),
  ];
}

const askCard = (scene: Scene): Effect[] => [answer(scene, 'eport', [1, 2], { type: 'CARD_ISSUED' })];

const recordCard = (scene: Scene): Effect[] => [
  hold(scene, { eport: true }),
  paper(scene, 'eportCard', 'customs', setup(scene).enterprise.customsCode, {
    holder: setup(scene).enterprise.nameZh,
  }),
  note('cardIssued', {}, ['practice#eport-card']),
];

function askBank(scene: Scene): Effect[] {
  const reason = mismatch(scene);
  if (reason) return [answer(scene, 'forex-list', [0, 1], { type: 'FOREX_REFUSED', office: 'bank', reason })];
  return [answer(scene, 'forex-list', [0, 2], { type: 'FOREX_LISTED' })];
}

const recordListed = (scene: Scene): Effect[] => [
  hold(scene, { forex: 'listed' }),
  paper(scene, 'forexListing', 'bank', setup(scene).enterprise.uscc, { uscc: setup(scene).enterprise.uscc }),
  note('forexListed', {}, ['safe-2024-11#bank-registers']),
];

function recordExemption(scene: Scene): Effect[] {
  const limit = lawAt(scene.policyDay).find('nameListExemptUsdCents')?.value ?? 0;
  return [hold(scene, { forex: 'exempt' }), note('forexExempt', { limit }, ['safe-2019-28#micro-exemption'])];
}

function askTax(scene: Scene): Effect[] {
  const wrong = scene.letter.customsCode !== setup(scene).enterprise.customsCode;
  if (wrong) {
    return [
      answer(scene, 'tax-filing', [1, 2], {
        type: 'TAX_REFUSED',
        office: 'tax',
        reason: 'customsCodeDiffers',
      }),
    ];
  }
  return [answer(scene, 'tax-filing', [1, 3], { type: 'TAX_FILED', method: scene.letter.method ?? '' })];
}

const recordTax = (scene: Scene): Effect[] => [
  hold(scene, { taxFiled: true }),
  paper(scene, 'taxFiling', 'tax', setup(scene).enterprise.uscc, { method: field(scene, 'method') }),
  note('taxFiled', {}, ['sta-2026-5#one-form']),
];

function askZone(scene: Scene): Effect[] {
  const reason = mismatch(scene);
  if (reason)
    return [answer(scene, 'zone-platform', [1, 1], { type: 'ZONE_REFUSED', office: 'zone', reason })];
  return [answer(scene, 'zone-platform', [1, 2], { type: 'ZONE_REGISTERED' })];
}

const recordZone = (scene: Scene): Effect[] => [
  hold(scene, { zonePlatform: true }),
  paper(scene, 'zoneRegistration', 'zone', setup(scene).enterprise.uscc, {
    uscc: setup(scene).enterprise.uscc,
  }),
  note('zoneRegistered', {}, ['cs-2018-103#three-conditions']),
];

/** Verification of the seller (KYC): subject, legal representative, account, and who answers for the goods abroad. */
function askPlatform(scene: Scene): Effect[] {
  const first = scene.context.verified !== true;
  const reason =
    scene.letter.accountHolder !== 'enterprise'
      ? 'accountNotOwn'
      : wantsResponsiblePerson(setup(scene)) && scene.letter.responsiblePerson !== true
        ? 'responsiblePersonMissing'
        : first && lot(scene, 'shop-scan', UNREADABLE)
          ? 'scanUnreadable'
          : null;
  // A second look at the same file is shorter than the first.
  const days: [number, number] = first ? [3, 8] : [1, 3];
  if (reason)
    return [
      keep({ verified: true }),
      answer(scene, 'shop', days, { type: 'SHOP_QUESTIONED', office: 'platform', reason }),
    ];
  return [keep({ verified: true }), answer(scene, 'shop', days, { type: 'SHOP_OPENED' })];
}

const recordShop = (scene: Scene): Effect[] => [
  hold(scene, { shop: true }),
  paper(scene, 'shopOpening', 'platform', setup(scene).enterprise.nameEn, {
    nameEn: setup(scene).enterprise.nameEn,
  }),
  note('shopOpened', {}, ['practice#platform-kyc']),
];

/** An office sends the form back: what does not agree, so that it can be sent again. */
function complain(scene: Scene): Effect[] {
  const [office, reason] = [field(scene, 'office'), field(scene, 'reason')];
  return [
    paper(scene, 'formReturned', office, reason, { office, reason }),
    note('formReturned', { office, reason }, ['gacc-2018-194#registration', 'dryport-model#waiting']),
  ];
}

function askQualification(scene: Scene): Effect[] {
  const need = field(scene, 'need');
  const asked: Qualification = { need, asked: scene.now, granted: null };
  return [
    put('qualifications', need, asked),
    post('qualificationFee', moveLines('bankCny', 'testing', 'CNY', QUALIFICATION_FEE), { need }),
    answer(scene, 'qualification', [5, 15], { type: 'QUALIFIED', need }),
  ];
}

function recordQualification(scene: Scene): Effect[] {
  const need = field(scene, 'need');
  const { asked } = scene.get<Qualification>('qualifications', need);
  return [
    put<Qualification>('qualifications', need, { need, asked, granted: scene.now }),
    paper(scene, 'qualification', 'zone', need, { need }),
    note('qualificationGranted', { need }, ['practice#platform-kyc']),
  ];
}

export const effects: Definition['effects'] = {
  openBooks,
  askLicence,
  recordLicence,
  askCustoms,
  recordCustoms,
  askCard,
  recordCard,
  askBank,
  recordListed,
  recordExemption,
  askTax,
  recordTax,
  askZone,
  recordZone,
  askPlatform,
  recordShop,
  complain,
  askQualification,
  recordQualification,
};
