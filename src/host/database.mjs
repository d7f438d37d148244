import { join } from 'node:path';
import { startCluster } from './cluster.mjs';
import { Refusal, say } from './sentences.mjs';
import { addressesOf } from './server.mjs';

/**
 * The database of this installation, migrated and, where it is wanted, with the demo school in it. Sets
 * DATABASE_URL for everything that runs in this process.
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<{ stop: () => Promise<void>, notice: string }>} `notice` is what to
 *   tell the person: the demo accounts, or how to make the first account
 */
export async function openDatabase(settings) {
  const own = settings.databaseUrl === null ? await startCluster(settings.dataDir) : null;
  const url = own?.url ?? String(settings.databaseUrl);
  process.env.DATABASE_URL = url;
  try {
    await migrate(url, settings);
    const notice = await populate(settings);
    return { stop: async () => own?.stop(), notice };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}

/** @param {string} url @param {import('./settings.mjs').Settings} settings */
async function migrate(url, settings) {
  const { migrateDatabase } = await import('../lib/server/db/migrate.ts');
  try {
    await migrateDatabase(url);
  } catch (error) {
    const cause = /** @type {any} */ (error)?.cause ?? error;
    const code = String(cause?.code ?? '');
    if (code === '42P07' || code === '42710') {
      throw new Refusal(
        say.oldMigration(settings.databaseUrl ? 'DATABASE_URL' : join(settings.dataDir, 'postgres')),
      );
    }
    // Classes 08 (connection), 28 (authorization), 3D (no such database), and what the socket says.
    if (/^(E[A-Z]+|08|28|3D|57P03|CONNECT)/.test(code)) {
      throw new Refusal(say.databaseAway(new URL(url).host, code));
    }
    throw new Refusal(say.migrationFailed(String(cause?.message ?? cause)));
  }
}

/** @param {import('./settings.mjs').Settings} settings */
async function populate(settings) {
  const { DEMO_ACCOUNTS, DEMO_PASSWORD, hasDemo, isEmpty, seedDemo } =
    await import('../lib/server/demo/index.ts');
  if (settings.demoWanted && (await isEmpty())) {
    console.log(say.seeding());
    await seedDemo();
  }
  if (!(await hasDemo())) return inviteFirst(settings);
  if (!settings.demoAllowed && process.env.NODE_ENV === 'production') {
    throw new Refusal(say.demoDataInProduction());
  }
  const names = DEMO_ACCOUNTS.map((account) => account.username);
  return say.demoAccounts(names, DEMO_PASSWORD);
}

/** @param {import('./settings.mjs').Settings} settings */
async function inviteFirst(settings) {
  const { inviteFirstAdministrator } = await import('../lib/server/accounts/invites.ts');
  const token = await inviteFirstAdministrator(settings.school);
  return token === null ? '' : say.firstAdministrator(`${addressesOf(settings)[0]}/invite/${token}`);
}
