import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { compressAnswer } from './compress.mjs';
import { codeOf } from './lock.mjs';
import { Refusal, say } from './sentences.mjs';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} Handler */

/** Open answers (live streams) end at once, requests that are being answered get this long. */
const GRACE_MS = 2500;

/**
 * Listens at once and answers 503 until there is a handler: a taken port is known before anything is written.
 * @param {import('./settings.mjs').Settings} settings
 */
export async function listen(settings) {
  /** @type {Handler} */
  let handler = (_request, response) => {
    response.writeHead(503, { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' });
    response.end('starting\n');
  };
  const server = createServer((request, response) => handler(request, response));
  await new Promise((done, fail) => {
    server.once('error', (error) => fail(refuse(error, settings)));
    server.listen(settings.port, settings.host, () => done(null));
  });
  return {
    /** @param {Handler} next */
    answerWith(next) {
      handler = next;
    },
    /** Takes no more requests, lets the present ones end, then cuts what is left. */
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      await Promise.race([closed, sleep(GRACE_MS, null, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** @param {Error} error @param {import('./settings.mjs').Settings} settings */
function refuse(error, { host, port }) {
  const code = codeOf(error);
  return new Refusal(code === 'EADDRINUSE' ? say.portTaken(port) : say.cannotListen(host, port, code));
}

/** Set by us on every request, so that nobody outside can. */
const PROTOCOL = 'x-dryport-protocol';

/**
 * The built site. adapter-node takes a request for https unless told otherwise, and would then refuse every
 * form that a school posts over plain http. Without ORIGIN or PROTOCOL_HEADER a request came by http.
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<Handler>}
 */
export async function loadSite(settings) {
  const plain = settings.origin === null && !process.env.PROTOCOL_HEADER;
  if (plain) process.env.PROTOCOL_HEADER = PROTOCOL;
  // The path is a value: the folder does not exist before the first build.
  const built = new URL('../../build/handler.js', import.meta.url).href;
  const { handler } = await import(built);
  return (request, response) => {
    if (plain) request.headers[PROTOCOL] = 'http';
    // Files of the build are sent past the hooks, which set the other headers.
    response.setHeader('x-content-type-options', 'nosniff');
    compressAnswer(request, response);
    handler(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('not found\n');
    });
  };
}

/**
 * Addresses a person can open.
 * @param {import('./settings.mjs').Settings} settings
 */
export function addressesOf({ host, port, origin }) {
  if (origin) return [origin];
  if (!['0.0.0.0', '::'].includes(host)) return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal);
  return ['localhost', ...others.map((each) => each.address)].map((name) => `http://${name}:${port}`);
}
