/**
 * The way in to everything: `node src/host/start.mjs [start|dev|test|check|bench|migration]`. Only Node's own
 * modules until the packages are installed, so that any Node since 18 can begin on an empty checkout.
 */
import { Refusal, say } from './sentences.mjs';
import { readSettings } from './settings.mjs';
import { installPackages, run, useOwnNode } from './steps.mjs';

/** What each command loads, once packages and Node are right. */
const COMMANDS = {
  start: async () => (await import('./serve.mjs')).serve(readSettings()),
  dev: async () => (await import('./serve.mjs')).develop(readSettings()),
  test: async () => endWith(await (await import('./testing.mjs')).test()),
  check: async () => endWith((await (await import('./checking.mjs')).check()).length),
  bench: async () => endWith(await run(process.execPath, ['tests/bench/run.ts', ...process.argv.slice(3)])),
  migration: async () => (await import('./migration.mjs')).remakeMigration(),
};

/** @param {number | null} failures */
function endWith(failures) {
  process.exit(failures === 0 ? 0 : 1);
}

const command = process.argv[2] ?? 'start';
try {
  if (!Object.hasOwn(COMMANDS, command)) throw new Refusal(say.unknownCommand(command));
  if (command === 'start' || command === 'dev') readSettings();
  installPackages();
  await useOwnNode();
  await COMMANDS[/** @type {keyof typeof COMMANDS} */ (command)]();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
