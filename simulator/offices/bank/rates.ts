import { note, put, send, type Definition, type Effect, type Scene } from '../../kernel/index.ts';
import { addWorkingDays, isWorkingDay } from '../../trade/calendar.ts';
import { YEARLY_VOLATILITY, nextRate, roundRate } from '../../trade/fx.ts';
import { CURRENCIES, PPM, mulDiv, type Currency } from '../../trade/money.ts';
import type { RateRecord } from '../../trade/rates.ts';
import type { Setup } from '../../trade/setup.ts';
import { dayOf, instantOf } from '../../trade/time.ts';
import { getDay } from '../../trade/time-format.ts';

type Foreign = Exclude<Currency, 'CNY'>;

const setup = (scene: Scene): Setup => scene.setup as Setup;

/** Currencies that the scenario quotes and this world knows. */
const quoted = (scene: Scene): Foreign[] =>
  Object.keys(setup(scene).rates).filter(
    (code): code is Foreign => code !== 'CNY' && Object.hasOwn(CURRENCIES, code),
  );

/** The hour at which the middle rate of a working day is published. */
const HOUR_OF_RATE = 9;
const MINUTE_OF_RATE = 15;
/** √250 × 1000: a day's swing in a year's. */
const ROOT_OF_YEAR = 15_811;

/** The scenario's daily swing is that of the dollar; other currencies swing in proportion to their volatility. */
function volatilityOf(scene: Scene, currency: Foreign): number {
  const yearly = mulDiv(setup(scene).swing, ROOT_OF_YEAR, 1_000);
  return mulDiv(yearly, YEARLY_VOLATILITY[currency], YEARLY_VOLATILITY.USD);
}

function armNext(scene: Scene): Effect[] {
  const next = addWorkingDays(dayOf(scene.now), isWorkingDay(dayOf(scene.now)) ? 1 : 0);
  if (next > getDay(setup(scene).endsOn)) return []; // no rate is published after the run, so nothing ticks for ever
  const due = instantOf(next, HOUR_OF_RATE, MINUTE_OF_RATE);
  return [send(scene.self, { type: 'NEXT_RATE' }, Math.max(1, due - scene.now))];
}

function openRates(scene: Scene): Effect[] {
  const day = dayOf(scene.now);
  const records = quoted(scene).map((currency): Effect => {
    const rate = setup(scene).rates[currency]!;
    const record: RateRecord = { currency, day, rate, path: { [day]: rate } };
    return put('rates', currency, record);
  });
  return [...records, ...armNext(scene)];
}

/** The record with a new rate from today on; the days in between keep the last one. */
function moved(record: RateRecord, today: number, rate: number): RateRecord {
  const path = { ...record.path };
  for (let day = record.day + 1; day < today; day++) path[String(day)] = record.rate;
  path[String(today)] = rate;
  return { ...record, day: today, rate, path };
}

function fixRate(scene: Scene): Effect[] {
  const today = dayOf(scene.now);
  const changes = quoted(scene).map((currency): Effect => {
    const record = scene.get<RateRecord>('rates', currency);
    const volatility = volatilityOf(scene, currency);
    const rate =
      volatility === 0
        ? record.rate
        : nextRate(record.rate, scene.between(`fx:${currency}`, 0, PPM - 1), volatility);
    return put('rates', currency, moved(record, today, Math.max(1, rate)));
  });
  return [...changes, ...armNext(scene)];
}

/** A jump from outside (a risk event): `ppm` above or below today's rate. */
function shockRate(scene: Scene): Effect[] {
  const { currency = 'USD', ppm = 0 } = scene.letter as { currency?: string; ppm?: number };
  const record = scene.find<RateRecord>('rates', currency);
  if (!record || !Number.isSafeInteger(ppm) || ppm <= -PPM) return [];
  const rate = Math.max(100, roundRate(mulDiv(record.rate, PPM + ppm, PPM)));
  return [
    put('rates', currency, moved(record, Math.max(record.day, dayOf(scene.now)), rate)),
    note('rateJumped', { currency, from: record.rate, to: rate }, ['dryport-model#fx-path']),
  ];
}

/** What the bank pays for foreign money: the middle rate less two per mille. */
export const buyingRate = (middle: number): number => roundRate(mulDiv(middle, 998_000, PPM));

export const rateEffects: Definition['effects'] = { openRates, fixRate, shockRate };
