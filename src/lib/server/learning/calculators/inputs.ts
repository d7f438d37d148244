import { findDay } from '../../../../../simulator/trade/time-format.ts';
import type { InputError, InputSpec } from './kind.ts';

export type Read = { value: number } | { error: InputError };

/** What somebody typed into one input, as the integer that a calculator works with. */
export function readInput(spec: InputSpec, typed: string): Read {
  const text = typed.slice(0, 40).normalize('NFKC').trim();
  if (spec.kind === 'choice') {
    const index = (spec.options ?? []).indexOf(text);
    return index < 0 ? { error: 'unknownChoice' } : { value: index };
  }
  if (spec.kind === 'date') {
    const day = findDay(text);
    return day === null ? { error: 'notADate' } : { value: day };
  }
  return readDecimal(spec, text);
}

/** Digits, one point, thousands separators; never through a float. Surplus decimals are rounded half up. */
function readDecimal({ places = 0, min = 0, max = 1e9 }: InputSpec, text: string): Read {
  const match = /^(\d{1,12})(?:\.(\d{0,12}))?$/.exec(text.replace(/[\s,_]/g, ''));
  if (!match) return { error: 'notANumber' };
  const [, whole = '', fraction = ''] = match;
  const kept = Number(whole + fraction.padEnd(places, '0').slice(0, places));
  const value = kept + (Number(fraction[places] ?? '0') >= 5 ? 1 : 0);
  const scale = 10 ** places;
  return value < min * scale || value > max * scale ? { error: 'outOfRange' } : { value };
}
