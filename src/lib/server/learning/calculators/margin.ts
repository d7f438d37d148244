import { mulDiv, ppmOf } from '../../../../../simulator/trade/money.ts';
import type { Calculator, InputSpec } from './kind.ts';

const yuan = (name: string, fallback: string): InputSpec => ({
  name,
  kind: 'decimal',
  places: 2,
  max: 1e7,
  unit: 'yuan',
  fallback,
});
const percent = (name: string, fallback: string): InputSpec => ({
  name,
  kind: 'decimal',
  places: 2,
  max: 100,
  unit: 'percent',
  fallback,
});

/** The margin of one parcel, line by line, as a seller writes it on the back of an envelope. */
export const margin: Calculator = {
  inputs: [
    { name: 'price', kind: 'decimal', places: 2, max: 1e6, unit: 'foreign', fallback: '9.90' },
    { name: 'rate', kind: 'decimal', places: 4, min: 0.0001, max: 100, unit: 'rate', fallback: '9.20' },
    percent('commission', '15'),
    yuan('freight', '28'),
    yuan('packing', '0'),
    yuan('ads', '10'),
    yuan('purchase', '11.30'),
    yuan('refund', '1.30'),
    percent('returns', '0'),
  ],
  work(values) {
    const {
      price = 0,
      rate = 0,
      commission = 0,
      freight = 0,
      packing = 0,
      ads = 0,
      purchase = 0,
      refund = 0,
      returns = 0,
    } = values;
    const income = mulDiv(price, rate, 10_000);
    const fee = ppmOf(income, commission * 100);
    const reserve = ppmOf(income, returns * 100);
    const left = income - fee - freight - packing - ads - purchase + refund - reserve;
    return {
      steps: [
        { code: 'income', amount: income, as: 'cny' },
        { code: 'commission', amount: -fee, as: 'cny' },
        { code: 'costs', amount: -(freight + packing + ads), as: 'cny' },
        { code: 'goodsAfterRefund', amount: refund - purchase, as: 'cny' },
        { code: 'returnReserve', amount: -reserve, as: 'cny' },
        { code: 'marginShare', amount: income === 0 ? 0 : mulDiv(left, 1_000_000, income), as: 'ppm' },
      ],
      result: { code: 'margin', amount: left, as: 'cny' },
      tag: 'P',
      cites: ['dryport-model#prices'],
    };
  },
};
