import type { Paper } from '$simulator/kernel/index.ts';
import {
  codesOf,
  fieldsOf,
  findCode,
  isMessageType,
  writeMessage,
  type CebMessage,
  type CodeTableId,
  type Field,
} from '$simulator/messages/index.ts';
import { MODES, OWN_MESSAGES, type OwnMessage } from '$simulator/modes/index.ts';
import { openLists } from '$simulator/modes/9610-export/papers.ts';
import type { Batch, Parcel } from '$simulator/trade/records.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { m } from '$lib/paraglide/messages.js';
import type { Code, Draft, OpenPaper, PaperField, ShownValue } from '$lib/desk/view.ts';
import { library } from '../library/index.ts';
import { laneOf, papersDue } from './due.ts';
import { orderHint } from './forms.ts';
import type { OpenRun } from './journal.ts';
import { letterOf, lettersOf } from './letters.ts';
import { paperTitle, shownPaper } from './todo.ts';
import type { Speaker } from './words.ts';

const LETTERS = 200;

const isOwn = (text: string | null): text is OwnMessage =>
  (OWN_MESSAGES as readonly string[]).includes(text ?? '');

/** The folder: what is due, a draft if one is asked for, one paper if one is opened, and everything that came and went. */
export function papersPage(open: OpenRun, speaker: Speaker, asked: URLSearchParams) {
  const { world } = open;
  const message = asked.get('message');
  const paper = world.papers.find(
    ({ id, from, to }) => id === asked.get('paper') && (from === 'exporter' || to === 'exporter'),
  );
  const draft = isOwn(message) ? draftPage(open, speaker, message, asked.getAll('ref')) : null;
  return {
    kind: 'papers' as const,
    due: papersDue(world).map(shownPaper),
    kinds: OWN_MESSAGES.map((id) => {
      return {
        id,
        label: paperTitle(id),
        current: id === message,
        count: candidatesOf(open, id, speaker).length,
      };
    }),
    candidates: isOwn(message) ? candidatesOf(open, message, speaker) : [],
    asked: isOwn(message) ? { message, refs: asked.getAll('ref') } : null,
    draft,
    codes: draft ? codesFor(draft.fields, speaker) : {},
    faults: draft ? faultWords(speaker) : {},
    paper: paper ? openPaper(paper, speaker) : null,
    ...lettersOf(world, speaker, { limit: LETTERS, received: false }),
  };
}

/** What a message of this type could be about. */
export function candidatesOf(
  { world, row }: OpenRun,
  message: OwnMessage,
  speaker: Speaker,
): { ref: string; label: string; hint: string }[] {
  const maker = { world, setup: row.setup, speaker };
  if (message === '607') {
    return (Object.values(world.records.batches ?? {}) as unknown as Batch[])
      .filter(({ departed }) => departed === null)
      .map(({ id, billNo, orders }) => ({
        ref: id,
        label: id,
        hint: m.desk_batch_hint({ billNo, count: orders.length }),
      }));
  }
  if (message === '701') {
    const months = new Set(openLists(world, '').map(({ appTime }) => appTime.slice(0, 6)));
    return [...months].sort().map((month) => ({
      ref: month,
      label: month,
      hint: m.desk_month_hint({ count: openLists(world, month).length }),
    }));
  }
  const parcels = Object.values(world.records.parcels ?? {}) as unknown as Parcel[];
  return parcels
    .filter((parcel) => isOpenFor(message, parcel, laneOf(world, parcel.orderNo, 'clearance')))
    .map(({ orderNo }) => ({
      ref: orderNo,
      label: orderNo,
      hint: [
        orderHint(maker, orderNo),
        speaker.state('9610-export/parcel', `clearance.${laneOf(world, orderNo, 'clearance')}`).title,
      ].join(' · '),
    }));
}

const OVER = ['closed', 'summarised', 'stated', 'cancelled', 'withdrawn', 'sentBack', 'forfeited'];

function isOpenFor(message: OwnMessage, parcel: Parcel, state: string): boolean {
  if (OVER.includes(state)) return false;
  if (message === '605') return parcel.invtNo !== '';
  return !['ordered', ''].includes(state);
}

function draftPage(
  { world, row }: OpenRun,
  speaker: Speaker,
  message: OwnMessage,
  refs: readonly string[],
): Draft | null {
  if (refs.length === 0) return null;
  try {
    const draft = MODES[row.setup.mode].draft(world, row.setup, message, refs);
    return {
      message,
      title: paperTitle(message),
      refs: [...refs],
      fields: fieldsOf(message).map((field) => paperField(field, speaker)),
      draft,
      xml: writeMessage(draft),
    };
  } catch (reason) {
    // An order, batch or month that is not there: the address was typed, or the run has gone on.
    if (reason instanceof RangeError) return null;
    throw reason;
  }
}

function paperField(field: Field, speaker: Speaker): PaperField {
  const { maxLength } = field.facets;
  return {
    path: field.path,
    part: field.part,
    name: field.name,
    label: speaker.locale === 'en' ? field.en : field.zh,
    other: speaker.locale === 'en' ? field.zh : field.en,
    type: field.type,
    required: field.required,
    maxLength: Number.isFinite(maxLength) && maxLength > 0 ? maxLength : null,
    codes: field.codeList,
    hint: speaker.say('fields', [field.words]).text,
  };
}

function codesFor(fields: readonly PaperField[], speaker: Speaker): Record<string, Code[]> {
  const ids = [...new Set(fields.flatMap(({ codes }) => codes ?? []))] as CodeTableId[];
  return Object.fromEntries(
    ids.map((id) => [
      id,
      Object.entries(codesOf(id)).map(([code, name]) => ({
        code,
        label: speaker.locale === 'en' ? name.en : name.zh,
      })),
    ]),
  );
}

/** What the judge may say, unfilled: the browser judges while one writes, and has the values. */
function faultWords(speaker: Speaker): Record<string, string> {
  const found = [...(library().words.get('findings') ?? [])].filter(([, { file }]) =>
    file.endsWith('findings-messages.yaml'),
  );
  return Object.fromEntries(
    found.map(([code, { value }]) => {
      const words = value[speaker.locale] as { title?: string; text?: string } | string;
      return [code, typeof words === 'string' ? words : [words.title, words.text].filter(Boolean).join('：')];
    }),
  );
}

function openPaper(paper: Paper, speaker: Speaker): OpenPaper {
  const { message, xml } = (paper.body ?? {}) as { message?: CebMessage; xml?: string };
  const letter = letterOf(paper, speaker);
  if (!message || !isMessageType(message.type))
    return { letter, xml: xml ?? '', records: [], facts: factsOf(paper, speaker) };
  const fields = new Map(fieldsOf(message.type).map((field) => [field.path, field]));
  const values = (part: 'head' | 'list', of: Record<string, string>): ShownValue[] =>
    Object.entries(of).map(([name, value]) =>
      shownValue(fields.get(`${part}.${name}`), `${part}.${name}`, value, speaker),
    );
  return {
    letter,
    xml: xml ?? writeMessage(message),
    records: message.records.map(({ head, list }) => ({
      head: values('head', head),
      list: list.map((line) => values('list', line)),
    })),
    facts: [],
  };
}

function shownValue(field: Field | undefined, path: string, value: string, speaker: Speaker): ShownValue {
  const code = field?.codeList ? findCode(field.codeList, value) : null;
  return {
    path,
    label: field ? (speaker.locale === 'en' ? field.en : field.zh) : path,
    value,
    meaning: code ? (speaker.locale === 'en' ? code.en : code.zh) : '',
    hint: field ? speaker.say('fields', [field.words]).text : '',
    code: path.slice(path.indexOf('.') + 1),
  };
}

const isInstant = (value: unknown): value is number => typeof value === 'number' && value > 1_500_000_000_000;

/** A contract, an invoice, a notice: its facts under their names. */
function factsOf({ body }: Paper, speaker: Speaker): { label: string; value: string }[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.entries(body)
    .filter(([name]) => !['xml', 'message', 'findings', 'status', 'info'].includes(name))
    .map(([name, value]) => ({
      label: speaker.say(['facts', 'inputs'], [name]).title,
      value: isInstant(value)
        ? formatDateTime(value)
        : typeof value === 'object' && value !== null
          ? Object.values(value)
              .map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item)))
              .join(', ')
          : String(value ?? '—'),
    }));
}
