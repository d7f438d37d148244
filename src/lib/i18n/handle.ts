import type { Handle } from '@sveltejs/kit';
import { locales } from '$lib/paraglide/runtime.js';
import { paraglideMiddleware } from '$lib/paraglide/server.js';
import { readAppearance } from '$lib/ui/appearance.ts';

/**
 * Finds the visitor's language (cookie, then browser, then Chinese), runs the request in it, and writes
 * language, theme and density on <html>, so that the first paint is already right.
 */
export const handleLocale: Handle = ({ event, resolve }) => {
  const { theme, density } = readAppearance(event.cookies, event.url);
  return paraglideMiddleware(languageQuestion(event.request, event.url), ({ locale }) =>
    resolve(event, {
      transformPageChunk: ({ html }) => withAttributes(html, { lang: locale, theme, density }),
    }),
  );
};

/** Placeholders of app.html stand in its first line; the rest of a page may be long and is not searched. */
export const head = 200;

function withAttributes(html: string, values: Record<string, string>): string {
  const start = html
    .slice(0, head)
    .replace(/%dryport\.(\w+)%/g, (whole, name: string) => values[name] ?? whole);
  return start + html.slice(head);
}

/** A request without a body: Paraglide clones what it is given, and a clone would hold every upload twice. */
function languageQuestion(request: Request, url: URL): Request {
  return new Request(url, {
    headers: {
      cookie: request.headers.get('cookie') ?? '',
      'accept-language': spellTagsAsOurs(request.headers.get('accept-language') ?? ''),
    },
  });
}

/**
 * `zh`, `zh-Hans-CN` and `zh-TW` all mean the Chinese catalogue; Paraglide matches whole tags only and would
 * answer `zh,en;q=0.8` in English.
 */
export function spellTagsAsOurs(acceptLanguage: string): string {
  return acceptLanguage
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const language = tag.split('-')[0]?.toLowerCase();
      const ours = locales.find((locale) => locale.split('-')[0] === language);
      return [ours ?? tag, ...rest].join(';');
    })
    .join(',');
}
