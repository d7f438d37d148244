import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  freePort,
  isAlive,
  networkAddress,
  newFolder,
  postgresPid,
  startHost,
  startReadyHost,
  stopHost,
  untilReady,
} from '../../tests/support/host.ts';
import type { Host } from '../../tests/support/host.ts';
import { isOpenToOthers } from './cluster.mjs';
import { buildSite } from './steps.mjs';

beforeAll(() => buildSite(), 180_000);

/** "nobody" can't get into a checkout below /root. */
const cannotBeOrdinary = process.getuid?.() === 0 && !isOpenToOthers(process.cwd());

/** "nobody" when the tests run as root, which no permission stops; else whoever runs them. */
const ORDINARY = process.getuid?.() === 0 ? 65534 : undefined;

const SIGN_IN = new URLSearchParams({ username: 'student1', password: 'dryport-demo' });

/** Starts where it must not start: what it said, and its exit code. */
async function refused(env: Record<string, string>, uid?: number) {
  const host = await startHost(env, uid);
  const code = await host.ended;
  return { code, said: host.said() };
}

describe('a data folder through its life', () => {
  const folder = newFolder();
  let host: Host;

  test('the first start makes the database and tells addresses and demo accounts', async () => {
    host = await startReadyHost({ DATA_DIR: folder });
    expect(host.said()).toContain(`http://localhost:${host.port}`);
    expect(host.said()).toContain('student1');
    expect(host.said()).toContain('dryport-demo');
  });

  test('a second process on the folder is refused and told whose it is', async () => {
    const second = await refused({ DATA_DIR: folder });
    expect(second.code).toBe(1);
    expect(second.said).toContain(`pid ${host.child.pid}`);
    expect(second.said).toContain('is in use by another Dryport process');
  });

  test('SIGTERM stops all of it within five seconds, an open connection or not', async () => {
    const idle = connect(host.port, '127.0.0.1');
    idle.on('error', () => {});
    idle.write('GET / HTTP/1.1\r\nHost: localhost\r\n'); // never finished
    const pid = postgresPid(folder);
    expect(await stopHost(host)).toBeLessThan(5000);
    expect(host.child.exitCode).toBe(0);
    expect(isAlive(pid ?? 0)).toBe(false);
    expect(readdirSync(folder)).toEqual(['postgres']);
  });

  test('the next start does none of it again and is up in seconds', async () => {
    const begin = performance.now();
    host = await startReadyHost({ DATA_DIR: folder });
    expect(performance.now() - begin).toBeLessThan(15_000);
    expect(host.said()).not.toContain('Building the site');
    expect(host.said()).not.toContain('Creating the database');
    expect(host.said()).not.toContain('Loading the demo school');
  });

  test('after kill -9 the next start stops the database that was left and goes on with the same data', async () => {
    const signedIn = await fetch(`${host.address}/sign-in`, signInFrom(host.address));
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    host.child.kill('SIGKILL');
    await host.ended;
    const orphan = postgresPid(folder);
    expect(isAlive(orphan ?? 0)).toBe(true);
    host = await startReadyHost({ DATA_DIR: folder });
    expect(isAlive(orphan ?? 0)).toBe(false);
    const account = await fetch(`${host.address}/account`, { headers: { cookie }, redirect: 'manual' });
    expect(account.status).toBe(200);
  });

  test('when the database dies under it, the site says so and is back by itself', async () => {
    process.kill(postgresPid(folder) ?? 0, 'SIGKILL');
    const health = () => fetch(`${host.address}/healthz`).then(({ status }) => status);
    await expect.poll(health, { timeout: 5000 }).toBe(503);
    await expect.poll(health, { timeout: 15_000 }).toBe(200);
    expect(host.child.exitCode).toBeNull();
  });

  test('Ctrl-C in the middle of the database’s creation leaves nobody and nothing half-made', async () => {
    const fresh = newFolder();
    const early = await startHost({ DATA_DIR: fresh });
    await expect.poll(() => early.said(), { timeout: 10_000 }).toContain('Creating the database');
    early.child.kill('SIGINT');
    expect(await early.ended).toBe(0);
    const again = await startReadyHost({ DATA_DIR: fresh });
    expect(again.said()).toContain('Creating the database');
    await stopHost(again);
  });

  test('production refuses to start on it: its passwords are public', async () => {
    await stopHost(host);
    const { code, said } = await refused({ DATA_DIR: folder, NODE_ENV: 'production' });
    expect(code).toBe(1);
    expect(said).toContain('DRYPORT_DEMO=public');
  });
});

const signInFrom = (origin: string | null) => ({
  method: 'POST',
  body: SIGN_IN,
  redirect: 'manual' as const,
  headers: { accept: 'text/html', ...(origin === null ? {} : { origin }) },
});

describe('what the door lets in', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startReadyHost({ DATA_DIR: newFolder() });
  });
  afterAll(() => stopHost(host));

  test('a form posted over plain http from this machine’s address on the school network', async () => {
    const address = `http://${networkAddress()}:${host.port}`;
    const answer = await fetch(`${address}/sign-in`, signInFrom(address));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/learn');
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('dryport_session='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
  });

  test.each([['https://evil.example'], ['null'], [null]])('no form from %s', async (origin) => {
    const answer = await fetch(`${host.address}/sign-in`, signInFrom(origin));
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test.each([
    ['a NUL in the path', '/learn%00', undefined],
    ['a NUL in the query', '/join?code=%00', undefined],
    ['a NUL in a form', '/sign-in', new URLSearchParams({ username: 'a\0b', password: 'x' })],
  ])('%s answers 400', async (_, path, body) => {
    const headers = { origin: host.address };
    const answer = await fetch(host.address + path, body ? { method: 'POST', body, headers } : {});
    expect(answer.status).toBe(400);
  });

  test.each(['/', '/sign-in', '/healthz', '/nothing-here', '/learn%00', '/favicon.svg'])(
    '%s carries the headers that keep a browser safe',
    async (path) => {
      const { headers } = await fetch(host.address + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      if (path === '/favicon.svg') return; // a file: nothing in it to frame or to leak
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/);
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    },
  );

  test('pages travel gzipped', async () => {
    const answer = await fetch(`${host.address}/sign-in`);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toContain('</html>');
  });

  test('a page for somebody who is signed in is kept nowhere', async () => {
    const signedIn = await fetch(`${host.address}/sign-in`, signInFrom(host.address));
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const account = await fetch(`${host.address}/account`, { headers: { cookie } });
    expect(account.headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('where it does not start, it says why and leaves nothing', () => {
  test('a taken port', async () => {
    const folder = join(newFolder(), 'data');
    const port = await freePort();
    const taken = createServer().listen(port, '0.0.0.0');
    const { code, said } = await refused({ DATA_DIR: folder, PORT: String(port) });
    taken.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken`);
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  test('a folder that cannot be written to', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const { code, said } = await refused({ DATA_DIR: join(file, 'data') });
    expect(code).toBe(1);
    expect(said).toMatch(/Cannot write to the data folder .* \(ENOTDIR\)/);
  });

  test.skipIf(cannotBeOrdinary)('a read-only folder', async () => {
    const folder = join(newFolder(), 'data');
    mkdirSync(folder, { mode: 0o555 });
    chmodSync(dirname(folder), 0o755);
    const { code, said } = await refused({ DATA_DIR: folder }, ORDINARY);
    expect(code).toBe(1);
    expect(said).toMatch(/Cannot write to the data folder .* \(EACCES\)/);
  });

  test('a database that is not there; its password is not told', async () => {
    const port = await freePort();
    const url = `postgres://dryport:secret-word@127.0.0.1:${port}/dryport`;
    const { code, said } = await refused({ DATABASE_URL: url });
    expect(code).toBe(1);
    expect(said).toContain(`Cannot reach the database at 127.0.0.1:${port} (ECONNREFUSED)`);
    expect(said).not.toContain('secret-word');
  });

  test.each([
    [{ PORT: '99999' }, 'PORT must be a whole number'],
    [{ ORIGIN: 'dryport' }, 'ORIGIN is not a valid address'],
    [{ NODE_ENV: 'production', DRYPORT_DEMO: '1' }, 'the demo accounts stay closed'],
  ])('%o', async (env, reason) => {
    const { code, said } = await refused({ DATA_DIR: join(newFolder(), 'data'), ...env } as Record<
      string,
      string
    >);
    expect(code).toBe(1);
    expect(said).toContain(reason);
    expect(said.trim().split('\n')).toHaveLength(2); // one sentence in each language, and no stack
  });
});

test.skipIf(cannotBeOrdinary)('an ordinary user needs nothing that root has', async () => {
  const folder = newFolder();
  chmodSync(folder, 0o777);
  const host = await startHost({ DATA_DIR: join(folder, 'data') }, ORDINARY);
  await untilReady(host);
  await stopHost(host);
  expect(host.child.exitCode).toBe(0);
});

test('production begins without demo accounts, by a link for the first administrator', async () => {
  const host = await startReadyHost({ DATA_DIR: newFolder(), NODE_ENV: 'production' });
  expect(host.said()).not.toContain('student1');
  const link = /http:\/\/\S+(\/invite\/\S+)/.exec(host.said())?.[1] ?? '';
  const page = await fetch(host.address + link);
  expect(await page.text()).toMatch(/name="password"/);
  const demo = await fetch(`${host.address}/sign-in`, signInFrom(host.address));
  expect(demo.status).toBe(400);
  await stopHost(host);
});

test('a server of the school’s own gets the same schema, and no demo unless it is asked for', async () => {
  const folder = newFolder();
  const lender = await startReadyHost({ DATA_DIR: folder });
  const socket = join(folder, 'postgres', 'socket');
  const url = `postgres://dryport@localhost/postgres?host=${encodeURIComponent(socket)}`;
  const host = await startReadyHost({ DATABASE_URL: url });
  expect(host.said()).toContain('/invite/');
  expect(host.said()).not.toContain('student1');
  await stopHost(host);
  const demo = await startReadyHost({ DATABASE_URL: url, DRYPORT_DEMO: '1' });
  expect(demo.said()).not.toContain('student1'); // the first start made a school: it is not empty any more
  await stopHost(demo);
  await stopHost(lender);
});
