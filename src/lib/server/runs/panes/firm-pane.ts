import { statePaths, type World } from '$simulator/kernel/index.ts';
import { findCode } from '$simulator/messages/index.ts';
import { openingStanding } from '$simulator/trade/standing.ts';
import type { Qualification, Standing } from '$simulator/trade/records.ts';
import type { Setup } from '$simulator/trade/setup.ts';
import { mapOf, type StageMap } from '$simulator/views/index.ts';
import type { FirmContent, FirmPath } from '$lib/desk/panes/view.ts';
import { m } from '$lib/paraglide/messages.js';
import { stageLayouts } from '$lib/ui/stage-layout.ts';
import type { StageLayouts, StageNode, StageState } from '$lib/ui/stages.ts';
import type { Tone } from '$lib/ui/tones.ts';
import type { OpenRun } from '../journal.ts';
import type { Speaker } from '../words.ts';

const FIRM = 'firm';
/** The way to the licence; behind it all other ways run side by side. */
const LICENCE = 'licence';
const BEHIND = 'licensed';

type Node = StageMap['nodes'][number];

/** The firm itself: which formalities it has behind it, and the door for client programs. */
export function firmPane(
  { engine, world, row }: OpenRun,
  speaker: Speaker,
  asked: URLSearchParams,
): FirmContent {
  const { setup } = row;
  const map = mapOf(engine, world, FIRM);
  const active = statePaths(world.machines[FIRM]!.value);
  const standing =
    (world.records.enterprise?.self as unknown as Standing | undefined) ?? openingStanding(setup);
  const paths = pathsOf(map, active, standing, speaker);
  const path =
    paths.find(({ id }) => id === asked.get('lane')) ??
    paths.find(({ tone }) => tone !== 'cleared') ??
    paths.find(({ id }) => id === 'customs') ??
    paths[0]!;
  return {
    kind: 'firm',
    firm: factsOf(setup, speaker),
    paths: paths.map((item) => ({ ...item, current: item.id === path.id })),
    map: mapPart(map, path.id, active, asked.get('node'), speaker),
    standing: standingOf(standing),
    qualifications: qualificationsOf(setup, world, speaker),
    exchange: '/dxp',
    hasKey: row.windowKeyHash !== null,
  };
}

const inPath =
  (path: string) =>
  (node: Node): boolean =>
    path === LICENCE
      ? node.parent === null && node.id !== 'opening'
      : node.id.startsWith(`${BEHIND}.${path}.`);

function pathsOf(map: StageMap, active: readonly string[], standing: Standing, speaker: Speaker): FirmPath[] {
  const regions = map.nodes
    .filter(({ parent }) => parent === BEHIND)
    .map(({ id }) => id.slice(BEHIND.length + 1));
  const done: Record<string, boolean> = {
    [LICENCE]: standing.licensed,
    customs: standing.customsFiled && standing.eport,
    forex: standing.forex !== 'none',
    tax: standing.taxFiled,
    zone: standing.zonePlatform,
    shop: standing.shop,
    qualifications: standing.licensed,
  };
  return [LICENCE, ...regions].map((id) => {
    const here = hereIn(map, id, active);
    const label =
      id === LICENCE ? m.panes_firm_licence() : speaker.state(map.definition, `${BEHIND}.${id}`).title;
    return {
      id,
      label,
      state: here ? speaker.state(map.definition, here.id).title : m.panes_firm_not_yet(),
      tone: done[id] ? 'cleared' : here ? toneOf(here) : 'neutral',
      current: false,
      href: `?pane=firm&lane=${id}`,
    };
  });
}

const hereIn = (map: StageMap, path: string, active: readonly string[]): Node | undefined =>
  map.nodes.filter(inPath(path)).findLast(({ id }) => active.includes(id));

const isRefusal = (id: string): boolean => /(refused|questioned)$/.test(id);

/** Others have it in hand: waiting. The firm's own turn: active. Sent back: held. */
function toneOf({ id, office }: Node): Tone {
  if (isRefusal(id)) return 'held';
  return office === 'exporter' ? 'active' : 'waiting';
}

function mapPart(
  map: StageMap,
  path: string,
  active: readonly string[],
  pointed: string | null,
  speaker: Speaker,
): FirmContent['map'] {
  const nodes = map.nodes.filter(inPath(path));
  const here = hereIn(map, path, active)?.id ?? '';
  const about = nodes.find(({ id }) => id === pointed) ?? nodes.find(({ id }) => id === here) ?? nodes[0];
  const words = about ? speaker.state(map.definition, about.id) : null;
  return {
    label:
      path === LICENCE ? m.panes_firm_licence() : speaker.state(map.definition, `${BEHIND}.${path}`).title,
    nodes: nodes.map((node) => stageNode(node, map, nodes, here, speaker)),
    layouts: layoutOf(map, path, nodes),
    selected: about?.id ?? '',
    about:
      about && words
        ? {
            title: words.title,
            text: words.text,
            office:
              about.office && map.edges.some(({ from }) => from === about.id)
                ? speaker.office(about.office).title
                : '',
            since: about.entered,
            cites: speaker.cites(about.cites),
            here: about.id === here,
          }
        : null,
  };
}

function stageNode(
  node: Node,
  map: StageMap,
  nodes: readonly Node[],
  here: string,
  speaker: Speaker,
): StageNode {
  const { title, text } = speaker.state(map.definition, node.id);
  return {
    id: node.id,
    label: title,
    state: stageState(node, map, nodes, here),
    office: node.office ? speaker.office(node.office).title : '',
    detail: text,
  };
}

function stageState(node: Node, map: StageMap, nodes: readonly Node[], here: string): StageState {
  const leads = map.edges.filter(({ from, to }) => from === node.id && nodes.some(({ id }) => id === to));
  if (node.id === here) {
    if (isRefusal(node.id)) return 'blocked';
    if (leads.length === 0 || node.id === BEHIND) return 'done';
    return node.office === 'exporter' ? 'active' : 'waiting';
  }
  if (node.state === 'visited') return 'done';
  return map.edges.some(({ from, to }) => from === here && to === node.id) ? 'next' : 'idle';
}

/** The chart is one and the same in every run. */
const layouts = new Map<string, StageLayouts>();

function layoutOf(map: StageMap, path: string, nodes: readonly Node[]): StageLayouts {
  let layout = layouts.get(path);
  if (!layout) {
    const place = (id: string): number => nodes.findIndex((node) => node.id === id);
    const ways = new Map(
      map.edges
        .filter(({ from, to }) => place(from) >= 0 && place(to) >= 0)
        .map(({ from, to }) => [`${from}>${to}`, { from, to, main: place(to) === place(from) + 1 }]),
    );
    const drawn = nodes.map(({ id }) => ({ id, label: '', state: 'idle' as const }));
    layouts.set(path, (layout = stageLayouts(drawn, [...ways.values()])));
  }
  return layout;
}

function factsOf({ enterprise, customs }: Setup, speaker: Speaker): FirmContent['firm'] {
  return [
    { label: m.panes_firm_name(), value: speaker.locale === 'en' ? enterprise.nameEn : enterprise.nameZh },
    { label: m.panes_firm_uscc(), value: enterprise.uscc },
    { label: m.panes_firm_customs_code(), value: enterprise.customsCode },
    {
      label: m.panes_firm_kind(),
      value: enterprise.kind === 'trader' ? m.panes_firm_trader() : m.panes_firm_producer(),
    },
    { label: m.panes_firm_site(), value: siteOf(customs, speaker) },
  ];
}

/** The customs office by its name, and the supervised site by its number. */
function siteOf({ code, site }: Setup['customs'], { locale }: Speaker): string {
  const office = findCode('customs', code);
  return [office ? (locale === 'en' ? office.en : office.zh) : code, site].join(' ');
}

const standingOf = (standing: Standing): FirmContent['standing'] => [
  {
    id: 'licensed',
    label: m.panes_standing_licensed(),
    text: m.panes_standing_licensed_text(),
    held: standing.licensed,
  },
  {
    id: 'customsFiled',
    label: m.panes_standing_customs(),
    text: m.panes_standing_customs_text(),
    held: standing.customsFiled,
  },
  { id: 'eport', label: m.panes_standing_eport(), text: m.panes_standing_eport_text(), held: standing.eport },
  {
    id: 'forex',
    label: standing.forex === 'exempt' ? m.panes_standing_forex_exempt() : m.panes_standing_forex(),
    text: m.panes_standing_forex_text(),
    held: standing.forex !== 'none',
  },
  {
    id: 'taxFiled',
    label: m.panes_standing_tax(),
    text: m.panes_standing_tax_text(),
    held: standing.taxFiled,
  },
  {
    id: 'zonePlatform',
    label: m.panes_standing_zone(),
    text: m.panes_standing_zone_text(),
    held: standing.zonePlatform,
  },
  { id: 'shop', label: m.panes_standing_shop(), text: m.panes_standing_shop_text(), held: standing.shop },
];

/** What the goods of this scenario ask the firm to hold, and what it holds. */
function qualificationsOf(setup: Setup, world: World, speaker: Speaker): FirmContent['qualifications'] {
  const held = (world.records.qualifications ?? {}) as unknown as Record<string, Qualification>;
  const needs = [...new Set([...setup.goods.flatMap((goods) => goods.needs), ...Object.keys(held)])];
  return needs.map((need) => {
    const { title, text } = speaker.say(['options', 'choices', 'certificates'], [`need.${need}`, need]);
    return {
      need,
      label: title,
      text,
      asked: held[need]?.asked ?? null,
      granted: held[need]?.granted ?? null,
    };
  });
}
