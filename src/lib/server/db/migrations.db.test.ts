import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { databaseOf } from '../../../../tests/support/postgres.ts';
import { connect } from './connection.ts';
import * as schema from './schema/index.ts';

withDatabase();

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const journal = JSON.parse(read('./migrations/meta/_journal.json')) as {
  entries: { idx: number; when: number; tag: string }[];
};

test('the migrations say what the schema says (otherwise: npm run migration)', async () => {
  const last = String(journal.entries.at(-1)?.idx ?? 0).padStart(4, '0');
  const snapshot = JSON.parse(read(`./migrations/meta/${last}_snapshot.json`));
  expect(await generateMigration(snapshot, generateDrizzleJson(schema))).toEqual([]);
});

test('a database that was migrated from nothing is the one that the schema would make', async () => {
  const made = await describeMade(
    await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema)),
  );
  const migrated = await describe(process.env.DATABASE_URL ?? '');
  expect(made.length).toBeGreaterThan(50);
  expect(migrated).toEqual(made);
});

test('migrations are in the order of their times: drizzle silently leaves out an older one', () => {
  const times = journal.entries.map(({ when }) => when);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(times.length);
});

test('what append_only.sql says is in the migration', () => {
  const all = journal.entries.map(({ tag }) => read(`./migrations/${tag}.sql`));
  expect(all.join('\n')).toContain(read('./schema/append_only.sql').trim());
});

/** Columns, constraints and indexes of the tables, one line each. */
async function describe(url: string): Promise<string[]> {
  const { sql, close } = connect(url, 1);
  const rows = await sql<{ line: string }[]>`
    select concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
      pg_get_expr(d.adbin, d.adrelid)) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace
    union all select indexdef from pg_indexes where schemaname = 'public'
    order by 1`;
  await close();
  return rows.map(({ line }) => line);
}

/** The same of a database that `statements` make. */
async function describeMade(statements: string[]): Promise<string[]> {
  const server = connect(inject('postgresUrl'), 1);
  const url = databaseOf(inject('postgresUrl'), 'by_schema');
  await server.sql`create database by_schema`;
  const { sql, close } = connect(url, 1);
  for (const statement of statements) await sql.unsafe(statement);
  await close();
  const lines = await describe(url);
  await server.sql`drop database by_schema`;
  await server.close();
  return lines;
}
