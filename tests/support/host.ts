import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A start script that runs, or ran. */
export interface Host {
  port: number;
  address: string;
  child: ChildProcess;
  /** What it has said so far. */
  said: () => string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

/** A data folder that is gone when the process ends. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dryport-host-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the real host as a person would, with an environment of its own; `uid` needs root. */
export async function startHost(env: Record<string, string>, uid?: number): Promise<Host> {
  const port = Number(env.PORT ?? (await freePort()));
  const { PATH, HOME } = process.env;
  const child = spawn('node', ['src/host/start.mjs'], {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: { PATH, HOME, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  child.stderr.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { port, address: `http://127.0.0.1:${port}`, child, said: () => text, ended };
}

/** Waits until `/healthz` says 200; throws with what the host said when it ends before. */
export async function untilReady(host: Host): Promise<void> {
  for (;;) {
    const health = await fetch(`${host.address}/healthz`).catch(() => null);
    if (health?.status === 200) return;
    if (host.child.exitCode !== null) throw new Error(`the host ended:\n${host.said()}`);
    await sleep(50);
  }
}

/** A host that has answered `/healthz`. */
export async function startReadyHost(env: Record<string, string>): Promise<Host> {
  const host = await startHost(env);
  await untilReady(host);
  return host;
}

/** SIGTERM, and how long it took to end, ms. */
export async function stopHost(host: Host): Promise<number> {
  const begin = performance.now();
  host.child.kill('SIGTERM');
  await host.ended;
  return performance.now() - begin;
}

/** The process id of the PostgreSQL of a data folder, as its pid file says; null without one. */
export function postgresPid(folder: string): number | null {
  const file = join(folder, 'postgres', 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** This machine's address on its network, or loopback when it has none. */
export function networkAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
