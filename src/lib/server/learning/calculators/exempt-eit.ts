import { assessedIncomeTax } from '../../../../../simulator/law/index.ts';
import type { Calculator } from './kind.ts';

/** 无票免税: VAT is exempt; income tax on 4 % of income. Both rates side by side, since readers ask which is theirs. */
export const exemptEit: Calculator = {
  inputs: [{ name: 'revenue', kind: 'decimal', places: 2, max: 1e9, unit: 'yuan', fallback: '1800000' }],
  work({ revenue: income = 0 }, law) {
    const normal = assessedIncomeTax(law, { income, smallFirm: false });
    const small = assessedIncomeTax(law, { income, smallFirm: true });
    return {
      steps: [
        { code: 'vatExempt', amount: 0, as: 'cny' },
        { code: 'assessedProfit', amount: normal.steps[0]?.result ?? 0, as: 'cny' },
        { code: 'incomeTax', amount: normal.result, as: 'cny' },
      ],
      result: { code: 'smallProfitTax', amount: small.result, as: 'cny' },
      tag: small.tag,
      cites: [...new Set([...small.cites, ...normal.cites])],
    };
  },
};
