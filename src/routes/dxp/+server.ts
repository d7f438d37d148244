import { json, text } from '@sveltejs/kit';
import { findRun } from '$lib/server/runs/journal.ts';
import { judgeOnly, passTime, receiptsAfter, submit } from '$lib/server/window/exchange.ts';
import { findRunByKey, keyIn } from '$lib/server/window/keys.ts';
import type { RequestHandler } from './$types';

/** What a message without a key may weigh: enough for any honest one, little for a flood. */
const MOST_WITHOUT_KEY = 512 * 1024;

const xml = (body: string, status = 200, headers: Record<string, string> = {}): Response =>
  text(body, {
    status,
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });

const unknownKey = (): Response =>
  json(
    { error: 'unknownKey', message: 'This key opens no run. Make a new one on the desk of the run.' },
    { status: 401 },
  );

/** A message in. With a run's key it is a move of that run; without one it is judged and forgotten. */
export const POST: RequestHandler = async ({ request, url }) => {
  const key = keyIn(request, url);
  const body = new Uint8Array(await request.arrayBuffer());
  if (key === null) {
    if (body.length > MOST_WITHOUT_KEY)
      return json({ error: 'tooLarge', most: MOST_WITHOUT_KEY }, { status: 413 });
    const { reply, ceb900 } = judgeOnly(body);
    if (request.headers.get('accept')?.includes('application/json'))
      return json({ reply: reply.xml, ceb900 });
    return xml(ceb900 ?? reply.xml, reply.status);
  }
  const row = await findRunByKey(key);
  if (!row) return unknownKey();
  const reply = await submit(row, body, request.headers.get('idempotency-key'));
  return xml(reply.xml, reply.status);
};

/** Receipts out: `?after=N` what came after a place, `&advance=next` or seconds lets simulated time pass first. */
export const GET: RequestHandler = async ({ request, url }) => {
  const key = keyIn(request, url);
  if (key === null)
    return json(
      { error: 'keyNeeded', message: 'Send the run’s key: Authorization: Bearer dp_…' },
      { status: 401 },
    );
  let row = await findRunByKey(key);
  if (!row) return unknownKey();
  const after = Number(url.searchParams.get('after') ?? '0');
  if (!Number.isSafeInteger(after) || after < 0)
    return json({ error: 'afterInvalid', field: 'after' }, { status: 400 });
  const wish = url.searchParams.get('advance');
  if (wish !== null) {
    if (!(await passTime(row, wish)))
      return json({ error: 'advanceInvalid', field: 'advance' }, { status: 400 });
    row = (await findRun(row.id)) ?? row;
  }
  const { now, receipts } = await receiptsAfter(row, after);
  if (request.headers.get('accept')?.includes('application/json')) {
    return json({
      now,
      next: receipts.at(-1)?.place ?? after,
      receipts: receipts.map(({ place, type, xml: message }) => ({ place, type, xml: message })),
    });
  }
  const [first] = receipts;
  if (!first) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  return xml(first.dxp, 200, {
    'x-dryport-next': String(first.place),
    'x-dryport-waiting': String(receipts.length - 1),
  });
};
