import type { Scene } from '../../kernel/index.ts';
import {
  CREDIT_CLASSES, classUnder, creditClasses, guaranteeShare, inspectionOdds, lawAt, summaryAllowed, type CreditClass, type Law,
} from '../../law/index.ts'; // prettier-ignore
import { CREDIT_BANDS } from '../../law/rules/credit.ts';
import type { CustomsCredit } from '../../trade/credit.ts';
import type { Setup } from '../../trade/setup.ts';

/** Where a firm of a class stands at the start, and the most it may reach in it without an audit. */
const START: Record<CreditClass, number> = {
  advancedCertified: 880,
  certified: 810,
  regular: 650,
  dishonest: 450,
  seriouslyDishonest: 325,
};

/**
 * What customs' own record loses by an event, in points of the model; `fallsTo` is a rule hit: whatever the points
 * say, the class is that one at best (dossier 5.1 and 5.2).
 */
export const CUSTOMS_EVENTS: Record<string, { points: number; fallsTo?: CreditClass }> = {
  warned: { points: -10 },
  fined: { points: -30 },
  inspectionMismatch: { points: -15 },
  finesOverdue: { points: -60, fallsTo: 'dishonest' },
  taxOverdue: { points: -60, fallsTo: 'dishonest' },
  inspectionRefused: { points: -80, fallsTo: 'dishonest' },
  fakeThreeDocuments: { points: -80, fallsTo: 'dishonest' },
  secondarySale: { points: -80, fallsTo: 'dishonest' },
  smugglingAct: { points: -120, fallsTo: 'dishonest' },
  smugglingCrime: { points: -250, fallsTo: 'seriouslyDishonest' },
  taxFraud: { points: -250, fallsTo: 'seriouslyDishonest' },
  rectified: { points: 15 },
};
/** An event without an entry above. */
export const OTHER_EVENT = { points: -20 };

export const lawOf = (scene: Scene): Law => lawAt(scene.policyDay);

/** Class by the points: the best one whose band they reach, but no better than `ceiling`, and one that exists on the day. */
export function classBy(law: Law, score: number, ceiling: CreditClass): CreditClass {
  const reached = CREDIT_CLASSES.find((name) => score >= CREDIT_BANDS[name]) ?? 'seriouslyDishonest';
  const worse = Math.max(CREDIT_CLASSES.indexOf(reached), CREDIT_CLASSES.indexOf(ceiling));
  return classUnder(law, CREDIT_CLASSES[worse]!);
}

/** What follows from a class: odds of inspection, guarantee, whether lists may be summarised. */
export function consequencesOf(
  law: Law,
  name: CreditClass,
): Pick<CustomsCredit, 'odds' | 'guarantee' | 'summaryBarred'> {
  return {
    odds: {
      list: inspectionOdds(law, name, 'list').value,
      declaration: inspectionOdds(law, name, 'declaration').value,
    },
    guarantee: guaranteeShare(law, name).value,
    summaryBarred: !summaryAllowed(law, name).value,
  };
}

/** Customs' record on the first day. A class that the law of the day does not know falls to the next milder one. */
export function openCustomsRecord(scene: Scene): CustomsCredit {
  const law = lawOf(scene);
  const ceiling = classUnder(law, (scene.setup as Setup).enterprise.creditClass);
  return {
    class: ceiling,
    score: START[ceiling],
    dimensions: [],
    log: [],
    ceiling,
    ...consequencesOf(law, ceiling),
  };
}

/** The record after an event. The class follows the points, and a rule hit lowers the ceiling for good. */
export function afterEvent(
  scene: Scene,
  record: CustomsCredit,
  code: string,
  cites: string[],
): CustomsCredit {
  const law = lawOf(scene);
  const { points, fallsTo } = CUSTOMS_EVENTS[code] ?? { ...OTHER_EVENT, fallsTo: undefined };
  const score = Math.min(950, Math.max(300, record.score + points));
  const capped = [record.ceiling as CreditClass, ...(fallsTo ? [fallsTo] : [])];
  const ceiling = CREDIT_CLASSES[Math.max(...capped.map((name) => CREDIT_CLASSES.indexOf(name)))]!;
  const name = classBy(law, score, ceiling);
  const log = [...record.log, { at: scene.now, code, delta: points, cites }];
  return { ...record, class: name, score, ceiling, log, ...consequencesOf(law, name) };
}

export const classCites = (law: Law): string[] =>
  creditClasses(law).length === 5 ? ['gacc-decree-282#five-classes'] : ['gacc-decree-251#three-classes'];
