import {
  foreignExchangeDeadline,
  papersKeepUntil,
  papersListDeadline,
  refundClaimWindow,
  reliefDeadline,
  returnDeadline,
  summaryDeadline,
} from '../../../../../simulator/law/index.ts';
import { from } from '../../../../../simulator/law/figure.ts';
import type { Deadline } from '../../../../../simulator/law/index.ts';
import type { Calculator, Step } from './kind.ts';

/**
 * The last days that follow from one day of export. The claim is taken to be made on the first day it can be,
 * so that the days counted from it have one answer.
 */
export const deadline: Calculator = {
  inputs: [{ name: 'export', kind: 'date', fallback: '2026-11-10' }],
  work({ export: exported = 0 }, law) {
    const claim = refundClaimWindow(law, exported);
    const days: [string, Deadline | null][] = [
      ['summaryBy', summaryDeadline(law, exported)],
      ['claimOpens', claim.opens],
      ['claimCloses', claim.closes],
      ['moneyBy', foreignExchangeDeadline(law, exported)],
      ['papersBy', papersListDeadline(law, claim.opens.value)],
      ['papersUntil', papersKeepUntil(law, claim.opens.value)],
      ['returnBy', returnDeadline(law, exported)],
      ['reliefBy', reliefDeadline(law, exported)],
      ['hardStop', claim.hardStop],
    ];
    const known = days.flatMap(([code, day]) => (day ? [{ code, day }] : []));
    const { tag, cites } = from(0, ...known.map(({ day }) => day));
    const steps = known.map(({ code, day }): Step => ({ code, amount: day.value, as: 'day' }));
    const last = steps.find(({ code }) => code === 'claimCloses') ?? {
      code: 'claimCloses',
      amount: exported,
      as: 'day',
    };
    return { steps: steps.filter((step) => step !== last), result: last, tag, cites };
  },
};
