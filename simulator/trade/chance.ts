import type { Scene } from '../kernel/index.ts';
import type { Setup } from './setup.ts';

/**
 * A draw of the offices: what the scenario fixes for the stream's family holds; else its odds in place of the
 * default. `stream` may carry an id after a colon (`faulty:3`), the family is what stands before.
 *
 * @param ppm default odds in a million
 */
export function lot(scene: Scene, stream: string, ppm: number): boolean {
  const family = stream.split(':')[0]!;
  const { fixed, odds } = scene.setup as Setup;
  if (fixed[family] !== undefined) return fixed[family];
  return scene.chance(stream, odds[family] ?? ppm);
}
