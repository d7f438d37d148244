/** How long each of many things took. */
export interface Times {
  count: number;
  /** ms */
  median: number;
  p95: number;
  perSecond: number;
}

/** Does what each worker brings, one thing after the other, all workers at once. */
export async function atOnce(workers: (() => Promise<boolean>)[]): Promise<Times> {
  const times: number[] = [];
  const begin = performance.now();
  await Promise.all(
    workers.map(async (next) => {
      for (;;) {
        const before = performance.now();
        if (!(await next())) return;
        times.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  return { ...spread(times), perSecond: times.length / seconds };
}

export function spread(times: readonly number[]): { count: number; median: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, median: at(0.5), p95: at(0.95) };
}
