import { and, desc, eq, lt } from 'drizzle-orm';
import { database } from '../db/index.ts';
import type { Drizzle } from '../db/index.ts';
import { auditLog, users } from '../db/schema/index.ts';

/** What is written down. Each has words in the catalogue `admin`: `admin_audit_<action>`. */
export const AUDIT_ACTIONS = [
  'signedIn',
  'signInFailed',
  'signInLimited',
  'signedOut',
  'signedOutEverywhere',
  'accountCreated',
  'passwordChanged',
  'roleChanged',
  'accountDisabled',
  'accountEnabled',
  'inviteCreated',
  'inviteRevoked',
  'classCreated',
  'classChanged',
  'classJoined',
  'classLeft',
  'gradeChanged',
  'gradesExported',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEvent {
  action: AuditAction;
  /** Whose log it is in; null for what belongs to nobody. */
  organizationId: string | null;
  /** Who did it; null when it is not known who. */
  actorId: string | null;
  /** To whom or what it was done. */
  subjectId?: string | null;
  address?: string | null;
  /** Values that matter to a reader later. Never a password, a code or a token. */
  detail?: Record<string, string | number | boolean | null>;
}

/** Writes one line into the log; inside a transaction give it `tx`, so that deed and line stand or fall together. */
export async function audit(event: AuditEvent, db: Pick<Drizzle, 'insert'> = database()): Promise<void> {
  await db.insert(auditLog).values({ subjectId: null, address: null, detail: {}, ...event });
}

export interface AuditLine {
  seq: number;
  at: Date;
  action: string;
  actorName: string | null;
  subjectName: string | null;
  address: string | null;
  detail: Record<string, string | number | boolean | null>;
}

/**
 * Newest lines of an organization's log.
 * @param before only lines older than this `seq`
 * @param limit how many at most
 */
export async function readAudit(
  organizationId: string,
  before: number | null,
  limit: number,
): Promise<AuditLine[]> {
  const db = database();
  const rows = await db
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.organizationId, organizationId),
        before === null ? undefined : lt(auditLog.seq, before),
      ),
    )
    .orderBy(desc(auditLog.seq))
    .limit(limit);
  const people = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(eq(users.organizationId, organizationId));
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ seq, at, action, actorId, subjectId, address, detail }) => ({
    ...{ seq, at, action, address, detail },
    actorName: actorId === null ? null : (nameOf.get(actorId) ?? null),
    subjectName: subjectId === null ? null : (nameOf.get(subjectId) ?? null),
  }));
}
