/** The documents of the way out: master list 607, arrival 507, departure 509, whole or in parts. */
import type { CebRecord, MessageType } from '../message.ts';
import { complaint, under, type Finding } from './complaint.ts';
import { ONE, textOf, unitsOf } from './decimal.ts';
import { sumOf } from './record.ts';

const SPLIT = ['ceb-202205#split-messages'];
const MASTER = ['ceb-202205#later-607'];

/**
 * Parts of one document (same copNo): msgCount the same everywhere, msgSeqNo 1 … n without gap or repeat.
 * `at`: `records.i.head.msgSeqNo`, i being the place in `parts`.
 */
export function checkParts(parts: readonly CebRecord[]): Finding[] {
  const count = parts[0]?.head.msgCount ?? '';
  const seen = new Set<string>();
  const findings = parts.flatMap(({ head }, i): Finding[] => {
    const at = `records.${i}.head.msgSeqNo`;
    const part = numeral(head.msgSeqNo);
    if (numeral(head.msgCount) !== numeral(count)) {
      return [
        complaint(
          'partCountsDiffer',
          `records.${i}.head.msgCount`,
          { first: count, other: head.msgCount ?? '' },
          SPLIT,
        ),
      ];
    }
    if (seen.has(part)) return [complaint('partRepeated', at, { msgSeqNo: part }, SPLIT)];
    seen.add(part);
    return [];
  });
  const whole = Number(numeral(count));
  for (let n = 1; n <= Math.min(whole, MOST_PARTS); n++) {
    if (!seen.has(String(n)))
      findings.push(complaint('partMissing', null, { msgSeqNo: n, msgCount: whole }, SPLIT));
  }
  return findings;
}
const MOST_PARTS = 1000;

/** Is the last part in, and every one before it? */
export function isWhole(parts: readonly CebRecord[]): boolean {
  return parts.length > 0 && checkParts(parts).length === 0;
}

/** Share of the lists' weight by which the master may differ: pallets and bags weigh something. Our own figure. */
export const MASTER_WEIGHT_TOLERANCE_PPM = 50_000n;

/** 607 (all parts) ↔ the 603 of its waybills: every waybill has a list; bill, voyage, transport and weight agree. */
export function masterWithLists(parts: readonly CebRecord[], lists: readonly CebRecord[]): Finding[] {
  const byWaybill = new Map(lists.map((list) => [list.head.logisticsNo ?? '', list]));
  const named: CebRecord[] = [];
  const findings = parts.flatMap((part, p) =>
    under(
      `records.${p}`,
      part.list.flatMap((line, i): Finding[] => {
        const list = byWaybill.get(line.logisticsNo ?? '');
        if (!list)
          return [
            complaint(
              'waybillWithoutList',
              `list.${i}.logisticsNo`,
              { logisticsNo: line.logisticsNo ?? '' },
              MASTER,
            ),
          ];
        named.push(list);
        return listOnMaster(part.head, line, list, i);
      }),
    ),
  );
  return [...findings, ...masterWeight(parts, named)];
}

function listOnMaster(
  master: Record<string, string>,
  line: Record<string, string>,
  list: CebRecord,
  i: number,
): Finding[] {
  const findings: Finding[] = [];
  const logisticsNo = line.logisticsNo ?? '';
  if (line.invtNo && list.head.invtNo && line.invtNo !== list.head.invtNo) {
    const params = { field: 'invtNo', logisticsNo, master: line.invtNo, list: list.head.invtNo };
    findings.push(complaint('masterDiffers', `list.${i}.invtNo`, params, MASTER));
  }
  // A list may leave these to the master; where it names them, they are the master's.
  for (const field of ['trafMode', 'trafName', 'voyageNo', 'billNo']) {
    const [a, b] = [master[field] ?? '', list.head[field] ?? ''];
    if (b !== '' && a.trim() !== b.trim()) {
      findings.push(
        complaint('masterDiffers', `head.${field}`, { field, logisticsNo, master: a, list: b }, MASTER),
      );
    }
  }
  return findings;
}

function masterWeight(parts: readonly CebRecord[], lists: readonly CebRecord[]): Finding[] {
  const sum = sumOf(
    lists.map((list) => list.head),
    'grossWeight',
  );
  const weight = unitsOf(parts[0]?.head.grossWeight);
  if (sum === null || weight === null || lists.length === 0) return [];
  const most = sum + (sum * MASTER_WEIGHT_TOLERANCE_PPM) / 1_000_000n;
  if (weight >= sum && weight <= most) return [];
  const params = { grossWeight: textOf(weight), sum: textOf(sum), most: textOf(most) };
  return [
    complaint('masterWeightFar', 'records.0.head.grossWeight', params, [
      'practice#weight-match',
      'dryport-model',
    ]),
  ];
}

/**
 * 507 or 509 (all parts) ↔ the 607 of its bill: what arrives or leaves is what the master names, all of it.
 * `at` points into the arrival or departure.
 */
export function waybillsWithMaster(
  type: Extract<MessageType, '507' | '509'>,
  parts: readonly CebRecord[],
  master: readonly CebRecord[],
): Finding[] {
  const expected = new Set(master.flatMap((part) => part.list.map((line) => line.logisticsNo ?? '')));
  const bill = master[0]?.head.billNo ?? '';
  const findings = parts.flatMap((part, p) =>
    under(`records.${p}`, [
      ...(part.head.billNo && part.head.billNo !== bill
        ? [complaint('billDiffers', 'head.billNo', { type, billNo: part.head.billNo, master: bill }, MASTER)]
        : []),
      ...part.list.flatMap((line, i) =>
        expected.delete(line.logisticsNo ?? '')
          ? []
          : [
              complaint(
                'waybillNotOnMaster',
                `list.${i}.logisticsNo`,
                { type, logisticsNo: line.logisticsNo ?? '' },
                MASTER,
              ),
            ],
      ),
    ]),
  );
  for (const logisticsNo of expected)
    findings.push(complaint('waybillLeftOut', null, { type, logisticsNo }, MASTER));
  return findings;
}

function numeral(text: string | undefined): string {
  const units = unitsOf(text);
  return units === null ? (text ?? '') : String(units / ONE);
}
