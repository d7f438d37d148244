import { engineFor } from '$simulator/world.ts';
import { hashOf, type Engine } from '$simulator/kernel/index.ts';
import type { Setup } from '$simulator/trade/setup.ts';

/** Engines by the hash of their set-up; one serves every run of it. Bounded, since founders bring their own set-ups. */
const engines = new Map<string, Engine>();
const MOST = 200;

export function engineOf(setup: Setup): Engine {
  const key = hashOf(setup);
  let engine = engines.get(key);
  if (!engine) {
    if (engines.size >= MOST) engines.delete(engines.keys().next().value!);
    engine = engineFor(setup);
    engines.set(key, engine);
  }
  return engine;
}

/** The same by run, since the set-up of a run never changes and hashing it costs more than a move. */
const byRun = new Map<string, Engine>();
const MOST_RUNS = 2_000;

export function engineOfRun(runId: string, setup: Setup): Engine {
  let engine = byRun.get(runId);
  if (!engine) {
    if (byRun.size >= MOST_RUNS) byRun.delete(byRun.keys().next().value!);
    engine = engineOf(setup);
    byRun.set(runId, engine);
  }
  return engine;
}
