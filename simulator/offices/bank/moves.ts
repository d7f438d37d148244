import * as v from 'valibot';
import { move, rule, type MoveSpec, type Params, type Rule, type Scene } from '../../kernel/index.ts';
import { lawAt } from '../../law/index.ts';
import { PPM, mulDiv, sum } from '../../trade/money.ts';
import type { Payout } from '../../trade/records.ts';
import { standing } from '../../trade/standing.ts';
import { partsOf } from '../../trade/time.ts';
import { findNote, ordersWithoutGoods, valueOf, type CreditNote, type Proof } from './note.ts';

/** Orders and money may differ by so much before somebody asks, ppm (dossier 4.2). */
const GAP = 50_000;

export const EXPLANATIONS = ['none', 'refundOffset', 'discount', 'cancelledOrders', 'exchange'] as const;
export const HOLD_EVIDENCE = [
  'orderRecords',
  'waybills',
  'refundRecords',
  'platformStatement',
  'thirdPartyAgreement',
] as const;

const REAL = ['safe-2020-14#real-background'];
const GROSS = ['safe-2020-11#gross-reporting'];

type ByPayout = { payout: string };
const payoutOf = (scene: Scene, { payout }: ByPayout): Payout | null => scene.find<Payout>('payouts', payout);

const moneyHere = rule<ByPayout>('moneyNotHere', REAL, (scene, { payout }) =>
  findNote(scene, payout) ? null : { payout, at: 'payout' },
);

const noteIs = (code: string, cites: string[], ...states: CreditNote['state'][]): Rule<ByPayout> =>
  rule<ByPayout>(code, cites, (scene, { payout }) => {
    const note = findNote(scene, payout);
    return note === null || states.includes(note.state)
      ? null
      : { payout, state: `bank/receipt.${note.state}`, at: 'payout' };
  });

const onNameList = rule<ByPayout>(
  'notOnNameList',
  ['safe-2024-11#bank-registers', 'safe-2019-28#micro-exemption'],
  (scene) => (standing(scene).forex === 'none' ? {} : null),
);

/** An exempt firm's receipts of the calendar year, this one included, stay under the limit. */
const underExemption = rule<ByPayout>(
  'exemptionExceeded',
  ['safe-2019-28#micro-exemption'],
  (scene, { payout }) => {
    const limit = lawAt(scene.policyDay).find('nameListExemptUsdCents')?.value;
    const note = findNote(scene, payout);
    if (standing(scene).forex !== 'exempt' || limit === undefined || !note) return null;
    const year = partsOf(scene.now).year;
    const total = sum(
      scene
        .all<CreditNote>('creditNotes')
        .map(([, item]) =>
          item.state !== 'returned' && partsOf(item.arrived).year === year ? item.amount : 0,
        ),
    );
    return total < limit ? null : { total, limit };
  },
);

const ordersAre = rule<Proof>('ordersNotOfPayout', ['safe-2020-11#e-data'], (scene, proof) => {
  const payout = payoutOf(scene, proof);
  if (!payout) return null;
  const foreign = proof.orders.find((orderNo) => !payout.orders.includes(orderNo));
  if (foreign !== undefined) return { orderNo: foreign, payout: payout.id, at: 'orders' };
  const missing = payout.orders.find((orderNo) => !proof.orders.includes(orderNo));
  return missing === undefined ? null : { orderNo: missing, payout: payout.id, at: 'orders' };
});

const flowsMeet = rule<Proof>('flowsDisagree', [...REAL, 'practice#three-flows'], (scene, proof) => {
  const [gap] = ordersWithoutGoods(scene, proof.orders);
  return gap && proof.explanation === 'none' ? { ...gap, at: 'orders' } : null;
});

/** Gross first: all that the buyers paid, and the costs by name, never just what came in. */
const grossReported = rule<Proof>('netReportedAsGross', GROSS, (scene, proof) => {
  const payout = payoutOf(scene, proof);
  if (!payout || proof.gross === payout.gross) return null;
  return { told: proof.gross, gross: payout.gross, net: payout.net, at: 'gross' };
});

const nettingNamed = rule<Proof>(
  'nettingDisagrees',
  [...GROSS, 'safe-2020-11#net-settlement'],
  (scene, proof) => {
    const payout = payoutOf(scene, proof);
    if (!payout) return null;
    const item = (['commission', 'refunds', 'fees'] as const).find((name) => proof[name] !== payout[name]);
    return item ? { item, told: proof[item], expected: payout[item], at: item } : null;
  },
);

const nettingAllowed = rule<Proof>(
  'nettingNotAllowedYet',
  ['safe-2020-11#net-settlement'],
  (scene, { commission, refunds, fees }) =>
    lawAt(scene.policyDay).get('netSettlement').value || commission + refunds + fees === 0 ? null : {},
);

const gapExplained = rule<Proof>('gapUnexplained', [...REAL, 'safe-2020-14#total-check'], (scene, proof) => {
  const payout = payoutOf(scene, proof);
  if (!payout || proof.explanation !== 'none') return null;
  const orders = valueOf(scene, payout.orders);
  const gap = Math.abs(payout.gross - orders);
  return gap > mulDiv(orders, GAP, PPM, 'down')
    ? { orders, money: payout.gross, gap, at: 'explanation' }
    : null;
});

interface Settlement {
  payout: string;
  amount: number;
}

const amountThere = rule<Settlement>(
  'amountAboveRest',
  ['safe-2019-28#pending-account'],
  (scene, { payout, amount }): (Params & { at?: string }) | null => {
    const note = findNote(scene, payout);
    return note && amount > note.left ? { amount, left: note.left, at: 'amount' } : null;
  },
);

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const cents = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const orders = v.pipe(v.array(text), v.minLength(1), v.maxLength(2_000));

export const deskMoves: Record<string, MoveSpec> = {
  proveTrade: move(
    'exporter',
    v.object({
      payout: text,
      orders,
      gross: cents,
      commission: cents,
      refunds: cents,
      fees: cents,
      explanation: v.optional(v.picklist(EXPLANATIONS), 'none'),
    }),
    ['safe-2020-11#e-data', ...GROSS],
    [
      moneyHere,
      noteIs('provedBefore', REAL, 'awaitingProof'),
      onNameList,
      underExemption,
      ordersAre,
      flowsMeet,
      grossReported,
      nettingNamed,
      nettingAllowed,
      gapExplained,
    ],
  ),
  explainHold: move(
    'exporter',
    v.object({
      payout: text,
      evidence: v.pipe(v.array(v.picklist(HOLD_EVIDENCE)), v.minLength(1), v.maxLength(10)),
    }),
    ['aml-law#suspicious'],
    [moneyHere, noteIs('notHeld', ['aml-law#suspicious'], 'held')],
  ),
  settle: move(
    'exporter',
    v.object({ payout: text, amount: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
    ['safe-2019-28#pending-account'],
    [moneyHere, noteIs('tradeNotProved', REAL, 'verified', 'kept'), amountThere],
  ),
  keepForex: move(
    'exporter',
    v.object({ payout: text }),
    ['safe-2019-28#pending-account'],
    [moneyHere, noteIs('tradeNotProved', REAL, 'verified')],
  ),
};
