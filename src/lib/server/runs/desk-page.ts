import { randomUUID } from 'node:crypto';
import { getDay } from '$simulator/trade/time-format.ts';
import { instantOf } from '$simulator/trade/time.ts';
import { isPane, type DeskFrame } from '$lib/desk/view.ts';
import type { Locale } from '../../i18n/text.ts';
import { library } from '../library/index.ts';
import type { Access } from './access.ts';
import { digestOf } from './digest.ts';
import { entryAt, openRun } from './journal.ts';
import { lettersOf } from './letters.ts';
import { mapPage } from './map-page.ts';
import { panePage } from './pane-page.ts';
import { todoOf } from './todo.ts';
import { speakerFor } from './words.ts';

/** Letters beside the work; the papers pane has them all. */
const IN_SIGHT = 25;

/** Everything that one view of the desk shows. What a pane does not need is not made. */
export async function deskPage({ row, player, own }: Access, url: URL, locale: Locale) {
  const open = await openRun(row);
  const { engine, world } = open;
  const speaker = speakerFor(locale);
  const asked = url.searchParams;
  const pane = isPane(asked.get('pane')) ? (asked.get('pane') as DeskFrame['pane']) : 'overview';
  const last = row.seq > 0 ? await entryAt(row.id, row.seq) : null;
  const digest = last ? digestOf(last, world, speaker) : null;
  const todo = todoOf(open, speaker, digest);
  const scenario = library().scenarios.get(row.scenario)?.value;
  const frame: DeskFrame = {
    run: row.id,
    scenario: row.scenario,
    title: scenario?.title[locale] ?? row.scenario,
    player,
    own,
    guided: row.setup.difficulty === 'guided',
    briefing:
      row.seq === 0 || pane === 'overview' ? (scenario?.briefing.map((text) => text[locale]) ?? []) : [],
    seq: row.seq,
    key: randomUUID(),
    now: world.now,
    endsAt: instantOf(getDay(row.setup.endsOn), 18),
    ended: world.ended && { ...world.ended, title: speaker.say('outcomes', [world.ended.outcome]).title },
    waiting: world.timers.length > 0 && !world.ended,
    digest,
    pane,
    query: queryOf(asked),
    counts: {
      todo: todo.now.reduce((sum, group) => sum + group.papers.length + group.offers.length, 0),
      risks: todo.now.filter(({ id }) => /^(risk|case|inspection):/.test(id)).length,
    },
  };
  return {
    frame,
    todo,
    map:
      pane === 'overview'
        ? mapPage(engine, world, speaker, {
            on: asked.get('on'),
            lane: asked.get('lane'),
            node: asked.get('node'),
          })
        : null,
    inbox: pane === 'overview' ? lettersOf(world, speaker, { limit: IN_SIGHT, received: true }) : null,
    content: await panePage(pane, open, speaker, asked),
  };
}

export type DeskPage = Awaited<ReturnType<typeof deskPage>>;

/** The place in the desk, for the addresses of its forms: `&pane=papers&message=303`. */
function queryOf(asked: URLSearchParams): string {
  const kept = [...asked].filter(([name]) => !name.startsWith('/'));
  return kept.map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('');
}
