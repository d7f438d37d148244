/**
 * 综试区信用: one record of what the zone and customs know of the firm. Any office writes in it; the firm may ask for a
 * certificate, appeal against an entry, and work its way off the negative list.
 */
const MODEL = 'dryport-model#zone-credit';
const zone = (...cites: string[]) => ({ office: 'zone', cites: [MODEL, ...cites] });
const exporter = (...cites: string[]) => ({ office: 'exporter', cites: [MODEL, ...cites] });

export const creditChart = {
  id: 'credit',
  /** entries = number of log entries so far; appeals = entries that were appealed against. */
  context: { entries: 0, appeals: [], listedAt: 0 },
  entry: 'openRecord',
  initial: 'goodStanding',
  on: {
    CREDIT: { actions: 'record' },
    CUSTOMS_EVENT: { actions: 'recordCustoms' },
    RATING: { actions: 'rate' },
    DISCLOSED: { actions: 'disclose' },
    requestCertificate: { actions: 'prepareCertificate' },
    CERTIFICATE: { actions: 'issueCertificate' },
    appeal: { actions: 'takeAppeal' },
    APPEAL_DECIDED: { actions: 'decideAppeal' },
  },
  states: {
    goodStanding: { meta: zone(), on: { LISTED: 'negativeList' } },
    negativeList: {
      meta: exporter('xiangtan-plan-2020#credit'),
      entry: 'list',
      on: { askProbation: { target: 'probation', actions: 'unlist' }, LISTED: { actions: 'list' } },
    },
    probation: {
      meta: zone('xiangtan-plan-2020#credit'),
      on: { LISTED: 'negativeList', SERVED: { target: 'goodStanding', actions: 'restore' } },
    },
  },
};
