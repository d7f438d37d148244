const DAY = 86_400_000;
/** China has had one offset and no summer time since 1992. */
const BEIJING = 8 * 3_600_000;

/** Integer minor units (fen, cents) → `¥1,234.00`; the sign stands before the symbol. */
export function money(minor: number, symbol: string): string {
  const whole = Math.abs(Math.trunc(minor));
  const units = Math.floor(whole / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${minor < 0 ? '−' : ''}${symbol}${units}.${String(whole % 100).padStart(2, '0')}`;
}

/** Parts per million → percent with as many decimals as it needs, at most four: 130000 → `13%`. */
export function percent(ppm: number): string {
  return `${trimmed(ppm, 4)}%`;
}

/** Millionths of a yuan per unit of foreign money → `7.085`. */
export function rate(millionths: number): string {
  return trimmed(millionths, 6);
}

/** Grams → `1.25 kg`. */
export function kilograms(grams: number): string {
  return `${trimmed(grams, 3)} kg`;
}

/** Instant (ms since epoch) → the day on a Beijing calendar, `2026-11-01`. */
export function date(instant: number): string {
  return new Date(instant + BEIJING).toISOString().slice(0, 10);
}

/** Instant → `2026-11-01 09:30` on a Beijing clock. */
export function datetime(instant: number): string {
  return new Date(instant + BEIJING).toISOString().slice(0, 16).replace('T', ' ');
}

/** A duration in ms → whole days, the begun day not counted. */
export function days(ms: number): string {
  return String(Math.floor(ms / DAY));
}

/** `value / 10^places` without floating point and without trailing zeros. */
function trimmed(value: number, places: number): string {
  const digits = Math.abs(Math.trunc(value))
    .toString()
    .padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${value < 0 ? '−' : ''}${digits.slice(0, -places)}${fraction ? `.${fraction}` : ''}`;
}
