import { connect } from './connection.ts';
import type { Connection, Drizzle } from './connection.ts';

export type { Drizzle } from './connection.ts';

// On globalThis, because the dev server loads this module anew after every edit and would leak connections.
const held = globalThis as { dryportDatabase?: Connection };

/** The process's one connection pool, opened at first use. The host sets DATABASE_URL before. */
function connection(): Connection {
  if (!held.dryportDatabase) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error('DATABASE_URL is not set: start by `npm start` or `npm run dev`');
    held.dryportDatabase = connect(url);
  }
  return held.dryportDatabase;
}

/** The database. Inside `db.transaction(tx => …)` use only `tx`. */
export function database(): Drizzle {
  return connection().db;
}

/** Waits for the database to say "1"; throws when it does not within `patience` ms. */
export async function askDatabase(patience: number): Promise<void> {
  const late = new Promise<never>((_, fail) => {
    setTimeout(() => fail(new Error('the database is silent')), patience).unref();
  });
  await Promise.race([connection().sql`select 1`, late]);
}

/** Closes the pool, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const opened = held.dryportDatabase;
  delete held.dryportDatabase;
  await opened?.close();
}
