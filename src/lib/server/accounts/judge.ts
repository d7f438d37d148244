import { LOCALES, THEMES } from '../db/schema/index.ts';
import type { Locale, Theme } from '../db/schema/index.ts';

/**
 * What can be wrong with what a person typed about an account. Each has words in the catalogue `account`:
 * `account_problem_<problem>`.
 */
export const PROBLEMS = [
  'usernameShape',
  'usernameTaken',
  'nameShape',
  'passwordShort',
  'passwordLong',
  'passwordKnown',
  'passwordWrong',
  'credentialsWrong',
  'accountDisabled',
  'tooManyAttempts',
  'codeUnknown',
  'codeOfOtherOrganization',
  'inviteVoid',
  'choiceUnknown',
  'ownAccount',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** A field of a form and what is wrong with it. */
export interface Complaint {
  field: string;
  problem: Problem;
}

/** Either the value, or what is wrong. */
export type Judged<T> = { ok: true; value: T } | { ok: false; complaint: Complaint };

export const right = <T>(value: T): Judged<T> => ({ ok: true, value });
export const wrong = (field: string, problem: Problem): { ok: false; complaint: Complaint } => ({
  ok: false,
  complaint: { field, problem },
});

/** Lengths in characters, as the forms say them too. */
export const LENGTHS = { username: [3, 40], name: [1, 40], password: [8, 128] } as const;

/** Lower case without the blanks around it: the form in which usernames are kept and compared. */
export function normalizeUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Latin letters, digits and . _ - @ : a student number, a pinyin name or a mail address. */
export function judgeUsername(typed: string): Judged<string> {
  const username = normalizeUsername(typed);
  const [least, most] = LENGTHS.username;
  const fits =
    username.length >= least && username.length <= most && /^[a-z0-9][a-z0-9._@-]*$/.test(username);
  return fits ? right(username) : wrong('username', 'usernameShape');
}

/** Any script; no control characters, nothing that turns the direction of the text around it. */
export function judgeName(typed: string): Judged<string> {
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  const [least, most] = LENGTHS.name;
  const length = [...name].length;
  const fits =
    length >= least && length <= most && !/[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u.test(name);
  return fits ? right(name) : wrong('name', 'nameShape');
}

/** What is tried first by everybody who guesses; NIST asks to refuse these and nothing about composition. */
const WELL_KNOWN = new Set(
  (
    '12345678 123456789 1234567890 0123456789 87654321 987654321 password password1 passw0rd qwertyui ' +
    'qwertyuiop qwerty123 1q2w3e4r 1qaz2wsx 1qazxsw2 zaq12wsx asdfghjkl abcd1234 abc12345 abcdefgh ' +
    'iloveyou woaini520 woaini1314 5201314520 52013140 a1234567 a12345678 aa123456 123456aa qq123456 ' +
    'admin123 admin888 administrator welcome1 letmein1 dragon123 sunshine football baseball princess ' +
    'superman trustno1 starwars whatever 11223344 12344321 147258369 159357456 dryport1'
  ).split(' '),
);

/** Long enough, not too long, and not what everybody tries first. No other rules, as NIST and OWASP advise. */
export function judgePassword(typed: string, username: string, field = 'password'): Judged<string> {
  const [least, most] = LENGTHS.password;
  const length = [...typed].length;
  if (length < least) return wrong(field, 'passwordShort');
  if (length > most) return wrong(field, 'passwordLong');
  const lower = typed.toLowerCase();
  const alike = new Set(lower).size < 3 || WELL_KNOWN.has(lower) || lower === username;
  return alike ? wrong(field, 'passwordKnown') : right(typed);
}

export function judgeLocale(typed: string): Judged<Locale> {
  const locale = LOCALES.find((each) => each === typed);
  return locale ? right(locale) : wrong('locale', 'choiceUnknown');
}

export function judgeTheme(typed: string): Judged<Theme> {
  const theme = THEMES.find((each) => each === typed);
  return theme ? right(theme) : wrong('theme', 'choiceUnknown');
}
