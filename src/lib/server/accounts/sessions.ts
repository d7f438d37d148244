import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { and, desc, eq, gt, lte } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Adapter } from 'lucia';
import { createHash } from 'node:crypto';
import { database } from '../db/index.ts';
import type { Drizzle } from '../db/index.ts';
import { sessions, users } from '../db/schema/index.ts';
import type { Locale, Role, Theme } from '../db/schema/index.ts';

/**
 * All that Dryport has of Lucia is in this file: the day it goes is a one-file day.
 *
 * A session ends after two weeks without use, thirty days after sign-in, when its person is disabled, and
 * when the person's epoch was raised (new password, new role, "sign out everywhere").
 */
const IDLE = new TimeSpan(2, 'w');
const ABSOLUTE_MS = 30 * 24 * 3_600_000;

/** The person behind a request: what the rest of the site may know without asking. */
export interface SignedIn {
  id: string;
  name: string;
  username: string;
  role: Role;
  organizationId: string;
  locale: Locale;
  theme: Theme;
}

/** One of a person's own sessions, for the list on the account page. `key` names it and opens nothing. */
export interface OwnSession {
  key: string;
  device: string;
  createdAt: Date;
  current: boolean;
}

interface SessionColumns {
  createdAt: Date;
  authEpoch: number;
  device: string;
}
type UserColumns = Omit<SignedIn, 'id'> & { authEpoch: number; disabledAt: Date | null };

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
    DatabaseSessionAttributes: SessionColumns;
    DatabaseUserAttributes: UserColumns;
  }
}

/** What is kept for a session: whoever reads the table cannot make the cookie of it. */
function keyOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

/** Lucia keeps the id of the cookie as it is: this stands between and lets only its hash through. */
function hashing(adapter: Adapter): Adapter {
  return {
    getSessionAndUser: async (id) => {
      const [session, user] = await adapter.getSessionAndUser(keyOf(id));
      return [session && { ...session, id }, user];
    },
    getUserSessions: (userId) => adapter.getUserSessions(userId),
    setSession: (session) => adapter.setSession({ ...session, id: keyOf(session.id) }),
    updateSessionExpiration: (id, expiresAt) => adapter.updateSessionExpiration(keyOf(id), expiresAt),
    deleteSession: (id) => adapter.deleteSession(keyOf(id)),
    deleteUserSessions: (userId) => adapter.deleteUserSessions(userId),
    deleteExpiredSessions: () => adapter.deleteExpiredSessions(),
  };
}

function luciaOn(db: Drizzle) {
  return new Lucia(hashing(new DrizzlePostgreSQLAdapter(db, sessions, users)), {
    sessionExpiresIn: IDLE,
    getSessionAttributes: ({ createdAt, authEpoch }) => ({ createdAt, authEpoch }),
    // The adapter loads the whole row, password hash and all: only these go on.
    getUserAttributes: ({ name, username, role, organizationId, locale, theme, authEpoch, disabledAt }) => ({
      ...{ name, username, role, organizationId, locale, theme },
      ...{ authEpoch, disabledAt },
    }),
  });
}

let made: { db: Drizzle; lucia: ReturnType<typeof luciaOn> } | null = null;
function lucia(): ReturnType<typeof luciaOn> {
  const db = database();
  if (made?.db !== db) made = { db, lucia: luciaOn(db) };
  return made.lucia;
}

/** The person of a session and whether its cookie is to be written anew; null when it is void. */
export async function findSignedIn(sessionId: string): Promise<{ user: SignedIn; renewed: boolean } | null> {
  const { session, user } = await lucia().validateSession(sessionId);
  if (!session) return null;
  const { authEpoch, disabledAt, ...person } = user;
  const tooOld = Date.now() - session.createdAt.getTime() > ABSOLUTE_MS;
  if (tooOld || disabledAt !== null || authEpoch !== session.authEpoch) {
    await lucia().invalidateSession(sessionId);
    return null;
  }
  return { user: person, renewed: session.fresh };
}

/**
 * A new session, always with an id of its own: nobody can plant one before sign-in. Returns the id.
 * @param person the row that the password was judged by: who was reset or shut out meanwhile gets a void session
 */
export async function beginSession(
  { id: userId, authEpoch }: { id: string; authEpoch: number },
  device: string,
): Promise<string> {
  await database().delete(sessions).where(lte(sessions.expiresAt, new Date()));
  const { id } = await lucia().createSession(userId, {
    createdAt: new Date(),
    authEpoch,
    device: device.slice(0, 200),
  });
  return id;
}

/** Ends one session. */
export async function endSession(sessionId: string): Promise<void> {
  await lucia().invalidateSession(sessionId);
}

/** A person's living sessions, newest first. */
export async function listSessions(userId: string, currentId: string | null): Promise<OwnSession[]> {
  const current = currentId === null ? null : keyOf(currentId);
  const rows = await database()
    .select({ key: sessions.id, device: sessions.device, createdAt: sessions.createdAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.userId, userId),
        gt(sessions.expiresAt, new Date()),
        eq(sessions.authEpoch, users.authEpoch),
      ),
    )
    .orderBy(desc(sessions.createdAt));
  return rows.map((row) => ({ ...row, current: row.key === current }));
}

/** Ends one of a person's own sessions by its key. Somebody else's is left alone. */
export async function endOwnSession(userId: string, key: string): Promise<void> {
  await database()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, key)));
}
