import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal, say } from './sentences.mjs';

/**
 * Takes the data folder for this process, or refuses and names the process that has it. On Linux an abstract
 * socket named after the folder's inode is the lock: the kernel gives it to exactly one of many that race for
 * it and frees it when the process dies, however it dies. The pid file names the holder, and is the lock
 * where there are no abstract sockets.
 * @param {string} folder made when missing
 * @returns {Promise<() => void>} releases the folder
 */
export async function takeFolder(folder) {
  const file = join(folder, 'host.pid');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Refusal(say.folderClosed(folder, codeOf(error)));
  }
  const { dev, ino } = statSync(folder);
  const name = createHash('sha256').update(`dryport:${dev}:${ino}`).digest('hex').slice(0, 32);
  const free = await bindName(name);
  const holder = readHolder(file);
  if (!free || (process.platform !== 'linux' && holder !== null)) {
    throw new Refusal(say.folderInUse(folder, holder));
  }
  try {
    writeFileSync(file, String(process.pid));
  } catch (error) {
    free();
    throw new Refusal(say.folderClosed(folder, codeOf(error)));
  }
  return () => {
    rmSync(file, { force: true });
    free();
  };
}

/**
 * Waits until nobody else on this machine does what `name` says, and keeps them from it.
 * @param {string} name
 * @returns {Promise<() => void>} lets the next one do it
 */
export async function takeTurn(name) {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
  for (;;) {
    const free = await bindName(hash);
    if (free) return free;
    await sleep(200);
  }
}

/** @param {string} name @returns {Promise<(() => void) | null>} null when another process has it */
function bindName(name) {
  if (process.platform !== 'linux') return Promise.resolve(() => {});
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? done(null) : fail(error),
    );
    server.listen(`\0dryport-${name}`, () => done(() => server.close()));
  });
}

/** @param {string} file @returns {number | null} the living process that the pid file names */
function readHolder(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
export function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code ?? String(error);
}
