/**
 * SM-A 准入: what a firm must hold before its first retail export. The licence comes first, for everything else is
 * asked for in its name; then the paths run side by side. Only two of them wait for another: the tax filing and the
 * zone's platform want the customs filing, and their rules say so.
 */
const law = {
  licence: ['practice#licensed-scope'],
  customs: ['gacc-2018-194#registration', 'practice#filing-3-days'],
  eport: ['practice#eport-card'],
  forex: ['safe-2024-11#bank-registers', 'safe-2019-28#micro-exemption'],
  tax: ['sta-2026-5#one-form'],
  zone: ['cs-2018-103#three-conditions'],
  shop: ['practice#platform-kyc'],
  qualification: ['foreign-trade-law#prohibited-restricted', 'practice#platform-kyc'],
};
const by = (office: string, cites: string[]) => ({ office, cites });

/** Registered from the first day: every path stands at its end. */
const ALL_DONE = [
  '#customs.ready',
  '#forex.listed',
  '#tax.filed',
  '#zone.registered',
  '#shop.open',
  '#qualifications.gathering',
];

const customs = {
  id: 'customs',
  meta: by('exporter', law.customs),
  initial: 'unfiled',
  states: {
    unfiled: {
      meta: by('exporter', law.customs),
      on: { fileCustoms: { target: 'reviewing', actions: 'askCustoms' } },
    },
    reviewing: {
      meta: by('customs', law.customs),
      on: {
        CUSTOMS_FILED: { target: 'filed', actions: 'recordCustoms' },
        CUSTOMS_REFUSED: { target: 'refused', actions: 'complain' },
      },
    },
    refused: {
      meta: by('exporter', law.customs),
      on: { fileCustoms: { target: 'reviewing', actions: 'askCustoms' } },
    },
    filed: {
      meta: by('exporter', law.eport),
      on: { applyEport: { target: 'issuingCard', actions: 'askCard' } },
    },
    // 电子口岸数据中心 belongs to customs
    issuingCard: {
      meta: by('customs', law.eport),
      on: { CARD_ISSUED: { target: 'ready', actions: 'recordCard' } },
    },
    ready: { meta: by('exporter', law.eport) },
  },
};

const forexMoves = {
  applyForexList: { target: 'reviewing', actions: 'askBank' },
  claimForexExemption: { target: 'exempt', actions: 'recordExemption' },
};
const forex = {
  id: 'forex',
  meta: by('exporter', law.forex),
  initial: 'unlisted',
  states: {
    unlisted: { meta: by('exporter', law.forex), on: forexMoves },
    reviewing: {
      meta: by('bank', law.forex),
      on: {
        FOREX_LISTED: { target: 'listed', actions: 'recordListed' },
        FOREX_REFUSED: { target: 'refused', actions: 'complain' },
      },
    },
    refused: { meta: by('exporter', law.forex), on: forexMoves },
    // A firm that outgrows the exemption goes on the list after all.
    exempt: {
      meta: by('exporter', ['safe-2019-28#micro-exemption']),
      on: { applyForexList: forexMoves.applyForexList },
    },
    listed: { meta: by('exporter', ['safe-2024-11#bank-registers']) },
  },
};

const tax = {
  id: 'tax',
  meta: by('exporter', law.tax),
  initial: 'unfiled',
  states: {
    unfiled: { meta: by('exporter', law.tax), on: { fileTax: { target: 'reviewing', actions: 'askTax' } } },
    reviewing: {
      meta: by('tax', law.tax),
      on: {
        TAX_FILED: { target: 'filed', actions: 'recordTax' },
        TAX_REFUSED: { target: 'refused', actions: 'complain' },
      },
    },
    refused: { meta: by('exporter', law.tax), on: { fileTax: { target: 'reviewing', actions: 'askTax' } } },
    filed: { meta: by('exporter', law.tax) },
  },
};

const zone = {
  id: 'zone',
  meta: by('exporter', law.zone),
  initial: 'unregistered',
  states: {
    unregistered: {
      meta: by('exporter', law.zone),
      on: { registerZone: { target: 'reviewing', actions: 'askZone' } },
    },
    reviewing: {
      meta: by('zone', law.zone),
      on: {
        ZONE_REGISTERED: { target: 'registered', actions: 'recordZone' },
        ZONE_REFUSED: { target: 'refused', actions: 'complain' },
      },
    },
    refused: {
      meta: by('exporter', law.zone),
      on: { registerZone: { target: 'reviewing', actions: 'askZone' } },
    },
    registered: { meta: by('exporter', law.zone) },
  },
};

const shop = {
  id: 'shop',
  meta: by('exporter', law.shop),
  initial: 'closed',
  states: {
    closed: {
      meta: by('exporter', law.shop),
      on: { openShop: { target: 'verifying', actions: 'askPlatform' } },
    },
    verifying: {
      meta: by('platform', law.shop),
      on: {
        SHOP_OPENED: { target: 'open', actions: 'recordShop' },
        SHOP_QUESTIONED: { target: 'questioned', actions: 'complain' },
      },
    },
    questioned: {
      meta: by('exporter', law.shop),
      on: { openShop: { target: 'verifying', actions: 'askPlatform' } },
    },
    open: { meta: by('exporter', law.shop) },
  },
};

/** Several may be on their way at once, so the records tell which; the state only says that one may ask. */
const qualifications = {
  id: 'qualifications',
  meta: by('exporter', law.qualification),
  initial: 'gathering',
  states: {
    gathering: {
      meta: by('exporter', law.qualification),
      on: {
        obtainQualification: { actions: 'askQualification' },
        QUALIFIED: { actions: 'recordQualification' },
      },
    },
  },
};

export const chart = {
  id: 'enterprise',
  context: { scope: [], verified: false },
  initial: 'opening',
  states: {
    opening: {
      meta: by('exporter', law.licence),
      entry: 'openBooks',
      on: { BEGUN: [{ guard: 'registered', target: ALL_DONE }, { target: 'unlicensed' }] },
    },
    unlicensed: {
      meta: by('exporter', law.licence),
      on: { applyLicence: { target: 'licensing', actions: 'askLicence' } },
    },
    // The zone's one-stop counter takes the papers in for the market regulator.
    licensing: {
      meta: by('zone', law.licence),
      on: { LICENCE_ISSUED: { target: 'licensed', actions: 'recordLicence' } },
    },
    licensed: {
      meta: by('exporter', law.licence),
      type: 'parallel',
      on: {
        amendLicence: { actions: 'askLicence' },
        LICENCE_ISSUED: { actions: 'recordLicence' },
      },
      states: { customs, forex, tax, zone, shop, qualifications },
    },
  },
};
