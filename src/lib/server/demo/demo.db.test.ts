import { expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { database } from '../db/index.ts';
import { auditLog, classMembers, users } from '../db/schema/index.ts';
import { DEMO_ACCOUNTS, hasDemo, isEmpty, seedDemo } from './index.ts';

withDatabase();

test('a fresh database is empty, and holds the demo school after it was seeded', async () => {
  expect(await isEmpty()).toBe(true);
  expect(await hasDemo()).toBe(false);
  await seedDemo();
  expect(await isEmpty()).toBe(false);
  expect(await hasDemo()).toBe(true);
  expect(await database().select().from(users)).toHaveLength(DEMO_ACCOUNTS.length);
  const members = await database().select().from(classMembers);
  expect(members.filter(({ seat }) => seat === 'student')).toHaveLength(6);
});

test('nobody changes or erases what the audit log says', async () => {
  await database().insert(auditLog).values({ action: 'test', detail: {} });
  const refused = { cause: { message: 'audit_log is append-only' } };
  await expect(database().update(auditLog).set({ action: 'other' })).rejects.toMatchObject(refused);
  await expect(database().delete(auditLog)).rejects.toMatchObject(refused);
});
