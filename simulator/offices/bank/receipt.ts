import {
  file,
  keep,
  note,
  post,
  put,
  send,
  type Definition,
  type Effect,
  type Guard,
  type Params,
  type Scene,
} from '../../kernel/index.ts';
import { lawAt, paymentsReportDeadline } from '../../law/index.ts';
import { lot } from '../../trade/chance.ts';
import { creditLetter } from '../../trade/credit-events.ts';
import { toFen } from '../../trade/fx.ts';
import { PAYMENT_INSTITUTION } from '../../trade/institutions.ts';
import { exchangeLines, moveLines } from '../../trade/ledger.ts';
import { rateOf, rateOn } from '../../trade/rates.ts';
import type { Payout } from '../../trade/records.ts';
import { HOUR, dayOf, instantOf } from '../../trade/time.ts';
import { untilWorkingDay } from '../../trade/waiting.ts';
import { doubtOf, noteOf, type CreditNote } from './note.ts';
import { buyingRate } from './rates.ts';

/** Odds (ppm) that the money comes in somebody else's name. */
const THIRD_PARTY = 10_000;
/** A hold that nobody explains ends after so many working days: the money goes back. */
const HOLD_DAYS = 10;

const payoutNo = (scene: Scene): string => scene.context.payout as string;
const payoutOf = (scene: Scene): Payout => scene.get<Payout>('payouts', payoutNo(scene));
const change = (scene: Scene, patch: Partial<CreditNote>): Effect =>
  put('creditNotes', payoutNo(scene), { ...noteOf(scene, payoutNo(scene)), ...patch });
const refs = (scene: Scene): Params => ({ payout: payoutNo(scene) });

const awaitMoney = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'ARRIVED' }, untilWorkingDay(scene.now, scene.between('bank-time', 1, 3), 11)),
];

/** The money is there as foreign currency, in the firm's own account, and waits for its background to be shown. */
function credit(scene: Scene): Effect[] {
  const payout = payoutOf(scene);
  const stranger = lot(scene, `third-party-payer:${payout.id}`, THIRD_PARTY);
  const due = instantOf(paymentsReportDeadline(lawAt(scene.policyDay), dayOf(scene.now)).value, 17);
  const payer = stranger ? 'thirdParty' : 'paymentInstitution';
  const creditNote: CreditNote = {
    payout: payout.id,
    currency: payout.currency,
    amount: payout.net,
    left: payout.net,
    payer,
    arrived: scene.now,
    reportBy: due,
    reported: null,
    state: 'awaitingProof',
    proof: null,
  };
  const payerName = stranger ? '' : PAYMENT_INSTITUTION.nameZh;
  return [
    keep({ left: payout.net }),
    put('creditNotes', payout.id, creditNote),
    put('payouts', payout.id, { ...payout, credited: scene.now }),
    post(
      'payoutCredited',
      moveLines('platformWallet', 'bankForeign', payout.currency, payout.net),
      refs(scene),
    ),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'creditAdvice',
      from: 'bank',
      to: 'exporter',
      subject: payout.id,
      body: {
        payout: payout.id,
        amount: payout.net,
        currency: payout.currency,
        payer,
        payerName,
        reportBy: due,
      },
    }),
    note('credited', { payout: payout.id, amount: payout.net, payer, reportBy: due }, [
      'safe-2020-14#bop-five-days',
    ]),
    send('bank', { type: 'NOTE_OPEN', payout: payout.id }),
    send('voyage', { type: 'CREDITED', payout: payout.id }),
    send(scene.self, { type: 'REPORT_DUE' }, Math.max(1, due - scene.now)),
  ];
}

const missReport = (scene: Scene): Effect[] => [
  note('reportMissed', { payout: payoutNo(scene), reportBy: noteOf(scene, payoutNo(scene)).reportBy }, [
    'safe-2020-14#bop-five-days',
  ]),
  creditLetter('forexProofMissed'),
];

const takeProof = (scene: Scene): Effect[] => {
  const { type: _type, ...proof } = scene.letter;
  return [
    change(scene, {
      state: 'inReview',
      proof: { explanation: 'none', ...proof } as unknown as CreditNote['proof'],
    }),
  ];
};

/** The bank's machine reads order, waybill and list of every order; a person looks where they do not meet. */
function review(scene: Scene): Effect[] {
  const doubt = doubtOf(scene, payoutOf(scene), noteOf(scene, payoutNo(scene)));
  const wait = doubt ? untilWorkingDay(scene.now, 1, 16) : scene.between('bank-time', 1, 4) * HOUR;
  return [send(scene.self, doubt ? { type: 'DOUBTFUL', ...doubt } : { type: 'SOUND' }, wait)];
}

function hold(scene: Scene): Effect[] {
  const { cause = '', orderNo = '' } = scene.letter as { cause?: string; orderNo?: string };
  return [
    keep({ cause }),
    change(scene, { state: 'held' }),
    note('moneyHeld', { payout: payoutNo(scene), cause, orderNo, days: HOLD_DAYS }, ['aml-law#suspicious']),
    send('voyage', { type: 'AML_HOLD', payout: payoutNo(scene), cause, orderNo }),
    send(scene.self, { type: 'HOLD_OVER' }, untilWorkingDay(scene.now, HOLD_DAYS, 17)),
  ];
}

/** What convinces a compliance desk, by the cause of the hold. */
export const CONVINCING: Record<string, readonly string[]> = {
  thirdPartyPayer: ['thirdPartyAgreement', 'platformStatement'],
  flows: ['orderRecords', 'waybills', 'refundRecords'],
};

function weighExplanation(scene: Scene): Effect[] {
  const cause = scene.context.cause as string;
  const { evidence = [] } = scene.letter as { evidence?: string[] };
  const missing = (CONVINCING[cause] ?? []).filter((item) => !evidence.includes(item));
  if (missing.length > 0) {
    return [
      note('explanationThin', { payout: payoutNo(scene), missing: missing[0]!, count: missing.length }, [
        'aml-law#suspicious',
      ]),
    ];
  }
  return [send(scene.self, { type: 'CONVINCED' }, untilWorkingDay(scene.now, 2, 16))];
}

/** Gross in, costs out: the balance-of-payments report as the firm gave it (还原申报). */
function report(scene: Scene): Effect[] {
  const { proof } = noteOf(scene, payoutNo(scene));
  const gross = proof?.gross ?? 0;
  const { net } = payoutOf(scene);
  return [
    change(scene, { state: 'verified', reported: scene.now }),
    note('tradeProved', { payout: payoutNo(scene), gross, netted: gross - net }, [
      'safe-2020-11#gross-reporting',
      'safe-2020-14#bop-five-days',
    ]),
  ];
}

export const settlesAll: Guard = ({ context, event }) =>
  (event as { amount: number }).amount >= (context as { left: number }).left;

/**
 * Sells foreign money to the bank at the day's buying rate. Against the rate of the day of payout there is a gain or a
 * loss; the rest is the mere change of one money into another.
 */
function exchange(scene: Scene): Effect[] {
  const payout = payoutOf(scene);
  const { left } = noteOf(scene, payout.id);
  const amount = Math.min((scene.letter as { amount?: number }).amount ?? 0, left);
  const rate = buyingRate(rateOf(scene, payout.currency));
  const fen = toFen(amount, payout.currency, rate);
  const booked = toFen(amount, payout.currency, rateOn(scene, payout.currency, payout.paid));
  const rest = left - amount;
  const slip = { payout: payout.id, amount, currency: payout.currency, rate, fen, booked };
  return [
    keep({ left: rest }),
    change(scene, { left: rest, ...(rest === 0 ? { state: 'settled' as const } : {}) }),
    put('payouts', payout.id, {
      ...payout,
      settledFen: payout.settledFen + fen,
      settled: rest === 0 ? scene.now : payout.settled,
    }),
    post(
      'forexSettled',
      exchangeLines(
        { account: 'bankForeign', currency: payout.currency, amount },
        { account: 'bankCny', currency: 'CNY', amount: fen },
      ),
      refs(scene),
    ),
    ...(fen === booked
      ? []
      : [
          post(
            'exchangeDifference',
            moveLines('exchangeDifference', 'currencyExchange', 'CNY', fen - booked),
            refs(scene),
          ),
        ]),
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'fxSlip',
      from: 'bank',
      to: 'exporter',
      subject: payout.id,
      body: slip,
    }),
    note('forexSettled', { payout: payout.id, amount, fen, difference: fen - booked }, [
      'safe-2019-28#pending-account',
    ]),
  ];
}

const keepForeign = (scene: Scene): Effect[] => [
  change(scene, { state: 'kept' }),
  note('forexKept', { payout: payoutNo(scene), amount: scene.context.left as number }, [
    'safe-2019-28#pending-account',
  ]),
];

const close = (scene: Scene): Effect[] => [
  send('bank', { type: 'NOTE_CLOSED', payout: payoutNo(scene) }),
  send('voyage', { type: 'SETTLED', payout: payoutNo(scene) }),
];

/** Money whose background was never shown goes back to where it came from. */
function sendBack(scene: Scene): Effect[] {
  const payout = payoutOf(scene);
  return [
    change(scene, { state: 'returned' }),
    put('payouts', payout.id, { ...payout, credited: null }),
    post(
      'payoutReturned',
      moveLines('bankForeign', 'platformWallet', payout.currency, payout.net),
      refs(scene),
    ),
    note('moneyReturned', { payout: payout.id, amount: payout.net }, ['aml-law#suspicious']),
    creditLetter('forexProofMissed'),
    send('bank', { type: 'NOTE_CLOSED', payout: payout.id }),
    send('voyage', { type: 'MONEY_RETURNED', payout: payout.id }),
  ];
}

export const receiptEffects: Definition['effects'] = {
  awaitMoney, credit, missReport, takeProof, review, hold, weighExplanation, report, exchange, keepForeign, close, sendBack,
}; // prettier-ignore
