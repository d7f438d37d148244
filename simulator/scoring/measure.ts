import * as v from 'valibot';
import type { Entry, Happening, World } from '../kernel/index.ts';
import { ACCOUNTS, isAccount } from '../trade/accounts.ts';
import { toFen } from '../trade/fx.ts';
import { sum } from '../trade/money.ts';
import type { Setup } from '../trade/setup.ts';
import { DAY } from '../trade/time.ts';
import { flowsOf } from '../views/flows.ts';

const whole = v.pipe(v.number(), v.safeInteger());
const code = v.pipe(v.string(), v.minLength(1));

/** What a rubric line measures. Everything is read off the journal and the world that it leads to. */
export const measureSchema = v.variant('kind', [
  /** Machines of a kind that came to a state: `least` of them for full points, a share for fewer. */
  v.object({ kind: v.literal('reached'), definition: code, state: code, least: whole }),
  /** At most so many machines of a kind may ever be in a state. */
  v.object({ kind: v.literal('avoided'), definition: code, state: code, atMost: whole }),
  /** Receipts of a kind with a status: at least, or at most so many. */
  v.object({
    kind: v.literal('receipts'),
    message: code,
    status: code,
    least: v.optional(whole),
    atMost: v.optional(whole),
  }),
  /** Notes on the timeline: at least, or at most so many. */
  v.object({ kind: v.literal('notes'), code, least: v.optional(whole), atMost: v.optional(whole) }),
  /** Refused moves. */
  v.object({ kind: v.literal('refusals'), atMost: whole }),
  /** Days between two states of each machine of a kind, at most. */
  v.object({ kind: v.literal('within'), definition: code, from: code, to: code, days: whole }),
  /** Risk events: every one that opened was handled at least so well. */
  v.object({ kind: v.literal('risks'), verdicts: v.array(v.picklist(['best', 'acceptable'])) }),
  /** Mismatches between information, goods and money at the end. */
  v.object({ kind: v.literal('mismatches'), atMost: whole }),
  /** Profit of the run in fen, foreign money at the opening rate. */
  v.object({ kind: v.literal('profit'), least: whole }),
]);
export type Measure = v.InferOutput<typeof measureSchema>;

/** How far a measure is met, in ppm, and the journal entries that show it. */
export interface Reading {
  met: number;
  evidence: number[];
}

export interface Run {
  world: World;
  entries: readonly Entry[];
  setup: Setup;
}

const FULL = 1_000_000;
const share = (have: number, least: number): number =>
  least <= 0 ? FULL : Math.min(FULL, Math.floor((have * FULL) / least));
/** Each one too many takes a third away. */
const under = (have: number, atMost: number): number =>
  Math.max(0, FULL - Math.max(0, have - atMost) * 340_000);
const between = (have: number, least: number | undefined, atMost: number | undefined): number =>
  Math.min(
    least === undefined ? FULL : share(have, least),
    atMost === undefined ? FULL : under(have, atMost),
  );

const happenings = (run: Run): { seq: number; item: Happening }[] =>
  run.entries.flatMap((entry) => entry.happened.map((item) => ({ seq: entry.seq, item })));

function arrivals(run: Run, definition: string, state: string): { machine: string; seq: number }[] {
  const seen = new Set<string>();
  return happenings(run).flatMap(({ seq, item }) => {
    if (item.kind !== 'entered' || item.state !== state || seen.has(item.machine)) return [];
    if (run.world.machines[item.machine]?.definition !== definition) return [];
    seen.add(item.machine);
    return [{ machine: item.machine, seq }];
  });
}

type Reader<K extends Measure['kind']> = (run: Run, measure: Extract<Measure, { kind: K }>) => Reading;

const readers: { [K in Measure['kind']]: Reader<K> } = {
  reached(run, { definition, state, least }) {
    const found = arrivals(run, definition, state);
    return { met: share(found.length, least), evidence: found.map((item) => item.seq) };
  },
  avoided(run, { definition, state, atMost }) {
    const found = arrivals(run, definition, state);
    return { met: under(found.length, atMost), evidence: found.map((item) => item.seq) };
  },
  receipts(run, { message, status, least, atMost }) {
    const papers = new Map(run.world.papers.map((paper) => [paper.id, paper]));
    const found = happenings(run).filter(({ item }) => {
      const paper = item.kind === 'paper' ? papers.get(item.paper) : undefined;
      return (
        paper?.kind === `CEB${message}` &&
        (paper.body as { status?: string }).status === status &&
        paper.to === 'exporter'
      );
    });
    return { met: between(found.length, least, atMost), evidence: found.map(({ seq }) => seq) };
  },
  notes(run, { code: wanted, least, atMost }) {
    const found = happenings(run).filter(({ item }) => item.kind === 'note' && item.code === wanted);
    return { met: between(found.length, least, atMost), evidence: found.map(({ seq }) => seq) };
  },
  refusals(run, { atMost }) {
    const found = run.entries.filter((entry) => entry.outcome === 'refused');
    return { met: under(found.length, atMost), evidence: found.map((entry) => entry.seq) };
  },
  within(run, { definition, from, to, days }) {
    const starts = arrivals(run, definition, from);
    const slow = starts.filter(({ machine }) => {
      const { visited } = run.world.machines[machine]!;
      const [begun, done] = [visited[from], visited[to]];
      return begun === undefined || done === undefined
        ? run.world.now - (begun ?? run.world.now) > days * DAY
        : done - begun > days * DAY;
    });
    return {
      met: starts.length === 0 ? 0 : share(starts.length - slow.length, starts.length),
      evidence: slow.map((item) => item.seq),
    };
  },
  risks(run, { verdicts }) {
    const risks = Object.values(run.world.records.risks ?? {}) as unknown as {
      opened: number | null;
      verdict: string;
    }[];
    const opened = risks.filter((risk) => risk.opened !== null);
    const good = opened.filter((risk) => (verdicts as string[]).includes(risk.verdict));
    const closed = happenings(run).filter(({ item }) => item.kind === 'note' && item.code.startsWith('risk'));
    return {
      met: opened.length === 0 ? FULL : share(good.length, opened.length),
      evidence: closed.map(({ seq }) => seq),
    };
  },
  mismatches(run, { atMost }) {
    const found = sum(flowsOf(run.world).map((row) => row.mismatches.length));
    return { met: under(found, atMost), evidence: [] };
  },
  profit(run, { least }) {
    return { met: profitFen(run) >= least ? FULL : 0, evidence: [] };
  },
};

/** Revenue less expense in fen; other currencies at the scenario's opening rate. */
export function profitFen({ world, setup }: Run): number {
  const amounts = world.postings.flatMap(({ lines }) =>
    lines.map(({ account, currency, amount }) => {
      const kind = isAccount(account) ? ACCOUNTS[account].kind : 'asset';
      if (kind !== 'revenue' && kind !== 'expense') return 0;
      return currency === 'CNY' ? -amount : -toFen(amount, currency as 'USD', setup.rates[currency] ?? 0);
    }),
  );
  return sum(amounts);
}

/** Measures that are met by keeping out of trouble; nobody earns them by doing nothing. */
const isRestraint = (measure: Measure): boolean =>
  measure.kind === 'risks' ||
  measure.kind === 'refusals' ||
  ('atMost' in measure &&
    measure.atMost !== undefined &&
    !('least' in measure && measure.least !== undefined));

/** Whether the firm has declared anything to customs. */
const hasDeclared = ({ world }: Run): boolean =>
  world.papers.some(({ kind, from }) => kind === 'CEB603' && from === 'exporter');

export function readMeasure(run: Run, measure: Measure): Reading {
  if (isRestraint(measure) && !hasDeclared(run)) return { met: 0, evidence: [] };
  return (readers[measure.kind] as Reader<typeof measure.kind>)(run, measure as never);
}
