import type { Locale } from '../../i18n/text.ts';
import type { MessageField, MessageView } from '../../lesson/view.ts';
import {
  fieldsOf,
  findCode,
  grammarOf,
  isMessageType,
  writeMessage,
  type CebMessage,
  type Field,
} from '../../../../simulator/messages/index.ts';
import { library, wordsFor } from '../library/index.ts';
import type { Sample } from '../library/schemas.ts';

/** A message of a sample, ready to be written; null when the sample has none of this type. */
export function sampleMessage(sample: Sample, type: string): CebMessage | null {
  const record = sample[type];
  if (!record || !isMessageType(type)) return null;
  const { head, list } = record;
  const message: CebMessage = { type, guid: head['guid'] ?? '', version: '1.0', records: [{ head, list }] };
  if (grammarOf(type).role === 'answer') return message;
  // The client that transmits belongs to the party that speaks in the message.
  const speaker = ['operator', 'logistics', 'agent', 'ebc'].find(
    (who) => `${who}Code` in head && speaksIn(type, who),
  );
  const [copCode, copName] = [head[`${speaker}Code`] ?? '', head[`${speaker}Name`] ?? ''];
  return {
    ...message,
    transfer: { copCode, copName, dxpMode: 'DXP', dxpId: `DXPENT${copCode.padStart(12, '0')}` },
  };
}

/** Who sends which message: the site its arrivals, the carrier waybills and departures, else the declarant or seller. */
function speaksIn(type: string, who: string): boolean {
  if (who === 'operator') return type === '507';
  if (who === 'logistics') return type === '505' || type === '509';
  return true;
}

/** A sample message as it goes over the wire; null when there is none of this name and type. */
export function findSampleXml(name: string, type: string): string | null {
  const sample = library().samples.get(name)?.value;
  const message = sample ? sampleMessage(sample, type) : null;
  return message && writeMessage(message);
}

/** A message as a lesson explains it; null when there is no such sample. */
export function findMessageView(
  properties: Record<string, string | number>,
  locale: Locale,
): MessageView | null {
  const type = String(properties['type']);
  const sample = library().samples.get(String(properties['sample']))?.value;
  const message = sample ? sampleMessage(sample, type) : null;
  const record = message?.records[0];
  if (!message || !record) return null;
  const wanted = String(properties['fields'] ?? '')
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean);
  const fields = fieldsOf(message.type);
  const chosen =
    wanted.length > 0 ? wanted.flatMap((path) => fields.find((field) => field.path === path) ?? []) : fields;
  const rows = chosen.flatMap((field) => {
    const value = field.part === 'list' ? record.list[0]?.[field.name] : record.head[field.name];
    return value === undefined ? [] : [explained(field, value, locale)];
  });
  const { zh, en } = grammarOf(message.type);
  return {
    type,
    title: locale === 'en' ? en : zh,
    fields: rows,
    href: `/learn/samples/${properties['sample']}/${type}`,
  };
}

function explained(field: Field, value: string, locale: Locale): MessageField {
  const code = field.codeList ? findCode(field.codeList, value) : null;
  const { text } = wordsFor(locale)('fields', field.words);
  return {
    path: field.path,
    name: locale === 'en' ? field.en : field.zh,
    type: field.type,
    required: field.required,
    value,
    meaning: code ? (locale === 'en' ? code.en : code.zh) : '',
    text,
  };
}
