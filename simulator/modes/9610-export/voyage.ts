import {
  end,
  keep,
  note,
  put,
  send,
  start,
  type Definition,
  type Effect,
  type Json,
  type Scene,
} from '../../kernel/index.ts';
import type { CebRecord } from '../../messages/index.ts';
import { parseMoney } from '../../trade/decimal.ts';
import { sum } from '../../trade/money.ts';
import type { Batch, Claim, Parcel, Payout } from '../../trade/records.ts';
import { MINUTE, instantOf } from '../../trade/time.ts';
import { getDay } from '../../trade/time-format.ts';
import { dataComplete, newParcel } from './parcel.ts';
import { setupOf } from './rules.ts';

const parcels = (scene: Scene): Parcel[] => scene.all<Parcel>('parcels').map(([, parcel]) => parcel);
const findParcel = (
  scene: Scene,
  field: 'orderNo' | 'logisticsNo' | 'invtNo',
  value: string | undefined,
): Parcel | null => (value ? (parcels(scene).find((parcel) => parcel[field] === value) ?? null) : null);
const tell = (parcel: Parcel, letter: { type: string; [key: string]: Json }): Effect =>
  send(`parcel:${parcel.orderNo}`, letter);

const armEnd = (scene: Scene): Effect[] => {
  const last = instantOf(getDay(setupOf(scene).endsOn), 18);
  return [send(scene.self, { type: 'TIME_UP' }, Math.max(1, last - scene.now))];
};

const endRun = (scene: Scene): Effect[] => [end(scene.letter.type === 'TIME_UP' ? 'timeUp' : 'handedIn')];

function startParcel(scene: Scene): Effect[] {
  const orderNo = scene.letter.orderNo as string;
  return [
    put('parcels', orderNo, newParcel(orderNo)),
    start(`parcel:${orderNo}`, '9610-export/parcel', { orderNo }),
  ];
}

const toParcel = (scene: Scene): Effect[] => [send(`parcel:${scene.letter.orderNo as string}`, scene.letter)];
const refundToParcel = (scene: Scene): Effect[] => [
  send(`parcel:${scene.letter.orderNo as string}`, { ...scene.letter, type: 'REFUNDED' }),
];
const noteDispute = (scene: Scene): Effect[] => [
  note('disputed', { orderNo: scene.letter.orderNo as string, reason: String(scene.letter.reason ?? '') }, [
    'practice',
  ]),
];

// ---- messages

interface Told {
  message: string;
  key: string;
  status: string;
  preNo: string;
  invtNo: string;
  record: CebRecord;
  from: string;
}

/** A message of ours went out: the parcel or the batch moves on. */
function followTransmission(scene: Scene): Effect[] {
  const { message, record, from } = scene.letter as unknown as Told;
  if (record.head.appStatus === '1') return [];
  if (message === '303') {
    const parcel = findParcel(scene, 'orderNo', record.head.orderNo);
    return parcel
      ? [
          put('parcels', parcel.orderNo, { ...parcel, data: { ...parcel.data, '303': '2' } }),
          tell(parcel, { type: 'ORDER_SENT' }),
        ]
      : [];
  }
  if (message === '603') return listSent(scene, record);
  if (message === '607' && from === 'exporter') {
    const batch = findBatch(scene, record.head.billNo);
    if (!batch) return [];
    const plate = record.head.domesticTrafNo ?? batch.plate;
    return [
      put('batches', batch.id, { ...batch, plate, copNo: record.head.copNo ?? '' }),
      send(`batch:${batch.id}`, { type: 'MANIFEST_SENT' }),
    ];
  }
  return [];
}

function listSent(scene: Scene, { head, list }: CebRecord): Effect[] {
  const parcel = findParcel(scene, 'orderNo', head.orderNo);
  if (!parcel) return [];
  const declared = {
    ...parcel,
    copNo: head.copNo ?? '',
    declaredHs: list[0]?.gcode ?? '',
    declaredValue: sum(list.map((line) => parseMoney(line.totalPrice ?? '', 'USD') ?? 0)),
  };
  return [
    put('parcels', parcel.orderNo, declared),
    tell(parcel, { type: 'LIST_SENT', flag: head.statisticsFlag ?? '' }),
  ];
}

const LIST_LETTERS: Record<string, string> = {
  '300': 'LIST_REVIEWED',
  '399': 'LIST_PASSED',
  '500': 'LIST_INSPECTED',
  '501': 'LIST_HELD',
  '502': 'LIST_HELD',
  '503': 'LIST_HELD',
  '599': 'LIST_HELD',
  '600': 'LIST_HELD',
  '700': 'LIST_SENT_BACK',
  '800': 'LIST_RELEASED',
  '899': 'LIST_CLOSED',
};

const isRefusal = (status: string): boolean => status === '100' || status.startsWith('-');

/** A receipt came: what it says of order, waybill, list, cancel request or master list is passed on. */
function followAnswer(scene: Scene): Effect[] {
  const told = scene.letter as unknown as Told;
  switch (told.message) {
    case '303':
    case '403':
    case '505':
      return dataAnswered(scene, told);
    case '603':
      return listAnswered(scene, told);
    case '605': {
      const parcel = findParcel(scene, 'invtNo', told.record.head.invtNo);
      return parcel && told.status === '399' ? [tell(parcel, { type: 'LIST_CANCELLED' })] : [];
    }
    case '607': {
      const batch = findBatch(scene, told.record.head.billNo);
      if (!batch) return [];
      if (told.status === '399') return [send(`batch:${batch.id}`, { type: 'MANIFEST_PASSED' })];
      return isRefusal(told.status) ? [send(`batch:${batch.id}`, { type: 'MANIFEST_REJECTED' })] : [];
    }
    default:
      return [];
  }
}

function dataAnswered(scene: Scene, { message, status, record }: Told): Effect[] {
  const parcel =
    message === '505'
      ? findParcel(scene, 'logisticsNo', record.head.logisticsNo)
      : findParcel(scene, 'orderNo', record.head.orderNo);
  if (!parcel) return [];
  const next: Parcel = { ...parcel, data: { ...parcel.data, [message]: status } };
  const effects: Effect[] = [put('parcels', parcel.orderNo, next)];
  if (dataComplete(scene, next)) effects.push(tell(parcel, { type: 'DATA_STORED' }));
  else if (isRefusal(status)) effects.push(tell(parcel, { type: 'DATA_REFUSED' }));
  return effects;
}

function listAnswered(scene: Scene, { status, record, preNo, invtNo }: Told): Effect[] {
  const parcel = findParcel(scene, 'orderNo', record.head.orderNo);
  if (!parcel) return [];
  const numbered = put('parcels', parcel.orderNo, {
    ...parcel,
    preNo: preNo || parcel.preNo,
    invtNo: invtNo || parcel.invtNo,
  });
  // A refusal at the port (−603010: key taken) touches no list that customs already works on.
  if (status.startsWith('-') && parcel.invtNo !== '') return [numbered];
  const type = isRefusal(status) ? 'LIST_REJECTED' : LIST_LETTERS[status];
  return type ? [numbered, tell(parcel, { type })] : [numbered];
}

/** 792: the lists that became one declaration. */
function followResult(scene: Scene): Effect[] {
  const record = scene.letter.record as unknown as CebRecord;
  const entryId = record.head.entryId ?? '';
  return [...new Set(record.list.map((line) => line.invtNo))].flatMap((invtNo) => {
    const parcel = findParcel(scene, 'invtNo', invtNo);
    return parcel ? [tell(parcel, { type: 'SUMMARISED', entryId })] : [];
  });
}

// ---- batches

const findBatch = (scene: Scene, billNo: string | undefined): Batch | null =>
  scene.all<Batch>('batches').find(([, batch]) => batch.billNo === billNo)?.[1] ?? null;

function gatherBatch(scene: Scene): Effect[] {
  const orders = scene.letter.orders as string[];
  const number = scene.next('batch');
  const id = `B${String(number).padStart(3, '0')}`;
  const chosen = orders.map((orderNo) => scene.get<Parcel>('parcels', orderNo));
  const batch: Batch = {
    id,
    billNo: `HN${String(scene.policyDay).padStart(6, '0')}${String(number).padStart(4, '0')}`,
    orders,
    plate: '湘C8X610',
    voyage: `CX${String(610 + number)}`,
    grossGrams: sum(chosen.map((parcel) => parcel.statedGrams)),
    dispatched: null,
    arrived: null,
    departed: null,
  };
  return [
    put('batches', id, batch),
    ...chosen.map((parcel) => put('parcels', parcel.orderNo, { ...parcel, batch: id })),
    start(`batch:${id}`, '9610-export/batch', { batch: id }),
    note('batchGathered', { batch: id, parcels: orders.length, billNo: batch.billNo }, [
      'ceb-202205#later-607',
    ]),
  ];
}

const toBatch = (scene: Scene): Effect[] => [send(`batch:${scene.letter.batch as string}`, scene.letter)];

function batchArrived(scene: Scene): Effect[] {
  const batch = scene.get<Batch>('batches', scene.letter.batch as string);
  return [
    put('batches', batch.id, { ...batch, arrived: scene.now }),
    send(`batch:${batch.id}`, { type: 'ARRIVED' }),
    ...batch.orders.map((orderNo) => send(`parcel:${orderNo}`, { type: 'ARRIVED' })),
  ];
}

/** Only what was released leaves; a parcel that is held stays behind and is gathered again later. */
function batchDeparted(scene: Scene): Effect[] {
  const batch = scene.get<Batch>('batches', scene.letter.batch as string);
  const leaving = batch.orders.filter((orderNo) => {
    const state = scene.stateOf(`parcel:${orderNo}`) as { clearance?: string } | null;
    return state?.clearance === 'released';
  });
  return [
    put('batches', batch.id, { ...batch, departed: scene.now }),
    send(`batch:${batch.id}`, { type: 'DEPARTED' }),
    ...leaving.flatMap((orderNo) => [
      send(`parcel:${orderNo}`, { type: 'DEPARTED' }),
      send('platform', { type: 'SHIPPED', orderNo }),
    ]),
  ];
}

export const batchEffects: Definition['effects'] = {
  sendTruck(scene) {
    const batch = scene.get<Batch>('batches', scene.context.batch as string);
    return [
      put('batches', batch.id, { ...batch, dispatched: scene.now }),
      send('site', { type: 'TRUCK_IN', batch: batch.id }, scene.between('road-time', 50, 110) * MINUTE),
    ];
  },
  reweigh(scene) {
    const batch = scene.get<Batch>('batches', scene.context.batch as string);
    const grossGrams = (scene.letter.grossGrams as number | undefined) ?? batch.grossGrams;
    return [put('batches', batch.id, { ...batch, grossGrams })];
  },
  noteGate: (scene) => [
    keep({ reason: scene.letter.reason ?? '' }),
    note(
      'gateRefused',
      {
        batch: scene.context.batch as string,
        reason: String(scene.letter.reason ?? ''),
        measured: Number(scene.letter.measured ?? 0),
      },
      ['customs-law#truthful-declaration'],
    ),
  ],
};

// ---- money and tax

const PAYOUT_LETTERS: Record<string, string> = {
  PAID_OUT: 'PAID_OUT',
  CREDITED: 'CREDITED',
  SETTLED: 'SETTLED',
};

function payoutToParcels(scene: Scene): Effect[] {
  const payout = scene.get<Payout>('payouts', scene.letter.payout as string);
  const type = PAYOUT_LETTERS[scene.letter.type]!;
  return payout.orders.map((orderNo) => send(`parcel:${orderNo}`, { type }));
}

const CLAIM_LETTERS: Record<string, string> = {
  REFUNDED: 'TAX_REFUNDED',
  EXEMPTED: 'TAX_EXEMPTED',
  REPAID: 'TAX_REPAID',
};

function claimToParcels(scene: Scene): Effect[] {
  const claim = scene.get<Claim>('claims', scene.letter.claim as string);
  return claim.orders.map((orderNo) =>
    send(`parcel:${orderNo}`, { type: CLAIM_LETTERS[scene.letter.type]! }),
  );
}

export const voyageEffects: Definition['effects'] = {
  armEnd, endRun, startParcel, toParcel, refundToParcel, noteDispute, followTransmission, followAnswer, followResult, gatherBatch,
  toBatch, batchArrived, batchDeparted, payoutToParcels, claimToParcels,
}; // prettier-ignore
