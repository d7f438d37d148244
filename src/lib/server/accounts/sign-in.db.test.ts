import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { closeDatabase, database } from '../db/index.ts';
import { attempts, auditLog, sessions } from '../db/schema/index.ts';
import { seedDemo } from '../demo/index.ts';
import { setDisabled } from './administration.ts';
import { signIn } from './sign-in.ts';
import { findSignedIn } from './sessions.ts';

withDatabase(seedDemo);

const RIGHT = 'dryport-demo';
const forget = () => database().delete(attempts);

function attempt(username: string, password: string, address = '10.0.0.1', knownAs?: string) {
  return signIn({ username, password, address, device: 'Firefox', knownAs });
}
const problemOf = (result: Awaited<ReturnType<typeof signIn>>) =>
  result.ok ? null : result.complaint.problem;

test('the right password opens, whatever the case and the blanks around the name', async () => {
  const entered = await attempt('  Student1 ', RIGHT);
  if (!entered.ok) throw new Error(entered.complaint.problem);
  expect((await findSignedIn(entered.value.sessionId))?.user.id).toBe('demo-student1');
});

test('unknown name and wrong password get the same answer, and no session', async () => {
  const before = await database().$count(sessions);
  const unknown = await attempt('nobody-at-all', RIGHT);
  const wrong = await attempt('student1', 'not the password');
  expect(unknown).toEqual(wrong);
  expect(problemOf(wrong)).toBe('credentialsWrong');
  expect(await database().$count(sessions)).toBe(before);
});

test('an unknown name takes as long as a wrong password', async () => {
  await forget();
  const time = async (username: string) => {
    const begin = performance.now();
    await attempt(username, 'not the password', '10.9.9.9');
    return performance.now() - begin;
  };
  await time('warm-up');
  const [unknown, wrong] = [await time('nobody-at-all'), await time('student2')];
  // argon2 costs some 30 ms and all else 5: without the dummy hash this is far below a half.
  expect(unknown).toBeGreaterThan(wrong / 2);
});

test('a disabled person is told so, but only with the right password', async () => {
  await setDisabled({ id: 'demo-admin', organizationId: 'demo-school' }, 'demo-student6', true);
  expect(problemOf(await attempt('student6', RIGHT))).toBe('accountDisabled');
  expect(problemOf(await attempt('student6', 'wrong'))).toBe('credentialsWrong');
});

describe('guessing', () => {
  test('after eight wrong passwords from one place even the right one is refused there', async () => {
    await forget();
    for (let n = 0; n < 8; n++)
      expect(problemOf(await attempt('student2', `guess ${n}`))).toBe('credentialsWrong');
    expect(problemOf(await attempt('student2', RIGHT))).toBe('tooManyAttempts');
  });

  test('and a restart forgives nobody', async () => {
    const url = process.env.DATABASE_URL;
    await closeDatabase();
    process.env.DATABASE_URL = url;
    expect(problemOf(await attempt('student2', RIGHT))).toBe('tooManyAttempts');
  });

  test('many at once don’t slip through together', async () => {
    await forget();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => attempt('student3', `guess ${n}`)),
    );
    expect(results.filter((result) => problemOf(result) === 'credentialsWrong')).toHaveLength(8);
  });

  test('a prankster can’t lock somebody out of the device they always use', async () => {
    await forget();
    const first = await attempt('student4', RIGHT);
    if (!first.ok) throw new Error(first.complaint.problem);
    for (let n = 0; n < 12; n++) await attempt('student4', `guess ${n}`);
    expect(problemOf(await attempt('student4', RIGHT))).toBe('tooManyAttempts');
    expect(problemOf(await attempt('student4', RIGHT, '10.0.0.1', first.value.deviceToken))).toBeNull();
  });

  test('a made-up device token is an unknown device', async () => {
    await forget();
    for (let n = 0; n < 8; n++) await attempt('student5', `guess ${n}`, '10.0.0.1', `device${n}.made-up`);
    expect(problemOf(await attempt('student5', RIGHT, '10.0.0.1', 'other.made-up'))).toBe('tooManyAttempts');
  });

  test('from a thousand addresses it is the account that is guarded', async () => {
    await forget();
    for (let n = 0; n < 60; n++) await attempt('officer', 'guess', `10.1.0.${n}`);
    expect(problemOf(await attempt('officer', RIGHT, '10.2.0.1'))).toBe('tooManyAttempts');
  });
});

test('a class of sixty behind one address signs in together', async () => {
  await forget();
  const names = ['student1', 'student2', 'student3', 'student4', 'student5', 'teacher'];
  const results = await Promise.all(
    Array.from({ length: 60 }, (_, n) => attempt(names[n % names.length] ?? '', RIGHT, '10.3.0.1')),
  );
  expect(results.filter((result) => !result.ok)).toEqual([]);
  const left = await database().select().from(attempts).where(eq(attempts.key, 'sign-in address 10.3.0.1'));
  expect(left[0]?.count).toBe(0);
});

test('the log holds who came in and who failed, and never what was typed', async () => {
  const lines = await database().select().from(auditLog);
  const actions = new Set(lines.map(({ action }) => action));
  expect(actions).toContain('signedIn');
  expect(actions).toContain('signInFailed');
  expect(actions).toContain('signInLimited');
  expect(JSON.stringify(lines)).not.toMatch(/guess|dryport-demo|nobody-at-all/);
});
