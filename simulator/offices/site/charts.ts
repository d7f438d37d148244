/**
 * 监管场所经营人: the gate looks after the link to the window and passes letters to the visit of each batch. A visit
 * weighs, checks the lists, tells customs of the arrival (507), waits for the release and loads.
 */
const law = {
  site: ['gacc-2018-194#supervised-site', 'customs-law#site-operator'],
  weight: ['practice#weight-match', 'gacc-2018-194#truthful-data'],
  arrival: ['practice#arrival-resend', 'gacc-2018-113#message-family'],
  release: ['gacc-2018-194#list-release'],
};
const site = (cites: string[]) => ({ office: 'site', cites });
const exporter = (cites: string[]) => ({ office: 'exporter', cites });

/** Context: silent = batches whose arrival customs does not know of. */
export const gateChart = {
  id: 'gate',
  context: { silent: [] },
  initial: 'linked',
  on: {
    TRUCK_IN: { actions: 'admit' },
    RELEASED: { actions: 'passRelease' },
    INSPECT: { actions: 'moveToBay' },
    IN_BAY: { actions: 'reportBay' },
    INSPECTED: { actions: 'clearBay' },
  },
  states: {
    linked: { meta: site(law.site), on: { LINK_DOWN: { target: 'unlinked', actions: 'noteDown' } } },
    unlinked: {
      meta: exporter(law.arrival),
      on: {
        askArrival: { actions: 'askVisit' },
        LINK_DOWN: { actions: 'noteDown' },
        LINK_UP: [{ guard: 'lastOne', target: 'linked', actions: 'noteUp' }, { actions: 'noteUp' }],
      },
    },
  },
};

/** Context: batch. */
export const visitChart = {
  id: 'visit',
  context: { batch: '', tries: 0, since: 0, copNo: '', loaded: [], wasSilent: false },
  initial: 'weighing',
  states: {
    weighing: {
      meta: site(law.weight),
      entry: 'weigh',
      on: { WEIGHT_RIGHT: 'checkingLists', WEIGHT_OFF: { target: 'turnedAway', actions: 'turnAway' } },
    },
    checkingLists: {
      meta: site(law.site),
      entry: 'checkLists',
      on: {
        LISTS_PASSED: 'unloading',
        LISTS_OPEN: { actions: 'checkLists' },
        LISTS_FAULTY: { target: 'turnedAway', actions: 'turnAway' },
      },
    },
    turnedAway: { meta: exporter(law.weight), on: { TRUCK_IN: 'weighing' } },
    unloading: {
      meta: site(law.site),
      entry: 'unload',
      on: { LINKED: 'telling', NO_LINK: 'silent' },
    },
    telling: { meta: site(law.arrival), entry: 'transmit', on: { TOLD: 'awaitingRelease' } },
    silent: {
      meta: exporter(law.arrival),
      entry: 'goSilent',
      on: { ASKED: 'resending', LINK_BACK: { guard: 'thisTry', target: 'telling' } },
    },
    resending: {
      meta: site(law.arrival),
      entry: 'resend',
      on: { LINK_BACK: { guard: 'thisTry', target: 'telling' } },
    },
    awaitingRelease: {
      meta: { office: 'customs', cites: law.release },
      after: { answerShows: { actions: 'look' } },
      on: { RELEASED: 'loading', REFUSED: 'silent' },
    },
    loading: { meta: site(law.release), entry: 'load', on: { LOADED_UP: 'loaded' } },
    loaded: {
      meta: { office: 'carrier', cites: law.release },
      entry: 'handOver',
      on: { RELEASED: 'loading' },
    },
  },
};
