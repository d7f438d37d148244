/** Repeatable chance for generated cases: the seed is printed when a case fails. */
export interface Chance {
  /** 0 … n-1 */
  below: (n: number) => number;
  odds: (of: number, outOf: number) => boolean;
  pick: <T>(from: readonly T[]) => T;
}

/** Mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (n: number) => next() % n;
  return { below, odds: (of, outOf) => below(outOf) < of, pick: (from) => from[below(from.length)]! };
}
