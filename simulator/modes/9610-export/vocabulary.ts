/**
 * The words of a 9610 export run, said once. Moves are verbs as the firm would say them; states and letters stand in
 * `machine.ts`; findings in `rules.ts`.
 */

/** Finishing routes 通关方式: 清单核放、汇总申报 and 清单核放、汇总统计 (statisticsFlag B and A). */
export const ROUTES = ['summary', 'statistics'] as const;
export type Route = (typeof ROUTES)[number];
export const FLAG_OF: Record<Route, 'A' | 'B'> = { summary: 'B', statistics: 'A' };

/** What a packer may stick on a parcel. */
export const LABELS = ['address', 'battery', 'food', 'fragile', 'origin'] as const;
export type Label = (typeof LABELS)[number];

/** Answers to a buyer who wants to send goods back. */
export const RETURN_OPTIONS = ['refundOnly', 'resend', 'returnHome', 'refuse'] as const;
export type ReturnOption = (typeof RETURN_OPTIONS)[number];

/** Messages that the firm itself transmits on this mode, in the order in which a run needs them. */
export const OWN_MESSAGES = ['303', '403', '603', '605', '607', '701'] as const;
export type OwnMessage = (typeof OWN_MESSAGES)[number];
