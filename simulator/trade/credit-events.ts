import { send, type Effect } from '../kernel/index.ts';
import { DIMENSIONS } from './credit.ts';
import type { Dimension, Gravity } from './credit.ts';

/** What an event does to the zone's record (dossier 5.3); deltas in ppm of the dimension. */
export interface CreditEvent {
  dimension: Dimension;
  delta: number;
  gravity: Gravity;
  cites: string[];
  /** Most that this event can add within one month. */
  monthlyCap?: number;
}

const MODEL = 'dryport-model#zone-credit';
const event = (
  dimension: Dimension,
  delta: number,
  gravity: Gravity,
  cite?: string,
  more: Partial<CreditEvent> = {},
): CreditEvent => ({ dimension, delta, gravity, cites: cite ? [MODEL, cite] : [MODEL], ...more });

export const CREDIT_EVENTS = {
  cleanDeclaration: event('clearance', 2_000, 'minor', undefined, { monthlyCap: 50_000 }),
  amendedAfterRelease: event('clearance', -10_000, 'minor', 'customs-law#amend-cancel'),
  rejected: event('clearance', -3_000, 'minor', 'dryport-model#reject-codes'),
  inspectionMismatch: event('clearance', -50_000, 'minor', 'gacc-2018-194#inspection'),
  misdeclaredWithTax: event('clearance', -150_000, 'major', 'customs-penalty-regulation#tax'),
  inspectionRefused: event('clearance', -150_000, 'major', 'customs-penalty-regulation#refuse-inspection'),
  emptyList: event('clearance', -50_000, 'minor', 'customs-law#not-shipped'),
  papersLate: event('taxAndForex', -20_000, 'minor', 'sta-2026-5#fifteen-days'),
  forexProofMissed: event('taxAndForex', -100_000, 'minor', 'safe-2020-14#bop-five-days'),
  forexMissedApril: event('taxAndForex', -100_000, 'minor', 'sta-2026-5#april-30'),
  taxFraud: event('taxAndForex', -600_000, 'crime', 'practice#fake-orders'),
  recallInTime: event('product', -20_000, 'minor', 'mofcom-2018-486#recall'),
  recallConcealed: event('product', -300_000, 'major', 'mofcom-2018-486#recall'),
  prohibitedGoods: event('product', -300_000, 'major'),
  fakeThreeDocuments: event('authenticity', -600_000, 'major', 'gacc-2018-194#penalties'),
  secondarySale: event('authenticity', -600_000, 'major', 'gacc-2018-194#penalties'),
  ipHitAdmitted: event('intellectualProperty', -50_000, 'minor', 'ip-customs-regulation#recordal'),
  ipCourtLoss: event('intellectualProperty', -150_000, 'major', 'ip-customs-regulation#recordal'),
  dataLeakReported: event('data', -50_000, 'minor', 'pipl#breach-notice'),
  dataLeakHidden: event('data', -250_000, 'major', 'pipl#breach-notice'),
  trainingPassed: event('responsibility', 20_000, 'minor'),
} as const satisfies Record<string, CreditEvent>;
export type CreditEventCode = keyof typeof CREDIT_EVENTS;

export const isCreditEvent = (code: string): code is CreditEventCode => Object.hasOwn(CREDIT_EVENTS, code);

/** What puts a firm on the negative list: this many of these within twelve months. */
export const NEGATIVE_TRIGGERS: Partial<Record<CreditEventCode, number>> = {
  fakeThreeDocuments: 2,
  secondarySale: 1,
  prohibitedGoods: 1,
  taxFraud: 1,
  ipHitAdmitted: 3,
  inspectionRefused: 1,
};

/** The letter with which any office reports a listed event to the zone. */
export function creditLetter(code: CreditEventCode, times = 1): Effect {
  const { dimension, delta, cites } = CREDIT_EVENTS[code];
  return send('zone', {
    type: 'CREDIT',
    code,
    dimension: DIMENSIONS.indexOf(dimension),
    delta: delta * times,
    cites: [...cites],
  });
}
