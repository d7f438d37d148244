import { afterAll, beforeAll, inject } from 'vitest';
import { randomUUID } from 'node:crypto';
import { connect } from '../../src/lib/server/db/connection.ts';
import { closeDatabase } from '../../src/lib/server/db/index.ts';
import { databaseOf } from './postgres.ts';

/**
 * Gives this test file an empty, migrated database of its own: `database()` and everything that uses it
 * speak to the clone until the file is done. Call it once at the top of a `*.db.test.ts`.
 * @param prepare runs once in the new database, for example `seedDemo`
 */
export function withDatabase(prepare?: () => Promise<void>): void {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  beforeAll(async () => {
    await onServer(`create database ${name} template template`);
    process.env.DATABASE_URL = databaseOf(inject('postgresUrl'), name);
    await prepare?.();
  });
  afterAll(async () => {
    await closeDatabase();
    await onServer(`drop database ${name} with (force)`);
  });
}

async function onServer(statement: string): Promise<void> {
  const { sql, close } = connect(inject('postgresUrl'), 1);
  try {
    // Files start at the same time, and PostgreSQL clones a template for one at a time.
    await sql`select pg_advisory_lock(1)`;
    await sql.unsafe(statement);
  } finally {
    await close();
  }
}
