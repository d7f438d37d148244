import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { fileURLToPath } from 'node:url';
import { connect } from './connection.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number will do, as long as every Dryport uses the same. */
const LOCK = 20180194;

/**
 * Brings the database at `url` to the newest schema. drizzle takes no lock of its own, and two servers may
 * start at once: one connection and an advisory lock on it.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const { db, sql, close } = connect(url, 1);
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await migrate(db, { migrationsFolder: MIGRATIONS });
    await sql`select pg_advisory_unlock(${LOCK})`;
  } finally {
    await close();
  }
}
