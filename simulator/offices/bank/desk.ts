import {
  keep,
  note,
  send,
  start,
  type Definition,
  type Effect,
  type Guard,
  type Scene,
} from '../../kernel/index.ts';
import type { Payout } from '../../trade/records.ts';
import { rateEffects } from './rates.ts';

const payoutNo = (scene: Scene): string => String(scene.letter.payout);
const noteId = (payout: string): string => `credit-note:${payout}`;
const openOf = (context: object): string[] => (context as { open: string[] }).open;

/** The platform's bank announces a payment. What is not positive is never sent, and nothing is announced twice. */
function announce(scene: Scene): Effect[] {
  const id = payoutNo(scene);
  const payout = scene.find<Payout>('payouts', id);
  if (!payout || payout.net <= 0)
    return [note('nothingIncoming', { payout: id }, ['safe-2020-14#real-background'])];
  if (scene.stateOf(noteId(id)) !== null) return [];
  return [start(noteId(id), 'bank/receipt', { payout: id })];
}

const noteOpen = (scene: Scene): Effect[] => [keep({ open: [...openOf(scene.context), payoutNo(scene)] })];
const noteClosed = (scene: Scene): Effect[] => [
  keep({ open: openOf(scene.context).filter((id) => id !== payoutNo(scene)) }),
];

export const lastNote: Guard = ({ context, event }) =>
  openOf(context as object).every((id) => id === (event as { payout: string }).payout);

/** What the firm brings to the desk goes to the credit note that it is about. */
const pass =
  (type: string) =>
  (scene: Scene): Effect[] => [send(noteId(payoutNo(scene)), { ...scene.letter, type })];

export const deskEffects: Definition['effects'] = {
  ...rateEffects,
  announce,
  noteOpen,
  noteClosed,
  passProof: pass('PROOF'),
  passExplanation: pass('EXPLAINED'),
  passSettlement: pass('SETTLE'),
  passKeeping: pass('KEEP'),
};
