import { offersFor, type Engine, type Entry, type World } from '$simulator/kernel/index.ts';
import type { RunFacts } from '../db/schema/runs.ts';

/** Facts of a run for lists and walls, after one more entry. */
export function factsAfter(engine: Engine, world: World, entry: Entry | null, before: RunFacts | null): RunFacts {
  const clearance: Record<string, number> = {};
  for (const [id, { value }] of Object.entries(world.machines)) {
    if (!id.startsWith('parcel:')) continue;
    const state = (value as Record<string, string>).clearance ?? '';
    clearance[state] = (clearance[state] ?? 0) + 1;
  }
  return {
    clearance,
    lastFinding: findingOf(entry) ?? before?.lastFinding ?? null,
    refusals: (before?.refusals ?? 0) + (entry?.outcome === 'refused' ? 1 : 0),
    offers: offersFor(engine, world, 'exporter').length,
  };
}

/** The complaint of an entry: a refused move's, or a rejection that arrived meanwhile. */
function findingOf(entry: Entry | null): RunFacts['lastFinding'] {
  if (!entry) return null;
  const refused = entry.findings[0];
  if (refused) return { code: refused.code, seq: entry.seq };
  const rejected = entry.happened.findLast((item) => item.kind === 'note' && item.code === 'customsRejected');
  return rejected?.kind === 'note' ? { code: String(rejected.params.code), seq: entry.seq } : null;
}
