/** 电商平台: shop window, orders, payouts, disputes. Buyers, times and chances are drawn by the effects. */
const law = {
  listing: ['e-commerce-law#platform-duty', 'practice#platform-kyc'],
  order: ['e-commerce-law#real-trade', 'dryport-model#handling-two-days'],
  payment: ['safe-2019-13#real-trade'],
  payout: ['practice#payout-cycle', 'safe-2020-11#gross-reporting'],
  frozen: ['practice#frozen-shop'],
  returns: ['market-indication#platform-fees', 'gacc-2020-44#one-year'],
  chargeback: ['practice#chargeback'],
};
const by = (office: string, cites: string[]) => ({ office, cites });
const final = 'final' as const;

export const marketChart = {
  id: 'market',
  initial: 'open',
  on: {
    SHIPPED: { actions: 'toOrder' },
    DELIVERED: { actions: 'toOrder' },
    LOST: { actions: 'toOrder' },
    CHARGE_BACK: { actions: 'toOrder' },
    REFUND_BUYER: { actions: 'refundBuyer' },
    RETURN_DECIDED: { actions: 'toDispute' },
  },
  states: {
    open: {
      meta: by('exporter', law.listing),
      on: { listGoods: { actions: 'openListing' }, FREEZE: { target: 'frozen', actions: 'freeze' } },
    },
    frozen: {
      meta: by('platform', law.frozen),
      on: { UNFREEZE: { target: 'open', actions: 'unfreeze' } },
    },
  },
};

export const listingChart = {
  id: 'listing',
  context: { goods: '', countries: [], opened: 0 },
  entry: 'expectVisits',
  initial: 'live',
  states: {
    live: {
      meta: by('buyer', law.listing),
      on: {
        VISIT: { actions: 'serveVisit' },
        changePrice: { actions: 'setPrice' },
        pauseListing: { target: 'paused', actions: 'goOffline' },
      },
    },
    paused: {
      meta: by('exporter', law.listing),
      on: {
        VISIT: { actions: 'missVisit' },
        changePrice: { actions: 'setPrice' },
        resumeListing: { target: 'live', actions: 'goOnline' },
      },
    },
  },
};

const leaving = {
  SHIPPED: { target: 'shipped', actions: 'noteShipped' },
  BUYER_CANCELS: { actions: 'weighCancel' },
  CANCELLED: { target: 'cancelled', actions: 'voidSale' },
  cancelOrder: { target: 'cancelled', actions: 'cancelBySeller' },
};

export const orderChart = {
  id: 'order',
  context: { orderNo: '' },
  initial: 'unpaid',
  states: {
    unpaid: {
      meta: by('payment', law.payment),
      entry: 'awaitPayment',
      on: {
        CAPTURED: { target: 'paid', actions: 'capture' },
        NOT_CAPTURED: { target: 'cancelled', actions: 'dropUnpaid' },
      },
    },
    paid: {
      meta: by('exporter', law.order),
      entry: 'awaitShipment',
      on: { ...leaving, SHIP_BY: { target: 'late', actions: 'chargeLate' } },
    },
    late: {
      meta: by('exporter', law.order),
      on: { ...leaving, PATIENCE_ENDS: { actions: 'weighCancel' } },
    },
    shipped: {
      meta: by('carrier', law.order),
      on: {
        DELIVERED: { target: 'delivered', actions: 'recognizeSale' },
        LOST: { target: 'lost', actions: 'refundLost' },
      },
    },
    delivered: {
      meta: by('buyer', law.returns),
      entry: 'awaitBuyer',
      on: {
        RETURN_WANTED: { target: 'disputed', actions: 'openDispute' },
        CHARGE_BACK: { target: 'disputed', actions: 'openDispute' },
      },
    },
    disputed: { meta: by('platform', law.returns), type: final },
    lost: { meta: by('carrier', law.order), type: final },
    cancelled: { meta: by('buyer', law.order), type: final },
  },
};

export const payoutChart = {
  id: 'payouts',
  context: { armed: false },
  initial: 'idle',
  states: {
    idle: {
      meta: by('platform', law.payout),
      on: { SALE_DELIVERED: { target: 'counting', actions: 'armCycle' }, FREEZE: 'frozen' },
    },
    counting: {
      meta: by('platform', law.payout),
      on: {
        CYCLE: { actions: 'closeCycle' },
        NOTHING_LEFT: 'idle',
        NEGATIVE: 'owing',
        SALE_DELIVERED: { actions: 'armCycle' },
        FREEZE: 'frozen',
      },
    },
    // Fees and refunds exceed what was sold: nothing is paid out until there are new sales.
    owing: {
      meta: by('exporter', law.payout),
      on: { SALE_DELIVERED: { target: 'counting', actions: 'armCycle' }, FREEZE: 'frozen' },
    },
    frozen: {
      meta: by('platform', law.frozen),
      on: {
        SALE_DELIVERED: { actions: 'holdBack' },
        CYCLE: { actions: 'missCycle' },
        UNFREEZE: { target: 'counting', actions: 'armCycle' },
      },
    },
  },
};

export const disputeChart = {
  id: 'dispute',
  context: { orderNo: '', kind: 'return', reason: '' },
  initial: 'opened',
  states: {
    opened: {
      meta: by('platform', law.returns),
      always: [{ guard: 'isChargeback', target: 'chargedBack' }, { target: 'returnAsked' }],
    },
    returnAsked: {
      meta: by('exporter', law.returns),
      entry: 'askReturn',
      on: {
        RETURN_DECIDED: [
          { guard: 'refuses', target: 'refused' },
          { guard: 'wantsGoodsBack', target: 'returning' },
          { guard: 'sendsAgain', target: 'resent', actions: 'replaceGoods' },
          { target: 'refunded', actions: 'refundAll' },
        ],
        TIMED_OUT: { target: 'refunded', actions: ['noteSilence', 'refundAll'] },
        BUYER_REFUNDED: { target: 'refunded', actions: 'close' },
      },
    },
    returning: {
      meta: by('buyer', law.returns),
      entry: 'awaitScan',
      on: {
        RETURN_SCANNED: { target: 'returned', actions: 'refundReturned' },
        BUYER_REFUNDED: { target: 'returned', actions: 'close' },
      },
    },
    refused: {
      meta: by('platform', law.returns),
      entry: 'weighRefusal',
      on: {
        UPHELD: { target: 'refunded', actions: ['noteUpheld', 'refundAll'] },
        DISMISSED: { target: 'dismissed', actions: 'dismiss' },
        BUYER_REFUNDED: { target: 'refunded', actions: 'close' },
      },
    },
    chargedBack: {
      meta: by('exporter', law.chargeback),
      entry: 'withhold',
      on: {
        representment: { target: 'represented', actions: 'sendEvidence' },
        TIMED_OUT: { target: 'lost', actions: ['noteSilence', 'loseCase'] },
      },
    },
    represented: {
      meta: by('payment', law.chargeback),
      on: {
        CASE_WON: { target: 'won', actions: 'winCase' },
        CASE_LOST: { target: 'lost', actions: 'loseCase' },
      },
    },
    refunded: { meta: by('buyer', law.returns), type: final },
    resent: { meta: by('buyer', law.returns), type: final },
    returned: { meta: by('buyer', law.returns), type: final },
    dismissed: { meta: by('platform', law.returns), type: final },
    won: { meta: by('payment', law.chargeback), type: final },
    lost: { meta: by('payment', law.chargeback), type: final },
  },
};
