import { file, keep, note, put, send, type Definition, type Effect, type Scene } from '../../kernel/index.ts';
import { lot } from '../../trade/chance.ts';
import {
  DIMENSIONS,
  START_DIMENSION,
  readCredit,
  type CreditEntry,
  type CustomsCredit,
  type Gravity,
  type ZoneCredit,
} from '../../trade/credit.ts';
import { CREDIT_EVENTS, NEGATIVE_TRIGGERS, isCreditEvent } from '../../trade/credit-events.ts';
import { sum } from '../../trade/money.ts';
import { DAY, addMonths, dayOf, firstOfMonth, instantOf } from '../../trade/time.ts';
import { untilWorkingDay } from '../../trade/waiting.ts';
import { afterEvent, classCites, lawOf, openCustomsRecord } from './customs-class.ts';

export const MODEL = 'dryport-model#zone-credit';
const YEAR = 12;

export const zoneRecord = (scene: Scene): ZoneCredit => scene.get<ZoneCredit>('credit', 'zone');
const customsRecord = (scene: Scene): CustomsCredit => scene.get<CustomsCredit>('credit', 'customs');

function openRecord(scene: Scene): Effect[] {
  const empty: ZoneCredit = {
    class: '',
    score: 0,
    dimensions: DIMENSIONS.map(() => START_DIMENSION),
    log: [],
    ratings: {},
    standing: 'good',
  };
  return [
    put('credit', 'zone', readCredit(empty, scene.now)),
    put('credit', 'customs', openCustomsRecord(scene)),
  ];
}

/** Listed events carry their own gravity; of others, a tenth of a dimension or more counts as major. */
const gravityOf = (code: string, delta: number): Gravity => {
  if (isCreditEvent(code)) return CREDIT_EVENTS[code].gravity;
  return Math.abs(delta) >= 100_000 ? 'major' : 'minor';
};

const inLastMonths = (scene: Scene, entry: CreditEntry, months: number): boolean =>
  dayOf(entry.at) > addMonths(dayOf(scene.now), -months);

/** Good news of one kind counts up to a cap within a calendar month. */
function capped(scene: Scene, log: readonly CreditEntry[], code: string, delta: number): number {
  const event = isCreditEvent(code) ? CREDIT_EVENTS[code] : null;
  const cap = event && 'monthlyCap' in event ? event.monthlyCap : undefined;
  if (cap === undefined || delta <= 0) return delta;
  const since = instantOf(firstOfMonth(dayOf(scene.now)));
  const soFar = sum(
    log.filter((entry) => entry.code === code && entry.at >= since).map((entry) => entry.delta),
  );
  return Math.max(0, Math.min(delta, cap - soFar));
}

/** Adds an entry and reads the record afresh. Nothing that stands in the log is ever changed. */
function written(scene: Scene, record: ZoneCredit, entry: Omit<CreditEntry, 'entry' | 'at'>): ZoneCredit {
  const log = [...record.log, { ...entry, entry: record.log.length + 1, at: scene.now }];
  return readCredit({ ...record, log }, scene.now);
}

function record(scene: Scene): Effect[] {
  const {
    code = 'other',
    dimension = 0,
    delta = 0,
    cites = [MODEL],
  } = scene.letter as unknown as Partial<CreditEntry>;
  if (
    !Number.isInteger(dimension) ||
    dimension < 0 ||
    dimension >= DIMENSIONS.length ||
    !Number.isSafeInteger(delta)
  )
    return [];
  const before = zoneRecord(scene);
  const counted = capped(scene, before.log, code, delta);
  if (counted === 0) return [];
  const after = written(scene, before, {
    code,
    dimension,
    delta: counted,
    gravity: gravityOf(code, counted),
    cites,
  });
  return [
    put('credit', 'zone', after),
    note(
      'creditEntry',
      {
        entry: after.log.length,
        code,
        delta: counted,
        dimension: DIMENSIONS[dimension]!,
        score: after.score,
      },
      cites,
    ),
    ...(isTrigger(scene, after.log, code) ? [send(scene.self, { type: 'LISTED', code })] : []),
  ];
}

function isTrigger(scene: Scene, log: readonly CreditEntry[], code: string): boolean {
  const times = isCreditEvent(code) ? NEGATIVE_TRIGGERS[code] : undefined;
  if (times === undefined) return false;
  return log.filter((entry) => entry.code === code && inLastMonths(scene, entry, YEAR)).length >= times;
}

function recordCustoms(scene: Scene): Effect[] {
  const { code = 'other', cites = [MODEL] } = scene.letter as unknown as { code?: string; cites?: string[] };
  const before = customsRecord(scene);
  const after = afterEvent(scene, before, code, cites);
  const fell = after.class !== before.class;
  return [
    put('credit', 'customs', after),
    note('customsCreditEvent', { code, score: after.score }, cites),
    ...(fell
      ? [
          note(
            'customsClassChanged',
            { from: before.class, to: after.class, odds: after.odds.list },
            classCites(lawOf(scene)),
          ),
        ]
      : []),
  ];
}

/** A third party's rating card: bank, platform stars, export credit insurer. */
function rate(scene: Scene): Effect[] {
  const { source, score } = scene.letter as unknown as { source: string; score: number };
  if (!Number.isSafeInteger(score)) return [];
  const before = zoneRecord(scene);
  const ratings = { ...before.ratings, [String(source)]: Math.min(950, Math.max(300, score)) };
  return [put('credit', 'zone', readCredit({ ...before, ratings }, scene.now))];
}

/** Voluntary disclosure turns a major −0.15 into −0.05: two thirds of the latest such entry come back. */
function disclose(scene: Scene): Effect[] {
  const { code } = scene.letter as unknown as { code?: string };
  const before = zoneRecord(scene);
  const entry = before.log.findLast(
    (item) =>
      item.delta <= -150_000 && item.gravity === 'major' && (code === undefined || item.code === code),
  );
  if (!entry) return [];
  return [
    put('credit', 'zone', givenBack(scene, before, entry, 'disclosedVoluntarily', ['gacc-2023-127#reduced'])),
  ];
}

/** A later entry that takes back two thirds of an earlier one, fading at the same pace. */
export function givenBack(
  scene: Scene,
  before: ZoneCredit,
  entry: CreditEntry,
  code: string,
  cites: string[],
): ZoneCredit {
  const delta = Math.floor((-entry.delta * 2) / 3);
  return written(scene, before, {
    code,
    dimension: entry.dimension,
    delta,
    gravity: entry.gravity,
    cites: [MODEL, ...cites],
  });
}

// ---- the negative list

function list(scene: Scene): Effect[] {
  return [
    keep({ listedAt: scene.now }),
    put('credit', 'zone', { ...zoneRecord(scene), standing: 'negativeList' }),
    note('negativeListed', { code: String(scene.letter.code ?? '') }, [MODEL, 'xiangtan-plan-2020#credit']),
  ];
}

const unlist = (scene: Scene): Effect[] => [
  put('credit', 'zone', { ...zoneRecord(scene), standing: 'probation' }),
  note('probationBegins', {}, [MODEL]),
  send(scene.self, { type: 'SERVED' }, 180 * DAY),
];

const restore = (scene: Scene): Effect[] => [
  put('credit', 'zone', { ...zoneRecord(scene), standing: 'good' }),
];

// ---- certificate and appeal

const prepareCertificate = (scene: Scene): Effect[] => [
  send(scene.self, { type: 'CERTIFICATE' }, untilWorkingDay(scene.now, 1, 10)),
];

function issueCertificate(scene: Scene): Effect[] {
  const { score, class: band, dimensions, standing, log } = readCredit(zoneRecord(scene), scene.now);
  const customs = customsRecord(scene);
  const body = {
    score,
    band,
    dimensions,
    standing,
    entries: log.length,
    customsClass: customs.class,
    at: scene.now,
  };
  return [
    file({
      id: `paper:${scene.next('paper')}`,
      kind: 'creditCertificate',
      from: 'zone',
      to: 'exporter',
      subject: 'credit',
      body,
    }),
    note('certificateIssued', { score, band }, [MODEL]),
  ];
}

function takeAppeal(scene: Scene): Effect[] {
  const { entry, reason } = scene.letter as unknown as { entry: number; reason: string };
  return [
    keep({ appeals: [...(scene.context.appeals as number[]), entry] }),
    send(scene.self, { type: 'APPEAL_DECIDED', entry, reason }, untilWorkingDay(scene.now, 3, 15)),
  ];
}

/** Odds that an appeal is heard, by what is brought forward. */
const HEARD: Record<string, number> = {
  notOurs: 300_000,
  documentsAttached: 600_000,
  disclosedVoluntarily: 800_000,
  hardship: 50_000,
};

function decideAppeal(scene: Scene): Effect[] {
  const { entry: number, reason } = scene.letter as unknown as { entry: number; reason: string };
  const before = zoneRecord(scene);
  const entry = before.log[number - 1];
  if (!entry) return [];
  if (!lot(scene, `appeal:${number}`, HEARD[reason] ?? 0))
    return [note('appealDismissed', { entry: number, code: entry.code }, [MODEL])];
  const after = givenBack(scene, before, entry, 'appealUpheld', []);
  return [
    put('credit', 'zone', after),
    note('appealUpheld', { entry: number, code: entry.code, score: after.score }, [MODEL]),
  ];
}

export const creditEffects: Definition['effects'] = {
  openRecord, record, recordCustoms, rate, disclose, list, unlist, restore, prepareCertificate, issueCertificate, takeAppeal, decideAppeal,
}; // prettier-ignore
