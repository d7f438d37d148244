import { svelte } from '@sveltejs/vite-plugin-svelte';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compileMessagesIfStale } from './src/lib/i18n/compile.js';

// Once and here: Paraglide's Vite plugin would hold Vitest open for 10 s at the end.
await compileMessagesIfStale();

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const alias = { $lib: folder('src/lib'), $simulator: folder('simulator'), $content: folder('content') };

/** Debian's. The data layer is to run on PostgreSQL 15 to 18; the embedded one is 18. */
const POSTGRES_15 = '/usr/lib/postgresql/15/bin';
const DATA = ['src/**/*.db.test.ts'];

/** Tests of the data layer on one PostgreSQL; `bin` null is the embedded one. */
const dataProject = (name: string, bin: string | null) => ({
  extends: true as const,
  test: {
    name,
    include: DATA,
    globalSetup: ['tests/support/postgres.ts'],
    provide: { postgresBin: bin },
    testTimeout: 20_000,
  },
});

if (!existsSync(POSTGRES_15)) {
  console.log(`The data layer is not tested on PostgreSQL 15: there is none in ${POSTGRES_15}`);
}

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      // No plugin and no alias: the trade world runs on a bare Node, and this is the proof.
      { test: { name: 'simulator', include: ['simulator/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        plugins: [svelte()],
        test: {
          name: 'site',
          include: ['src/**/*.test.ts'],
          exclude: [...DATA, 'src/host/**'],
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: 'house', include: ['tests/house/**/*.test.ts'], testTimeout: 60_000 } },
      // Real processes on real ports, one file after the other.
      {
        extends: true,
        test: {
          name: 'host',
          include: ['src/host/**/*.test.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      dataProject('data', null),
      ...(existsSync(POSTGRES_15) ? [dataProject('data-postgres-15', POSTGRES_15)] : []),
    ],
  },
});
