import { and, asc, eq, isNull } from 'drizzle-orm';
import { database } from '../db/index.ts';
import type { Drizzle } from '../db/index.ts';
import { classMembers, classes, users } from '../db/schema/index.ts';
import type { Locale, Role } from '../db/schema/index.ts';
import { audit } from './audit.ts';
import { findClassByCode } from './class-codes.ts';
import { consumeInvite, findInvite } from './invites.ts';
import { judgeName, judgePassword, judgeUsername, right, wrong } from './judge.ts';
import type { Judged } from './judge.ts';
import { hashPassword } from './passwords.ts';
import type { SignedIn } from './sessions.ts';

/** What a person types to get an account. */
export interface Application {
  username: string;
  name: string;
  password: string;
  locale: Locale;
  address: string;
}

type Transaction = Parameters<Parameters<Drizzle['transaction']>[0]>[0];

/** Makes an account in a class's school and puts its person into the class, all or nothing. Gives the user id. */
export async function signUpWithCode(application: Application, code: string): Promise<Judged<string>> {
  const found = await findClassByCode(code, application.address);
  if (!found.ok) return found;
  const { id, organizationId } = found.value;
  return createAccount(application, async (tx, insert) => {
    const userId = await insert(organizationId, 'student');
    await enterClass(tx, { id: userId, organizationId, role: 'student' }, id);
    return right(userId);
  });
}

/** Makes the account that an invite link stands for, and uses the link up by one. Gives the user id. */
export async function signUpWithInvite(application: Application, token: string): Promise<Judged<string>> {
  // Before the password is hashed, which is slow on purpose: a void link must not keep others waiting.
  if (!(await findInvite(token))) return wrong('token', 'inviteVoid');
  return createAccount(application, async (tx, insert) => {
    const invite = await consumeInvite(token, tx);
    if (!invite) return wrong('token', 'inviteVoid');
    return right(await insert(invite.organizationId, invite.role));
  });
}

/** Puts somebody who has an account into a class of the own organization. Twice is as good as once. */
export async function joinClass(
  person: Pick<SignedIn, 'id' | 'role' | 'organizationId'>,
  code: string,
  address: string,
): Promise<Judged<{ classId: string; name: string }>> {
  const found = await findClassByCode(code, address);
  if (!found.ok) return found;
  if (found.value.organizationId !== person.organizationId) return wrong('code', 'codeOfOtherOrganization');
  await database().transaction((tx) => enterClass(tx, person, found.value.id));
  return right({ classId: found.value.id, name: found.value.name });
}

/** Classes that a person is in and that go on, by name. */
export async function listOwnClasses(userId: string): Promise<{ id: string; name: string }[]> {
  return database()
    .select({ id: classes.id, name: classes.name })
    .from(classMembers)
    .innerJoin(classes, eq(classes.id, classMembers.classId))
    .where(and(eq(classMembers.userId, userId), isNull(classes.archivedAt)))
    .orderBy(asc(classes.name));
}

/** Which seat a person takes in a class. */
export const seatOf = (role: Role): 'instructor' | 'student' =>
  role === 'instructor' || role === 'administrator' ? 'instructor' : 'student';

async function enterClass(
  tx: Transaction,
  person: Pick<SignedIn, 'id' | 'role' | 'organizationId'>,
  classId: string,
): Promise<void> {
  const seat = seatOf(person.role);
  const entered = await tx
    .insert(classMembers)
    .values({ classId, userId: person.id, seat })
    .onConflictDoNothing()
    .returning({ classId: classMembers.classId });
  if (entered.length === 0) return;
  const { id, organizationId } = person;
  await audit(
    { action: 'classJoined', organizationId, actorId: id, subjectId: classId, detail: { seat } },
    tx,
  );
}

type Insert = (organizationId: string, role: Role) => Promise<string>;

async function createAccount(
  application: Application,
  enter: (tx: Transaction, insert: Insert) => Promise<Judged<string>>,
): Promise<Judged<string>> {
  const username = judgeUsername(application.username);
  if (!username.ok) return username;
  const name = judgeName(application.name);
  if (!name.ok) return name;
  const password = judgePassword(application.password, username.value);
  if (!password.ok) return password;
  const passwordHash = await hashPassword(password.value);
  const { locale, address } = application;
  const row = { username: username.value, name: name.value, passwordHash, locale };
  return database()
    .transaction((tx) =>
      enter(tx, async (organizationId, role) => {
        const values = { ...row, organizationId, role };
        const [made] = await tx.insert(users).values(values).returning({ id: users.id });
        if (!made) throw new Error('an insert gave no row');
        const line = { organizationId, actorId: made.id, subjectId: made.id, address, detail: { role } };
        await audit({ action: 'accountCreated', ...line }, tx);
        return made.id;
      }),
    )
    .catch((error: unknown) => {
      if (isUniqueBreach(error)) return wrong('username', 'usernameTaken');
      throw error;
    });
}

/** drizzle wraps the driver's error; 23505 is PostgreSQL's unique_violation. */
function isUniqueBreach(error: unknown): boolean {
  return (error as { cause?: { code?: string } }).cause?.code === '23505';
}
