import { fail, redirect } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requireUser } from '$lib/server/accounts/require-user.ts';
import { getOwnRun, getVisibleRun } from '$lib/server/runs/access.ts';
import { deskPage } from '$lib/server/runs/desk-page.ts';
import type { RunRow } from '$lib/server/runs/journal.ts';
import { requestMove, requestTime, requestTransmission, type Request } from '$lib/server/runs/requests.ts';
import { newWindowKey } from '$lib/server/window/keys.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
  const user = requireUser({ locals, url });
  return {
    frame: 'desk' as const,
    desk: await deskPage(await getVisibleRun(params.run, user), url, getLocale()),
  };
};

/** Does what the form asks, then shows the desk anew: a reload repeats nothing. */
function taking(
  request: (row: RunRow, form: FormData) => Promise<Request>,
  after?: (url: URL, result: Request) => string,
) {
  return async (event: RequestEvent) => {
    const row = await getOwnRun(event.params.run, requireUser(event));
    const result = await request(row, await event.request.formData());
    if ('unreadable' in result) return fail(400, { trouble: 'unreadable' as const });
    if ('wentOn' in result) return fail(409, { trouble: 'wentOn' as const });
    if (result.done.entry.outcome === 'refused') return fail(422, { trouble: 'refused' as const });
    redirect(303, after?.(event.url, result) ?? placeIn(event.url));
  };
}

/** Where the form stood, without the action's own name. */
function placeIn(url: URL): string {
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
  return kept.size > 0 ? `${url.pathname}?${kept}` : url.pathname;
}

/** A message that went out is opened, so that its receipts can be seen coming. */
function sentPaper(url: URL, result: Request): string {
  const sent =
    'done' in result ? result.done.entry.happened.find((item) => item.kind === 'paper') : undefined;
  return sent?.kind === 'paper'
    ? `${url.pathname}?pane=papers&paper=${encodeURIComponent(sent.paper)}`
    : placeIn(url);
}

export const actions: Actions = {
  move: taking(requestMove),
  pass: taking(requestTime),
  transmit: taking(requestTransmission, sentPaper),
  /** A new key for client programs; it is shown this once. */
  windowKey: async (event) => {
    const row = await getOwnRun(event.params.run, requireUser(event));
    return { windowKey: await newWindowKey(row.id) };
  },
};
