import * as v from 'valibot';
import {
  file,
  keep,
  move,
  note,
  post,
  rule,
  send,
  type Definition,
  type Effect,
  type MoveSpec,
  type Scene,
} from '../../kernel/index.ts';
import { lawAt, penaltyBand, type Breach } from '../../law/index.ts';
import { addWorkingDays } from '../../trade/calendar.ts';
import { toFen } from '../../trade/fx.ts';
import { mulDiv } from '../../trade/money.ts';
import type { CustomsDocument } from '../../trade/records.ts';
import type { Setup } from '../../trade/setup.ts';
import { DAY, dayOf, instantOf } from '../../trade/time.ts';
import { STORE } from './documents.ts';

/** Working days that a trader has to answer a case notice, and to pay a fine (15 days). */
const ANSWER_DAYS = 5;
const PAY_TERM = 15 * DAY;

const head = (scene: Scene) => scene.get<CustomsDocument>(STORE, scene.context.key as string).head;
const subject = (scene: Scene): string => head(scene).copNo ?? '';
const breachOf = (scene: Scene): string => scene.context.breach as string;
const cite = (scene: Scene): string =>
  breachOf(scene) === 'ip'
    ? 'ip-customs-regulation#three-working-days'
    : `customs-penalty-regulation#${breachOf(scene)}`;
const paper = (scene: Scene, kind: string, body: Record<string, string | number>): Effect =>
  file({
    id: `paper:${scene.next('paper')}`,
    kind,
    from: 'customs',
    to: 'exporter',
    subject: subject(scene),
    body,
  });

function serveNotice(scene: Scene): Effect[] {
  const due = instantOf(addWorkingDays(dayOf(scene.now), ANSWER_DAYS), 17);
  return [
    paper(scene, 'caseNotice', { copNo: subject(scene), breach: breachOf(scene), due }),
    note('caseOpened', { key: subject(scene), breach: breachOf(scene) }, [cite(scene)]),
    send(scene.self, { type: 'NO_ANSWER' }, due - scene.now),
  ];
}

const takeAnswer = (scene: Scene): Effect[] => [
  keep({ stance: scene.letter.stance ?? 'silent', evidence: scene.letter.evidence ?? [] }),
];

/** Where in the law's band the fine falls, ppm: who admits and mends stands low, who is silent stands high. */
const PLACE: Record<string, number> = { admit: 100_000, contest: 400_000, silent: 800_000 };

function decide(scene: Scene): Effect[] {
  const {
    stance = 'silent',
    evidence = [],
    value = 0,
  } = scene.context as { stance?: string; evidence?: string[]; value?: number };
  const wait = scene.between('case-time', 2, 7) * DAY;
  const proven = breachOf(scene) === 'ip' && evidence.includes('authorisation');
  if (proven) return [send(scene.self, { type: 'DISMISSED' }, wait)];
  const setup = scene.setup as Setup;
  const worth = toFen(value, 'USD', setup.rates.USD ?? 7_000_000);
  const band = penaltyBand(lawAt(dayOf(scene.now)), breachOf(scene) as Breach, worth);
  const fine = band.lowest + mulDiv(band.highest - band.lowest, PLACE[stance] ?? PLACE.silent!, 1_000_000);
  return [keep({ fine }), send(scene.self, { type: 'PENALTY' }, wait)];
}

const fineOf = (scene: Scene): number => (scene.context.fine as number | undefined) ?? 0;

function serveDecision(scene: Scene): Effect[] {
  const due = scene.now + PAY_TERM;
  return [
    paper(scene, 'penaltyDecision', {
      copNo: subject(scene),
      breach: breachOf(scene),
      fine: fineOf(scene),
      due,
    }),
    note('fined', { key: subject(scene), fine: fineOf(scene), breach: breachOf(scene) }, [cite(scene)]),
    post(
      'fine',
      [
        { account: 'finesAndLosses', currency: 'CNY', amount: fineOf(scene) },
        { account: 'finesPayable', currency: 'CNY', amount: -fineOf(scene) },
      ],
      { copNo: subject(scene) },
    ),
    send('zone', { type: 'CUSTOMS_EVENT', code: 'fined', cites: [cite(scene)] }),
    send(scene.self, { type: 'OVERDUE' }, PAY_TERM),
  ];
}

const pay = (scene: Scene): Effect =>
  post(
    'finePaid',
    [
      { account: 'finesPayable', currency: 'CNY', amount: fineOf(scene) },
      { account: 'bankCny', currency: 'CNY', amount: -fineOf(scene) },
    ],
    { copNo: subject(scene) },
  );

const takeFine = (scene: Scene): Effect[] => [pay(scene)];
const enforce = (scene: Scene): Effect[] => [
  pay(scene),
  note('fineEnforced', { key: subject(scene), fine: fineOf(scene) }, [cite(scene)]),
  send('zone', {
    type: 'CREDIT',
    code: 'fineOverdue',
    dimension: 0,
    delta: -50_000,
    cites: ['customs-penalty-regulation#supervision'],
  }),
];

const settleCase = (scene: Scene): Effect[] => [send(scene.context.list as string, { type: 'SETTLED' })];
const forfeit = (scene: Scene): Effect[] => [
  note('goodsGivenUp', { key: subject(scene) }, [cite(scene)]),
  send(scene.context.list as string, { type: 'FORFEITED' }),
  send('voyage', { type: 'FORFEITED', orderNo: head(scene).orderNo ?? '' }),
];

export const caseEffects: Definition['effects'] = {
  serveNotice,
  takeAnswer,
  decide,
  serveDecision,
  takeFine,
  enforce,
  settleCase,
  forfeit,
};

const cashSuffices = rule<object>('cashTooLow', ['practice'], (scene) => {
  const have = scene.balance('bankCny', 'CNY');
  return have >= fineOf(scene) ? null : { have, need: fineOf(scene) };
});

export const CASE_EVIDENCE = [
  'purchaseContract',
  'invoice',
  'authorisation',
  'productDescription',
  'correctedList',
] as const;

const evidenceKnown = rule<{ evidence: string[] }>(
  'papersUnknown',
  ['customs-penalty-regulation#supervision'],
  (_, { evidence }) => {
    const unknown = evidence.find((item) => !(CASE_EVIDENCE as readonly string[]).includes(item));
    return unknown === undefined ? null : { paper: unknown, at: 'evidence' };
  },
);

export const caseMoves: Record<string, MoveSpec> = {
  answerCase: move(
    'exporter',
    v.object({
      stance: v.picklist(['admit', 'contest']),
      evidence: v.pipe(v.array(v.string()), v.maxLength(20)),
    }),
    ['customs-penalty-regulation#supervision'],
    [evidenceKnown],
  ),
  giveUpGoods: move('exporter', v.object({}), ['ip-customs-regulation#give-up']),
  payFine: move('exporter', v.object({}), ['customs-penalty-regulation#supervision'], [cashSuffices]),
};
