import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { database } from '../db/index.ts';
import { attempts, classMembers, classes, invites, users } from '../db/schema/index.ts';
import { seedDemo } from '../demo/index.ts';
import { changeRole, listMembers, resetPassword, setDisabled } from './administration.ts';
import { findClassByCode } from './class-codes.ts';
import { createInvite, findInvite, inviteFirstAdministrator, listInvites, revokeInvite } from './invites.ts';
import { joinClass, signUpWithCode, signUpWithInvite } from './sign-up.ts';
import { signIn } from './sign-in.ts';

withDatabase(seedDemo);

const ADMINISTRATOR = { id: 'demo-admin', organizationId: 'demo-school' };
const PASSWORD = 'plum rain over the river';
const apply = (username: string, change: Record<string, string> = {}) => ({
  ...{ username, name: '周可心', password: PASSWORD, locale: 'zh-CN' as const, address: '10.0.0.1' },
  ...change,
});

async function tokenFor(role: string, uses = 1): Promise<string> {
  const made = await createInvite(ADMINISTRATOR, role, uses);
  if (!made.ok) throw new Error(made.complaint.problem);
  return made.value;
}

describe('with a class code', () => {
  test('somebody new becomes a student of the school and sits in the class', async () => {
    const made = await signUpWithCode(apply('2026001'), ' demo24 ');
    if (!made.ok) throw new Error(made.complaint.problem);
    const [person] = await database().select().from(users).where(eq(users.id, made.value));
    expect(person).toMatchObject({ role: 'student', organizationId: 'demo-school', username: '2026001' });
    const seats = await database().select().from(classMembers).where(eq(classMembers.userId, made.value));
    expect(seats).toMatchObject([{ classId: 'demo-class', seat: 'student' }]);
  });

  test.each([
    ['a', {}, 'username', 'usernameShape'],
    ['has blank', {}, 'username', 'usernameShape'],
    ['STUDENT1', {}, 'username', 'usernameTaken'],
    ['2026002', { name: '  ' }, 'name', 'nameShape'],
    ['2026002', { name: 'a\u202eb' }, 'name', 'nameShape'],
    ['2026002', { password: 'short' }, 'password', 'passwordShort'],
    ['2026002', { password: 'x'.repeat(129) }, 'password', 'passwordLong'],
    ['2026002', { password: 'Woaini1314' }, 'password', 'passwordKnown'],
    ['2026002xyz', { password: '2026002xyz' }, 'password', 'passwordKnown'],
  ])('%s %o is refused at %s: %s', async (username, change, field, problem) => {
    const before = await database().$count(users);
    expect(await signUpWithCode(apply(username, change), 'DEMO24')).toEqual({
      ok: false,
      complaint: { field, problem },
    });
    expect(await database().$count(users)).toBe(before);
  });

  test('a class that has ended takes nobody in', async () => {
    await database().update(classes).set({ archivedAt: new Date() }).where(eq(classes.id, 'demo-class'));
    expect(await signUpWithCode(apply('2026003'), 'DEMO24')).toMatchObject({
      complaint: { problem: 'codeUnknown' },
    });
    await database().update(classes).set({ archivedAt: null }).where(eq(classes.id, 'demo-class'));
  });

  test('who has an account joins once, however often they press the button', async () => {
    const person = { id: 'demo-student1', role: 'student' as const, organizationId: 'demo-school' };
    await database().delete(classMembers).where(eq(classMembers.userId, person.id));
    for (let n = 0; n < 2; n++)
      expect(await joinClass(person, 'DEMO24', '10.0.0.1')).toMatchObject({ ok: true });
    const seats = await database().select().from(classMembers).where(eq(classMembers.userId, person.id));
    expect(seats).toHaveLength(1);
  });

  test('a founder of the incubator does not get into a class of the school', async () => {
    const person = { id: 'demo-founder', role: 'founder' as const, organizationId: 'demo-incubator' };
    const joined = await joinClass(person, 'DEMO24', '10.0.0.1');
    expect(joined).toMatchObject({ complaint: { problem: 'codeOfOtherOrganization' } });
  });

  test('a million guesses don’t fit: wrong codes of one address run out, other addresses go on', async () => {
    const answers = [];
    for (let n = 0; n < 125; n++) answers.push(await findClassByCode(`WRONG${n}`, '10.6.6.6'));
    expect(answers.at(0)).toMatchObject({ complaint: { problem: 'codeUnknown' } });
    expect(answers.at(-1)).toMatchObject({ complaint: { problem: 'tooManyAttempts' } });
    expect(await findClassByCode('DEMO24', '10.6.6.6')).toMatchObject({ ok: false });
    expect(await findClassByCode('DEMO24', '10.6.6.7')).toMatchObject({ ok: true });
    await database().delete(attempts);
  });
});

describe('with an invitation', () => {
  test('the link gives its role in its organization, and is then used up', async () => {
    const token = await tokenFor('instructor');
    expect(await findInvite(token)).toMatchObject({ role: 'instructor', organizationId: 'demo-school' });
    const made = await signUpWithInvite(apply('teacher2'), token);
    expect(made.ok).toBe(true);
    expect(await findInvite(token)).toBeNull();
    expect(await signUpWithInvite(apply('teacher3'), token)).toMatchObject({
      complaint: { problem: 'inviteVoid' },
    });
  });

  test('a refused application uses nothing up', async () => {
    const token = await tokenFor('student');
    expect(await signUpWithInvite(apply('student1'), token)).toMatchObject({
      complaint: { problem: 'usernameTaken' },
    });
    expect(await signUpWithInvite(apply('2026010'), token)).toMatchObject({ ok: true });
  });

  test('of two who use the last place at once, one gets it', async () => {
    const token = await tokenFor('student');
    const both = await Promise.all(
      ['2026011', '2026012'].map((name) => signUpWithInvite(apply(name), token)),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('an old link and a withdrawn one open nothing', async () => {
    const [old, withdrawn] = [await tokenFor('student'), await tokenFor('instructor')];
    const listed = await listInvites('demo-school');
    const idOf = (role: string) => listed.find((line) => line.role === role)?.id ?? '';
    await database()
      .update(invites)
      .set({ expiresAt: new Date(0) })
      .where(eq(invites.id, idOf('student')));
    await revokeInvite({ id: 'x', organizationId: 'demo-incubator' }, idOf('instructor'));
    expect(await findInvite(withdrawn)).not.toBeNull();
    await revokeInvite(ADMINISTRATOR, idOf('instructor'));
    expect(await findInvite(withdrawn)).toBeNull();
    expect(await findInvite(old)).toBeNull();
  });

  test('a link opens no longer than its maker may make one', async () => {
    const maker = { id: 'demo-teacher', organizationId: 'demo-school' };
    expect((await changeRole(ADMINISTRATOR, maker.id, 'administrator')).ok).toBe(true);
    const made = await createInvite(maker, 'administrator', 5);
    if (!made.ok) throw new Error(made.complaint.problem);
    expect(await findInvite(made.value)).not.toBeNull();
    expect((await changeRole(ADMINISTRATOR, maker.id, 'instructor')).ok).toBe(true);
    expect(await findInvite(made.value)).toBeNull();
    expect(await signUpWithInvite(apply('intruder'), made.value)).toMatchObject({
      complaint: { problem: 'inviteVoid' },
    });
    expect((await listInvites('demo-school')).some(({ role }) => role === 'administrator')).toBe(false);
  });

  test('a school invites no founders, and nobody invites for zero or a thousand people', async () => {
    expect(await createInvite(ADMINISTRATOR, 'founder', 1)).toMatchObject({ complaint: { field: 'role' } });
    for (const uses of [0, 201, 1.5, Number.NaN]) {
      expect(await createInvite(ADMINISTRATOR, 'student', uses)).toMatchObject({
        complaint: { field: 'uses' },
      });
    }
  });

  test('the token is nowhere in the database', async () => {
    const token = await tokenFor('student');
    expect(JSON.stringify(await database().select().from(invites))).not.toContain(token);
  });

  test('where somebody lives already, no start makes an administrator', async () => {
    expect(await inviteFirstAdministrator('x')).toBeNull();
  });
});

describe('an administrator', () => {
  test('sees the people of the own organization and nobody else', async () => {
    const { members, total } = await listMembers(ADMINISTRATOR, '', 0, 100);
    expect(members.map(({ username }) => username)).not.toContain('founder');
    expect(members.length).toBe(total);
    expect((await listMembers(ADMINISTRATOR, 'Student1', 0, 100)).members).toHaveLength(1);
    expect((await listMembers(ADMINISTRATOR, '%', 0, 100)).members).toHaveLength(0);
  });

  test('cannot touch people of another organization, nor the own account', async () => {
    for (const change of [
      setDisabled(ADMINISTRATOR, 'demo-founder', true),
      changeRole(ADMINISTRATOR, 'demo-founder', 'student'),
      resetPassword(ADMINISTRATOR, 'demo-founder'),
    ]) {
      expect(await change).toMatchObject({ complaint: { problem: 'choiceUnknown' } });
    }
    expect(await setDisabled(ADMINISTRATOR, 'demo-admin', true)).toMatchObject({
      complaint: { problem: 'ownAccount' },
    });
    expect(await changeRole(ADMINISTRATOR, 'demo-student1', 'officer')).toMatchObject({
      complaint: { field: 'role' },
    });
  });

  test('gives another role, and with it another seat in the classes', async () => {
    const seats = () =>
      database()
        .select({ seat: classMembers.seat })
        .from(classMembers)
        .where(eq(classMembers.userId, 'demo-student3'));
    expect(await seats()).toContainEqual({ seat: 'student' });
    expect((await changeRole(ADMINISTRATOR, 'demo-student3', 'instructor')).ok).toBe(true);
    expect(new Set((await seats()).map(({ seat }) => seat))).toEqual(new Set(['instructor']));
    expect((await changeRole(ADMINISTRATOR, 'demo-student3', 'student')).ok).toBe(true);
    expect(new Set((await seats()).map(({ seat }) => seat))).toEqual(new Set(['student']));
  });

  test('gives a person who forgot the password a new one', async () => {
    const made = await resetPassword(ADMINISTRATOR, 'demo-student2');
    if (!made.ok) throw new Error(made.complaint.problem);
    const enter = (password: string) =>
      signIn({ username: 'student2', password, address: '10.0.0.9', device: '' });
    expect((await enter('dryport-demo')).ok).toBe(false);
    expect((await enter(made.value)).ok).toBe(true);
  });
});
