import { offersFor, type Engine, type Entry, type World } from '$simulator/kernel/index.ts';
import type { RunFacts } from '../db/schema/runs.ts';

/**
 * Facts of a run for lists and walls, after one more entry.
 *
 * @param now real time, ms since 1970
 */
export function factsAfter(
  engine: Engine,
  world: World,
  entry: Entry | null,
  before: RunFacts | null,
  now = Date.now(),
): RunFacts {
  const clearance: Record<string, number> = {};
  for (const [id, { value }] of Object.entries(world.machines)) {
    if (!id.startsWith('parcel:')) continue;
    const state = (value as Record<string, string>).clearance ?? '';
    clearance[state] = (clearance[state] ?? 0) + 1;
  }
  const isSameStage = before !== null && isSameCount(before.clearance, clearance);
  return {
    clearance,
    stageSince: isSameStage ? before.stageSince : now,
    lastFinding: findingOf(entry, before?.lastFinding ?? null) ?? before?.lastFinding ?? null,
    refusals: (before?.refusals ?? 0) + (entry?.outcome === 'refused' ? 1 : 0),
    offers: offersFor(engine, world, 'exporter').length,
  };
}

const isSameCount = (a: Record<string, number>, b: Record<string, number>): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((state) => a[state] === b[state]);

/** The complaint of an entry: a refused move's, or a rejection that arrived meanwhile; and how often in a row it was the same. */
function findingOf(entry: Entry | null, before: RunFacts['lastFinding']): RunFacts['lastFinding'] {
  const code = entry && codeOf(entry);
  if (!code) return null;
  return { code, seq: entry.seq, times: before?.code === code ? before.times + 1 : 1 };
}

function codeOf(entry: Entry): string | null {
  const refused = entry.findings[0];
  if (refused) return refused.code;
  const rejected = entry.happened.findLast((item) => item.kind === 'note' && item.code === 'customsRejected');
  return rejected?.kind === 'note' ? String(rejected.params.code) : null;
}
