import { error } from '@sveltejs/kit';
import { and, eq } from 'drizzle-orm';
import type { SignedIn } from '../accounts/sessions.ts';
import { database } from '../db/index.ts';
import { classMembers, classes } from '../db/schema/index.ts';

export type ClassRow = typeof classes.$inferSelect;

export type Looker = Pick<SignedIn, 'id' | 'role' | 'organizationId'>;

export interface ClassAccess {
  row: ClassRow;
  /** An instructor of the class may change it; an administrator of the organization only looks on. */
  mayChange: boolean;
}

/**
 * The class, if this person teaches it or administers its organization. Everybody else learns not even that it
 * exists.
 * @throws 404
 */
export async function getVisibleClass(id: string, user: Looker): Promise<ClassAccess> {
  const [found] = await database()
    .select({ row: classes, seat: classMembers.seat })
    .from(classes)
    .leftJoin(classMembers, and(eq(classMembers.classId, classes.id), eq(classMembers.userId, user.id)))
    .where(eq(classes.id, id));
  if (!found || found.row.organizationId !== user.organizationId) error(404);
  const { row, seat } = found;
  if (seat === 'instructor' && (user.role === 'instructor' || user.role === 'administrator')) {
    return { row, mayChange: true };
  }
  if (user.role === 'administrator') return { row, mayChange: false };
  error(404);
}

/** The class, if this person teaches it. @throws 404 */
export async function getTaughtClass(id: string, user: Looker): Promise<ClassRow> {
  const { row, mayChange } = await getVisibleClass(id, user);
  if (!mayChange) error(404);
  return row;
}
