import { define, type Guard } from '../../kernel/index.ts';
import { chart } from './chart.ts';
import { effects } from './effects.ts';
import { moves } from './moves.ts';

const registered: Guard = ({ event }) => (event as { registered: boolean }).registered;

export const enterprise = define('registration/enterprise', chart, {
  guards: { registered },
  moves,
  effects,
});

export const definitions = [enterprise];
