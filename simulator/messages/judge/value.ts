/** Does a text fit a simple type? Mirrors XML Schema part 2 as far as the CEB, DXP and signature schemas use it. */
import type { Facets } from '../grammar/facets.ts';

export interface ValueFault {
  readonly code: string;
  readonly params: Record<string, string | number>;
}

const INT_MIN = -2147483648;
const INT_MAX = 2147483647;
const DECIMAL = /^[+-]?(?:(\d+)(?:\.(\d*))?|\.(\d+))$/;
const INTEGER = /^[+-]?(\d+)$/;

/** Trims and folds blanks (the four of XML, not the no-break space). */
export function collapse(text: string): string {
  return /^[ \t\r\n]|[ \t\r\n]$|[\t\r\n]| {2}/.test(text)
    ? text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
    : text;
}

/** Length in characters of Unicode, not in UTF-16 units. */
export function charactersIn(text: string): number {
  let n = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c < 0xdc00) n--;
  }
  return n;
}

/** The first thing that is wrong with a value, or null. `raw` is the text of the element. */
export function faultOf(raw: string, type: Facets): ValueFault | null {
  if (type.base === 'string') return faultOfText(type.collapse ? collapse(raw) : raw, type);
  const value = collapse(raw);
  return type.base === 'int' ? faultOfInt(value, type) : faultOfDecimal(value, type);
}

function faultOfText(value: string, type: Facets): ValueFault | null {
  const { minLength: min, maxLength: max } = type;
  // A text of n units has at least n/2 characters: most values need no counting.
  if (value.length >= min && value.length <= max && min === 0) return null;
  const length = charactersIn(value);
  if (length > max) {
    return {
      code: min === max ? 'valueLength' : 'valueTooLong',
      params: { value: clip(value), length, max },
    };
  }
  if (length < min) {
    if (length === 0) return { code: 'valueEmpty', params: { min } };
    return {
      code: min === max ? 'valueLength' : 'valueTooShort',
      params: { value: clip(value), length, min, max },
    };
  }
  return null;
}

function faultOfInt(value: string, type: Facets): ValueFault | null {
  const digits = INTEGER.exec(value)?.[1];
  if (digits === undefined) return notA('valueNotInteger', value);
  const n = Number(value);
  if (n < INT_MIN || n > INT_MAX) return notA('valueNotInteger', value);
  const length = significant(digits).length;
  if (type.totalDigits && length > type.totalDigits) {
    return { code: 'valueTooManyDigits', params: { value: clip(value), max: type.totalDigits } };
  }
  return null;
}

function faultOfDecimal(value: string, type: Facets): ValueFault | null {
  const m = DECIMAL.exec(value);
  if (!m) return notA(value === '' ? 'valueEmptyNumber' : 'valueNotDecimal', value);
  // Zeros that carry no value count neither as digits nor as decimals.
  const fraction = withoutTrailingZeros(m[2] ?? m[3] ?? '');
  const whole = significant(m[1] ?? '');
  if (whole.length + fraction.length > type.totalDigits) {
    return { code: 'valueTooManyDigits', params: { value: clip(value), max: type.totalDigits } };
  }
  if (fraction.length > type.fractionDigits) {
    return { code: 'valueTooManyDecimals', params: { value: clip(value), max: type.fractionDigits } };
  }
  return null;
}

function significant(digits: string): string {
  let i = 0;
  while (digits.charCodeAt(i) === 0x30) i++;
  return digits.slice(i);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}

function notA(code: string, value: string): ValueFault {
  return { code, params: { value: clip(value) } };
}

/** Values are quoted in findings; nobody wants four megabytes of one. */
export function clip(value: string): string {
  return value.length <= 60 ? value : `${value.slice(0, 57)}…`;
}
