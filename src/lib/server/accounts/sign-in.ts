import { eq } from 'drizzle-orm';
import { database } from '../db/index.ts';
import { users } from '../db/schema/index.ts';
import type { Locale, Theme } from '../db/schema/index.ts';
import { countAttempt, forgetAttempts, sweepAttempts, uncountAttempt } from './attempts.ts';
import { audit } from './audit.ts';
import { deviceToken, isKnownDevice } from './known-device.ts';
import { normalizeUsername, right, wrong } from './judge.ts';
import type { Judged } from './judge.ts';
import { checkPassword } from './passwords.ts';
import { beginSession } from './sessions.ts';

/** Wrong passwords that one account takes from one place. */
const PER_DEVICE = { count: 8, minutes: 15 };
/** And from all unknown places together: who guesses from a thousand addresses at once. */
const PER_ACCOUNT = { count: 60, minutes: 60 };
/** A school is one address for everybody in it: sixty people and their typing errors fit in. */
const PER_ADDRESS = { count: 300, minutes: 15 };

export interface Credentials {
  username: string;
  password: string;
  /** The caller's network address. */
  address: string;
  /** The User-Agent, which the person will recognize the session by. */
  device: string;
  /** What a former sign-in left on this device. */
  knownAs?: string | undefined;
}

/** Who came in, and what to leave on the device. */
export interface SignedInNow {
  sessionId: string;
  deviceToken: string;
  locale: Locale;
  theme: Theme;
}

/**
 * Signs a person in. Unknown name and wrong password get the same answer after the same time. An attempt
 * counts before the password is looked at, and is taken back when it was right; so a class that shares one
 * account would use up the account's attempts if all came in at once: one name, one at a time.
 */
export function signIn(credentials: Credentials): Promise<Judged<SignedInNow>> {
  const username = normalizeUsername(credentials.username).slice(0, 80);
  return inTurn(username, () => attempt(username, credentials));
}

const turns = new Map<string, Promise<unknown>>();

function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(name) ?? Promise.resolve()).then(work, work);
  turns.set(name, mine);
  const leave = () => {
    if (turns.get(name) === mine) turns.delete(name);
  };
  mine.then(leave, leave);
  return mine;
}

async function attempt(username: string, credentials: Credentials): Promise<Judged<SignedInNow>> {
  const { address, device, knownAs } = credentials;
  const [person] = await database().select().from(users).where(eq(users.username, username));
  const known = isKnownDevice(knownAs, person?.passwordHash ?? null);
  const limits = limitsFor(username, address, known ? knownAs : undefined);
  for (const [key, limit] of limits) {
    if (await countAttempt(key, limit)) continue;
    if (person) await audit({ ...lineFor(person), action: 'signInLimited', address });
    return wrong('password', 'tooManyAttempts');
  }
  const rightPassword = await checkPassword(person?.passwordHash ?? null, credentials.password);
  if (!person || !rightPassword) {
    if (person) await audit({ ...lineFor(person), action: 'signInFailed', address });
    return wrong('password', 'credentialsWrong');
  }
  if (person.disabledAt) return wrong('username', 'accountDisabled');
  await forgiveAttempts(limits);
  const sessionId = await beginSession(person, device);
  await audit({ ...lineFor(person), actorId: person.id, action: 'signedIn', address });
  const token = known && knownAs ? knownAs : deviceToken(person.passwordHash);
  return right({ sessionId, deviceToken: token, locale: person.locale, theme: person.theme });
}

type Counted = [key: string, limit: { count: number; minutes: number }][];

/** The widest first: where an address is over its limit, nothing more is written for it. */
function limitsFor(username: string, address: string, device: string | undefined): Counted {
  const wide: Counted = [[`sign-in address ${address}`, PER_ADDRESS]];
  if (device) return [...wide, [`sign-in device ${device.split('.')[0]}`, PER_DEVICE]];
  return [
    ...wide,
    [`sign-in account ${username} at ${address}`, PER_DEVICE],
    [`sign-in account ${username}`, PER_ACCOUNT],
  ];
}

async function forgiveAttempts(limits: Counted): Promise<void> {
  for (const [key, limit] of limits) {
    if (limit === PER_DEVICE) await forgetAttempts(key);
    else await uncountAttempt(key);
  }
  await sweepAttempts();
}

function lineFor(person: { id: string; organizationId: string }) {
  return { organizationId: person.organizationId, actorId: null, subjectId: person.id };
}
