import type { Happening, Input, World } from '$simulator/kernel/index.ts';
import { DAY } from '$simulator/trade/time.ts';
import { offersView } from '$simulator/views/index.ts';
import { isDue, papersDue } from './due.ts';
import type { OpenRun } from './journal.ts';

/** Events that are looked at ahead; two weeks of a busy shop have fewer. */
const MOST = 500;
/** Where nothing is to be done for so long, one looks up all the same. */
const PATIENCE = 14 * DAY;

/** The shop says that nobody buys: the price may be changed, though nothing is owed. */
const isAdvice = (item: Happening): boolean => item.kind === 'note' && item.code === 'noBuyer';

/**
 * Lets time pass until something new is to be done: a message is due, a move is, or the shop
 * advises. The kernel knows moves that are
 * possible, not papers that are owed; so the events are tried ahead here, and the journal keeps the instant that was
 * found. Nobody is carried through the whole run in one step: it stops after two weeks, and before the end.
 */
export function untilNextDecision({ engine, world, row: { setup } }: OpenRun): Input {
  const dueIn = (at: World): Set<string> =>
    new Set([
      ...papersDue(at).flatMap(({ message, refs }) => refs.map((ref) => `${message} ${ref}`)),
      ...offersView(engine, at, 'exporter')
        .filter((offer) => isDue(at, setup, offer))
        .map(({ to, move }) => `${to} ${move}`),
    ]);
  let before = dueIn(world);
  let last = world;
  for (let looked = 0; looked < MOST; looked++) {
    const { world: next, entry } = engine.step(last, { kind: 'advance', until: 'nextEvent' });
    if (next.ended || next.timers.length === 0 || (next.now > world.now + PATIENCE && last !== world)) break;
    last = next;
    const due = dueIn(next);
    if ([...due].some((key) => !before.has(key)) || entry.happened.some(isAdvice)) break;
    before = due;
  }
  return { kind: 'advance', until: last.now > world.now ? last.now : 'nextEvent' };
}
