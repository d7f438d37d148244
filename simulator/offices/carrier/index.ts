import { define } from '../../kernel/index.ts';
import { deskChart, haulChart, takeBackChart, transitChart } from './charts.ts';
import { deskEffects } from './desk.ts';
import { haulEffects } from './haul.ts';
import { takeBackEffects } from './take-back.ts';
import { transitEffects, transitGuards } from './transit.ts';

export const definitions = [
  define('carrier/desk', deskChart, { effects: deskEffects }),
  define('carrier/haul', haulChart, { effects: haulEffects }),
  define('carrier/transit', transitChart, { effects: transitEffects, guards: transitGuards }),
  define('carrier/take-back', takeBackChart, { effects: takeBackEffects }),
];
