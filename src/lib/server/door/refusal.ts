import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';

/**
 * An answer from the door itself, before there is a page to render it: a plain page, or JSON for scripts.
 * @param text what happened and what to do, in the visitor's language
 */
export function refusal(request: Request, status: number, text: string): Response {
  const headers = status === 503 ? { 'retry-after': '5' } : undefined;
  const wantsPage = request.headers.get('accept')?.includes('text/html') ?? false;
  if (!wantsPage) return Response.json({ message: text }, { status, ...(headers ? { headers } : {}) });
  return new Response(page(text), {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  });
}

const STYLE =
  'body{font:18px/1.75 system-ui,sans-serif;max-width:36em;margin:15vh auto;padding:0 1em;color:#14202b;background:#fff}' +
  'a{color:#0b5fa5}@media(prefers-color-scheme:dark){body{color:#e8edf2;background:#0f161d}a{color:#6cb6f5}}';

function page(text: string): string {
  return (
    `<!doctype html><html lang="${getLocale()}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${escape(m.common_product())}</title><style>${STYLE}</style></head>` +
    `<body><h1>${escape(m.common_product())}</h1><p>${escape(text)}</p>` +
    `<p><a href="/">${escape(m.account_to_start_page())}</a></p></body></html>`
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
