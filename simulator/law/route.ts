import type { Finding } from '../kernel/types.ts';
import type { Law } from './law.ts';

/** How a cleared 9610 list is finished: merged into a declaration, or only counted. */
export const FINISHING_ROUTES = ['summary', 'statistics'] as const;
export type FinishingRoute = (typeof FINISHING_ROUTES)[number];

/** statisticsFlag of CEB603 */
export const STATISTICS_FLAG = { statistics: 'A', summary: 'B' } as const satisfies Record<
  FinishingRoute,
  string
>;

export interface RouteFacts {
  /** declared at the customs office of a comprehensive pilot zone */
  inPilotZone: boolean;
  /** value of the list (one ticket) in fen */
  ticketFen: number;
  licenceRequired: boolean;
  /** ppm */
  exportDuty: number;
  /** the exporter wants the VAT refunded */
  refundWanted: boolean;
}

/** What bars the statistics route (清单核放、汇总统计); empty when it may be chosen. Summary is always open. */
export function judgeStatisticsRoute(law: Law, facts: RouteFacts): Finding[] {
  const open = law.find('statisticsRouteOpen');
  if (!open)
    return [{ code: 'statisticsRouteNotYet', params: {}, cites: ['gacc-2018-194#summary-statistics'] }];
  const cites = [...open.cites];
  const limit = law.get('simplifiedTicketFen');
  const findings: Finding[] = [];
  if (!facts.inPilotZone) findings.push({ code: 'statisticsRouteOutsideZone', params: {}, cites });
  if (facts.ticketFen > limit.value) {
    const params = { ticket: facts.ticketFen, limit: limit.value };
    findings.push({ code: 'ticketAboveLimit', params, cites: [...limit.cites], at: 'statisticsFlag' });
  }
  if (facts.licenceRequired) findings.push({ code: 'statisticsRouteNeedsNoLicence', params: {}, cites });
  if (facts.exportDuty > 0) {
    findings.push({ code: 'statisticsRouteNeedsNoDuty', params: { exportDuty: facts.exportDuty }, cites });
  }
  if (facts.refundWanted)
    findings.push({ code: 'statisticsRouteGivesNoRefund', params: {}, cites, at: 'statisticsFlag' });
  return findings;
}

/** Routes that are open to these facts, the lighter one first. */
export function openRoutes(law: Law, facts: RouteFacts): FinishingRoute[] {
  return judgeStatisticsRoute(law, facts).length === 0 ? ['statistics', 'summary'] : ['summary'];
}

/** Significant digits of the goods code that a retail list needs on a route. */
export function hsDigitsNeeded(law: Law, route: FinishingRoute): number {
  return route === 'statistics' ? law.get('simplifiedHsDigitsRetail').value : 10;
}

/** Whether a list needs the receipt-of-payment message (CEB403) before it. */
export function receiptMessageNeeded(law: Law): boolean {
  return law.get('receiptMessageRequired').value;
}
