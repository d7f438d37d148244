import { gzip } from 'node:zlib';

/** Below this a packet is a packet. */
const WORTH_BYTES = 1400;
/** Beyond this we don't hold an answer in memory; such are downloads, and packed already. */
const MOST_BYTES = 4_000_000;
const TEXT = /^(text\/(?!event-stream)|application\/(json|xml|javascript|manifest\+json)|image\/svg)/;
/** Level 4: nine tenths of what level 9 saves, at a third of the time. */
const LEVEL = 4;

/**
 * Sends what the site renders gzipped; there is no proxy in a school that would do it. (Not Brotli: over plain
 * http no browser asks for it. Files of the build are compressed by the build.) Only answers of a known length
 * are held and packed: live streams pass as they come.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function compressAnswer(request, response) {
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return;
  const { writeHead } = response;
  response.writeHead = (/** @type {number} */ status, /** @type {any[]} */ ...rest) => {
    response.writeHead = writeHead;
    if (rest.length > 0 || !isWorthIt(request, response)) return writeHead.call(response, status, ...rest);
    holdAndPack(response, status);
    return response;
  };
}

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
function isWorthIt(request, response) {
  const length = Number(response.getHeader('content-length'));
  return (
    request.method !== 'HEAD' &&
    length >= WORTH_BYTES &&
    length <= MOST_BYTES &&
    !response.hasHeader('content-encoding') &&
    TEXT.test(String(response.getHeader('content-type') ?? ''))
  );
}

/** @param {import('node:http').ServerResponse} response @param {number} status */
function holdAndPack(response, status) {
  /** @type {Buffer[]} */
  const chunks = [];
  const { write, end } = response;
  const keep = (/** @type {unknown} */ chunk) => {
    if (chunk instanceof Uint8Array || typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    return true;
  };
  response.write = keep;
  response.end = (/** @type {unknown} */ last) => {
    keep(last);
    Object.assign(response, { write, end });
    const whole = Buffer.concat(chunks);
    gzip(whole, { level: LEVEL }, (error, packed) => {
      if (!error) {
        response.setHeader('content-encoding', 'gzip');
        response.appendHeader('vary', 'accept-encoding');
      }
      const body = error ? whole : packed;
      response.setHeader('content-length', body.length);
      response.writeHead(status);
      response.end(body);
    });
    return response;
  };
}
