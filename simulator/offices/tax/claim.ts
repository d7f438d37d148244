import {
  file,
  keep,
  note,
  post,
  put,
  send,
  type Definition,
  type Effect,
  type Scene,
} from '../../kernel/index.ts';
import { papersListDeadline } from '../../law/index.ts';
import { lot } from '../../trade/chance.ts';
import { creditLetter } from '../../trade/credit-events.ts';
import { moveLines } from '../../trade/ledger.ts';
import type { Claim, Credit } from '../../trade/records.ts';
import { dayOf, instantOf } from '../../trade/time.ts';
import { untilWorkingDay } from '../../trade/waiting.ts';
import { postClaim } from './desk.ts';
import { lawOf, type ClaimSheet } from './facts.ts';

/** Working days of review by the firm's customs class: the tax bureau's own four classes follow it in this model. */
const REVIEW_DAYS: Record<string, number> = {
  advancedCertified: 5,
  certified: 10,
  regular: 15,
  dishonest: 20,
  seriouslyDishonest: 20,
};
/** Odds (ppm) of a question: about the goods' way, or about the supplier (which takes a month to clear). */
const ODDS = { query: 60_000, supplier: 10_000 };
const ANSWER_DAYS = 15;

export const QUERY_EVIDENCE = [
  'purchaseContract',
  'invoice',
  'paymentRecord',
  'waybills',
  'exportLists',
  'forexRecord',
] as const;
/** What answers which question. */
export const QUERY_NEEDS: Record<string, readonly string[]> = {
  goodsFlow: ['purchaseContract', 'waybills', 'exportLists'],
  supplier: ['purchaseContract', 'invoice', 'paymentRecord'],
};
/** 备案单证: what is kept for ten years, by kind. */
export const RECORD_PAPERS = [
  'purchaseContract',
  'salesRecords',
  'transportPapers',
  'customsPapers',
] as const;

const id = (scene: Scene): string => scene.context.claim as string;
const claimOf = (scene: Scene): Claim => scene.get<Claim>('claims', id(scene));
const sheetOf = (scene: Scene): ClaimSheet => scene.get<ClaimSheet>('claimSheets', id(scene));
const change = (scene: Scene, patch: Partial<Claim>): Effect =>
  put('claims', id(scene), { ...claimOf(scene), ...patch });
const paper = (scene: Scene, kind: string, body: object): Effect =>
  file({
    id: `paper:${scene.next('paper')}`,
    kind,
    from: 'tax',
    to: 'exporter',
    subject: id(scene),
    body: body as never,
  });

function review(scene: Scene): Effect[] {
  const days =
    REVIEW_DAYS[scene.find<Credit>('credit', 'customs')?.class ?? 'regular'] ?? REVIEW_DAYS.regular!;
  const query = lot(scene, `tax-query-supplier:${id(scene)}`, ODDS.supplier)
    ? 'supplier'
    : lot(scene, `tax-query:${id(scene)}`, ODDS.query)
      ? 'goodsFlow'
      : '';
  if (query === '') return [send(scene.self, { type: 'APPROVED' }, untilWorkingDay(scene.now, days, 16))];
  return [
    keep({ query }),
    send(scene.self, { type: 'QUERIED' }, untilWorkingDay(scene.now, Math.min(5, days), 16)),
  ];
}

const queryOf = (scene: Scene): string => scene.context.query as string;

function ask(scene: Scene): Effect[] {
  const by = scene.now + untilWorkingDay(scene.now, ANSWER_DAYS, 17);
  return [
    paper(scene, 'taxQuery', {
      claim: id(scene),
      query: queryOf(scene),
      needs: QUERY_NEEDS[queryOf(scene)] ?? [],
      by,
    }),
    note('claimQueried', { claim: id(scene), query: queryOf(scene), by }, ['practice#supplier-vanished']),
    send('voyage', { type: 'CLAIM_QUERIED', claim: id(scene), query: queryOf(scene), by }),
    send(scene.self, { type: 'QUERY_OVER' }, by - scene.now),
  ];
}

const noteSilence = (): Effect[] => [keep({ query: 'queryUnanswered' })];

/** A question about the supplier goes to the supplier's own tax office: about a month. */
function reconsider(scene: Scene): Effect[] {
  const { evidence = [] } = scene.letter as { evidence?: string[] };
  const missing = (QUERY_NEEDS[queryOf(scene)] ?? []).filter((item) => !evidence.includes(item));
  const days = queryOf(scene) === 'supplier' ? 22 : 8;
  if (missing.length === 0)
    return [send(scene.self, { type: 'APPROVED' }, untilWorkingDay(scene.now, days, 16))];
  return [
    keep({ query: 'queryNotAnswered' }),
    send(scene.self, { type: 'REFUSED' }, untilWorkingDay(scene.now, 5, 16)),
  ];
}

const approve = (scene: Scene): Effect[] => [
  note('refundApproved', { claim: id(scene), amount: claimOf(scene).amount }, [
    'mof-sta-2026-11#trader-formula',
  ]),
  send(scene.self, { type: 'PAID' }, untilWorkingDay(scene.now, scene.between('treasury-time', 1, 4), 11)),
];

function pay(scene: Scene): Effect[] {
  const { amount, orders } = claimOf(scene);
  return [
    change(scene, { state: 'paid' }),
    ...(amount > 0
      ? [post('refundPaid', moveLines('refundReceivable', 'bankCny', 'CNY', amount), { claim: id(scene) })]
      : []),
    paper(scene, 'refundNotice', { claim: id(scene), amount, orders }),
    note('refundPaid', { claim: id(scene), amount }, ['mof-sta-2026-11#trader-formula']),
    send('voyage', { type: 'REFUNDED', claim: id(scene) }),
  ];
}

/** A refused claim goes back as if it had not been: the orders may be claimed again while the window is open. */
function refuse(scene: Scene): Effect[] {
  const reason = queryOf(scene);
  return [
    change(scene, { state: 'refused' }),
    ...postClaim('refundRefused', sheetOf(scene), id(scene), -1),
    paper(scene, 'refundRefusal', { claim: id(scene), reason }),
    note('refundRefused', { claim: id(scene), reason }, [
      'practice#supplier-vanished',
      'sta-2026-5#names-match',
    ]),
    send('voyage', { type: 'CLAIM_REFUSED', claim: id(scene), reason }),
  ];
}

// ---- record papers

function awaitPapers(scene: Scene): Effect[] {
  const due = instantOf(papersListDeadline(lawOf(scene), dayOf(scene.now)).value, 23);
  return [send(scene.self, { type: 'PAPERS_DUE' }, due - scene.now)];
}

const missPapers = (scene: Scene): Effect[] => [
  note('recordPapersLate', { claim: id(scene) }, ['sta-2026-5#fifteen-days']),
  creditLetter('papersLate'),
];

const takePapers = (scene: Scene): Effect[] => [
  put('recordPapers', id(scene), {
    filed: scene.now,
    papers: (scene.letter as { papers?: string[] }).papers ?? [],
  }),
  note('recordPapersFiled', { claim: id(scene) }, ['sta-2026-5#ten-years']),
];

export const claimEffects: Definition['effects'] = {
  review, ask, noteSilence, reconsider, approve, pay, refuse, awaitPapers, missPapers, takePapers,
}; // prettier-ignore
