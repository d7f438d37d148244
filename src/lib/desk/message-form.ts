import type { CebMessage, CebRecord, MessageType } from '$simulator/messages/index.ts';

/** Whether the schema asks for a field; null for a field that the message does not have. */
export type IsRequired = (path: string) => boolean | null;

/** A message of more records or lines than this is not written by hand. */
const INDEX = /^\d{1,4}$/;

/**
 * The inputs of a paper's form as a message. Names: `m.0.head.orderNo`, `m.0.list.1.qty`, `m.transfer.dxpId`,
 * `m.guid`, `m.version`. An empty input of a field that may be absent leaves it out; one that the schema asks for
 * stays, empty, so that the window says what is missing. Order follows the grammar when it is written.
 */
export function messageFromForm(type: MessageType, form: FormData, isRequired: IsRequired): CebMessage {
  const records: CebRecord[] = [];
  const transfer: Record<string, string> = {};
  let guid = '';
  let version = '1.0';
  const keep = (into: Record<string, string>, path: string, name: string, value: string): void => {
    const required = isRequired(path);
    if (required !== null && (value !== '' || required)) into[name] = value;
  };
  for (const [key, raw] of form) {
    if (typeof raw !== 'string' || !key.startsWith('m.')) continue;
    const value = raw.trim();
    const [first = '', part = '', third = '', fourth = ''] = key.slice(2).split('.');
    if (first === 'guid') guid = value;
    else if (first === 'version') version = value;
    else if (first === 'transfer') keep(transfer, `transfer.${part}`, part, value);
    else if (INDEX.test(first)) {
      const record = (records[Number(first)] ??= { head: {}, list: [] });
      if (part === 'head') keep(record.head, `head.${third}`, third, value);
      else if (part === 'list' && INDEX.test(third))
        keep((record.list[Number(third)] ??= {}), `list.${fourth}`, fourth, value);
    }
  }
  return {
    type,
    guid,
    version,
    records: records.filter(Boolean).map(({ head, list }) => ({ head, list: list.filter(Boolean) })),
    ...(Object.keys(transfer).length > 0 ? { transfer } : {}),
  };
}
