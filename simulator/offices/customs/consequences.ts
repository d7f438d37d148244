import { note, put, send, type Effect, type Json, type Scene } from '../../kernel/index.ts';
import { eighteenDigits, summaryResult, type CebMessage } from '../../messages/index.ts';
import { lawAt, summaryDeadline } from '../../law/index.ts';
import { guidOf } from '../../trade/guid.ts';
import { sum } from '../../trade/money.ts';
import type { CustomsDocument } from '../../trade/records.ts';
import { HOUR, dayOf } from '../../trade/time.ts';
import { findWireTime, wireMilli } from '../../trade/time-format.ts';
import { findGrams, wireKilograms } from '../../trade/weight.ts';
import { listsOfSummary } from './checks.ts';
import { STORE, documentsOf, machineOf } from './documents.ts';

/** What a document does once it has passed (399). */
export function takeEffectOf(scene: Scene, document: CustomsDocument): Effect[] {
  switch (document.message) {
    case '605':
      return cancelList(scene, document);
    case '507':
      return onWaybills(scene, document, '399', 'ARRIVED');
    case '509':
      return onWaybills(scene, document, '800', 'DEPARTED');
    case '701':
      return summarise(scene, document);
    default:
      return [];
  }
}

function cancelList(scene: Scene, { head }: CustomsDocument): Effect[] {
  const list = documentsOf(scene, '603').find((item) => item.invtNo === head.invtNo);
  return list ? [send(machineOf('603', list.key), { type: 'CANCELLED' })] : [];
}

/** A split message counts only when its last part is in: then every waybill of every part is told. */
function onWaybills(scene: Scene, document: CustomsDocument, from: string, type: string): Effect[] {
  const { copNo, msgCount } = document.head;
  const parts = documentsOf(scene, document.message).filter(
    (item) => item.head.copNo === copNo && (item.status === '399' || item.key === document.key),
  );
  if (parts.length < Number(msgCount ?? '1')) return [];
  const waybills = new Set(parts.flatMap((part) => part.list.map((line) => line.logisticsNo)));
  return documentsOf(scene, '603')
    .filter((list) => list.status === from && waybills.has(list.head.logisticsNo))
    .map((list) => send(machineOf('603', list.key), { type }));
}

/** The eight keys (八个同一): lists that agree in all of them become one declaration. */
const mergeKey = ({ head, list }: CustomsDocument): string =>
  [
    head.ebcCode,
    head.trafMode,
    head.ownerCode,
    head.country,
    head.portCode,
    list[0]?.country,
    list[0]?.gcode,
    list[0]?.currency,
  ].join('|');

function summarise(scene: Scene, document: CustomsDocument): Effect[] {
  const groups = new Map<string, CustomsDocument[]>();
  for (const list of listsOfSummary(scene, document)) {
    const key = mergeKey(list);
    groups.set(key, [...(groups.get(key) ?? []), list]);
  }
  const sumNo = eighteenDigits(document.head.customsCode ?? '', dayOf(scene.now), scene.next('sumNo'));
  const effects: Effect[] = [];
  for (const lists of groups.values()) {
    const message = resultOf(scene, document, lists, sumNo);
    const wait = scene.between('customs-time', HOUR, 5 * HOUR);
    effects.push(
      ...lists.map((list) => put(STORE, list.key, { ...list, summarised: true })),
      send(
        'window',
        {
          type: 'RESULT',
          message: message as unknown as Json,
          to: document.from,
          key: message.records[0]!.head.declSeqNo!,
        },
        wait,
      ),
    );
  }
  if (isLate(scene, [...groups.values()].flat())) {
    effects.push(
      note('summaryLate', { copNo: document.head.copNo ?? '' }, ['gacc-2018-194#summary-by-15th']),
    );
    effects.push(
      send('zone', {
        type: 'CREDIT',
        code: 'summaryLate',
        dimension: 0,
        delta: -10_000,
        cites: ['gacc-2018-194#summary-by-15th'],
      }),
    );
  }
  return effects;
}

/** Summaries are due by the law's day of the month after closing. */
function isLate(scene: Scene, lists: readonly CustomsDocument[]): boolean {
  const today = dayOf(scene.now);
  const law = lawAt(scene.policyDay);
  return lists.some(
    ({ appTime }) => today > summaryDeadline(law, dayOf(findWireTime(appTime) ?? scene.now)).value,
  );
}

function resultOf(
  scene: Scene,
  { head }: CustomsDocument,
  lists: readonly CustomsDocument[],
  sumNo: string,
): CebMessage {
  const number = (counter: string): string =>
    eighteenDigits(head.customsCode ?? '', dayOf(scene.now), scene.next(counter));
  const grams = (field: string): number => sum(lists.map((list) => findGrams(list.head[field] ?? '') ?? 0));
  return summaryResult(
    head,
    {
      guid: guidOf('receipt', scene.next('receipt')),
      sumNo,
      opDate: wireMilli(scene.now),
      declSeqNo: number('declSeqNo'),
      decTmpNo: number('decTmpNo'),
      decPreNo: number('decPreNo'),
      entryId: number('entryId'),
      decState: '800',
      grossWeight: wireKilograms(grams('grossWeight')),
      netWeight: wireKilograms(grams('netWeight')),
      msgCount: '1',
      msgSeqNo: '1',
    },
    lists.flatMap(({ invtNo, head: of, list }) =>
      list.map((line) => ({
        invtNo,
        logisticsNo: of.logisticsNo ?? '',
        gseqno: '1',
        gnum: line.gnum ?? '1',
        gcode: line.gcode ?? '',
      })),
    ),
    guidOf('message', scene.next('message')),
  );
}
