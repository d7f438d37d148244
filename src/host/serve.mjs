import { join } from 'node:path';
import { openDatabase } from './database.mjs';
import { takeFolder } from './lock.mjs';
import { say } from './sentences.mjs';
import { addressesOf, listen, loadSite } from './server.mjs';
import { buildSite } from './steps.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */

/** Serves the built site until told to stop. @param {Settings} settings */
export async function serve(settings) {
  await untilStopped(async (stopLater) => {
    const server = await listen(settings);
    stopLater(() => server.stop());
    await takeData(settings, stopLater);
    await buildSite();
    const notice = await openAll(settings, stopLater);
    server.answerWith(await loadSite(settings));
    tell(settings, notice);
  });
}

/** The same on sources that are being edited: Vite in this process. @param {Settings} settings */
export async function develop(settings) {
  await untilStopped(async (stopLater) => {
    await takeData(settings, stopLater);
    const notice = await openAll(settings, stopLater);
    const { createServer } = await import('vite');
    // A cache of its own per data folder: several people work on one checkout at the same time.
    const cacheDir = join(settings.dataDir, 'vite');
    const server = await createServer({
      cacheDir,
      server: { host: settings.host, port: settings.port, strictPort: true },
    });
    stopLater(() => server.close());
    await server.listen();
    tell(settings, notice);
  });
}

/**
 * With a database of the school's own there is nothing in the folder that two processes could break.
 * @param {Settings} settings @param {(stop: () => unknown) => void} stopLater
 */
async function takeData(settings, stopLater) {
  if (settings.databaseUrl === null) stopLater(await takeFolder(settings.dataDir));
}

/** @param {Settings} settings @param {(stop: () => unknown) => void} stopLater */
async function openAll(settings, stopLater) {
  const database = await openDatabase(settings);
  stopLater(async () => {
    const { closeDatabase } = await import('../lib/server/db/index.ts');
    await closeDatabase();
    await database.stop();
  });
  return database.notice;
}

/** @param {Settings} settings @param {string} notice */
function tell(settings, notice) {
  console.log(say.ready(addressesOf(settings), process.uptime()));
  if (notice) console.log(notice);
}

/**
 * Runs `begin`; at SIGINT, SIGTERM or SIGHUP, or when the older Node that started us is gone (steps.mjs),
 * undoes in reverse order what it has begun, and exits. A second
 * signal changes nothing: everything here ends within seconds by itself.
 * @param {(stopLater: (stop: () => unknown) => void) => Promise<void>} begin
 */
async function untilStopped(begin) {
  /** @type {(() => unknown)[]} */
  const stops = [];
  /** @type {Promise<void> | null} */
  let stopping = null;
  const stopAll = async () => {
    // Kit's name for it: live streams listen to this and end.
    process.emit(/** @type {any} */ ('sveltekit:shutdown'), /** @type {any} */ ('SIGTERM'));
    for (const stop of stops.reverse()) await stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
    process.on(signal, async () => {
      if (stopping) return;
      console.log(say.stopping());
      stopping = stopAll();
      await stopping;
      console.log(say.stopped());
      process.exit(0);
    });
  }
  try {
    await begin((stop) => stops.push(stop));
  } catch (error) {
    if (stopping) return;
    await stopAll();
    throw error;
  }
}
