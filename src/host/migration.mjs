import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, say } from './sentences.mjs';
import { ROOT } from './settings.mjs';
import { run } from './steps.mjs';

const FOLDER = join(ROOT, 'src/lib/server/db');

/**
 * Makes the one migration 0000_initial anew from the schema. Only until the first release: from then on a
 * change of the schema is a migration of its own, `npx drizzle-kit generate --name what-it-does`.
 */
export async function remakeMigration() {
  const migrations = join(FOLDER, 'migrations');
  rmSync(migrations, { recursive: true, force: true });
  const kit = join(ROOT, 'node_modules', 'drizzle-kit', 'bin.cjs');
  const code = await run(process.execPath, [kit, 'generate', '--name', 'initial']);
  if (code !== 0) throw new Refusal(say.stepFailed('drizzle-kit generate', code));
  const triggers = readFileSync(join(FOLDER, 'schema', 'append_only.sql'), 'utf8');
  appendFileSync(join(migrations, '0000_initial.sql'), `\n--> statement-breakpoint\n${triggers}`);
}
