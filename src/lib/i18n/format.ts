import { getLocale, type Locale } from '$lib/paraglide/runtime.js';

/**
 * Money, weights and moments as people read them. Everything comes in as an integer in its smallest unit
 * (fen, cents, grams, ppm, milliseconds) and leaves as text; nothing here is ever parsed back.
 */

/** A moment of simulated time: integer milliseconds since 1970-01-01T00:00Z. Shown at +08:00, always. */
export type Instant = number;

const minus = '\u2212'; // the typographic minus is as wide as a digit, so columns of figures stay aligned
const day = 86_400_000;
const offset = 8 * 3_600_000;

/** Integer fen as yuan: 123400 → `¥1,234.00`. `signed` writes a plus before gains. */
export function formatFen(fen: number, options: { signed?: boolean } = {}): string {
  return withSign(fen, '¥' + hundredths(fen), options.signed);
}

/** Integer US cents as dollars: 123400 → `US$1,234.00`. */
export function formatCents(cents: number, options: { signed?: boolean } = {}): string {
  return withSign(cents, 'US$' + hundredths(cents), options.signed);
}

/** Minor units of a currency that is known only as a code; CNY and USD get their signs, others their code. */
export function formatMoney(minor: number, currency: string, options: { signed?: boolean } = {}): string {
  if (currency === 'CNY') return formatFen(minor, options);
  if (currency === 'USD') return formatCents(minor, options);
  return withSign(minor, `${currency} ${hundredths(minor)}`, options.signed);
}

/** A number with grouped thousands and a fixed number of decimals (0 unless told). */
export function formatNumber(value: number, decimals = 0): string {
  return withSign(value, group(Math.abs(value).toFixed(decimals)));
}

/** Grams as kilograms, up to three decimals and no trailing zeros: 1250 → `1.25 kg` or `1.25 千克`. */
export function formatWeight(grams: number, locale: Locale = getLocale()): string {
  return kilogram(locale).format(grams / 1000);
}

/** Parts per million as per cent, up to two decimals: 5700 → `0.57%`. */
export function formatPpm(ppm: number): string {
  const text = (Math.abs(ppm) / 10_000).toFixed(2).replace(/\.?0+$/, '');
  return withSign(ppm, `${text}%`);
}

/** The calendar day: 2026-11-01, the same in both languages, as in every customs paper. */
export function formatDate(at: Instant): string {
  return new Date(at + offset).toISOString().slice(0, 10);
}

/** The wall clock, 24 hours: 09:30. */
export function formatTime(at: Instant): string {
  return new Date(at + offset).toISOString().slice(11, 16);
}

/** Day and wall clock: 2026-11-01 09:30. */
export function formatDateTime(at: Instant): string {
  return `${formatDate(at)} ${formatTime(at)}`;
}

/** The day in words: 2026年11月1日 星期日, or Sunday 1 November 2026. */
export function formatDayInWords(at: Instant, locale: Locale = getLocale()): string {
  return dayInWords(locale).format(at);
}

/** Month and day for narrow places: 11月1日, or 1 Nov. */
export function formatShortDay(at: Instant, locale: Locale = getLocale()): string {
  return shortDay(locale).format(at);
}

/** How far a day is from another in calendar days: today, tomorrow, in 14 days, 3 days ago. */
export function formatRelativeDays(at: Instant, now: Instant, locale: Locale = getLocale()): string {
  return relativeDays(locale).format(dayNumber(at) - dayNumber(now), 'day');
}

/** A length of time in its two largest units: 26 h → `1天2小时` or `1 d 2 h`. Rounds down to minutes. */
export function formatDuration(milliseconds: number, locale: Locale = getLocale()): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  const shown = first < 0 ? parts.slice(2) : parts.slice(first, first + 2).filter(([n]) => n > 0);
  return shown.map(([n, unit]) => unitFormat(locale, unit).format(n)).join(locale === 'en' ? ' ' : '');
}

/** The number of the calendar day at +08:00, so that differences of days don't depend on the hour. */
export function dayNumber(at: Instant): number {
  return Math.floor((at + offset) / day);
}

function withSign(value: number, text: string, signed = false): string {
  if (value < 0) return minus + text;
  return signed && value > 0 ? '+' + text : text;
}

function hundredths(minor: number): string {
  const units = Math.abs(minor);
  return group(Math.floor(units / 100).toString()) + '.' + (units % 100).toString().padStart(2, '0');
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
}

const zone = 'Asia/Shanghai'; // no summer time since 1991: the same as +08:00 for every date a run can have

const kilogram = perLocale(
  (tag) =>
    new Intl.NumberFormat(tag, {
      style: 'unit',
      unit: 'kilogram',
      unitDisplay: tag === 'en-GB' ? 'short' : 'long',
      maximumFractionDigits: 3,
    }),
);
const dayInWords = perLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      timeZone: zone,
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      weekday: 'long',
    }),
);
const shortDay = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { timeZone: zone, month: 'short', day: 'numeric' }),
);
const relativeDays = perLocale((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));

const unitFormats = new Map<string, Intl.NumberFormat>();
function unitFormat(locale: Locale, unit: string): Intl.NumberFormat {
  const key = locale + unit;
  const known = unitFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit, unitDisplay: 'short' });
  unitFormats.set(key, made);
  return made;
}

/** Day before month in English: half the readers of an English date here learnt it in Europe or Asia. */
function intlTag(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}

function perLocale<T>(make: (tag: string) => T): (locale: Locale) => T {
  const made = new Map<Locale, T>();
  return (locale) => {
    const known = made.get(locale);
    if (known) return known;
    const fresh = make(intlTag(locale));
    made.set(locale, fresh);
    return fresh;
  };
}
