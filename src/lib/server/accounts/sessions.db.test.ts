import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { database } from '../db/index.ts';
import { sessions, users } from '../db/schema/index.ts';
import { seedDemo } from '../demo/index.ts';
import { resetPassword, setDisabled } from './administration.ts';
import { changePassword, signOutEverywhere } from './own-account.ts';
import { beginSession, endOwnSession, endSession, findSignedIn, listSessions } from './sessions.ts';
import type { SignedIn } from './sessions.ts';

withDatabase(seedDemo);

const STUDENT = 'demo-student1';
const ADMINISTRATOR = { id: 'demo-admin', organizationId: 'demo-school' };

/** Signs a person in as the row stands now. */
async function begin(userId: string, device: string): Promise<string> {
  const [person] = await database()
    .select({ id: users.id, authEpoch: users.authEpoch })
    .from(users)
    .where(eq(users.id, userId));
  return beginSession(person!, device);
}

async function personOf(sessionId: string): Promise<SignedIn> {
  const found = await findSignedIn(sessionId);
  if (!found) throw new Error('the session is void');
  return found.user;
}

test('a session names its person and tells no more than pages may know', async () => {
  const person = await personOf(await begin(STUDENT, 'Firefox'));
  expect(person).toEqual({
    id: STUDENT,
    username: 'student1',
    name: '李晓岚',
    role: 'student',
    organizationId: 'demo-school',
    locale: 'zh-CN',
    theme: 'auto',
  });
});

test('whoever reads the table of sessions cannot sign in with it', async () => {
  const id = await begin(STUDENT, 'Firefox');
  const rows = await database().select({ key: sessions.id }).from(sessions);
  expect(rows.map(({ key }) => key)).not.toContain(id);
  for (const { key } of rows) expect(await findSignedIn(key)).toBeNull();
});

test('two sign-ins never share a session, so that nobody can plant one', async () => {
  const first = await begin(STUDENT, 'Firefox');
  const second = await begin(STUDENT, 'Firefox');
  expect(first).not.toBe(second);
  await endSession(first);
  expect(await findSignedIn(first)).toBeNull();
  expect(await findSignedIn(second)).not.toBeNull();
});

test('signing out everywhere ends every session of that person and nobody else’s', async () => {
  const mine = [await begin(STUDENT, 'Firefox'), await begin(STUDENT, 'WeChat')];
  const other = await begin('demo-student2', 'Firefox');
  await signOutEverywhere(await personOf(mine[0] ?? ''), '10.0.0.1');
  for (const id of mine) expect(await findSignedIn(id)).toBeNull();
  expect(await findSignedIn(other)).not.toBeNull();
  expect(await listSessions(STUDENT, null)).toEqual([]);
});

test('a new password ends the other sessions, and the present one goes on under a new id', async () => {
  const [present, elsewhere] = [await begin(STUDENT, 'Firefox'), await begin(STUDENT, 'WeChat')];
  const typed = { present: 'dryport-demo', next: 'plum rain over the river', address: '', device: 'Firefox' };
  const changed = await changePassword(await personOf(present), typed);
  if (!changed.ok) throw new Error(changed.complaint.problem);
  expect(await findSignedIn(elsewhere)).toBeNull();
  expect(await findSignedIn(present)).toBeNull();
  expect(await findSignedIn(changed.value.sessionId)).not.toBeNull();
});

test('a wrong present password changes nothing', async () => {
  const id = await begin('demo-student3', 'Firefox');
  const typed = { present: 'wrong', next: 'plum rain over the river', address: '', device: 'Firefox' };
  const changed = await changePassword(await personOf(id), typed);
  expect(changed).toMatchObject({ ok: false, complaint: { field: 'present', problem: 'passwordWrong' } });
  expect(await findSignedIn(id)).not.toBeNull();
});

test('somebody who is disabled is out at once, and stays out', async () => {
  const id = await begin('demo-student4', 'Firefox');
  await setDisabled(ADMINISTRATOR, 'demo-student4', true);
  expect(await findSignedIn(id)).toBeNull();
  await setDisabled(ADMINISTRATOR, 'demo-student4', false);
  expect(await findSignedIn(id)).toBeNull();
});

test('a session ends thirty days after sign-in, however busily it was used', async () => {
  const id = await begin('demo-student5', 'Firefox');
  await database()
    .update(sessions)
    .set({ createdAt: sql`now() - interval '31 days'` })
    .where(eq(sessions.userId, 'demo-student5'));
  expect(await findSignedIn(id)).toBeNull();
});

test('a person ends one session of the own list, and cannot end another person’s', async () => {
  const mine = await begin('demo-student6', 'Firefox');
  const other = await begin('demo-student2', 'WeChat');
  const [listed] = await listSessions('demo-student6', mine);
  expect(listed).toMatchObject({ device: 'Firefox', current: true });
  const [foreign] = await listSessions('demo-student2', null);
  await endOwnSession('demo-student6', foreign?.key ?? '');
  expect(await findSignedIn(other)).not.toBeNull();
  await endOwnSession('demo-student6', listed?.key ?? '');
  expect(await findSignedIn(mine)).toBeNull();
});

test('whose password was reset while the old one was being judged does not come in by it', async () => {
  const [judged] = await database().select().from(users).where(eq(users.id, 'demo-student6'));
  expect((await resetPassword(ADMINISTRATOR, 'demo-student6')).ok).toBe(true);
  expect(await findSignedIn(await beginSession(judged!, 'Firefox'))).toBeNull();
  expect(await findSignedIn(await begin('demo-student6', 'Firefox'))).not.toBeNull();
});
