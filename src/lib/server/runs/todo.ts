import type { OfferView } from '$simulator/views/index.ts';
import { offersView } from '$simulator/views/index.ts';
import { grammarOf, type MessageType } from '$simulator/messages/index.ts';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { Digest, Pane, PaperDue, TodoGroup } from '$lib/desk/view.ts';
import type { Tone } from '$lib/ui/tones.ts';
import { isDue, papersDue, type Due } from './due.ts';
import { orderHint, shownOffer, type FormMaker } from './forms.ts';
import type { OpenRun } from './journal.ts';
import type { Speaker } from './words.ts';

export interface Todo {
  /** What is to be done now, the most pressing first. */
  now: TodoGroup[];
  /** What could be done at any time. */
  standing: TodoGroup[];
}

/** Kinds of matters in the order in which they press, with the pane that shows them. */
const KINDS: [kind: string, pane: Pane, tone: Tone][] = [
  ['risk', 'risks', 'held'],
  ['case', 'papers', 'held'],
  ['inspection', 'papers', 'waiting'],
  ['cancel', 'papers', 'active'],
  ['dispute', 'orders', 'waiting'],
  ['parcel', 'orders', 'active'],
  ['batch', 'orders', 'active'],
  ['voyage', 'orders', 'active'],
  ['site', 'tracking', 'active'],
  ['purchase', 'sourcing', 'active'],
  ['platform', 'sourcing', 'active'],
  ['listing', 'sourcing', 'active'],
  ['suppliers', 'sourcing', 'active'],
  ['bank', 'money', 'active'],
  ['credit-note', 'money', 'active'],
  ['tax', 'money', 'active'],
  ['claim', 'money', 'active'],
  ['firm', 'firm', 'active'],
];

const kindOf = (machine: string): string =>
  machine.includes(':') ? machine.slice(0, machine.indexOf(':')) : machine;

/** Everything that the exporter can do, grouped by what it is about. `digest` brings back what was refused just now. */
export function todoOf(open: OpenRun, speaker: Speaker, digest: Digest | null): Todo {
  const { engine, world, row } = open;
  const maker: FormMaker = { world, setup: row.setup, speaker };
  const offers = offersView(engine, world, 'exporter').filter(({ move }) => move !== 'transmit');
  const isRefused = (offer: OfferView): boolean =>
    digest?.refused === true && digest.key === `${offer.to} ${offer.move}`;
  const due = (offer: OfferView): boolean => isDue(world, row.setup, offer) || isRefused(offer);
  const gather = (list: readonly OfferView[], papers: readonly Due[]): TodoGroup[] => {
    const groups = new Map<string, TodoGroup>();
    for (const paper of papers) {
      const id =
        paper.message === '607'
          ? `batch:${paper.refs[0]}`
          : paper.refs.length === 1 && paper.message !== '701'
            ? `parcel:${paper.refs[0]}`
            : `paper:${paper.message}`;
      groupIn(groups, id, maker).papers.push(shownPaper(paper));
    }
    for (const offer of list) {
      groupIn(groups, offer.to, maker).offers.push(
        shownOffer(maker, offer, isRefused(offer) ? (digest?.payload ?? null) : null),
      );
    }
    return [...groups.values()].sort((a, b) => rank(a.id) - rank(b.id));
  };
  return {
    now: world.ended ? [] : gather(offers.filter(due), papersDue(world)),
    standing: gather(
      offers.filter((offer) => !due(offer)),
      [],
    ),
  };
}

const rank = (id: string): number => {
  const place = KINDS.findIndex(([kind]) => kind === kindOf(id));
  return place < 0 ? KINDS.length : place;
};

function groupIn(groups: Map<string, TodoGroup>, id: string, maker: FormMaker): TodoGroup {
  let group = groups.get(id);
  if (!group) {
    const [, pane, tone] = KINDS.find(([kind]) => kind === kindOf(id)) ?? [
      '',
      'papers' as const,
      'active' as const,
    ];
    groups.set(
      id,
      (group = {
        id,
        ...headOf(id, maker),
        tone,
        href: `?pane=${pane}${id.startsWith('parcel:') ? `&on=${encodeURIComponent(id)}` : ''}`,
        papers: [],
        offers: [],
      }),
    );
  }
  return group;
}

function headOf(id: string, maker: FormMaker): { title: string; detail: string } {
  const { world, speaker } = maker;
  const subject = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('paper:')) return { title: m.desk_papers_due(), detail: '' };
  if (id.startsWith('parcel:'))
    return { title: m.desk_order_no({ orderNo: subject }), detail: orderHint(maker, subject) };
  if (id.startsWith('batch:')) return { title: m.desk_batch_no({ batch: subject }), detail: '' };
  if (id.startsWith('risk:')) {
    const { title, text } = speaker.say('risks', [subject]);
    return { title, detail: text };
  }
  const definition = world.machines[id]?.definition ?? '';
  return { title: speaker.say('machines', [definition]).title, detail: id.includes(':') ? subject : '' };
}

/** A message by its number and its official name in the reader's language. */
export function paperTitle(message: MessageType): string {
  const { zh, en } = grammarOf(message);
  return m.desk_paper_title({ message, name: getLocale() === 'en' ? en : zh });
}

export function shownPaper({ message, refs }: Due): PaperDue {
  return {
    message,
    title: paperTitle(message),
    why: whyPaper(message),
    refs,
    href: `?pane=papers&message=${message}${refs.map((ref) => `&ref=${encodeURIComponent(ref)}`).join('')}`,
  };
}

const WHY: Record<string, () => string> = {
  '303': m.desk_why_303,
  '403': m.desk_why_403,
  '603': m.desk_why_603,
  '605': m.desk_why_605,
  '607': m.desk_why_607,
  '701': m.desk_why_701,
};

const whyPaper = (message: string): string => WHY[message]?.() ?? '';
