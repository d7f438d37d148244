import * as v from 'valibot';
import { move, rule, type MoveSpec } from '../../kernel/index.ts';
import { addMonths, DAY, dayOf, instantOf } from '../../trade/time.ts';
import { standing } from '../../trade/standing.ts';
import { MODEL, zoneRecord } from './record.ts';

/** Days within which an entry may be appealed against. */
const APPEAL_DAYS = 5;
const CLEAN_MONTHS = 12;

export const APPEAL_REASONS = ['notOurs', 'documentsAttached', 'disclosedVoluntarily', 'hardship'] as const;

interface Appeal {
  entry: number;
  reason: (typeof APPEAL_REASONS)[number];
}

const registered = rule('notOnZonePlatform', ['cs-2018-103#three-conditions'], (scene) =>
  standing(scene).zonePlatform ? null : {},
);

const entryExists = rule<Appeal>('entryUnknown', [MODEL], (scene, { entry }) => {
  const last = zoneRecord(scene).log.length;
  return entry <= last ? null : { entry, last, at: 'entry' };
});

const entryHurts = rule<Appeal>('entryDoesNotHurt', [MODEL], (scene, { entry }) => {
  const found = zoneRecord(scene).log[entry - 1];
  return found && found.delta >= 0 ? { entry, code: found.code, at: 'entry' } : null;
});

const inTime = rule<Appeal>('appealTooLate', [MODEL], (scene, { entry }) => {
  const found = zoneRecord(scene).log[entry - 1];
  if (!found || scene.now - found.at <= APPEAL_DAYS * DAY) return null;
  return { entry, days: APPEAL_DAYS, last: found.at + APPEAL_DAYS * DAY, at: 'entry' };
});

const appealedOnce = rule<Appeal>('appealedBefore', [MODEL], (scene, { entry }) =>
  (scene.context.appeals as number[]).includes(entry) ? { entry, at: 'entry' } : null,
);

const cleanYear = rule('notCleanYet', [MODEL, 'xiangtan-plan-2020#credit'], (scene) => {
  const until = instantOf(addMonths(dayOf(scene.context.listedAt as number), CLEAN_MONTHS));
  return scene.now >= until ? null : { months: CLEAN_MONTHS, until };
});

const finesPaid = rule('finesUnpaid', [MODEL, 'customs-penalty-regulation#supervision'], (scene) => {
  const due = -scene.balance('finesPayable', 'CNY');
  return due <= 0 ? null : { due };
});

const coursePassed = rule('courseMissing', [MODEL], (scene) => {
  const since = scene.context.listedAt as number;
  return zoneRecord(scene).log.some((entry) => entry.code === 'trainingPassed' && entry.at >= since)
    ? null
    : {};
});

export const creditMoves: Record<string, MoveSpec> = {
  requestCertificate: move('exporter', v.object({}), [MODEL], [registered]),
  appeal: move(
    'exporter',
    v.object({
      entry: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      reason: v.picklist(APPEAL_REASONS),
    }),
    [MODEL],
    [entryExists, entryHurts, inTime, appealedOnce],
  ),
  askProbation: move(
    'exporter',
    v.object({}),
    [MODEL, 'xiangtan-plan-2020#credit'],
    [cleanYear, finesPaid, coursePassed],
  ),
};
