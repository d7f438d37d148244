/**
 * Risk events that may befall a 9610 run, as data: early signs, choices, what each choice brings, and the source.
 * Amounts and days are the product's own model; the right handling follows the cited texts. Words: content/words/risks.yaml.
 */
export const VERDICTS = ['best', 'acceptable', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Consequence {
  /** Money lost, fen: a fixed sum, or a share (ppm) of the sales so far. */
  loss?: number;
  lossShare?: number;
  /** Change of one dimension of the zone's credit, ppm. */
  credit?: number;
  /** The customs class hears of it. */
  customs?: boolean;
  /** Days for which the platform holds payouts. */
  freezeDays?: number;
  /** Days that the handling takes. */
  days?: number;
}

/** Blows that other parties deal: goods late or lost on the way, money disputed, a rate that jumps. */
export type Strike =
  | { kind: 'delay'; days: number }
  | { kind: 'loss' }
  | { kind: 'chargebacks'; most: number }
  | { kind: 'rate'; currency: 'USD'; ppm: number };

export interface RiskEvent {
  id: string;
  domain:
    | 'customs'
    | 'authenticity'
    | 'product'
    | 'brand'
    | 'payment'
    | 'logistics'
    | 'platform'
    | 'forex'
    | 'tax'
    | 'data';
  /** Early signs, shown a few days before. */
  signs: readonly string[];
  /** Days to decide; then it counts as ignored, with the consequences of a wrong choice. */
  term: number;
  options: Readonly<Record<string, Verdict>>;
  consequences: Readonly<Record<Verdict, Consequence>>;
  /** What happens in the world when it breaks out, or by a choice: the offices play it from there. */
  strike?: Strike;
  strikeIf?: Readonly<Partial<Record<Verdict, Strike>>>;
  /** Dimension of the zone's credit model, 0–7. */
  dimension: number;
  cites: readonly string[];
}

const risk = (event: RiskEvent): RiskEvent => event;

export const RISKS = [
  risk({
    id: 'E-01', domain: 'customs', signs: ['brokerAsks', 'codeAndPriceApart'], term: 3, dimension: 0,
    options: { askRuling: 'best', declareAndDisclose: 'acceptable', keepCode: 'wrong' },
    consequences: { best: { days: 2 }, acceptable: { loss: 50_000, credit: -10_000 }, wrong: { loss: 400_000, credit: -150_000, customs: true } },
    cites: ['customs-law#truthful-declaration', 'customs-penalty-regulation#tax'],
  }),
  risk({
    id: 'E-02', domain: 'customs', signs: ['priceBelowPeers', 'buyerWantsLowValue'], term: 3, dimension: 0,
    options: { explainWithProof: 'best', raiseToPaidPrice: 'acceptable', fakeInvoice: 'wrong' },
    consequences: { best: { days: 2 }, acceptable: { credit: -3_000 }, wrong: { loss: 500_000, credit: -150_000, customs: true } },
    cites: ['customs-law#truthful-declaration', 'customs-penalty-regulation#statistics'],
  }),
  risk({
    id: 'E-03', domain: 'customs', signs: ['scaleOff', 'newPacking'], term: 2, dimension: 0,
    options: { recountAndCorrect: 'best', askCarrierToReweigh: 'acceptable', pushThrough: 'wrong' },
    consequences: { best: { days: 1 }, acceptable: { days: 2 }, wrong: { loss: 30_000, credit: -30_000 } },
    cites: ['customs-law#truthful-declaration', 'customs-penalty-regulation#statistics'],
  }),
  risk({
    id: 'E-04', domain: 'customs', signs: ['moreInspectionsNearby'], term: 2, dimension: 0,
    options: { attendWithPapers: 'best', sendBroker: 'acceptable', refuseToOpen: 'wrong' },
    consequences: { best: { days: 1 }, acceptable: { days: 2, loss: 20_000 }, wrong: { loss: 300_000, credit: -100_000, customs: true } },
    cites: ['customs-law#inspection-attendance', 'customs-penalty-regulation#refuse-inspection'],
  }),
  risk({
    id: 'E-05', domain: 'customs', signs: ['siteNetworkSlow'], term: 1, dimension: 0,
    options: { askSiteToResend: 'best', waitForSite: 'acceptable', loadAnyway: 'wrong' },
    consequences: { best: {}, acceptable: { days: 2 }, wrong: { loss: 200_000, credit: -80_000, customs: true } },
    cites: ['gacc-2018-194#supervised-site', 'customs-law#site-operator'],
  }),
  risk({
    id: 'E-06', domain: 'customs', signs: ['couponCampaign', 'totalsRounded'], term: 2, dimension: 0,
    options: { fixSourceSystem: 'best', correctByHand: 'acceptable', editPayment: 'wrong' },
    consequences: { best: {}, acceptable: { credit: -3_000 }, wrong: { credit: -60_000, loss: 50_000 } },
    cites: ['gacc-2018-194#truthful-data'],
  }),
  risk({
    id: 'E-10', domain: 'tax', signs: ['agentOffersPapers', 'priceTooGood'], term: 3, dimension: 3,
    options: { refuseAndUseTrueAgency: 'best', refuse: 'acceptable', buyPapers: 'wrong' },
    consequences: { best: { credit: 2_000 }, acceptable: {}, wrong: { loss: 800_000, credit: -300_000, customs: true } },
    cites: ['sta-2025-17', 'customs-penalty-regulation#supervision'],
  }),
  risk({
    id: 'E-11', domain: 'authenticity', signs: ['roundOrders', 'sameAddress', 'nightBursts'], term: 2, dimension: 3,
    options: { stopAndReport: 'best', cancelSilently: 'acceptable', shipForTurnover: 'wrong' },
    consequences: { best: { credit: 2_000 }, acceptable: { credit: -5_000 }, wrong: { loss: 600_000, credit: -600_000, customs: true } },
    cites: ['e-commerce-law#real-trade', 'gacc-2018-194#penalties'],
  }),
  risk({
    id: 'E-22', domain: 'product', signs: ['airlineAsks', 'noTestReport'], term: 3, dimension: 2,
    options: { testReportFirst: 'best', shipBySea: 'acceptable', hideBattery: 'wrong' },
    consequences: { best: { days: 5, loss: 80_000 }, acceptable: { days: 14 }, wrong: { loss: 500_000, credit: -150_000, customs: true } },
    cites: ['dangerous-goods'],
  }),
  risk({
    id: 'E-27', domain: 'brand', signs: ['logoOnSample', 'recordedMark'], term: 3, dimension: 5,
    options: { checkLicenceAndPull: 'best', giveUpGoods: 'acceptable', denyEverything: 'wrong' },
    consequences: { best: { loss: 60_000 }, acceptable: { loss: 120_000, credit: -20_000 }, wrong: { loss: 400_000, credit: -150_000, customs: true } },
    cites: ['ip-customs-regulation#recordal', 'customs-penalty-regulation#infringing-goods'],
  }),
  risk({
    id: 'E-33', domain: 'payment', signs: ['newAccountMail', 'urgentTone'], term: 1, dimension: 1,
    options: { callKnownNumber: 'best', holdPayment: 'acceptable', payNewAccount: 'wrong' },
    consequences: { best: {}, acceptable: { days: 2 }, wrong: { loss: 1_200_000, credit: -20_000 } },
    cites: ['practice'],
  }),
  risk({
    id: 'E-35', domain: 'payment', signs: ['notReceivedMails', 'trackingGaps'], term: 10, dimension: 4,
    options: { representWithTracking: 'best', refundAll: 'acceptable', ignoreClaims: 'wrong' },
    strikeIf: { wrong: { kind: 'chargebacks', most: 3 } },
    consequences: { best: { lossShare: 10_000 }, acceptable: { lossShare: 60_000 }, wrong: { lossShare: 120_000, credit: -50_000 } },
    cites: ['practice'],
  }),
  risk({
    id: 'E-39', domain: 'logistics', signs: ['etaSlips', 'borderQueue'], term: 3, dimension: 4,
    options: { rerouteAndTellBuyers: 'best', tellBuyers: 'acceptable', staySilent: 'wrong' },
    strikeIf: { best: { kind: 'delay', days: 3 }, acceptable: { kind: 'delay', days: 9 }, wrong: { kind: 'delay', days: 9 } },
    consequences: { best: { loss: 60_000 }, acceptable: { lossShare: 15_000 }, wrong: { lossShare: 80_000, credit: -30_000 } },
    cites: ['practice'],
  }),
  risk({
    id: 'E-40', domain: 'logistics', signs: ['trackingStops'], term: 5, dimension: 4,
    options: { notifyInsurerAndSurvey: 'best', claimFromCarrier: 'acceptable', reportLate: 'wrong' },
    strike: { kind: 'loss' },
    consequences: { best: { loss: 30_000 }, acceptable: { loss: 150_000 }, wrong: { loss: 500_000 } },
    cites: ['practice'],
  }),
  risk({
    id: 'E-52', domain: 'platform', signs: ['reviewNotice', 'linkedAccount'], term: 5, dimension: 4,
    options: { appealWithPlan: 'best', waitForReview: 'acceptable', buyAccount: 'wrong' },
    consequences: { best: { freezeDays: 7 }, acceptable: { freezeDays: 30 }, wrong: { freezeDays: 60, loss: 300_000, credit: -80_000 } },
    cites: ['e-commerce-law#platform-duty'],
  }),
  risk({
    id: 'E-53', domain: 'platform', signs: ['reviewGroupInvite'], term: 3, dimension: 3,
    options: { refuseAndReport: 'best', ignoreOffer: 'acceptable', buyReviews: 'wrong' },
    consequences: { best: {}, acceptable: {}, wrong: { loss: 200_000, credit: -120_000, freezeDays: 20 } },
    cites: ['e-commerce-law#real-trade'],
  }),
  risk({
    id: 'E-55', domain: 'forex', signs: ['spreadWidens', 'policyNews'], term: 5, dimension: 1,
    options: { forwardCover: 'best', priceInRenminbi: 'acceptable', speculate: 'wrong' },
    strike: { kind: 'rate', currency: 'USD', ppm: -30_000 },
    consequences: { best: { lossShare: 3_000 }, acceptable: { lossShare: 8_000 }, wrong: { lossShare: 40_000 } },
    cites: ['safe-2020-11', 'dryport-model'],
  }),
  risk({
    id: 'E-56', domain: 'tax', signs: ['supplierPhoneDead', 'taxAlert'], term: 5, dimension: 1,
    options: { verifyReplaceDisclose: 'best', holdClaim: 'acceptable', claimAnyway: 'wrong' },
    consequences: { best: { days: 10 }, acceptable: { days: 20 }, wrong: { loss: 900_000, credit: -250_000, customs: true } },
    cites: ['mof-sta-2026-11', 'customs-penalty-regulation#refund'],
  }),
  risk({
    id: 'E-60', domain: 'data', signs: ['strangeLogin', 'customersAskAboutSpam'], term: 1, dimension: 6,
    options: { containNotifyReport: 'best', changePasswords: 'acceptable', hideLeak: 'wrong' },
    consequences: { best: { credit: -50_000 }, acceptable: { credit: -100_000 }, wrong: { credit: -250_000, loss: 300_000 } },
    cites: ['pipl'],
  }),
] as const satisfies readonly RiskEvent[]; // prettier-ignore

export const findRisk = (id: string): RiskEvent | null => RISKS.find((event) => event.id === id) ?? null;
