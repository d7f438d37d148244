import { market } from './market.ts';
import { purchase } from './purchase.ts';

export const definitions = [market, purchase];
