import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeTurn } from './lock.mjs';
import { Refusal, say } from './sentences.mjs';
import { ROOT, STAMPS } from './settings.mjs';
import { runProgram } from './stages.mjs';

/** Runs plain TypeScript without a flag since this version. */
const NODE_NEEDED = [22, 18];
const OWN_NODE = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** `npm ci` when what is installed is not what package-lock.json says. */
export function installPackages() {
  if (isInstalled()) return;
  console.log(say.installing());
  // --include: NODE_ENV=production would leave out what the build needs.
  const npm = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Refusal(say.stepFailed('npm ci', npm.status));
}

/**
 * npm leaves its own account of what it installed in node_modules. Asking that and not a stamp of ours means
 * that a person's `npm install` counts too. Packages for other platforms are optional and absent.
 */
function isInstalled() {
  try {
    const wanted = packagesIn(join(ROOT, 'package-lock.json'));
    const present = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
    const differs = (/** @type {string} */ path) => present[path]?.version !== wanted[path]?.version;
    const missing = Object.keys(wanted).filter((path) => path && !wanted[path]?.optional && differs(path));
    return missing.length === 0 && !Object.keys(present).some(differs);
  } catch {
    return false;
  }
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Goes on under the Node that npm brought, when this one is too old. Resolves when there is no need. */
export async function useOwnNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NODE_NEEDED;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  if (!existsSync(OWN_NODE)) throw new Refusal(say.nodeTooOld(NODE_NEEDED.join('.')));
  // The channel tells the child when we are gone, however we went.
  const child = spawn(OWN_NODE, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // The child stops in its own time; Ctrl-C reaches it by the terminal, a plain SIGTERM only by us.
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  process.on('SIGINT', () => child.kill('SIGINT'));
  const code = await new Promise((done) => child.on('exit', (status, signal) => done(signal ? 1 : status)));
  process.exit(code);
}

/** Builds the site when any source is another than at the last build. Two starts at once build once. */
export async function buildSite() {
  const free = await takeTurn(`build ${ROOT}`);
  try {
    const hash = hashSources();
    if (readStamp('build') === hash && existsSync(join(ROOT, 'build', 'handler.js'))) return;
    console.log(say.building());
    writeStamp('build', '');
    const args = ['build', '--logLevel', 'warn'];
    const { code, output } = await runProgram({ name: 'build', program: 'vite/bin/vite.js', args });
    if (code !== 0) {
      console.error(output);
      throw new Refusal(say.stepFailed('vite build', code));
    }
    writeStamp('build', hash);
  } finally {
    free();
  }
}

/**
 * Runs a program in the checkout and shows its output.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] in addition to our own
 * @returns {Promise<number | null>} its exit code
 */
export function run(program, args, env = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', fail);
    child.on('exit', (code) => done(code));
  });
}

const SOURCES = ['src', 'simulator', 'content', 'static'];
const SOURCE_FILES = [
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'src/lib/i18n/project.inlang/settings.json',
  'src/host/browser-chunks.ts',
];
/** Made from sources, or no part of the site. */
const NOT_SOURCES = new Set(['paraglide', 'project.inlang', 'host', 'node_modules']);

function hashSources() {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((folder) => filesUnder(folder));
  for (const file of [...SOURCE_FILES, ...files]) {
    if (!existsSync(join(ROOT, file))) continue;
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => !NOT_SOURCES.has(entry.name) && !entry.name.includes('.test.'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

/** @param {string} name */
function readStamp(name) {
  try {
    return readFileSync(join(STAMPS, name), 'utf8');
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
function writeStamp(name, value) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), value);
}
