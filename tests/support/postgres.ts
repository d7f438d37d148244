import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../../src/host/cluster.mjs';
import { connect } from '../../src/lib/server/db/connection.ts';
import { migrateDatabase } from '../../src/lib/server/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of another PostgreSQL's programs; null is the embedded one. */
    postgresBin: string | null;
    /** A server of this run's own, with the migrated database `template` in it. */
    postgresUrl: string;
  }
}

/** Nothing here has to survive a power cut. */
const HASTY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '100',
};

/** Once per Vitest run and project: a server with a migrated template, from which each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'dryport-test-'));
  const bin = project.getProvidedContext().postgresBin;
  const cluster = await startCluster(folder, { settings: HASTY, ...(bin === null ? {} : { bin }) });
  const { sql, close } = connect(cluster.url, 1);
  await sql`create database template`;
  await close();
  await migrateDatabase(databaseOf(cluster.url, 'template'));
  project.provide('postgresUrl', cluster.url);
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The same server, another database. */
export function databaseOf(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
