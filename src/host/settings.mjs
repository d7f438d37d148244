import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal, say } from './sentences.mjs';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * What the environment asks for.
 *
 * - `PORT` (3000), `HOST` (0.0.0.0): where to listen.
 * - `DATA_DIR` (.data in the checkout): where the embedded database and uploads are.
 * - `DATABASE_URL`: a PostgreSQL server, 15 or newer, in the place of the embedded one.
 * - `ORIGIN`: the one public address, such as https://dryport.example.edu.cn. Without it the origin of a
 *   request is http and the Host header it came with, so that any address of this machine on the school's
 *   network works. Behind a proxy without a fixed name: `PROTOCOL_HEADER`, `HOST_HEADER` (adapter-node's).
 * - `DRYPORT_DEMO`: `1` loads the demo school into an empty database, `0` never does. Unset: an embedded
 *   database gets it, a server of your own does not. The demo password is public, so NODE_ENV=production
 *   never loads it, refuses `1` (a copied .env is the usual accident) and refuses to start on a database
 *   that has it; only `public`, which nobody writes by accident, allows it there.
 * - `DRYPORT_SCHOOL`: what to call the first organization of an empty database without the demo school.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function readSettings(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Refusal(say.badPort(String(env.PORT)));
  }
  const dataDir = env.DATA_DIR || '.data';
  const production = env.NODE_ENV === 'production';
  const demo = env.DRYPORT_DEMO || '';
  if (production && demo === '1') throw new Refusal(say.demoInProduction());
  return {
    port,
    host: env.HOST || '0.0.0.0',
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(ROOT, dataDir),
    databaseUrl: readAddress('DATABASE_URL', env.DATABASE_URL),
    origin: readAddress('ORIGIN', env.ORIGIN),
    school: env.DRYPORT_SCHOOL || '我的学校',
    demoAllowed: demo !== '0' && (!production || demo === 'public'),
    demoWanted: demo === '1' || demo === 'public' || (demo === '' && !production && !env.DATABASE_URL),
  };
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/**
 * @param {string} name
 * @param {string | undefined} value
 */
function readAddress(name, value) {
  if (!value) return null;
  if (!URL.canParse(value)) throw new Refusal(say.badAddress(name, value.replace(/\/\/.*@/, '//***@')));
  return value;
}

/** Where the stamps of finished steps are: they go when `npm ci` empties node_modules. */
export const STAMPS = join(ROOT, 'node_modules', '.dryport');
