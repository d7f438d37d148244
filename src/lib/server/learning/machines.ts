import type { Locale } from '../../i18n/text.ts';
import { ALWAYS } from '../../lesson/rebuild.ts';
import type { MachineEvent, MachineState, MachineStub, MachineView } from '../../lesson/view.ts';
import { chartOf, type Definition } from '../../../../simulator/kernel/index.ts';
import { MODE_IDS } from '../../../../simulator/modes/index.ts';
import { definitionsFor } from '../../../../simulator/world.ts';
import { m } from '../../paraglide/messages.js';
import { hasWords, wordsIn } from '../library/words.ts';
import { library } from '../library/index.ts';
import { chipViews } from './citations.ts';

/** The seat of a trainee: whatever this seat does is a move, the rest is news. */
const OWN_SEAT = 'exporter';

const registry = new Map<string, Definition>(
  MODE_IDS.flatMap((mode) => definitionsFor(mode)).map((definition) => [definition.name, definition]),
);

/** Names of all machines of the simulator that a lesson may show. */
export const machineIds: ReadonlySet<string> = new Set(registry.keys());

/** The chart of a machine and its words, for a page; null when the simulator has none of this name. */
export function findMachineView(id: string, start: string | null, locale: Locale): MachineView | null {
  const definition = registry.get(id);
  if (!definition) return null;
  const { nodes, edges: drawn } = chartOf(definition.machine);
  // What a chart decides by itself has no event; the walk in the browser makes it a choice.
  const edges = drawn.map((edge) => ({ ...edge, event: edge.event || ALWAYS }));
  const say = speakerFor(id, locale);
  const states: Record<string, MachineState> = {};
  for (const node of nodes) {
    states[node.id] = {
      ...say('states', node.id),
      office: node.office && say('offices', node.office).title,
      cites: [...node.cites],
      final: node.kind === 'final',
    };
  }
  const events: Record<string, MachineEvent> = {};
  for (const { event, from } of edges) {
    if (events[event]) continue;
    const move = definition.moves[event];
    const office = move?.seat ?? nodes.find((node) => node.id === from)?.office ?? '';
    events[event] = {
      title:
        event === ALWAYS
          ? m.lesson_machine_depends({}, { locale })
          : say(move ? 'moves' : 'letters', event).title,
      who: office && say('offices', office).title,
      own: move?.seat === OWN_SEAT,
      cites: move?.cites ?? [],
    };
  }
  const guards = [...new Set(edges.flatMap(({ guard }) => guard ?? []))];
  return {
    id,
    title: say('machines', id).title,
    chart: withoutContext(definition),
    start,
    states,
    events,
    guards: Object.fromEntries(guards.map((guard) => [guard, say('guards', guard).title])),
    ways: edges,
    cited: chipViews(
      [...Object.values(states), ...Object.values(events)].flatMap(({ cites }) => cites),
      locale,
    ),
  };
}

/** What a lesson shows of a machine before it is fetched; null when the simulator has none of this name. */
export function findMachineStub(id: string, start: string | null, locale: Locale): MachineStub | null {
  if (!registry.has(id)) return null;
  const query = new URLSearchParams({ in: locale, ...(start === null ? {} : { start }) });
  const href = `/learn/machines/${id}`;
  return { title: speakerFor(id, locale)('machines', id).title, href, data: `${href}/data?${query}` };
}

/** The chart as the simulator has it. The context is a function and of no use to a reader. */
function withoutContext({ machine }: Definition): object {
  const { context: _, ...config } = machine.config as Record<string, unknown>;
  return JSON.parse(JSON.stringify(config)) as object;
}

/** Words for a code of this machine: its own if it has some, else those that any machine shares, else the last part. */
function speakerFor(
  id: string,
  locale: Locale,
): (namespace: string, code: string) => { title: string; text: string } {
  const { words } = library();
  const wordsFor = wordsIn(words, locale);
  return (namespace, code) => {
    const last = code.split('.').at(-1) ?? code;
    const key = [`${id}.${code}`, `${id}.${last}`, code, last].find((name) =>
      hasWords(words, namespace, name),
    );
    const { title, text } = wordsFor(namespace, key ?? last);
    return { title, text };
  };
}
