/** Wire decimals as exact whole numbers of 10⁻⁵: up to 19 digits, so BigInt, and never a float. */
import { collapse } from '../judge/value.ts';

const SCALE = 5;
/** One, in units of 10⁻⁵. */
export const ONE = 100_000n;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Units of 10⁻⁵, or null for what the schema would not accept as N19,5. */
export function unitsOf(text: string | undefined): bigint | null {
  const m = DECIMAL.exec(collapse(text ?? ''));
  if (!m) return null;
  const [, sign, whole = '', fraction = ''] = m;
  const kept = fraction.replace(/0+$/, '');
  if ((whole === '' && fraction === '') || kept.length > SCALE) return null;
  const units = BigInt(whole + kept.padEnd(SCALE, '0'));
  return sign === '-' ? -units : units;
}

/** 10⁻⁵ units as text without needless zeros. */
export function textOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction && `.${fraction}`}`;
}

/** a × b, both in 10⁻⁵, as 10⁻¹⁰. */
export function times(a: bigint, b: bigint): bigint {
  return a * b;
}

export function abs(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** Are two wire decimals the same number? Texts that are no decimals are compared as they stand. */
export function sameNumber(a: string | undefined, b: string | undefined): boolean {
  const [x, y] = [unitsOf(a), unitsOf(b)];
  return x !== null && y !== null ? x === y : (a ?? '') === (b ?? '');
}
