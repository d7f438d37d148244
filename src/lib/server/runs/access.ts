import { error } from '@sveltejs/kit';
import { and, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../accounts/sessions.ts';
import { database } from '../db/index.ts';
import { classMembers, users } from '../db/schema/index.ts';
import { findRun, type RunRow } from './journal.ts';

export interface Access {
  row: RunRow;
  /** Only its owner plays a run; everybody else looks on. */
  own: boolean;
  /** The owner's name, when it is somebody else. */
  player: string | null;
}

/**
 * The run, if this person may see it: the owner, an instructor of a class that the owner is in, an administrator of
 * the owner's organization; a run with a founder's own product only its owner. Everybody else learns not even that it
 * exists. @throws 404
 */
export async function getVisibleRun(id: string, user: SignedIn): Promise<Access> {
  const row = await findRun(id);
  if (!row) error(404);
  if (row.userId === user.id) return { row, own: true, player: null };
  if (row.ventureId !== null) error(404);
  const [owner] = await database()
    .select({ name: users.name, organizationId: users.organizationId })
    .from(users)
    .where(eq(users.id, row.userId));
  if (!owner || !(await mayLook(user, row.userId, owner.organizationId))) error(404);
  return { row, own: false, player: owner.name };
}

/** The run, if it is one's own. @throws 404 */
export async function getOwnRun(id: string, user: SignedIn): Promise<RunRow> {
  const row = await findRun(id);
  if (row?.userId !== user.id) error(404);
  return row;
}

async function mayLook(user: SignedIn, ownerId: string, organizationId: string): Promise<boolean> {
  if (user.role === 'administrator') return user.organizationId === organizationId;
  // A seat outlives the office: who teaches no more looks no more.
  if (user.role !== 'instructor') return false;
  const taught = database()
    .select({ id: classMembers.classId })
    .from(classMembers)
    .where(and(eq(classMembers.userId, user.id), eq(classMembers.seat, 'instructor')));
  const shared = await database()
    .select({ id: classMembers.classId })
    .from(classMembers)
    .where(and(eq(classMembers.userId, ownerId), inArray(classMembers.classId, taught)))
    .limit(1);
  return shared.length > 0;
}
