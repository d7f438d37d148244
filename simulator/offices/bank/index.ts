import { define } from '../../kernel/index.ts';
import { deskChart, receiptChart } from './charts.ts';
import { deskEffects, lastNote } from './desk.ts';
import { deskMoves } from './moves.ts';
import { receiptEffects, settlesAll } from './receipt.ts';

export const definitions = [
  define('bank/desk', deskChart, { effects: deskEffects, moves: deskMoves, guards: { lastNote } }),
  define('bank/receipt', receiptChart, { effects: receiptEffects, guards: { settlesAll } }),
];
