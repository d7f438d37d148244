import { define } from '../../kernel/index.ts';
import { gateChart, visitChart } from './charts.ts';
import { gateEffects, gateMoves, lastOne } from './gate.ts';
import { thisTry, visitDelays, visitEffects } from './visit.ts';

export const definitions = [
  define('site/gate', gateChart, { effects: gateEffects, moves: gateMoves, guards: { lastOne } }),
  define('site/visit', visitChart, { effects: visitEffects, guards: { thisTry }, delays: visitDelays }),
];
