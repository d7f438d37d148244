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
