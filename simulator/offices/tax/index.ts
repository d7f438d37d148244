import { define } from '../../kernel/index.ts';
import { claimChart, deskChart, exemptionChart } from './charts.ts';
import { claimEffects } from './claim.ts';
import { deskEffects } from './desk.ts';
import { exemptionEffects } from './exemption.ts';
import { claimMoves, deskMoves } from './moves.ts';

export const definitions = [
  define('tax/desk', deskChart, { effects: deskEffects, moves: deskMoves }),
  define('tax/claim', claimChart, { effects: claimEffects, moves: claimMoves }),
  define('tax/exemption', exemptionChart, { effects: exemptionEffects }),
];
