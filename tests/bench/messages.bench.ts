/** Messages judged per second on one core: read, checked against the grammar, and turned into a `CebMessage`. */
import { judge, writeMessage } from '../../simulator/messages/index.ts';
import { messageOf, samples } from '../support/sample-messages.ts';

export interface JudgeFigures {
  /** Messages per second, a mix of 303, 403, 505 and 603 with one record each. */
  perSecond: number;
  /** Median and 95th percentile of one message, milliseconds. */
  median: number;
  p95: number;
  /** Mean size of a message, characters. */
  size: number;
}

/** Runs for about `seconds`; the first fifth warms up and is not counted. */
export function benchJudge(seconds = 2): JudgeFigures {
  const mix = [
    messageOf('303', samples.order()),
    messageOf('403', samples.receipt()),
    messageOf('505', samples.waybill()),
    messageOf('603', samples.list()),
  ].map(writeMessage);
  const one = (i: number): void => {
    if (!judge(mix[i % mix.length]!).schemaValid) throw new Error('a sample is refused');
  };
  const warm = performance.now() + seconds * 200;
  for (let i = 0; performance.now() < warm; i++) one(i);
  const times: number[] = [];
  const start = performance.now();
  for (let i = 0; performance.now() - start < seconds * 800; i++) {
    const before = performance.now();
    one(i);
    times.push(performance.now() - before);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]!;
  return {
    perSecond: Math.round((1000 * times.length) / (performance.now() - start)),
    median: at(0.5),
    p95: at(0.95),
    size: Math.round(mix.reduce((sum, xml) => sum + xml.length, 0) / mix.length),
  };
}

if (process.argv[1] === import.meta.filename) console.log(benchJudge());
