import type { Entry, Happening, World } from '$simulator/kernel/index.ts';
import { hashOf } from '$simulator/kernel/index.ts';
import { referencePlayer } from '$simulator/rehearsal/players.ts';
import type { Scenario } from '$simulator/scenario.ts';
import { scoreOf, type Score } from '$simulator/scoring/score.ts';
import { flowsOf } from '$simulator/views/index.ts';
import { beginningOf } from '$simulator/world.ts';
import type { Cite, DigestLine } from '$lib/desk/view.ts';
import type { Locale } from '../../i18n/text.ts';
import { library } from '../library/index.ts';
import type { Access } from './access.ts';
import { digestOf } from './digest.ts';
import { engineOf } from './engines.ts';
import { openRun } from './journal.ts';
import { scoreRun } from './play.ts';
import { speakerFor, type Speaker } from './words.ts';

export interface ScoredRow {
  id: string;
  text: string;
  points: number;
  max: number;
  /** What kind of measure it was: names the sentence that says how to earn it. */
  measure: string;
  cites: Cite[];
  evidence: { seq: number; at: number; title: string }[];
}

export interface TimelineRow {
  seq: number;
  at: number;
  title: string;
  refused: boolean;
  finding: string;
  lines: DigestLine[];
}

export interface OddsRow {
  at: number;
  seq: number;
  title: string;
  subject: string;
  /** ppm of a chance, or null for a number between low and high. */
  odds: number | null;
  low: number;
  high: number;
  value: number;
  came: boolean | null;
}

/** One stage of the first parcel: when the trainee came there, and when the reference did; ms after the start. */
export interface PaceRow {
  state: string;
  title: string;
  mine: number | null;
  reference: number | null;
}

interface Reference {
  score: Score;
  world: World;
  begun: number;
  moves: number;
  refusals: number;
}

/** Reference plays by the hash of what they are played with; each is played once per process. */
const references = new Map<string, Reference>();

function referenceOf(scenario: Scenario): Reference {
  const key = hashOf([scenario.setup, scenario.plays.reference, scenario.rubric]);
  let found = references.get(key);
  if (!found) {
    const { setup, plays, rubric } = scenario;
    const engine = engineOf(setup);
    const player = referencePlayer({ engine, setup, habits: plays.reference.habits });
    let world = engine.begin(beginningOf(setup, plays.reference.seed));
    const begun = world.now;
    const entries: Entry[] = [];
    for (let input = player(world); input && entries.length < 20_000; input = player(world)) {
      const stepped = engine.step(world, input);
      world = stepped.world;
      entries.push(stepped.entry);
    }
    const moves = entries.filter((entry) => entry.input.kind === 'move').length;
    const refusals = entries.filter((entry) => entry.outcome === 'refused').length;
    references.set(
      key,
      (found = { score: scoreOf({ world, entries, setup }, rubric), world, begun, moves, refusals }),
    );
  }
  return found;
}

const visitedOf = (world: World): Record<string, number> =>
  Object.entries(world.machines).find(([id]) => id.startsWith('parcel:'))?.[1].visited ?? {};

/** Stages of the first parcel in the order in which one of the two met them. */
function paceOf(mine: World, begun: number, reference: Reference, speaker: Speaker): PaceRow[] {
  const [ours, theirs] = [visitedOf(mine), visitedOf(reference.world)];
  const states = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter((state) =>
    state.includes('.'),
  );
  const at = (state: string): number =>
    Math.min((ours[state] ?? Infinity) - begun, (theirs[state] ?? Infinity) - reference.begun);
  return states
    .sort((a, b) => at(a) - at(b))
    .map((state) => ({
      state,
      title: speaker.state('9610-export/parcel', state).title,
      mine: ours[state] === undefined ? null : ours[state] - begun,
      reference: theirs[state] === undefined ? null : theirs[state] - reference.begun,
    }));
}

function oddsOf(entries: readonly Entry[], speaker: Speaker): OddsRow[] {
  return entries.flatMap((entry) =>
    entry.happened.flatMap((item: Happening): OddsRow[] => {
      if (item.kind !== 'draw') return [];
      const [family = '', subject = ''] = item.stream.split(':');
      // Times and prices are drawn by the hundred; what decided something is a chance.
      if (item.odds === undefined) return [];
      const { title } = speaker.say('draws', [family]);
      return [
        {
          at: item.at,
          seq: entry.seq,
          title,
          subject,
          odds: item.odds,
          low: item.low,
          high: item.high,
          value: item.value,
          came: item.value <= item.odds,
        },
      ];
    }),
  );
}

/** Everything that the debrief of a run shows; before its end it is a look at how things stand. */
export async function debriefPage({ row, player }: Access, locale: Locale) {
  const open = await openRun(row);
  const speaker = speakerFor(locale);
  const scenario = library().scenarios.get(row.scenario)?.value ?? null;
  const { score, entries } = await scoreRun(open);
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const titleOf = (entry: Entry): string => digestOf(entry, open.world, speaker).title;
  const begun = entries[0]?.at ?? open.world.now;
  const reference = scenario && row.ventureId === null ? referenceOf(scenario) : null;
  const flows = flowsOf(open.world);
  const timeline: TimelineRow[] = entries
    .map((entry) => ({ entry, digest: digestOf(entry, open.world, speaker) }))
    .filter(({ entry, digest }) => entry.input.kind === 'move' || digest.lines.length > 0)
    .map(({ entry, digest }) => ({
      seq: entry.seq,
      at: entry.at,
      title: digest.title,
      refused: digest.refused,
      finding: digest.findings.map((finding) => finding.title).join('、'),
      lines: digest.lines,
    }));
  return {
    run: row.id,
    player,
    title: scenario?.title[locale] ?? row.scenario,
    ended: open.world.ended,
    simulated: open.world.now,
    begun,
    score: {
      points: score.score,
      max: score.maxScore,
      grade: score.grade,
      title: speaker.say('grades', [score.grade]).title,
    },
    lines: score.lines.map((line): ScoredRow => {
      const rubric = scenario?.rubric.find((item) => item.id === line.id);
      return {
        id: line.id,
        text: rubric?.text[locale] ?? line.id,
        points: line.points,
        max: line.max,
        measure: rubric?.measure.kind ?? '',
        cites: speaker.cites(line.cites),
        evidence: line.evidence.slice(0, 8).flatMap((seq) => {
          const entry = bySeq.get(seq);
          return entry ? [{ seq, at: entry.at, title: titleOf(entry) }] : [];
        }),
      };
    }),
    refusals: entries.filter((entry) => entry.outcome === 'refused').length,
    moves: entries.filter((entry) => entry.input.kind === 'move').length,
    mismatches: flows.flatMap((flow) =>
      flow.mismatches.map((item) => ({
        orderNo: flow.orderNo,
        title: speaker.say('mismatches', [item.code]).title,
      })),
    ),
    orders: flows.length,
    timeline,
    // Some dice are thrown before the trainee may know: the cup is lifted when the run is over.
    odds: open.world.ended ? oddsOf(entries, speaker) : [],
    reference: reference && {
      points: reference.score.score,
      max: reference.score.maxScore,
      moves: reference.moves,
      refusals: reference.refusals,
      lines: Object.fromEntries(reference.score.lines.map((line) => [line.id, line.points])),
      pace: paceOf(open.world, begun, reference, speaker),
    },
  };
}
