/** The few built-in types of XML Schema outside the tables: xs:string, base64Binary, anyURI, ID, integer, dateTime, date. */
import { clip, collapse, type ValueFault } from './value.ts';

const fault = (code: string, value: string): ValueFault => ({ code, params: { value: clip(value) } });

export const noFault = (): null => null;

const NCNAME = /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u;

export function faultOfId(raw: string): ValueFault | null {
  return NCNAME.test(collapse(raw)) ? null : fault('valueNotId', raw);
}

export function faultOfInteger(raw: string): ValueFault | null {
  return /^[+-]?\d+$/.test(collapse(raw)) ? null : fault('valueNotInteger', raw);
}

/** Four letters make three bytes; the last group may be short, and its unused bits are zero. */
export function faultOfBase64(raw: string): ValueFault | null {
  return BASE64.test(raw.replace(/[ \t\r\n]+/g, '')) ? null : fault('valueNotBase64', raw.trim());
}
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

/**
 * A URI reference of RFC 3986 after the characters that a URI must escape have been escaped, as the reference does:
 * so blanks, Chinese and `{}` pass, a stray `%`, a second `#` or a wrong port don't.
 */
export function faultOfUri(raw: string): ValueFault | null {
  return isUri(collapse(raw)) ? null : fault('valueNotUri', raw);
}

const PART = /^(?:[^%#?[\]]|%[0-9A-Fa-f]{2})*$/;

function isUri(value: string): boolean {
  const m = /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(value);
  if (!m) return false;
  const [, scheme, authority, path = '', query = '', fragment = ''] = m;
  if (scheme !== undefined && !/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme)) return false;
  if (authority !== undefined && !isAuthority(authority)) return false;
  return PART.test(path) && PART.test(query.replaceAll('?', '')) && PART.test(fragment.replaceAll('?', ''));
}

function isAuthority(text: string): boolean {
  const host = text.slice(text.lastIndexOf('@') + 1);
  const m = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(host);
  return m !== null && (m[1]!.startsWith('[') || PART.test(m[1]!)) && Number(m[2] || 0) <= INT_MAX;
}
const INT_MAX = 2147483647;

const DATE = /^-?(\d{4,})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d)?$/;
const DATE_TIME = /^-?(\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;

export function faultOfDate(raw: string): ValueFault | null {
  const m = DATE.exec(collapse(raw));
  return m && isDay(+m[1]!, +m[2]!, +m[3]!) ? null : fault('valueNotDate', raw);
}

export function faultOfDateTime(raw: string): ValueFault | null {
  const m = DATE_TIME.exec(collapse(raw));
  const ok = m && isDay(+m[1]!, +m[2]!, +m[3]!) && isTime(+m[4]!, +m[5]!, +m[6]!);
  return ok ? null : fault('valueNotDateTime', raw);
}

/** Is there such a day? */
export function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year !== 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1]!;
}

function isTime(hour: number, minute: number, second: number): boolean {
  return (hour < 24 && minute < 60 && second < 60) || (hour === 24 && minute === 0 && second === 0);
}
