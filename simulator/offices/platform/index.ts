import { dispute } from './dispute.ts';
import { listing } from './listing.ts';
import { market } from './market.ts';
import { order } from './order.ts';
import { payout } from './payout.ts';

export const definitions = [market, listing, order, payout, dispute];
