import { and, asc, eq, ilike, or, sql } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import { database } from '../db/index.ts';
import type { Drizzle } from '../db/index.ts';
import { classMembers, users } from '../db/schema/index.ts';
import type { Role } from '../db/schema/index.ts';
import { audit } from './audit.ts';
import type { AuditAction } from './audit.ts';
import { rolesIn } from './invites.ts';
import { right, wrong } from './judge.ts';
import type { Judged } from './judge.ts';
import { hashPassword } from './passwords.ts';
import type { SignedIn } from './sessions.ts';
import { seatOf } from './sign-up.ts';

type Administrator = Pick<SignedIn, 'id' | 'organizationId'>;

/** A person as the administrator sees them. */
export interface Member {
  id: string;
  username: string;
  name: string;
  role: Role;
  disabled: boolean;
  createdAt: Date;
}

/**
 * People of the administrator's organization by username.
 * @param search part of a name or username; empty for all
 * @param page from 0, `size` people each
 */
export async function listMembers(
  administrator: Administrator,
  search: string,
  page: number,
  size: number,
): Promise<{ members: Member[]; total: number }> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const where = and(
    eq(users.organizationId, administrator.organizationId),
    search === '' ? undefined : or(ilike(users.name, pattern), ilike(users.username, pattern)),
  );
  const columns = {
    id: users.id,
    username: users.username,
    name: users.name,
    role: users.role,
    createdAt: users.createdAt,
    disabledAt: users.disabledAt,
  };
  const rows = await database()
    .select(columns)
    .from(users)
    .where(where)
    .orderBy(asc(users.username))
    .limit(size)
    .offset(page * size);
  const [count] = await database()
    .select({ n: sql<number>`count(*)::int` })
    .from(users)
    .where(where);
  const members = rows.map(({ disabledAt, ...row }) => ({ ...row, disabled: disabledAt !== null }));
  return { members, total: count?.n ?? 0 };
}

/** Gives a person another role; their sessions end and their seats change, so that nothing goes on under the old one. */
export async function changeRole(
  administrator: Administrator,
  userId: string,
  role: string,
): Promise<Judged<null>> {
  const chosen = (await rolesIn(administrator.organizationId)).find((each) => each === role);
  if (!chosen) return wrong('role', 'choiceUnknown');
  return changeMember(administrator, userId, 'roleChanged', { role: chosen }, { role: chosen }, (tx) =>
    tx
      .update(classMembers)
      .set({ seat: seatOf(chosen) })
      .where(eq(classMembers.userId, userId)),
  );
}

/** Shuts a person out, or lets them in again. Their work stays. */
export async function setDisabled(
  administrator: Administrator,
  userId: string,
  disabled: boolean,
): Promise<Judged<null>> {
  const action = disabled ? 'accountDisabled' : 'accountEnabled';
  return changeMember(administrator, userId, action, { disabledAt: disabled ? new Date() : null }, {});
}

/** Gives a person who forgot the password a new one, which is shown once. Schools have no mail to send it by. */
export async function resetPassword(administrator: Administrator, userId: string): Promise<Judged<string>> {
  const password = drawPassword();
  const passwordHash = await hashPassword(password);
  const changed = await changeMember(
    administrator,
    userId,
    'passwordChanged',
    { passwordHash },
    { byOther: true },
  );
  return changed.ok ? right(password) : changed;
}

/** Changes one person of the own organization, never oneself: the last administrator can't lock the door from outside. */
async function changeMember(
  administrator: Administrator,
  userId: string,
  action: AuditAction,
  change: Partial<typeof users.$inferInsert>,
  detail: Record<string, string | boolean>,
  more?: (tx: Pick<Drizzle, 'update'>) => PromiseLike<unknown>,
): Promise<Judged<null>> {
  if (userId === administrator.id) return wrong('user', 'ownAccount');
  const { id: actorId, organizationId } = administrator;
  return database().transaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ ...change, authEpoch: sql`${users.authEpoch} + 1` })
      .where(and(eq(users.id, userId), eq(users.organizationId, organizationId)))
      .returning({ id: users.id });
    if (changed.length === 0) return wrong('user', 'choiceUnknown');
    await more?.(tx);
    await audit({ action, organizationId, actorId, subjectId: userId, detail }, tx);
    return right(null);
  });
}

/** Twelve characters that nobody reads wrongly: about 56 bits. */
function drawPassword(): string {
  const letters = 'acdefghjkmnpqrtwxy34679';
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
}
