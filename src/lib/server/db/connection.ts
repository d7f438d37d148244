import { drizzle } from 'drizzle-orm/postgres-js';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

export type Drizzle = PostgresJsDatabase<typeof schema>;

/** A handle on one database, and the way to let go of it. */
export interface Connection {
  db: Drizzle;
  sql: postgres.Sql;
  /** Waits for running queries for at most 5 s, then closes. */
  close(): Promise<void>;
}

/**
 * Connects lazily to `url`. A `host` parameter that is a folder means the unix socket in it, as libpq has it:
 * `postgres://dryport@localhost/dryport?host=/srv/dryport/.data/socket`.
 * @param connections how many connections at most
 */
export function connect(url: string, connections = 10): Connection {
  const address = new URL(url);
  const folder = address.searchParams.get('host');
  address.searchParams.delete('host');
  // pgbouncer in transaction mode has no prepared statements: `?prepare=false` reaches the driver as an option.
  const sql = postgres(address.href, {
    max: connections,
    ...(folder === null ? {} : { host: folder, port: Number(address.port || 5432) }),
    connect_timeout: 10,
    onnotice: () => {},
  });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
