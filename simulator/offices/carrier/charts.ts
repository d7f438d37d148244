/**
 * 承运人: one desk, one haul per batch, one journey per parcel, one way home per returned parcel. Times and chances
 * are drawn by the effects; a state that a buyer could see on the tracking page stamps its milestone.
 */
const law = {
  waybill: ['gacc-2018-194#three-data', 'ceb-202205#waybill-505'],
  departure: ['gacc-2018-113#message-family', 'ceb-202205#split-messages'],
  journey: ['practice#delay-tell', 'dryport-model#office-times'],
  loss: ['practice#lost-parcel', 'practice#loss-notice'],
  back: ['gacc-2020-44#one-year', 'practice#three-flows'],
};
const carrier = (cites: string[]) => ({ office: 'carrier', cites });
const exporter = (cites: string[]) => ({ office: 'exporter', cites });

export const deskChart = {
  id: 'desk',
  initial: 'serving',
  states: {
    serving: {
      meta: carrier(law.waybill),
      on: {
        LABEL: { actions: 'takeLabelOrder' },
        LABELLED: { actions: 'issueWaybill' },
        TRANSMIT: { actions: 'transmitWaybill' },
        HAUL: { actions: 'openHaul' },
        STOP: { actions: 'stop' },
        TAKE_BACK: { actions: 'takeBack' },
        DELAY: { actions: 'passOn' },
        LOSE: { actions: 'passOn' },
      },
    },
  },
};

/** The line-haul of one batch, up to the 509. Context: batch, orders. */
export const haulChart = {
  id: 'haul',
  context: { batch: '', orders: [], stopped: [] },
  initial: 'waitingForDeparture',
  states: {
    waitingForDeparture: {
      meta: carrier(law.departure),
      entry: 'bookSlot',
      on: {
        STOP: { actions: 'takeOff' },
        EMPTY: 'cancelled',
        EXIT: 'departed',
      },
    },
    departed: { meta: carrier(law.departure), entry: 'leave', on: { REPORT: 'reported' } },
    reported: { type: 'final' as const, meta: carrier(law.departure), entry: 'transmitDeparture' },
    cancelled: { type: 'final' as const, meta: carrier(['customs-law#not-shipped']), entry: 'cancel' },
  },
};

const reach = (code: string) => ({ type: 'reach', params: { code } });

/** A state of the journey: the next leg begins, unless a delay holds the parcel longer. */
const leg = (code: string, next: string) => ({
  meta: carrier(law.journey),
  entry: reach(code),
  on: {
    LEG: [{ guard: 'held', actions: 'waitLonger' }, { target: next }],
    DELAY: { actions: 'hold' },
    LOSE: 'missing',
  },
});

/** One parcel abroad. Context: orderNo, legs (minutes of each leg), held (ms still to wait), lostAt (leg or −1). */
export const transitChart = {
  id: 'transit',
  context: { orderNo: '', legs: [], held: 0, lostAt: -1, done: 0 },
  initial: 'underWay',
  states: {
    underWay: { ...leg('', 'atHub'), entry: 'setOut' },
    atHub: leg('TRANSIT', 'arrived'),
    arrived: leg('ARRIVED', 'inCustomsAbroad'),
    inCustomsAbroad: leg('CUSTOMS_IN', 'clearedAbroad'),
    clearedAbroad: leg('RELEASED_DEST', 'withCourier'),
    withCourier: leg('LM_HANDOFF', 'outForDelivery'),
    outForDelivery: leg('OUT_FOR_DELIVERY', 'delivered'),
    delivered: { type: 'final' as const, meta: carrier(law.journey), entry: 'deliver' },
    missing: { meta: carrier(law.loss), entry: 'search', on: { GIVEN_UP: 'lost' } },
    lost: { type: 'final' as const, meta: exporter(law.loss), entry: 'declareLost' },
  },
};

export const takeBackChart = {
  id: 'takeBack',
  context: { orderNo: '' },
  initial: 'collecting',
  states: {
    collecting: { meta: carrier(law.back), entry: 'collect', on: { COLLECTED: 'onTheWay' } },
    onTheWay: { meta: carrier(law.back), entry: 'shipBack', on: { HOME: 'home' } },
    home: { type: 'final' as const, meta: carrier(law.back), entry: 'handOver' },
  },
};
