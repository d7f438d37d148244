import { like, sql } from 'drizzle-orm';
import { hashPassword } from '../accounts/passwords.ts';
import { database } from '../db/index.ts';
import { classMembers, classes, organizations, users } from '../db/schema/index.ts';
import { DEMO_CLASS, DEMO_ORGANIZATIONS, DEMO_PASSWORD, DEMO_ACCOUNTS } from './people.ts';

export { DEMO_ACCOUNTS, DEMO_PASSWORD } from './people.ts';

/** Whether nobody lives in this database yet. */
export async function isEmpty(): Promise<boolean> {
  const [row] = await database()
    .select({ n: sql<number>`count(*)::int` })
    .from(organizations);
  return row?.n === 0;
}

/** Whether the demo people, whose password is public, are in this database. */
export async function hasDemo(): Promise<boolean> {
  const found = await database()
    .select({ id: users.id })
    .from(users)
    .where(like(users.id, 'demo-%'))
    .limit(1);
  return found.length > 0;
}

/** Puts the demo school, incubator and zone office into an empty database, in one transaction. */
export async function seedDemo(): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await database().transaction(async (tx) => {
    await tx.insert(organizations).values(DEMO_ORGANIZATIONS);
    await tx.insert(users).values(DEMO_ACCOUNTS.map((account) => ({ ...account, passwordHash })));
    await tx.insert(classes).values(DEMO_CLASS);
    const members = DEMO_ACCOUNTS.filter(({ role }) => role === 'student' || role === 'instructor');
    await tx.insert(classMembers).values(
      members.map(({ id, role }) => ({
        classId: DEMO_CLASS.id,
        userId: id,
        seat: role === 'instructor' ? ('instructor' as const) : ('student' as const),
      })),
    );
  });
}
