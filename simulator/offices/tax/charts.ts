/**
 * 税务: the desk takes claims; one claim is reviewed, perhaps questioned, and paid or refused, while beside it the list
 * of record papers is filed within fifteen days.
 */
const law = {
  claim: ['sta-2026-5#april-30', 'mof-sta-2026-11#trader-formula'],
  query: ['practice#supplier-vanished', 'sta-2026-5#names-match'],
  papers: ['sta-2026-5#fifteen-days', 'sta-2026-5#ten-years'],
  exempt: ['cs-2018-103#three-conditions', 'mof-sta-2026-11#three-treatments'],
};
const tax = (cites: string[]) => ({ office: 'tax', cites });
const exporter = (cites: string[]) => ({ office: 'exporter', cites });
const final = 'final' as const;

export const deskChart = {
  id: 'desk',
  initial: 'open',
  states: {
    open: {
      meta: tax(law.claim),
      on: {
        claimRefund: { actions: 'takeClaim' },
        declareExemption: { actions: 'takeExemption' },
        repayRefund: { actions: 'takeRepayment' },
        requestReturnCertificate: { actions: 'prepareCertificates' },
        REPAYMENT_BOOKED: { actions: 'confirmRepayment' },
        CERTIFIED: { actions: 'issueCertificates' },
        EXCHANGE_DEADLINE: { actions: 'checkExchange' },
      },
    },
  },
};

/** A refund claim. Context: claim (its number), query = the question that was asked, or why it was refused. */
export const claimChart = {
  id: 'claim',
  context: { claim: '', query: '' },
  type: 'parallel' as const,
  states: {
    review: {
      meta: tax(law.claim),
      initial: 'underReview',
      states: {
        underReview: {
          meta: tax(law.claim),
          entry: 'review',
          on: { APPROVED: 'approved', QUERIED: 'queried' },
        },
        queried: {
          meta: exporter(law.query),
          entry: 'ask',
          on: { answerQuery: 'reconsidering', QUERY_OVER: { target: 'refused', actions: 'noteSilence' } },
        },
        reconsidering: {
          meta: tax(law.query),
          entry: 'reconsider',
          on: { APPROVED: 'approved', REFUSED: 'refused' },
        },
        approved: { meta: tax(law.claim), entry: 'approve', on: { PAID: 'paid' } },
        paid: { type: final, meta: tax(law.claim), entry: 'pay' },
        refused: { type: final, meta: exporter(law.query), entry: 'refuse' },
      },
    },
    papers: {
      meta: exporter(law.papers),
      initial: 'due',
      states: {
        due: {
          meta: exporter(law.papers),
          entry: 'awaitPapers',
          on: { filePapers: 'filed', PAPERS_DUE: { target: 'overdue', actions: 'missPapers' } },
        },
        overdue: { meta: exporter(law.papers), on: { filePapers: 'filed' } },
        filed: { type: final, meta: exporter(law.papers), entry: 'takePapers' },
      },
    },
  },
};

/** 免税申报: exempt sales of a month. Context: claim. */
export const exemptionChart = {
  id: 'exemption',
  context: { claim: '' },
  initial: 'underReview',
  states: {
    underReview: { meta: tax(law.exempt), entry: 'reviewExemption', on: { ACCEPTED: 'accepted' } },
    accepted: { type: final, meta: tax(law.exempt), entry: 'accept' },
  },
};
