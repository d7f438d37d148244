import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { randomBytes } from 'node:crypto';
import { handleLocale } from '$lib/i18n/handle.ts';
import { m } from '$lib/paraglide/messages.js';
import { erasePersonCookies, readSessionCookie, writeSessionCookie } from '$lib/server/accounts/cookies.ts';
import { findSignedIn } from '$lib/server/accounts/sessions.ts';
import { hasDemo } from '$lib/server/demo/index.ts';
import { withHeaders } from '$lib/server/door/headers.ts';
import { isSoundAddress, judgeBody } from '$lib/server/door/input.ts';
import { isMachineEndpoint, mayChange } from '$lib/server/door/origin.ts';
import { isDatabaseAway } from '$lib/server/door/outage.ts';
import { refusal } from '$lib/server/door/refusal.ts';

let demo = false;

export const init: ServerInit = async () => {
  // The host has looked after the database before; a check of types or a prerender has none.
  demo = await hasDemo().catch(() => false);
};

/** Who is it? Programs and probes have no session. */
const knowPerson: Handle = async ({ event, resolve }) => {
  const { cookies, locals, url } = event;
  locals.user = null;
  locals.sessionId = null;
  locals.demo = demo;
  const sessionId = isMachineEndpoint(url.pathname) ? null : readSessionCookie(cookies, url);
  if (sessionId === null) return resolve(event);
  try {
    const found = await findSignedIn(sessionId);
    if (!found) erasePersonCookies(cookies, url);
    else if (found.renewed) writeSessionCookie(cookies, url, sessionId);
    locals.user = found?.user ?? null;
    locals.sessionId = found ? sessionId : null;
  } catch (reason) {
    // Who it is can't be known now: better no page than somebody else's, and the session stays.
    if (isDatabaseAway(reason)) return refusal(event.request, 503, m.account_database_away());
    throw reason;
  }
  return resolve(event);
};

/** May it? Judged before anything is read, written or looked up. */
const guardDoor: Handle = async ({ event, resolve }) => {
  const { request, url } = event;
  if (!isSoundAddress(url)) return refusal(request, 400, m.account_bad_request());
  const { ORIGIN } = process.env;
  if (!mayChange(request, url, ORIGIN)) {
    return refusal(request, 403, m.account_origin_refused({ origin: ORIGIN || url.origin }));
  }
  judgeBody(request);
  return resolve(event);
};

const answer: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  return withHeaders(response, Boolean(event.locals.user), event.url.protocol === 'https:');
};

export const handle = sequence(answer, handleLocale, guardDoor, knowPerson);

/** An error that nobody expected: the log gets all of it, the page a number to ask by. */
export const handleError: HandleServerError = ({ error: reason, event, status, message }) => {
  if (status < 500) return { message };
  const id = randomBytes(4).toString('hex');
  const away = isDatabaseAway(reason);
  const stack = reason instanceof Error ? reason.stack : String(reason);
  const cause = reason instanceof Error && reason.cause ? String(reason.cause) : undefined;
  const { method } = event.request;
  console.error(JSON.stringify({ id, status, method, path: event.url.pathname, away, cause, stack }));
  return { message: m.account_unexpected({ id }), id, ...(away ? { kind: 'databaseAway' as const } : {}) };
};
