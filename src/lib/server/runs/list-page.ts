import type { Locale } from '../../i18n/text.ts';
import { library } from '../library/index.ts';
import { runsOf } from './play.ts';
import { speakerFor } from './words.ts';

export interface ScenarioCard {
  id: string;
  title: string;
  summary: string;
  level: 1 | 2 | 3;
  minutes: number;
  objectives: string[];
  plan: string[];
  policyDate: string;
  points: number;
}

export interface RunCard {
  id: string;
  title: string;
  state: 'underWay' | 'ended';
  simulated: number;
  entries: number;
  offers: number;
  score: number | null;
  maxScore: number | null;
  updatedAt: Date;
  lastFinding: string;
  attempt: number;
}

export function scenarioCards(locale: Locale): ScenarioCard[] {
  return [...library().scenarios.values()]
    .map(({ value }) => ({
      id: value.id,
      title: value.title[locale],
      summary: value.summary[locale],
      level: value.level,
      minutes: value.minutes,
      objectives: value.objectives.map(({ text }) => text[locale]),
      plan: value.plan,
      policyDate: value.setup.policyDate,
      points: value.rubric.reduce((sum, { points }) => sum + points, 0),
    }))
    .sort((a, b) => a.level - b.level || a.minutes - b.minutes);
}

export async function runCards(userId: string, locale: Locale): Promise<RunCard[]> {
  const speaker = speakerFor(locale);
  const rows = await runsOf(userId);
  return rows.map((row) => ({
    id: row.id,
    title: library().scenarios.get(row.scenario)?.value.title[locale] ?? row.scenario,
    state: row.state,
    simulated: row.simulated,
    entries: row.seq,
    offers: row.facts.offers,
    score: row.score,
    maxScore: row.maxScore,
    updatedAt: row.updatedAt,
    lastFinding: row.facts.lastFinding ? speaker.say('findings', [row.facts.lastFinding.code]).title : '',
    attempt: row.attempt,
  }));
}
