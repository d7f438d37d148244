import type { World } from '$simulator/kernel/index.ts';
import type { Order, Parcel } from '$simulator/trade/records.ts';
import { MILESTONES, type TrackingStep } from '$simulator/trade/tracking.ts';
import { formatDateTime, formatDuration } from '../../../i18n/format.ts';
import { m } from '$lib/paraglide/messages.js';
import type { TrackedStep, TrackingContent } from '$lib/desk/panes/view.ts';
import type { Tone } from '$lib/ui/tones.ts';
import type { OpenRun } from '../journal.ts';
import type { Speaker } from '../words.ts';
import { countryName } from './orders-pane.ts';

/** Who tells of a milestone; the rest comes from the carrier. */
const TOLD_BY: Record<string, string> = { CFS_IN: 'site', DECLARED: 'customs', RELEASED_CN: 'customs' };
/** After these nothing more comes. */
const ENDS = ['DELIVERED', 'LOST', 'RETURNED_HOME'];
const BAD = ['EXCEPTION', 'STOPPED', 'LOST'];

/** Actual beside planned for one order, and all orders with what they wait for. */
export function trackingPane({ world }: OpenRun, speaker: Speaker, asked: URLSearchParams): TrackingContent {
  const tracking = (world.records.tracking ?? {}) as unknown as Record<string, TrackingStep[]>;
  const known = Object.keys(tracking).reverse();
  const on = (asked.get('on') ?? '').replace(/^parcel:/, '');
  const shown = known.includes(on)
    ? on
    : (known.find((orderNo) => !isOver(tracking[orderNo]!)) ?? known[0] ?? null);
  const orders = (world.records.orders ?? {}) as unknown as Record<string, Order>;
  const country = (orderNo: string): string => countryName(orders[orderNo]?.country ?? '', speaker);
  return {
    kind: 'tracking',
    orders: known.map((orderNo) => {
      const steps = tracking[orderNo]!;
      const [last, next] = [lastOf(steps), nextOf(steps)];
      return {
        orderNo,
        href: `?pane=tracking&on=${encodeURIComponent(`parcel:${orderNo}`)}`,
        current: orderNo === shown,
        country: country(orderNo),
        last: last ? titleOf(last, speaker) : '',
        lastAt: last?.actual ?? null,
        next: next ? titleOf(next, speaker) : '',
        nextAt: next?.planned ?? null,
        tone: toneOf(last, next, world.now),
      };
    }),
    shown:
      shown === null
        ? null
        : {
            orderNo: shown,
            logisticsNo: (world.records.parcels?.[shown] as unknown as Parcel | undefined)?.logisticsNo ?? '',
            country: country(shown),
            steps: stepsOf(tracking[shown]!, world, speaker),
            silence: silenceOf(tracking[shown]!, world, speaker),
          },
  };
}

const titleOf = ({ code }: TrackingStep, speaker: Speaker): string => speaker.say('milestones', [code]).title;
const happened = (steps: readonly TrackingStep[]): TrackingStep[] =>
  steps.filter(({ actual }) => actual !== null).sort((a, b) => a.actual! - b.actual!);
const isOver = (steps: readonly TrackingStep[]): boolean =>
  steps.some(({ code, actual }) => actual !== null && ENDS.includes(code));
const lastOf = (steps: readonly TrackingStep[]): TrackingStep | undefined => happened(steps).at(-1);

/** The first milestone behind the furthest one that was met; none once the voyage is over. */
function nextOf(steps: readonly TrackingStep[]): TrackingStep | undefined {
  if (isOver(steps)) return undefined;
  const place = (code: string): number => MILESTONES.indexOf(code as (typeof MILESTONES)[number]);
  const furthest = Math.max(-1, ...happened(steps).map(({ code }) => place(code)));
  return steps.find(({ code, actual }) => actual === null && place(code) > furthest);
}

function toneOf(last: TrackingStep | undefined, next: TrackingStep | undefined, now: number): Tone {
  if (last && BAD.includes(last.code)) return 'held';
  if (!next) return last?.code === 'DELIVERED' ? 'cleared' : 'neutral';
  return next.planned !== null && next.planned < now ? 'waiting' : 'active';
}

function stepsOf(steps: readonly TrackingStep[], world: World, speaker: Speaker): TrackedStep[] {
  const ahead = isOver(steps) ? [] : steps.filter(({ actual }) => actual === null);
  return [...happened(steps), ...ahead].map((step, index) => {
    const late = step.actual === null && step.planned !== null && step.planned < world.now;
    return {
      id: `${step.code}-${index}`,
      title: titleOf(step, speaker),
      actual: step.actual,
      planned: step.planned,
      source: step.actual === null ? '' : speaker.office(TOLD_BY[step.code] ?? 'carrier').title,
      detail: detailOf(step, late, world.now, speaker),
      tone: BAD.includes(step.code) ? 'held' : late ? 'waiting' : null,
    };
  });
}

function detailOf(step: TrackingStep, late: boolean, now: number, speaker: Speaker): string {
  if (step.reason !== undefined) return speaker.say('milestones', [step.reason]).title;
  if (late) return m.panes_tracking_overdue({ span: formatDuration(now - step.planned!) });
  if (step.actual === null || step.planned === null) return '';
  const [early, behind] = [step.planned - step.actual, step.actual - step.planned];
  if (behind >= 3_600_000) return m.panes_tracking_behind({ span: formatDuration(behind) });
  return early >= 3_600_000 ? m.panes_tracking_early({ span: formatDuration(early) }) : '';
}

/** Why nothing is heard: what comes next and when, or since when it is overdue. */
function silenceOf(steps: readonly TrackingStep[], world: World, speaker: Speaker): string {
  const next = nextOf(steps);
  if (!next || next.planned === null || world.ended) return '';
  const params = { milestone: titleOf(next, speaker), time: formatDateTime(next.planned) };
  if (next.planned >= world.now) return m.panes_tracking_silence(params);
  return m.panes_tracking_silence_late({ ...params, span: formatDuration(world.now - next.planned) });
}
