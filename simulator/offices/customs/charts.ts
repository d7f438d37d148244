/**
 * 海关: how it treats a document, a list, an inspection and a case. Each state that an enterprise learns of tells its
 * status code by the action `tell`; times and chances are drawn by the effects, never by the chart.
 */
const law = {
  data: ['gacc-2018-194#three-data', 'ceb-202205#receipt-key'],
  list: ['gacc-2018-194#list-release', 'gacc-2018-113#receipts'],
  site: ['gacc-2018-194#supervised-site', 'customs-law#site-operator'],
  inspection: ['gacc-2018-194#inspection', 'customs-law#inspection-attendance'],
  cancel: ['customs-law#amend-cancel', 'ceb-202205#cancel-605'],
  penalty: ['customs-penalty-regulation#supervision'],
};
const customs = (cites: string[]) => ({ office: 'customs', cites });
const exporter = (cites: string[]) => ({ office: 'exporter', cites });
const tell = (status: string) => ({ type: 'tell', params: { status } });

export const deskChart = {
  id: 'desk',
  initial: 'open',
  states: { open: { meta: customs(law.data), on: { RECORD: { actions: 'register' } } } },
};

/** Order, proceeds, waybill, cancel request, master list, arrival, departure, summary: 2 → 3 → 120 (→ 399) or 100. */
export const documentChart = {
  id: 'document',
  initial: 'declared',
  states: {
    declared: {
      meta: customs(law.data),
      entry: 'forward',
      on: { SENT: 'sent', SEND_FAILED: 'sendFailed' },
    },
    sendFailed: { meta: customs(law.data), entry: [tell('4'), 'retry'], on: { SENT: 'sent' } },
    sent: {
      meta: customs(law.data),
      entry: [tell('3'), 'takeTime'],
      on: {
        LOOK: { actions: 'check' },
        SOUND: 'stored',
        FAULTY: { target: 'rejected', actions: 'complain' },
      },
    },
    stored: {
      meta: customs(law.data),
      entry: [tell('120'), 'takeMoreTime'],
      on: {
        LOOK: { actions: 'settle' },
        SOUND: 'passed',
        FAULTY: { target: 'rejected', actions: 'complain' },
        AMENDED: 'declared',
        DELETED: 'deleted',
      },
    },
    passed: { meta: customs(law.data), tags: ['rest'], entry: [tell('399'), 'takeEffect'] },
    rejected: { meta: exporter(law.data), on: { AMENDED: 'declared' } },
    deleted: { meta: exporter(law.data), on: { AMENDED: 'declared' } },
  },
};

/** Before release a cancel request (605) that customs grants ends the list; afterwards nothing does. */
const cancellable = { CANCELLED: 'cancelled' };

/** SM-C, the life of an export list 申报清单 (CEB603), with SM-E and SM-F where they touch it. */
export const listChart = {
  id: 'list',
  initial: 'declared',
  states: {
    declared: { meta: customs(law.list), entry: 'forward', on: { SENT: 'sent', SEND_FAILED: 'sendFailed' } },
    sendFailed: { meta: customs(law.list), entry: [tell('4'), 'retry'], on: { SENT: 'sent' } },
    sent: {
      meta: customs(law.list),
      entry: [tell('3'), 'takeTime'],
      on: {
        LOOK: { actions: 'check' },
        SOUND: 'stored',
        FAULTY: { target: 'rejected', actions: 'complain' },
      },
    },
    stored: {
      meta: customs(law.list),
      entry: [tell('120'), 'assess'],
      on: { CLEAN: 'passed', DOUBT: 'reviewing', ...cancellable },
    },
    reviewing: {
      meta: customs(law.list),
      entry: [tell('300'), 'review'],
      on: { CLEAN: 'passed', FAULTY: { target: 'rejected', actions: 'complain' }, ...cancellable },
    },
    passed: {
      meta: { office: 'site', cites: law.site },
      entry: [tell('399'), 'creditDeclaration'],
      on: { ARRIVED: 'arrived', ...cancellable },
      after: { arrivalTerm: { target: 'rejected', actions: 'lapse' } },
    },
    arrived: {
      meta: customs(law.site),
      entry: 'target',
      on: { MISS: 'released', HIT: 'inspecting', RIGHT_HOLDER: 'suspended', ...cancellable },
    },
    inspecting: {
      meta: exporter(law.inspection),
      entry: [tell('500'), 'inspect'],
      on: {
        CLEARED: 'released',
        FOUND: [
          { guard: 'smuggling', target: 'detained.byAntiSmuggling' },
          { guard: 'licenceBreach', target: 'detained.byLegal' },
          { guard: 'otherBreach', target: 'detained.byOther' },
          { target: 'detained.byClearance' },
        ],
        SENT_BACK: 'returned',
      },
    },
    detained: {
      meta: exporter(law.penalty),
      entry: 'openCase',
      initial: 'byClearance',
      on: { SETTLED: 'released', SENT_BACK: 'returned', FORFEITED: 'forfeited' },
      states: {
        byClearance: { meta: exporter(law.penalty), entry: tell('501') },
        byAntiSmuggling: { meta: exporter(['customs-penalty-regulation#smuggling']), entry: tell('502') },
        byLegal: { meta: exporter(['customs-penalty-regulation#licence']), entry: tell('503') },
        byOther: { meta: exporter(law.penalty), entry: tell('599') },
      },
    },
    suspended: {
      meta: exporter(['ip-customs-regulation#three-working-days']),
      entry: [tell('600'), 'openCase'],
      on: { SETTLED: 'released', FORFEITED: 'forfeited' },
    },
    released: {
      meta: { office: 'carrier', cites: law.list },
      entry: [tell('800'), 'release'],
      on: { DEPARTED: 'closed', WITHDRAWN: 'withdrawn' },
    },
    closed: { meta: customs(law.list), tags: ['rest'], entry: [tell('899'), 'close'] },
    rejected: { meta: exporter(law.list), on: { AMENDED: 'declared' } },
    cancelled: { type: 'final' as const, meta: customs(law.cancel), entry: 'giveBack' },
    withdrawn: { type: 'final' as const, meta: customs(['customs-law#not-shipped']), entry: 'giveBack' },
    returned: { type: 'final' as const, meta: customs(law.penalty), entry: tell('700') },
    forfeited: { type: 'final' as const, meta: customs(law.penalty) },
  },
};

/** SM-D: the goods are opened in the trader's presence. */
export const inspectionChart = {
  id: 'inspection',
  initial: 'notified',
  states: {
    notified: {
      meta: exporter(law.inspection),
      entry: 'notify',
      on: { attendInspection: 'opening', NO_SHOW: { target: 'opening', actions: 'openWithout' } },
    },
    opening: {
      meta: customs(law.inspection),
      entry: 'open',
      on: { AGREES: 'cleared', DIFFERS: 'found', SAMPLED: 'atLab', PEST: 'infested' },
    },
    atLab: { meta: customs(law.inspection), entry: 'analyse', on: { AGREES: 'cleared', DIFFERS: 'found' } },
    infested: {
      meta: exporter(['biosecurity-law#pests']),
      on: { treatGoods: 'treating', takeBackGoods: 'sentBack' },
    },
    treating: { meta: customs(['ispm-15']), entry: 'treat', on: { AGREES: 'cleared' } },
    cleared: { type: 'final' as const, meta: customs(law.inspection), entry: 'clear' },
    found: { type: 'final' as const, meta: customs(law.inspection), entry: 'report' },
    sentBack: { type: 'final' as const, meta: customs(law.inspection), entry: 'sendBack' },
  },
};

/** SM-F: detention and penalty. */
export const caseChart = {
  id: 'case',
  initial: 'opened',
  states: {
    opened: {
      meta: exporter(law.penalty),
      entry: 'serveNotice',
      on: {
        answerCase: { target: 'deciding', actions: 'takeAnswer' },
        NO_ANSWER: 'deciding',
        giveUpGoods: 'forfeited',
      },
    },
    deciding: { meta: customs(law.penalty), entry: 'decide', on: { PENALTY: 'fined', DISMISSED: 'closed' } },
    fined: {
      meta: exporter(law.penalty),
      entry: 'serveDecision',
      on: {
        payFine: { target: 'closed', actions: 'takeFine' },
        OVERDUE: { target: 'closed', actions: 'enforce' },
      },
    },
    closed: { type: 'final' as const, meta: customs(law.penalty), entry: 'settleCase' },
    forfeited: { type: 'final' as const, meta: customs(law.penalty), entry: 'forfeit' },
  },
};
