import { define } from '../../kernel/index.ts';
import { creditChart } from './charts.ts';
import { creditMoves } from './moves.ts';
import { creditEffects } from './record.ts';

export const definitions = [
  define('zone/credit', creditChart, { effects: creditEffects, moves: creditMoves }),
];
