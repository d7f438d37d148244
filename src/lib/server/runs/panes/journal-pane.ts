import { and, count, desc, eq, lt } from 'drizzle-orm';
import type { Entry, Happening, Json, Move, World } from '$simulator/kernel/index.ts';
import { grammarOf, isMessageType, readMessage } from '$simulator/messages/index.ts';
import { formatDateTime } from '../../../i18n/format.ts';
import { m } from '$lib/paraglide/messages.js';
import type { JournalContent, JournalLine, JournalRow } from '$lib/desk/panes/view.ts';
import { database } from '../../db/index.ts';
import { runEntries } from '../../db/schema/index.ts';
import { lineOf } from '../digest.ts';
import { shownValueOf, type FormMaker } from '../forms.ts';
import type { OpenRun } from '../journal.ts';
import type { Speaker } from '../words.ts';

/** Entries on one page. */
const PAGE = 50;

/** The run's own book: what was asked, what came of it. Dice stay under the cup until the debrief. */
export async function journalPane(
  open: OpenRun,
  speaker: Speaker,
  asked: URLSearchParams,
): Promise<JournalContent> {
  const { row, world } = open;
  const refusedOnly = asked.get('show') === 'refused';
  const wish = Number.parseInt(asked.get('before') ?? '', 10);
  const before = Number.isSafeInteger(wish) && wish > 0 ? wish : null;
  const [entries, refusals] = await Promise.all([
    entriesBefore(row.id, before, refusedOnly, PAGE + 1),
    countRefusals(row.id),
  ]);
  const shown = entries.slice(0, PAGE);
  const maker: FormMaker = { world, setup: row.setup, speaker };
  const filter = refusedOnly ? '&show=refused' : '';
  return {
    kind: 'journal',
    rows: shown.map((entry) => rowOf(entry, maker)),
    total: row.seq,
    refusals,
    refusedOnly,
    allHref: '?pane=journal',
    refusedHref: '?pane=journal&show=refused',
    olderHref: entries.length > PAGE ? `?pane=journal${filter}&before=${shown.at(-1)!.seq}` : null,
    newestHref: before === null ? null : `?pane=journal${filter}`,
  };
}

/** The newest entries in front of a place, the latest first. */
async function entriesBefore(
  runId: string,
  before: number | null,
  refusedOnly: boolean,
  limit: number,
): Promise<Entry[]> {
  return database()
    .select()
    .from(runEntries)
    .where(
      and(
        eq(runEntries.runId, runId),
        before === null ? undefined : lt(runEntries.seq, before),
        refusedOnly ? eq(runEntries.outcome, 'refused') : undefined,
      ),
    )
    .orderBy(desc(runEntries.seq))
    .limit(limit);
}

async function countRefusals(runId: string): Promise<number> {
  const [found] = await database()
    .select({ refusals: count() })
    .from(runEntries)
    .where(and(eq(runEntries.runId, runId), eq(runEntries.outcome, 'refused')));
  return found?.refusals ?? 0;
}

/** One entry in words. */
export function rowOf(entry: Entry, maker: FormMaker): JournalRow {
  const { input, seq, at, outcome, findings, happened } = entry;
  const { world, speaker } = maker;
  const move = input.kind === 'move' ? input : null;
  const definition = move ? (world.machines[move.to]?.definition ?? '') : '';
  return {
    seq,
    at,
    to: endOf(entry),
    kind: input.kind,
    title: input.kind === 'move' ? speaker.move(definition, input.type).title : passing(input.until),
    about: move ? aboutOf(move.to, definition, speaker) : '',
    inputs: move ? inputsOf(move, maker) : [],
    refused: outcome === 'refused',
    findings: findings.map(speaker.finding),
    lines: happened.flatMap((item) => journalLine(item, world, speaker) ?? []),
  };
}

/** Simulated time after an entry: what happened last, or the instant that was asked for. */
function endOf({ input, outcome, at, happened }: Entry): number {
  const last = happened.at(-1)?.at ?? at;
  return input.kind === 'advance' && typeof input.until === 'number' && outcome === 'done'
    ? Math.max(last, input.until)
    : last;
}

function passing(until: 'nextEvent' | 'nextDecision' | number): string {
  if (until === 'nextEvent') return m.panes_journal_next_event();
  return until === 'nextDecision'
    ? m.panes_journal_next_decision()
    : m.panes_journal_until({ time: formatDateTime(until) });
}

function aboutOf(to: string, definition: string, speaker: Speaker): string {
  const subject = to.includes(':') ? to.slice(to.indexOf(':') + 1) : '';
  return [speaker.say('machines', [definition]).title, subject].filter(Boolean).join(' ');
}

/** What was written in the form. A message is named by its type and what it is about, not by its text. */
function inputsOf({ to, type, payload }: Move, maker: FormMaker): JournalRow['inputs'] {
  const label = (name: string): string =>
    maker.speaker.say(['inputs', 'forms'], [`${type}.${name}`, name]).title;
  return Object.entries(payload).flatMap(([name, value]) => {
    if (name === 'xml' && typeof value === 'string') return messageIn(value, maker.speaker, label(name));
    if (name === 'option' && to.startsWith('risk:'))
      return [
        {
          label: label(name),
          value: maker.speaker.say('risks', [`${to.slice('risk:'.length)}.option.${String(value)}`]).title,
        },
      ];
    const values = (Array.isArray(value) ? value : [value]).filter(
      (item): item is Exclude<Json, null> => item !== null && item !== '',
    );
    return values.length === 0
      ? []
      : [
          {
            label: label(name),
            value: values.map((item) => shownValueOf(maker, name, item)).join(m.panes_comma()),
          },
        ];
  });
}

/** Records named before “and so on”. */
const NAMED = 3;

function messageIn(xml: string, speaker: Speaker, label: string): JournalRow['inputs'] {
  const { message, type } = readMessage(xml);
  if (!isMessageType(type)) return [{ label, value: m.panes_journal_unreadable() }];
  const { zh, en } = grammarOf(type);
  const keys = (message?.records ?? [])
    .map(({ head }) => head.orderNo ?? head.copNo ?? head.billNo ?? '')
    .filter(Boolean);
  const about =
    keys.length > NAMED
      ? m.panes_journal_and_more({ list: keys.slice(0, NAMED).join(m.panes_comma()), count: keys.length })
      : keys.join(m.panes_comma());
  return [
    { label, value: [`${speaker.locale === 'en' ? en : zh} ${type}`, about].filter(Boolean).join(' · ') },
  ];
}

function journalLine(item: Happening, world: World, speaker: Speaker): JournalLine | null {
  if (item.kind === 'posting') {
    const posting = world.postings[item.index];
    if (!posting) return null;
    const { title } = speaker.say('memos', [posting.memo], posting.refs);
    return {
      at: item.at,
      title: m.panes_journal_posted(),
      text: title,
      code: '',
      tone: 'neutral',
      kind: 'note',
      href: `?pane=money&postings=${item.index + 1}#postings`,
      posting: true,
    };
  }
  const line = lineOf(item, world, speaker);
  return line && { ...line, posting: false };
}
