/**
 * 9610 跨境贸易电子商务（零售出口）. Three charts: the parcel of one order, the batch under one master waybill, and the
 * voyage that holds the run together. Pure data; who acts and by which text stands in `meta`.
 */
const meta = (office: string, ...cites: string[]) => ({ office, cites });
const final = 'final' as const;
const parallel = 'parallel' as const;

/** A list may be sent at any time; sent too early it is refused (R01), as in reality. */
const declaring = { target: 'declared', actions: 'takeRouteFromList' };

const clearance = {
  initial: 'ordered',
  states: {
    ordered: {
      meta: meta('payment', 'e-commerce-law#real-trade'),
      on: { PAID: 'paid', ORDER_CANCELLED: 'cancelled' },
    },
    paid: {
      meta: meta('exporter', 'gacc-2018-194#truthful-data'),
      on: { pack: { target: 'packed', actions: 'packGoods' }, ORDER_CANCELLED: 'cancelled' },
    },
    packed: {
      meta: meta('carrier', 'gacc-2018-194#three-data'),
      entry: 'askLabel',
      on: { WAYBILL: 'waybilled' },
    },
    waybilled: {
      meta: meta('exporter', 'gacc-2018-194#three-data', 'ceb-202205#order-303'),
      on: {
        ORDER_SENT: 'dataSent',
        DATA_STORED: 'dataStored',
        LIST_SENT: declaring,
        ORDER_CANCELLED: { target: 'cancelled', actions: 'unpack' },
      },
    },
    dataSent: {
      meta: meta('customs', 'gacc-2018-194#three-data', 'gacc-2018-113#receipts'),
      on: { DATA_STORED: 'dataStored', DATA_REFUSED: 'dataRefused', LIST_SENT: declaring },
    },
    dataRefused: {
      meta: meta('exporter', 'ceb-202205#resend'),
      on: { ORDER_SENT: 'dataSent', DATA_STORED: 'dataStored', LIST_SENT: declaring },
    },
    dataStored: {
      meta: meta('exporter', 'gacc-2018-194#summary-statistics', 'ceb-202205#statistics-flag'),
      on: {
        chooseRoute: { target: 'routeSet', actions: 'setRoute' },
        LIST_SENT: declaring,
      },
    },
    routeSet: {
      meta: meta('exporter', 'gacc-2018-194#list-release', 'ceb-202205#list-603'),
      on: {
        chooseRoute: { actions: 'setRoute' },
        LIST_SENT: declaring,
        ORDER_CANCELLED: { target: 'cancelled', actions: 'unpack' },
      },
    },
    declared: {
      meta: meta('customs', 'gacc-2018-194#list-release'),
      on: {
        LIST_PASSED: 'passed',
        LIST_REJECTED: 'refused',
        LIST_REVIEWED: 'reviewed',
        LIST_CANCELLED: 'routeSet',
      },
    },
    reviewed: {
      meta: meta('customs', 'gacc-2018-194#list-release'),
      on: { LIST_PASSED: 'passed', LIST_REJECTED: 'refused', LIST_CANCELLED: 'routeSet' },
    },
    refused: {
      meta: meta('exporter', 'ceb-202205#resend'),
      on: {
        chooseRoute: { actions: 'setRoute' },
        LIST_SENT: declaring,
        ORDER_CANCELLED: { target: 'cancelled', actions: 'unpack' },
      },
    },
    passed: {
      meta: meta('exporter', 'gacc-2018-194#supervised-site', 'ceb-202205#later-607'),
      on: {
        ARRIVED: { target: 'atSite', actions: 'bringToSite' },
        LIST_REJECTED: 'refused',
        LIST_CANCELLED: 'routeSet',
      },
    },
    atSite: {
      meta: meta('customs', 'gacc-2018-194#supervised-site'),
      on: {
        LIST_RELEASED: { target: 'released', actions: 'stampReleased' },
        LIST_INSPECTED: 'inspecting',
        LIST_HELD: 'held',
        LIST_CANCELLED: { target: 'routeSet', actions: 'takeFromSite' },
      },
    },
    inspecting: {
      meta: meta('exporter', 'customs-law#inspection-attendance', 'gacc-2018-194#inspection'),
      on: {
        LIST_RELEASED: { target: 'released', actions: 'stampReleased' },
        LIST_HELD: 'held',
        LIST_SENT_BACK: 'sentBack',
      },
    },
    held: {
      meta: meta('exporter', 'customs-penalty-regulation#supervision'),
      on: {
        LIST_RELEASED: { target: 'released', actions: 'stampReleased' },
        LIST_SENT_BACK: 'sentBack',
        FORFEITED: { target: 'forfeited', actions: 'loseGoods' },
      },
    },
    released: {
      meta: meta('carrier', 'gacc-2018-194#list-release'),
      on: {
        DEPARTED: { target: 'departed', actions: 'shipGoods' },
        withdraw: { target: 'withdrawn', actions: ['withdrawList', 'takeFromSite'] },
      },
    },
    departed: {
      meta: meta('customs', 'ceb-202205#later-607', 'gacc-2018-194#list-release'),
      on: { LIST_CLOSED: { target: 'closed', actions: 'stampClosed' } },
    },
    closed: {
      meta: meta('exporter', 'gacc-2018-194#summary-by-15th', 'gacc-2018-194#summary-statistics'),
      on: { SUMMARISED: { target: 'summarised', actions: 'noteSummary' }, MONTH_COUNTED: 'stated' },
    },
    summarised: { type: final, meta: meta('customs', 'gacc-2018-194#eight-keys') },
    stated: { type: final, meta: meta('statistics', 'gacc-2018-194#summary-statistics') },
    cancelled: { type: final, meta: meta('buyer', 'e-commerce-law#real-trade') },
    withdrawn: { type: final, meta: meta('customs', 'customs-law#not-shipped') },
    sentBack: { type: final, meta: meta('customs', 'biosecurity-law#pests') },
    forfeited: { type: final, meta: meta('customs', 'customs-penalty-regulation#supervision') },
  },
};

const delivery = {
  initial: 'notShipped',
  states: {
    notShipped: { meta: meta('exporter', 'practice'), on: { DEPARTED: 'inTransit' } },
    inTransit: {
      meta: meta('carrier', 'practice'),
      on: {
        DELIVERED: { target: 'delivered', actions: 'deliverGoods' },
        LOST: { target: 'lost', actions: 'loseGoods' },
      },
    },
    delivered: {
      meta: meta('buyer', 'practice'),
      on: { RETURN_ASKED: { target: 'returnOpen', actions: 'noteReturn' } },
    },
    returnOpen: {
      meta: meta('exporter', 'gacc-2020-44#one-year', 'mof-gacc-sta-2026-16#six-months'),
      on: {
        answerReturn: [
          { guard: 'goesHome', target: 'returning', actions: ['tellPlatform', 'sendHome'] },
          { guard: 'sendsAgain', target: 'resent', actions: 'tellPlatform' },
          { guard: 'refuses', target: 'disputed', actions: 'tellPlatform' },
          { target: 'disposed', actions: ['tellPlatform', 'scrapGoods'] },
        ],
      },
    },
    returning: { meta: meta('carrier', 'gacc-2020-44#one-year'), on: { RETURNED_HOME: 'home' } },
    home: {
      meta: meta('exporter', 'gacc-2020-44#one-year', 'gacc-2026-9610-return#nationwide'),
      on: { declareReturn: 'returnDeclared' },
    },
    returnDeclared: {
      meta: meta('customs', 'gacc-2020-44#same-goods'),
      entry: 'checkReturn',
      on: { RETURN_PASSED: { target: 'returned', actions: 'restock' } },
    },
    returned: {
      meta: meta('exporter', 'mof-gacc-sta-2026-16#six-months'),
      on: {
        claimRelief: { target: 'relieved', actions: 'noteRelief' },
        payImportTax: { target: 'taxed', actions: 'postImportTax' },
      },
    },
    relieved: { type: final, meta: meta('customs', 'mof-gacc-sta-2026-16#six-months') },
    taxed: { type: final, meta: meta('customs', 'tariff-law#original-goods-one-year') },
    resent: { type: final, meta: meta('exporter', 'practice') },
    disputed: { type: final, meta: meta('platform', 'e-commerce-law#platform-duty') },
    disposed: { type: final, meta: meta('buyer', 'practice') },
    lost: {
      meta: meta('exporter', 'practice'),
      on: { claimInsurance: { target: 'compensated', actions: 'postInsurance' } },
    },
    compensated: { type: final, meta: meta('carrier', 'practice') },
  },
};

const money = {
  initial: 'unpaid',
  states: {
    unpaid: { meta: meta('payment', 'e-commerce-law#real-trade'), on: { PAID: 'withPlatform' } },
    withPlatform: {
      meta: meta('platform', 'e-commerce-law#platform-duty'),
      on: { PAID_OUT: 'paidOut', REFUNDED: 'refunded', ORDER_CANCELLED: 'refunded' },
    },
    paidOut: { meta: meta('bank', 'safe-2020-11'), on: { CREDITED: 'credited', REFUNDED: 'refunded' } },
    credited: { meta: meta('exporter', 'safe-2019-28#micro-exemption'), on: { SETTLED: 'settled' } },
    settled: { type: final, meta: meta('bank', 'safe-2020-11') },
    refunded: { type: final, meta: meta('platform', 'practice') },
  },
};

const tax = {
  initial: 'open',
  states: {
    open: {
      meta: meta('exporter', 'mof-sta-2026-11', 'cs-2018-103#three-conditions'),
      on: { TAX_REFUNDED: 'refunded', TAX_EXEMPTED: 'exempt' },
    },
    refunded: { meta: meta('tax', 'sta-2026-5'), on: { TAX_REPAID: 'repaid' } },
    exempt: { type: final, meta: meta('tax', 'cs-2018-103#three-conditions') },
    repaid: { type: final, meta: meta('tax', 'mof-gacc-sta-2026-16#six-months') },
  },
};

export const parcelChart = {
  id: 'parcel',
  type: parallel,
  states: { clearance, delivery, money, tax },
};

/** 集货批次: parcels under one master waybill, told to customs by the list-to-waybill message 607. */
export const batchChart = {
  id: 'batch',
  initial: 'gathered',
  states: {
    gathered: { meta: meta('exporter', 'ceb-202205#later-607'), on: { MANIFEST_SENT: 'manifestSent' } },
    manifestSent: {
      meta: meta('customs', 'ceb-202205#later-607'),
      on: { MANIFEST_PASSED: 'manifestPassed', MANIFEST_REJECTED: 'manifestRefused' },
    },
    manifestRefused: { meta: meta('exporter', 'ceb-202205#resend'), on: { MANIFEST_SENT: 'manifestSent' } },
    manifestPassed: {
      meta: meta('exporter', 'gacc-2018-194#supervised-site'),
      on: { dispatch: { target: 'onRoad', actions: 'sendTruck' } },
    },
    onRoad: {
      meta: meta('site', 'gacc-2018-194#supervised-site'),
      on: { ARRIVED: 'atSite', GATE_REFUSED: { target: 'turnedAway', actions: 'noteGate' } },
    },
    turnedAway: {
      meta: meta('exporter', 'customs-law#truthful-declaration'),
      on: { dispatch: { target: 'onRoad', actions: ['reweigh', 'sendTruck'] }, ARRIVED: 'atSite' },
    },
    atSite: { meta: meta('customs', 'gacc-2018-194#supervised-site'), on: { LOADED: 'loaded' } },
    loaded: { meta: meta('carrier', 'gacc-2018-194#list-release'), on: { DEPARTED: 'departed' } },
    departed: { type: final, meta: meta('carrier', 'gacc-2018-194#list-release') },
  },
};

/** The run of one trainee. Every letter of every office to the firm passes here and is handed to whom it concerns. */
export const voyageChart = {
  id: 'voyage',
  initial: 'underWay',
  states: {
    underWay: {
      meta: meta('exporter', 'gacc-2014-12#code-9610'),
      entry: 'armEnd',
      on: {
        consolidate: { actions: 'gatherBatch' },
        handIn: { target: 'ended', actions: 'endRun' },
        TIME_UP: { target: 'ended', actions: 'endRun' },
        ORDERED: { actions: 'startParcel' },
        PAID: { actions: 'toParcel' },
        ORDER_CANCELLED: { actions: 'toParcel' },
        WAYBILL: { actions: 'toParcel' },
        DELIVERED: { actions: 'toParcel' },
        LOST: { actions: 'toParcel' },
        RETURN_ASKED: { actions: 'toParcel' },
        RETURNED_HOME: { actions: 'toParcel' },
        FORFEITED: { actions: 'toParcel' },
        REFUNDED_BUYER: { actions: 'refundToParcel' },
        DISPUTED: { actions: 'noteDispute' },
        MILESTONE: {},
        TRANSMITTED: { actions: 'followTransmission' },
        ANSWERED: { actions: 'followAnswer' },
        RESULT: { actions: 'followResult' },
        ARRIVED: { actions: 'batchArrived' },
        GATE_REFUSED: { actions: 'toBatch' },
        LOADED: { actions: 'toBatch' },
        DEPARTED: { actions: 'batchDeparted' },
        MONTH_COUNTED: { actions: 'toParcel' },
        PAID_OUT: { actions: 'payoutToParcels' },
        CREDITED: { actions: 'payoutToParcels' },
        SETTLED: { actions: 'payoutToParcels' },
        REFUNDED: { actions: 'claimToParcels' },
        EXEMPTED: { actions: 'claimToParcels' },
        REPAID: { actions: 'claimToParcels' },
        CLAIM_REFUSED: {},
        CLAIM_QUERIED: {},
        TAX_CERTIFIED: {},
        AML_HOLD: {},
        MONEY_RETURNED: {},
        GOODS_IN: {},
        RISK_OPENED: {},
        RISK_CLOSED: {},
      },
    },
    ended: { type: final, meta: meta('exporter', 'dryport-model') },
  },
};
