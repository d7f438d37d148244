/** The message grammar in the browser: loaded only where a paper is being written. */
import { judge, readMessage, writeMessage, type CebMessage } from '$simulator/messages/index.ts';
import type { PaperField } from './view.ts';

export interface Complaint {
  /** `records.0.head.orderNo`, or '' where no field is to blame. */
  at: string;
  line: number;
  column: number;
  code: string;
  params: Record<string, string | number>;
  title: string;
}

/** Everything the official schema says against a text, in the order of the text. */
export function complaintsOf(xml: string, words: Record<string, string>): Complaint[] {
  return judge(xml).findings.map(({ at = '', line, column, code, params }) => ({
    at,
    line,
    column,
    code,
    params,
    title: filled(words[code] ?? code, params),
  }));
}

const filled = (text: string, params: Record<string, string | number>): string =>
  text.replace(/\{(\w+)(?:\|[\w:-]+)?\}/g, (whole, name: string) => String(params[name] ?? whole));

/** The message in a text, if it is one of this type. */
export function messageOf(xml: string, type: string): CebMessage | null {
  const { message, type: found } = readMessage(xml);
  return message && found === type ? message : null;
}

/** A message as text. What is empty and may be absent is left out. */
export function textOf(message: CebMessage, fields: readonly PaperField[]): string {
  const known = new Map(fields.map(({ path, required }) => [path, required]));
  const kept = (part: string, of: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(of).filter(
        ([name, value]) => known.has(`${part}.${name}`) && (value !== '' || known.get(`${part}.${name}`)),
      ),
    );
  return writeMessage({
    ...message,
    records: message.records.map(({ head, list }) => ({
      head: kept('head', head),
      list: list.map((line) => kept('list', line)),
    })),
    ...(message.transfer ? { transfer: kept('transfer', message.transfer) } : {}),
  });
}
