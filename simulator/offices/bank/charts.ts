/**
 * 银行: the desk keeps the daily rates and takes what the firm brings; one credit note lives from the announcement of
 * the money to its settlement, or to its return.
 */
const law = {
  rates: ['dryport-model#fx-path'],
  incoming: ['safe-2020-11#e-data', 'safe-2020-14#real-background'],
  proof: ['safe-2020-11#e-data', 'safe-2020-11#gross-reporting', 'safe-2020-14#bop-five-days'],
  hold: ['aml-law#suspicious', 'safe-2020-14#real-background'],
  settle: ['safe-2019-28#pending-account', 'safe-2020-14#real-background'],
};
const bank = (cites: string[]) => ({ office: 'bank', cites });
const exporter = (cites: string[]) => ({ office: 'exporter', cites });
const final = 'final' as const;

/** Context: open = payouts whose money has been credited and not yet wholly settled or returned. */
export const deskChart = {
  id: 'desk',
  context: { open: [] },
  entry: 'openRates',
  initial: 'quiet',
  on: {
    NEXT_RATE: { actions: 'fixRate' },
    RATE_SHOCK: { actions: 'shockRate' },
    INCOMING: { actions: 'announce' },
  },
  states: {
    quiet: { meta: bank(law.incoming), on: { NOTE_OPEN: { target: 'serving', actions: 'noteOpen' } } },
    serving: {
      meta: exporter(law.proof),
      on: {
        proveTrade: { actions: 'passProof' },
        explainHold: { actions: 'passExplanation' },
        settle: { actions: 'passSettlement' },
        keepForex: { actions: 'passKeeping' },
        NOTE_OPEN: { actions: 'noteOpen' },
        NOTE_CLOSED: [
          { guard: 'lastNote', target: 'quiet', actions: 'noteClosed' },
          { actions: 'noteClosed' },
        ],
      },
    },
  },
};

const settling = {
  SETTLE: [{ guard: 'settlesAll', target: 'settled', actions: 'exchange' }, { actions: 'exchange' }],
};

/** Context: payout, left = cents that are not yet settled. */
export const receiptChart = {
  id: 'receipt',
  context: { payout: '', left: 0, cause: '' },
  initial: 'underWay',
  states: {
    underWay: { meta: bank(law.incoming), entry: 'awaitMoney', on: { ARRIVED: 'awaitingProof' } },
    awaitingProof: {
      meta: exporter(law.proof),
      entry: 'credit',
      on: { PROOF: { target: 'inReview', actions: 'takeProof' }, REPORT_DUE: { actions: 'missReport' } },
    },
    inReview: {
      meta: bank(law.proof),
      entry: 'review',
      on: { SOUND: 'verified', DOUBTFUL: { target: 'held', actions: 'hold' } },
    },
    held: {
      meta: exporter(law.hold),
      on: {
        EXPLAINED: { actions: 'weighExplanation' },
        CONVINCED: 'verified',
        HOLD_OVER: 'returned',
      },
    },
    verified: {
      meta: exporter(law.settle),
      entry: 'report',
      on: { ...settling, KEEP: { target: 'kept', actions: 'keepForeign' } },
    },
    kept: { meta: exporter(law.settle), on: settling },
    settled: { type: final, meta: bank(law.settle), entry: 'close' },
    returned: { type: final, meta: bank(law.hold), entry: 'sendBack' },
  },
};
