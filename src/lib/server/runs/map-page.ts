import { statePaths, type Engine, type World } from '$simulator/kernel/index.ts';
import { mapOf, type StageMap } from '$simulator/views/index.ts';
import { m } from '$lib/paraglide/messages.js';
import { stageLayouts } from '$lib/ui/stage-layout.ts';
import type { StageLayouts, StageNode, StageState } from '$lib/ui/stages.ts';
import type { MapSubject, ShownMap } from '$lib/desk/view.ts';
import { toneOfState } from './digest.ts';
import type { Speaker } from './words.ts';

export interface Pointed {
  /** Machine that the map is of. */
  on: string | null;
  lane: string | null;
  /** State that is pointed at. */
  node: string | null;
}

const SUBJECTS = /^(parcel|batch|purchase|inspection|case|claim|dispute|list|risk):/;
const SEAT = 'exporter';

/** Layouts of charts: the same for every run, and slow enough (dagre) to be kept. */
const layouts = new Map<string, StageLayouts>();

/** The stage map of what is chosen, else of the order that calls for the firm, else of the firm itself. */
export function mapPage(engine: Engine, world: World, speaker: Speaker, pointed: Pointed): ShownMap {
  const machines = Object.keys(world.machines).filter((id) => SUBJECTS.test(id) || id === 'firm');
  const chosen =
    pointed.on !== null && machines.includes(pointed.on) ? pointed.on : ownTurn(engine, world, machines);
  const map = mapOf(engine, world, chosen);
  const lanes = map.nodes.filter((node) => node.parent === null && node.kind === 'compound');
  const parallel = typeof world.machines[chosen]!.value === 'object' && lanes.length > 1;
  const lane = parallel ? (lanes.find(({ id }) => id === pointed.lane)?.id ?? lanes[0]!.id) : '';
  const href = (on: string, more = ''): string => `?pane=overview&on=${encodeURIComponent(on)}${more}`;
  const say = (path: string): string => speaker.state(map.definition, path).title;
  const active = statePaths(world.machines[chosen]!.value);
  const here = active.findLast((path) => !parallel || path.startsWith(`${lane}.`)) ?? '';
  const nodes = map.nodes.filter(
    ({ id, kind }) => kind !== 'compound' && kind !== 'parallel' && (!parallel || id.startsWith(`${lane}.`)),
  );
  const selected = nodes.find(({ id }) => id === pointed.node)?.id ?? here;
  return {
    subjects: subjectsOf(machines, chosen, world, speaker, href),
    lanes: parallel
      ? lanes.map(({ id }) => {
          const state = active.findLast((path) => path.startsWith(`${id}.`)) ?? '';
          return {
            id,
            label: say(id),
            state: say(state),
            tone: toneOfState(state),
            current: id === lane,
            href: href(chosen, `&lane=${id}`),
          };
        })
      : [],
    label: speaker.say('machines', [map.definition]).title,
    nodes: nodes.map((node) => stageNode(node, map, here, speaker)),
    layouts: layoutOf(map, nodes, lane),
    selected,
    about: aboutOf(
      nodes.find(({ id }) => id === selected),
      map,
      here,
      engine,
      speaker,
    ),
  };
}

type Node = StageMap['nodes'][number];

function layoutOf(map: StageMap, nodes: readonly Node[], lane: string): StageLayouts {
  const key = `${map.definition}/${lane}`;
  let layout = layouts.get(key);
  if (!layout) {
    const drawn = nodes.map(({ id }) => ({ id, label: '', state: 'idle' as const }));
    const seen = new Set<string>();
    const edges = map.edges.filter(
      ({ from, to }) => !seen.has(`${from}>${to}`) && Boolean(seen.add(`${from}>${to}`)),
    );
    layouts.set(
      key,
      (layout = stageLayouts(
        drawn,
        edges.map(({ from, to }) => ({ from, to, main: isForward(nodes, from, to) })),
      )),
    );
  }
  return layout;
}

/** Charts are written in the order of a good voyage: from a state to the one written next is the main way. */
const isForward = (nodes: readonly Node[], from: string, to: string): boolean => {
  const [a, b] = [nodes.findIndex(({ id }) => id === from), nodes.findIndex(({ id }) => id === to)];
  return b === a + 1;
};

function stageNode(node: Node, map: StageMap, here: string, speaker: Speaker): StageNode {
  const { title, text } = speaker.state(map.definition, node.id);
  return {
    id: node.id,
    label: title,
    state: stageState(node, map, here),
    office: node.office ? speaker.office(node.office).title : '',
    detail: text,
  };
}

function stageState(node: Node, map: StageMap, here: string): StageState {
  if (node.id === here) {
    if (node.kind === 'final') return 'done';
    if (toneOfState(node.id) === 'held') return 'blocked';
    return node.office === SEAT ? 'active' : 'waiting';
  }
  if (node.state === 'visited') return 'done';
  return map.edges.some(({ from, to }) => from === here && to === node.id) ? 'next' : 'idle';
}

function aboutOf(
  node: Node | undefined,
  map: StageMap,
  here: string,
  engine: Engine,
  speaker: Speaker,
): ShownMap['about'] {
  if (!node) return null;
  const { title, text } = speaker.state(map.definition, node.id);
  const office = node.office ? speaker.office(node.office) : null;
  const moves = engine.definitions.get(map.definition)?.moves ?? {};
  const needs = node.needs.map((event) => {
    if (Object.hasOwn(moves, event)) return speaker.move(map.definition, event).title;
    return event.startsWith('xstate.after')
      ? m.desk_map_time()
      : speaker.say('letters', [`${map.definition}.${event}`, event]).title;
  });
  return {
    title,
    text,
    office: office?.title ?? '',
    officeText: office?.text ?? '',
    since: node.entered,
    needs: [...new Set(needs)].filter(Boolean),
    cites: speaker.cites(node.cites),
    here: node.id === here,
  };
}

/** The first parcel that waits for the firm, else the last parcel, else the firm. */
function ownTurn(engine: Engine, world: World, machines: readonly string[]): string {
  const parcels = machines.filter((id) => id.startsWith('parcel:') && !world.machines[id]!.done);
  const mine = parcels.find((id) => {
    const map = mapOf(engine, world, id);
    return map.nodes.some(
      (node) =>
        node.state === 'active' &&
        node.id.startsWith('clearance.') &&
        node.office === SEAT &&
        node.kind !== 'final',
    );
  });
  return mine ?? parcels[0] ?? machines.findLast((id) => id.startsWith('parcel:')) ?? 'firm';
}

function subjectsOf(
  machines: readonly string[],
  chosen: string,
  world: World,
  speaker: Speaker,
  href: (on: string) => string,
): MapSubject[] {
  return machines
    .filter((id) => !id.startsWith('list:'))
    .map((id) => {
      const subject = id.includes(':') ? id.slice(id.indexOf(':') + 1) : '';
      const kind = speaker.say('machines', [world.machines[id]!.definition]).title;
      return { id, label: [kind, subject].filter(Boolean).join(' '), current: id === chosen, href: href(id) };
    });
}
