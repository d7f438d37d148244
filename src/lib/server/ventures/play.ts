import { setupWith, ventureSchema, type Venture } from '$simulator/trade/venture.ts';
import type { Destination, Setup } from '$simulator/trade/setup.ts';
import * as v from 'valibot';
import type { Locale } from '../../i18n/text.ts';
import { library } from '../library/index.ts';
import { beginRun } from '../runs/play.ts';
import type { VentureRow } from './own.ts';

/** A scenario that an own product can be played in. */
export interface Base {
  id: string;
  title: string;
  summary: string;
  level: number;
  minutes: number;
  orders: number;
  route: Setup['route'];
}

/** Scenarios of the modes that a founder can begin with, the easiest first. */
export function basesFor(locale: Locale): Base[] {
  return [...library().scenarios.values()]
    .filter(({ value }) => value.setup.mode === '9610-export')
    .map(({ value: { id, title, summary, level, minutes, setup } }) => ({
      ...{ id, title: title[locale], summary: summary[locale], level, minutes },
      orders: setup.demand.orders,
      route: setup.route,
    }))
    .sort((a, b) => a.level - b.level || a.minutes - b.minutes);
}

/** Lines to all countries that any scenario ships to, each once. */
export function lines(): Destination[] {
  const all = [...library().scenarios.values()].flatMap(({ value }) => value.setup.destinations);
  return [...new Map(all.map((line) => [line.country, line])).values()];
}

export const countries = (): Set<string> => new Set(lines().map(({ country }) => country));

/** The product as the simulator takes it. */
export const ventureOf = (row: VentureRow): Venture => v.parse(ventureSchema, row);

/** Begins a run with an own product. Null when there is no such scenario. */
export async function playWith(row: VentureRow, scenarioId: string): Promise<string | null> {
  const scenario = library().scenarios.get(scenarioId)?.value;
  if (!scenario) return null;
  const setup = setupWith(scenario.setup, ventureOf(row), lines());
  return beginRun({ userId: row.userId, scenario: scenario.id, setup, ventureId: row.id });
}

/** CNY per US dollar in millionths for first estimates outside a run; the scenarios begin with it too. */
export const INDICATIVE_RATE = 7_080_000;
