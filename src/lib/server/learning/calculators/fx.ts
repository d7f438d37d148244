import { toFen } from '../../../../../simulator/trade/fx.ts';
import { mulDiv } from '../../../../../simulator/trade/money.ts';
import type { Calculator } from './kind.ts';

/** What an amount in US dollars is in yuan, and what one percent of exchange rate does to it. */
export const fx: Calculator = {
  inputs: [
    { name: 'amount', kind: 'decimal', places: 2, max: 1e8, unit: 'usd', fallback: '10000' },
    { name: 'rate', kind: 'decimal', places: 4, min: 0.0001, max: 100, unit: 'rate', fallback: '7.0850' },
  ],
  work({ amount = 0, rate = 0 }) {
    const received = toFen(amount, 'USD', rate * 100);
    const lower = toFen(amount, 'USD', mulDiv(rate * 100, 99, 100));
    return {
      steps: [
        { code: 'amountUsd', amount, as: 'usd' },
        { code: 'onePercentLess', amount: lower - received, as: 'cny' },
      ],
      result: { code: 'received', amount: received, as: 'cny' },
      tag: 'P',
      cites: ['safe-2020-11#gross-reporting'],
    };
  },
};
