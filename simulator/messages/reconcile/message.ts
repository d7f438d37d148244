/** Checks of one message: its records one by one, and what they must not share. */
import { grammarOf } from '../grammar/catalogue.ts';
import type { CebMessage } from '../message.ts';
import { complaint, under, type Finding } from './complaint.ts';
import { checkRecord } from './record.ts';

/** Everything that is wrong with the business of a message. `at`: path in the message (`records.0.head.goodsValue`). */
export function checkMessage(message: CebMessage): Finding[] {
  return [
    ...versionKnown(message),
    ...guidsDiffer(message),
    ...transferIsDxp(message),
    ...message.records.flatMap((record, i) => under(`records.${i}`, checkRecord(message.type, record))),
  ];
}

/** The specification says 1.0; real clients send v1.0 too, and the port takes both. */
function versionKnown({ version }: CebMessage): Finding[] {
  return version === '1.0' || version === 'v1.0' ? [] : [complaint('versionUnknown', 'version', { version })];
}

/** A guid names one record for ever: a second one under the same guid would be taken for a resend and dropped. */
function guidsDiffer({ records }: CebMessage): Finding[] {
  const seen = new Map<string, number>();
  return records.flatMap(({ head }, i) => {
    const guid = (head.guid ?? '').toUpperCase();
    const first = seen.get(guid);
    if (first === undefined) {
      seen.set(guid, i);
      return [];
    }
    const params = { guid, first: first + 1, second: i + 1 };
    return [complaint('guidRepeated', `records.${i}.head.guid`, params, ['ceb-202205#envelope'])];
  });
}

function transferIsDxp({ type, transfer }: CebMessage): Finding[] {
  if (grammarOf(type).role === 'answer' || !transfer || transfer.dxpMode === 'DXP') return [];
  return [
    complaint('dxpModeUnknown', 'transfer.dxpMode', { value: transfer.dxpMode ?? '' }, [
      'ceb-202205#envelope',
    ]),
  ];
}
