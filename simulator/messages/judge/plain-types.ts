/** The few built-in types of XML Schema outside the tables: xs:string, base64Binary, anyURI, ID, integer, dateTime, date. */
import { clip, collapse, type ValueFault } from './value.ts';

const fault = (code: string, value: string): ValueFault => ({ code, params: { value: clip(value) } });

export const noFault = (): null => null;

/* Name characters of XML 1.0, fifth edition, without the colon. */
const START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
// eslint-disable-next-line no-misleading-character-class -- ranges of the specification, not sequences
const NCNAME = new RegExp(`^[${START}][${START}.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}-]*$`, 'u');

export function faultOfId(raw: string): ValueFault | null {
  return NCNAME.test(collapse(raw)) ? null : fault('valueNotId', raw);
}

export function faultOfInteger(raw: string): ValueFault | null {
  return /^[+-]?\d+$/.test(collapse(raw)) ? null : fault('valueNotInteger', raw);
}

/**
 * Four letters make three bytes; the last group may be short, and its unused bits are zero. libxml2, which we are
 * compared with, skips whatever is no letter of the alphabet; the schema's own text is stricter.
 */
export function faultOfBase64(raw: string): ValueFault | null {
  return BASE64.test(raw.replace(/[^A-Za-z0-9+/=]+/g, '')) ? null : fault('valueNotBase64', raw.trim());
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
  return (
    PART.test(path) && PART.test(query.replaceAll('?', '')) && PART.test(fragment.replace(/[?[\]]/g, ''))
  );
}

function isAuthority(text: string): boolean {
  const at = text.indexOf('@');
  if (at >= 0 && !PART.test(text.slice(0, at))) return false;
  const m = /^(\[[^\]]*\]|[^:@]*)(?::(\d+))?$/.exec(text.slice(at + 1));
  if (!m || Number(m[2] ?? 0) > INT_MAX) return false;
  return m[1]!.endsWith(']') ? m[1]!.startsWith('[') : PART.test(m[1]!);
}
const INT_MAX = 2147483647;

const ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const DAY = '-?(\\d{4}|[1-9]\\d{4,})-(\\d\\d)-(\\d\\d)';
const DATE = new RegExp(`^${DAY}${ZONE}$`);
const DATE_TIME = new RegExp(`^${DAY}T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.\\d+)?${ZONE}$`);

/** Blanks around it are a fault: libxml2, which we are compared with, takes none off here. */
export function faultOfDate(raw: string): ValueFault | null {
  const m = DATE.exec(raw);
  return m && isDay(+m[1]!, +m[2]!, +m[3]!) ? null : fault('valueNotDate', raw);
}

export function faultOfDateTime(raw: string): ValueFault | null {
  const m = DATE_TIME.exec(raw);
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
