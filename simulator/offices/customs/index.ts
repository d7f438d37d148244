import { define } from '../../kernel/index.ts';
import { caseEffects, caseMoves } from './case.ts';
import { caseChart, deskChart, documentChart, inspectionChart, listChart } from './charts.ts';
import { deskEffects } from './desk.ts';
import { inspectionEffects, inspectionMoves } from './inspection.ts';
import { ARRIVAL_TERM, documentEffects, listEffects } from './life.ts';

const breachIs =
  (name: string) =>
  ({ event }: { event: { breach?: string } }): boolean =>
    event.breach === name;

const guards = {
  smuggling: breachIs('smuggling'),
  licenceBreach: breachIs('licence'),
  otherBreach: breachIs('refund'),
};

export const definitions = [
  define('customs/desk', deskChart, { effects: deskEffects }),
  define('customs/document', documentChart, { effects: documentEffects }),
  define('customs/list', listChart, { effects: listEffects, guards, delays: { arrivalTerm: ARRIVAL_TERM } }),
  define('customs/inspection', inspectionChart, { effects: inspectionEffects, moves: inspectionMoves }),
  define('customs/case', caseChart, { effects: caseEffects, moves: caseMoves }),
];
