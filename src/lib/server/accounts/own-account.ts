import { and, eq, sql } from 'drizzle-orm';
import { database } from '../db/index.ts';
import { organizations, users } from '../db/schema/index.ts';
import type { Locale, Theme } from '../db/schema/index.ts';
import { countAttempt, forgetAttempts } from './attempts.ts';
import { audit } from './audit.ts';
import { deviceToken } from './known-device.ts';
import { judgeName, judgePassword, right, wrong } from './judge.ts';
import type { Judged } from './judge.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { beginSession } from './sessions.ts';
import type { SignedIn } from './sessions.ts';

/** Wrong present passwords on the account page: a phone left on a desk is no way to guess. */
const WRONG_PASSWORDS = { count: 8, minutes: 15 };

/** Raising the epoch voids every session of a person at once. */
const NEXT_EPOCH = { authEpoch: sql`${users.authEpoch} + 1` };

/** Keeps name, language and theme. */
export async function changeProfile(
  userId: string,
  profile: { name: string; locale: Locale; theme: Theme },
): Promise<Judged<null>> {
  const name = judgeName(profile.name);
  if (!name.ok) return name;
  const { locale, theme } = profile;
  await database().update(users).set({ name: name.value, locale, theme }).where(eq(users.id, userId));
  return right(null);
}

/** Keeps the language that a signed-in person switched to. */
export async function changeLocale(userId: string, locale: Locale): Promise<void> {
  await database().update(users).set({ locale }).where(eq(users.id, userId));
}

/** Keeps the theme that a signed-in person switched to. */
export async function changeTheme(userId: string, theme: Theme): Promise<void> {
  await database().update(users).set({ theme }).where(eq(users.id, userId));
}

/** What goes on after all sessions were ended: a new one for this device. */
export interface Continued {
  sessionId: string;
  deviceToken: string;
}

/** Sets a new password, ends every session, and begins a new one for the device at hand. */
export async function changePassword(
  person: SignedIn,
  typed: { present: string; next: string; address: string; device: string },
): Promise<Judged<Continued>> {
  const key = `password of ${person.id}`;
  if (!(await countAttempt(key, WRONG_PASSWORDS))) return wrong('present', 'tooManyAttempts');
  const [row] = await database()
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.id, person.id));
  if (!row || !(await checkPassword(row.passwordHash, typed.present)))
    return wrong('present', 'passwordWrong');
  await forgetAttempts(key);
  const next = judgePassword(typed.next, person.username, 'next');
  if (!next.ok) return next;
  const passwordHash = await hashPassword(next.value);
  const { id, organizationId } = person;
  const changed = await database().transaction(async (tx) => {
    // Hashing takes its time: a password that an administrator has reset meanwhile is not overwritten.
    const [now] = await tx
      .update(users)
      .set({ passwordHash, ...NEXT_EPOCH })
      .where(and(eq(users.id, id), eq(users.passwordHash, row.passwordHash)))
      .returning({ id: users.id, authEpoch: users.authEpoch });
    const line = { organizationId, actorId: id, subjectId: id, address: typed.address };
    if (now) await audit({ action: 'passwordChanged', ...line }, tx);
    return now;
  });
  if (!changed) return wrong('present', 'passwordWrong');
  const sessionId = await beginSession(changed, typed.device);
  return right({ sessionId, deviceToken: deviceToken(passwordHash) });
}

/** Ends every session of a person, the present one too. */
export async function signOutEverywhere(person: SignedIn, address: string): Promise<void> {
  const { id, organizationId } = person;
  await database().transaction(async (tx) => {
    await tx.update(users).set(NEXT_EPOCH).where(eq(users.id, id));
    await audit({ action: 'signedOutEverywhere', organizationId, actorId: id, subjectId: id, address }, tx);
  });
}

/** The name of an organization. Throws when there is none. */
export async function getOrganizationName(organizationId: string): Promise<string> {
  const [found] = await database()
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!found) throw new Error(`no organization ${organizationId}`);
  return found.name;
}
