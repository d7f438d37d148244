import {
  keep,
  note,
  put,
  send,
  type Definition,
  type Effect,
  type Finding,
  type Json,
  type Scene,
} from '../../kernel/index.ts';
import { invtNo as newInvtNo, preNo as newPreNo } from '../../messages/index.ts';
import { lot } from '../../trade/chance.ts';
import { inspectionOdds } from '../../trade/credit.ts';
import type { Batch, CustomsDocument, Parcel } from '../../trade/records.ts';
import { parseMoney } from '../../trade/decimal.ts';
import { DAY, HOUR, MINUTE, SECOND, dayOf } from '../../trade/time.ts';
import { wireDate } from '../../trade/time-format.ts';
import { checkDocument, settleDocument, takesEffect } from './checks.ts';
import { documentsOf, recordOf, STORE } from './documents.ts';
import { doubtsAbout } from './doubts.ts';
import { takeEffectOf } from './consequences.ts';
import { faultText, statusText } from './texts.ts';

const documentOf = (scene: Scene): CustomsDocument =>
  scene.get<CustomsDocument>(STORE, scene.context.key as string);

function numbered(scene: Scene, document: CustomsDocument, status: string): CustomsDocument {
  const today = dayOf(scene.now);
  const preNo =
    document.preNo || newPreNo(document.message === '605' ? 'C' : 'B', today, scene.next('preNo'));
  const wantsNumber = document.message === '603' && status === '120';
  const invtNo =
    document.invtNo || !wantsNumber
      ? document.invtNo
      : newInvtNo(document.head.customsCode ?? '', today, scene.next('invtNo'));
  return { ...document, status, preNo, invtNo };
}

const receipt = (document: CustomsDocument, status: string, info: string, findings: Finding[] = []): Effect =>
  send('window', {
    type: 'RECEIPT',
    message: document.message,
    record: recordOf(document) as unknown as Json,
    status,
    info,
    preNo: document.preNo,
    invtNo: document.invtNo,
    to: document.from,
    findings: findings as unknown as Json,
  });

function tell(scene: Scene, { status }: { status: string }): Effect[] {
  const document = numbered(scene, documentOf(scene), status);
  return [put(STORE, document.key, document), receipt(document, status, statusText(status))];
}

function forward(scene: Scene): Effect[] {
  const failed = lot(scene, 'send-failed', 0);
  return [
    send(
      scene.self,
      { type: failed ? 'SEND_FAILED' : 'SENT' },
      scene.between('customs-time', 2 * SECOND, 9 * SECOND),
    ),
  ];
}

const retry = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'SENT' }, scene.between('customs-time', 5 * MINUTE, 30 * MINUTE)),
];

const look = (scene: Scene, low: number, high: number): Effect[] => [
  send(scene.self, { type: 'LOOK' }, scene.between('customs-time', low, high)),
];
const takeTime = (scene: Scene): Effect[] => look(scene, 3 * SECOND, 40 * SECOND);

/** Order, proceeds and waybill rest at 120; the others are looked at once more and take effect. */
const takeMoreTime = (scene: Scene): Effect[] =>
  takesEffect(scene.context.message as string) ? look(scene, 20 * SECOND, 5 * MINUTE) : [];

/** Judged when it is looked at, not when it came in: what happened meanwhile counts. */
const verdict = (scene: Scene, findings: Finding[]): Effect[] => [
  send(
    scene.self,
    findings.length > 0 ? { type: 'FAULTY', findings: findings as unknown as Json } : { type: 'SOUND' },
  ),
];

const check = (scene: Scene): Effect[] => verdict(scene, checkDocument(scene, documentOf(scene)));
const settle = (scene: Scene): Effect[] => verdict(scene, settleDocument(scene, documentOf(scene)));

const complain = (scene: Scene): Effect[] => reject(scene, scene.letter.findings as unknown as Finding[]);

function reject(scene: Scene, findings: Finding[]): Effect[] {
  const document = { ...numbered(scene, documentOf(scene), '100'), findings };
  const codes = findings.map((item) => item.code);
  return [
    put(STORE, document.key, document),
    receipt(document, '100', faultText(codes), findings),
    note(
      'customsRejected',
      { message: document.message, key: subject(document), code: codes[0] ?? '' },
      findings.flatMap((item) => item.cites).slice(0, 3),
    ),
    send('zone', { type: 'CREDIT', code: 'rejected', dimension: 0, delta: -3_000, cites: ['dryport-model'] }),
  ];
}

const subject = ({ head }: CustomsDocument): string => head.copNo ?? head.orderNo ?? head.logisticsNo ?? '';

const takeEffect = (scene: Scene): Effect[] => takeEffectOf(scene, documentOf(scene));

/** The risk engine after storing: a doubtful price or code, or chance, sends the list to a person (300). */
function assess(scene: Scene): Effect[] {
  const document = documentOf(scene);
  const doubts = doubtsAbout(scene, document);
  const reviewed = doubts.length > 0 || lot(scene, `review:${subject(document)}`, 20_000);
  return [
    keep({ doubts: doubts as unknown as Json }),
    send(
      scene.self,
      { type: reviewed ? 'DOUBT' : 'CLEAN' },
      scene.between('customs-time', 20 * SECOND, 4 * MINUTE),
    ),
  ];
}

function review(scene: Scene): Effect[] {
  const doubts = (scene.context.doubts ?? []) as unknown as Finding[];
  const wait = scene.between('customs-time', 30 * MINUTE, 6 * HOUR);
  if (doubts.length > 0)
    return [send(scene.self, { type: 'FAULTY', findings: doubts as unknown as Json }, wait)];
  return [send(scene.self, { type: 'CLEAN' }, wait)];
}

/** A passed list waits for the goods; after fifteen days without them it lapses. */
export const ARRIVAL_TERM = 15 * DAY;

const creditDeclaration = (): Effect[] => [
  send('zone', {
    type: 'CREDIT',
    code: 'cleanDeclaration',
    dimension: 0,
    delta: 2_000,
    cites: ['dryport-model'],
  }),
];

function lapse(scene: Scene): Effect[] {
  const finding: Finding = {
    code: 'arrivalMissing',
    params: { key: subject(documentOf(scene)), days: ARRIVAL_TERM / DAY },
    cites: ['gacc-2018-194#supervised-site', 'dryport-model'],
  };
  return reject(scene, [finding]);
}

function target(scene: Scene): Effect[] {
  const document = documentOf(scene);
  const key = subject(document);
  const wait = scene.between('customs-time', 2 * MINUTE, 20 * MINUTE);
  const hit = lot(scene, `inspection:${key}`, inspectionOdds(scene));
  return [send(scene.self, { type: hit ? 'HIT' : 'MISS' }, wait)];
}

const inspect = (scene: Scene): Effect[] => {
  const document = documentOf(scene);
  const key = subject(document);
  return [
    {
      do: 'start',
      id: `inspection:${key}`,
      definition: 'customs/inspection',
      input: { key: document.key, list: scene.self },
    },
    note('inspectionHit', { key, orderNo: document.head.orderNo ?? '' }, ['gacc-2018-194#inspection']),
  ];
};

function openCase(scene: Scene): Effect[] {
  const document = documentOf(scene);
  const { breach = 'ip', value = 0 } = scene.letter as { breach?: string; value?: number };
  return [
    {
      do: 'start',
      id: `case:${subject(document)}`,
      definition: 'customs/case',
      input: { key: document.key, list: scene.self, breach, value },
    },
  ];
}

const parcelOf = (scene: Scene): Parcel | null =>
  scene.find<Parcel>('parcels', documentOf(scene).head.orderNo ?? '');

/** When the last list of a batch is released, the site may load. */
function release(scene: Scene): Effect[] {
  const parcel = parcelOf(scene);
  if (!parcel) return [];
  const batch = parcel.batch ? scene.find<Batch>('batches', parcel.batch) : null;
  const done = batch?.orders.every((orderNo) => {
    const other = documentsOf(scene, '603').find((document) => document.head.orderNo === orderNo);
    return orderNo === parcel.orderNo || !other || !['399', '500'].includes(other.status);
  });
  return batch && done ? [send('site', { type: 'RELEASED', batch: batch.id })] : [];
}

function close(scene: Scene): Effect[] {
  const document = documentOf(scene);
  const value = document.list.reduce(
    (total, line) => total + (parseMoney(line.totalPrice ?? '', 'USD') ?? 0),
    0,
  );
  return [
    send('statistics', {
      type: 'COUNT',
      orderNo: document.head.orderNo ?? '',
      route: document.head.statisticsFlag === 'A' ? 'statistics' : 'summary',
      value,
      hs: document.list[0]?.gcode ?? '',
      country: document.head.country ?? '',
      month: wireDate(scene.now).slice(0, 6),
    }),
  ];
}

/** Cancelled or withdrawn: the goods are the trader's again. */
function giveBack(scene: Scene): Effect[] {
  const document = { ...documentOf(scene), status: String(scene.state) };
  return [put(STORE, document.key, document), keep({ gone: true })];
}

export const documentEffects: Definition['effects'] = {
  forward, retry, takeTime, takeMoreTime, check, settle, complain, takeEffect, tell,
}; // prettier-ignore
export const listEffects: Definition['effects'] = {
  forward, retry, takeTime, check, complain, tell, assess, review, creditDeclaration, lapse, target, inspect, openCase, release, close, giveBack,
}; // prettier-ignore
