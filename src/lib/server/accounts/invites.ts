import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { createHash, randomBytes } from 'node:crypto';
import { database } from '../db/index.ts';
import type { Drizzle } from '../db/index.ts';
import { ROLES_IN, invites, organizations, users } from '../db/schema/index.ts';
import type { Role } from '../db/schema/index.ts';
import { audit } from './audit.ts';
import { right, wrong } from './judge.ts';
import type { Judged } from './judge.ts';
import type { SignedIn } from './sessions.ts';

const DAY_MS = 24 * 3_600_000;

/** How long a link opens, and for how many people at most. */
export const INVITE_LIMITS = { days: 7, uses: 200 } as const;

export interface OpenInvite {
  organizationId: string;
  organizationName: string;
  role: Role;
}

/** For the list of an administrator. The token itself is not kept and cannot be shown again. */
export interface InviteLine {
  id: string;
  role: Role;
  usesLeft: number;
  expiresAt: Date;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A link opens no longer than its maker may make one; the first administrator's has none. */
const isOpen = () =>
  and(
    gt(invites.expiresAt, sql`now()`),
    gt(invites.usesLeft, 0),
    sql`(${invites.createdBy} is null or exists (select 1 from ${users} where ${users.id} = ${invites.createdBy}
      and ${users.role} = 'administrator' and ${users.disabledAt} is null))`,
  );
const opensBy = (token: string) => and(eq(invites.tokenHash, hashOf(token)), isOpen());

/** Makes a link for `uses` people of one role in the administrator's organization. Gives the token, this once. */
export async function createInvite(
  administrator: Pick<SignedIn, 'id' | 'organizationId'>,
  role: string,
  uses: number,
): Promise<Judged<string>> {
  const { id: actorId, organizationId } = administrator;
  const allowed = await rolesIn(organizationId);
  const chosen = allowed.find((each) => each === role);
  if (!chosen) return wrong('role', 'choiceUnknown');
  if (!Number.isInteger(uses) || uses < 1 || uses > INVITE_LIMITS.uses) return wrong('uses', 'choiceUnknown');
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(Date.now() + INVITE_LIMITS.days * DAY_MS);
  await database().transaction(async (tx) => {
    const values = { tokenHash: hashOf(token), organizationId, role: chosen, usesLeft: uses, expiresAt };
    const [made] = await tx
      .insert(invites)
      .values({ ...values, createdBy: actorId })
      .returning({ id: invites.id });
    const subjectId = made?.id ?? null;
    await audit(
      { action: 'inviteCreated', organizationId, actorId, subjectId, detail: { role: chosen, uses } },
      tx,
    );
  });
  return right(token);
}

/** Roles that people of this organization may have. */
export async function rolesIn(organizationId: string): Promise<readonly Role[]> {
  const [found] = await database()
    .select({ kind: organizations.kind })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!found) throw new Error(`no organization ${organizationId}`);
  return ROLES_IN[found.kind];
}

/** What a token opens now, if anything. */
export async function findInvite(token: string): Promise<OpenInvite | null> {
  const [found] = await database()
    .select({
      organizationId: invites.organizationId,
      organizationName: organizations.name,
      role: invites.role,
    })
    .from(invites)
    .innerJoin(organizations, eq(organizations.id, invites.organizationId))
    .where(opensBy(token));
  return found ?? null;
}

/** Uses a token up by one, or finds that it is void. One statement, so that the last use is used once. */
export async function consumeInvite(
  token: string,
  tx: Pick<Drizzle, 'update'>,
): Promise<{ organizationId: string; role: Role } | null> {
  const [used] = await tx
    .update(invites)
    .set({ usesLeft: sql`${invites.usesLeft} - 1` })
    .where(opensBy(token))
    .returning({ organizationId: invites.organizationId, role: invites.role });
  return used ?? null;
}

/** Links of an organization that still open, newest first. */
export async function listInvites(organizationId: string): Promise<InviteLine[]> {
  return database()
    .select({ id: invites.id, role: invites.role, usesLeft: invites.usesLeft, expiresAt: invites.expiresAt })
    .from(invites)
    .where(and(eq(invites.organizationId, organizationId), isOpen()))
    .orderBy(desc(invites.createdAt));
}

/** Makes a link open nothing more. Another organization's is left alone. */
export async function revokeInvite(
  administrator: Pick<SignedIn, 'id' | 'organizationId'>,
  inviteId: string,
): Promise<void> {
  const { id: actorId, organizationId } = administrator;
  await database().transaction(async (tx) => {
    const revoked = await tx
      .update(invites)
      .set({ usesLeft: 0 })
      .where(and(eq(invites.id, inviteId), eq(invites.organizationId, organizationId)))
      .returning({ id: invites.id });
    if (revoked.length === 0) return;
    await audit({ action: 'inviteRevoked', organizationId, actorId, subjectId: inviteId }, tx);
  });
}

/**
 * On a database in which nobody lives yet: makes the first organization and a link for its administrator,
 * one person, 24 hours. Every start makes a new one and voids the one before. Null once somebody is there.
 * @param organizationName what to call the school
 */
export async function inviteFirstAdministrator(organizationName: string): Promise<string | null> {
  const db = database();
  const [somebody] = await db.select({ id: users.id }).from(users).limit(1);
  if (somebody) return null;
  const token = randomBytes(24).toString('base64url');
  await db.transaction(async (tx) => {
    await tx.delete(invites).where(isNull(invites.createdBy));
    const [first] = await tx.select({ id: organizations.id }).from(organizations).limit(1);
    const organizationId = first?.id ?? 'home';
    if (!first) await tx.insert(organizations).values({ id: 'home', kind: 'school', name: organizationName });
    const expiresAt = new Date(Date.now() + DAY_MS);
    const values = { tokenHash: hashOf(token), organizationId, usesLeft: 1, expiresAt, createdBy: null };
    await tx.insert(invites).values({ ...values, role: 'administrator' });
  });
  return token;
}
