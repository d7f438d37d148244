import { put, send, type Effect, type Scene } from '../kernel/index.ts';
import type { Setup } from './setup.ts';
import { DAY, HOUR } from './time.ts';
import type { Instant } from './time.ts';

/** Milestones of a parcel, in the order in which a good voyage meets them (dossier 7.6). */
export const MILESTONES = [
  'BOOKED',
  'PICKED_UP',
  'CFS_IN',
  'DECLARED',
  'RELEASED_CN',
  'SEALED',
  'DEPARTED_CN',
  'TRANSIT',
  'ARRIVED',
  'CUSTOMS_IN',
  'RELEASED_DEST',
  'LM_HANDOFF',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** What may come between or behind. `reason` has words in content/words/milestones*.yaml too. */
export const DETOURS = ['EXCEPTION', 'STOPPED', 'LOST', 'RETURN_SHIPPED', 'RETURNED_HOME'] as const;
export type Detour = (typeof DETOURS)[number];

/** `tracking` by order number: planned beside actual. */
export interface TrackingStep {
  code: Milestone | Detour;
  planned: Instant | null;
  actual: Instant | null;
  reason?: string;
}

/** Share (per mille) of the door-to-door time at which a milestone after departure is met. */
export const LEGS = [
  ['TRANSIT', 250],
  ['ARRIVED', 550],
  ['CUSTOMS_IN', 570],
  ['RELEASED_DEST', 650],
  ['LM_HANDOFF', 700],
  ['OUT_FOR_DELIVERY', 930],
  ['DELIVERED', 1_000],
] as const satisfies readonly (readonly [Milestone, number])[];

/** Hours after booking that the plan allows for each milestone in China. */
const BEFORE_DEPARTURE = [
  ['BOOKED', 0],
  ['PICKED_UP', 24],
  ['CFS_IN', 27],
  ['DECLARED', 28],
  ['RELEASED_CN', 32],
  ['SEALED', 36],
  ['DEPARTED_CN', 54],
] as const satisfies readonly (readonly [Milestone, number])[];

/** The most likely door-to-door days of the line to a country, 9 where the scenario does not serve it. */
export const likelyDays = (setup: Setup, country: string): number =>
  setup.destinations.find((item) => item.country === country)?.days[1] ?? 9;

/** A plan from the booking on, by the most likely times; nothing has happened yet. */
export function planFrom(booked: Instant, setup: Setup, country: string): TrackingStep[] {
  const days = likelyDays(setup, country);
  const departure = booked + 54 * HOUR;
  return [
    ...BEFORE_DEPARTURE.map(([code, hours]) => ({ code, planned: booked + hours * HOUR, actual: null })),
    ...LEGS.map(([code, share]) => ({
      code,
      planned: departure + (days * DAY * share) / 1_000,
      actual: null,
    })),
  ];
}

export interface Stamp {
  code: Milestone | Detour;
  /** Only for EXCEPTION: what is the matter. */
  reason?: string;
  /** Where the milestone was passed earlier than it became known. */
  at?: Instant;
}

/** The steps with one more actual time; a detour is added behind what is known. A second stamp changes nothing. */
export function stamped(
  steps: readonly TrackingStep[],
  { code, reason, at }: Stamp,
  now: Instant,
): TrackingStep[] {
  const actual = at ?? now;
  const known = steps.find((step) => step.code === code);
  if (known && code !== 'EXCEPTION') {
    return known.actual === null
      ? steps.map((step) => (step === known ? { ...step, actual } : step))
      : [...steps];
  }
  return [...steps, { code, planned: null, actual, ...(reason === undefined ? {} : { reason }) }];
}

/** Writes milestones of one parcel down and tells the voyage of each that is new. */
export function stamp(scene: Scene, orderNo: string, ...stamps: Stamp[]): Effect[] {
  const before = scene.find<TrackingStep[]>('tracking', orderNo) ?? [];
  const met = (code: string): boolean => before.some((step) => step.code === code && step.actual !== null);
  const fresh = stamps.filter(({ code }) => code === 'EXCEPTION' || !met(code));
  if (fresh.length === 0) return [];
  return [
    put(
      'tracking',
      orderNo,
      fresh.reduce((steps, item) => stamped(steps, item, scene.now), before),
    ),
    ...fresh.map(({ code, reason }) =>
      send('voyage', { type: 'MILESTONE', orderNo, code, ...(reason === undefined ? {} : { reason }) }),
    ),
  ];
}
