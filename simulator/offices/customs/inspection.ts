import * as v from 'valibot';
import {
  file,
  keep,
  move,
  note,
  rule,
  send,
  type Definition,
  type Effect,
  type MoveSpec,
  type Scene,
} from '../../kernel/index.ts';
import { lot } from '../../trade/chance.ts';
import { parseMoney } from '../../trade/decimal.ts';
import type { CustomsDocument, Parcel } from '../../trade/records.ts';
import { DAY, HOUR } from '../../trade/time.ts';
import { findGrams } from '../../trade/weight.ts';
import { STORE } from './documents.ts';
import { goodsOf } from './list-rules.ts';

/** What a trader should bring to an inspection; each missing one costs half a day. */
export const INSPECTION_PAPERS = [
  'purchaseContract',
  'invoice',
  'packingList',
  'productDescription',
] as const;

const documentOf = (scene: Scene): CustomsDocument =>
  scene.get<CustomsDocument>(STORE, scene.context.key as string);
const keyOf = (scene: Scene): string => documentOf(scene).head.copNo ?? '';
const list = (scene: Scene): string => scene.context.list as string;

function notify(scene: Scene): Effect[] {
  const { head } = documentOf(scene);
  const body = { copNo: head.copNo ?? '', orderNo: head.orderNo ?? '', logisticsNo: head.logisticsNo ?? '' };
  return [
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'inspectionNotice',
      from: 'customs',
      to: 'exporter',
      subject: head.copNo ?? '',
      body,
    }),
    send(scene.self, { type: 'NO_SHOW' }, 2 * DAY),
  ];
}

const openWithout = (scene: Scene): Effect[] => [
  keep({ absent: true }),
  note('inspectionUnattended', { key: keyOf(scene) }, ['customs-law#inspection-attendance']),
  send('zone', {
    type: 'CREDIT',
    code: 'inspectionUnattended',
    dimension: 0,
    delta: -20_000,
    cites: ['customs-law#inspection-attendance'],
  }),
];

/** What opening the parcel shows against what was declared: the worst difference, or null. */
export function differenceOf(
  scene: Scene,
  document: CustomsDocument,
): { breach: string; value: number } | null {
  const parcel = scene.find<Parcel>('parcels', document.head.orderNo ?? '');
  const line = document.list[0];
  const goods = goodsOf(scene, line);
  if (!parcel || !line || !goods) return null;
  const value = parseMoney(line.totalPrice ?? '', 'USD') ?? 0;
  if (goods.flags.includes('licence') && !document.head.licenseNo) return { breach: 'licence', value };
  if (goods.flags.includes('battery') && !parcel.labels.includes('battery'))
    return { breach: 'supervision', value };
  const digits = document.head.statisticsFlag === 'A' ? 4 : 10;
  if ((line.gcode ?? '').slice(0, digits) !== goods.hs.slice(0, digits)) {
    return {
      breach: goods.refundRate > 0 && document.head.statisticsFlag === 'B' ? 'refund' : 'statistics',
      value,
    };
  }
  const gross = findGrams(document.head.grossWeight ?? '') ?? 0;
  if (Math.abs(gross - parcel.grossGrams) * 20 > parcel.grossGrams) return { breach: 'statistics', value };
  return null;
}

function open(scene: Scene): Effect[] {
  const { papers = [] } = scene.letter as { papers?: string[] };
  const document = documentOf(scene);
  const goods = goodsOf(scene, document.list[0]);
  const missing = INSPECTION_PAPERS.filter((paper) => !papers.includes(paper)).length;
  const wait = scene.between('inspection-time', 4 * HOUR, 12 * HOUR) + missing * 12 * HOUR;
  const key = keyOf(scene);
  const difference = differenceOf(scene, document);
  if (difference) return [send(scene.self, { type: 'DIFFERS', ...difference }, wait)];
  if (goods?.flags.includes('plant') && lot(scene, `pest:${key}`, 20_000))
    return [send(scene.self, { type: 'PEST' }, wait)];
  if (goods?.flags.includes('food') && lot(scene, `sample:${key}`, 100_000))
    return [send(scene.self, { type: 'SAMPLED' }, wait)];
  return [send(scene.self, { type: 'AGREES' }, wait)];
}

const analyse = (scene: Scene): Effect[] => [
  note('sampleAtLab', { key: keyOf(scene) }, ['gacc-decree-249']),
  send(scene.self, { type: 'AGREES' }, scene.between('lab-time', 3, 20) * DAY),
];

const treat = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'AGREES' }, scene.between('treatment-time', 2, 4) * DAY),
];

const clear = (scene: Scene): Effect[] => [
  note('inspectionClean', { key: keyOf(scene) }, ['gacc-2018-194#inspection']),
  send(list(scene), { type: 'CLEARED' }),
];

function report(scene: Scene): Effect[] {
  const { breach = 'statistics', value = 0 } = scene.letter as { breach?: string; value?: number };
  return [
    note('inspectionDiffers', { key: keyOf(scene), breach }, [`customs-penalty-regulation#${breach}`]),
    send('zone', {
      type: 'CREDIT',
      code: 'inspectionMismatch',
      dimension: 0,
      delta: -50_000,
      cites: ['dryport-model'],
    }),
    send(list(scene), { type: 'FOUND', breach, value }),
  ];
}

const sendBack = (scene: Scene): Effect[] => [send(list(scene), { type: 'SENT_BACK' })];

export const inspectionEffects: Definition['effects'] = {
  notify,
  openWithout,
  open,
  analyse,
  treat,
  clear,
  report,
  sendBack,
};

const papersKnown = rule<{ papers: string[] }>(
  'papersUnknown',
  ['customs-law#inspection-attendance'],
  (_, { papers }) => {
    const unknown = papers.find((paper) => !(INSPECTION_PAPERS as readonly string[]).includes(paper));
    return unknown === undefined ? null : { paper: unknown, at: 'papers' };
  },
);

export const inspectionMoves: Record<string, MoveSpec> = {
  attendInspection: move(
    'exporter',
    v.object({ papers: v.pipe(v.array(v.string()), v.maxLength(20)) }),
    ['customs-law#inspection-attendance'],
    [papersKnown],
  ),
  treatGoods: move('exporter', v.object({}), ['biosecurity-law#pests', 'ispm-15']),
  takeBackGoods: move('exporter', v.object({}), ['biosecurity-law#pests']),
};
