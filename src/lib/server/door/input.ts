import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages.js';

/**
 * Makes what a request brings safe to read: bad JSON, bad forms and the character U+0000, which PostgreSQL
 * refuses, answer 400 wherever they are read, instead of being an error of the server. `text()` is left as
 * it is: messages on /dxp are judged by the grammar.
 */
export function judgeBody(request: Request): void {
  const text = request.text.bind(request);
  const formData = request.formData.bind(request);
  request.json = async () => {
    const source = await text();
    const value = parse(source);
    if (/\\u0000/i.test(source) && holdsNul(value)) refuse();
    return value;
  };
  request.formData = async () => {
    const form = await formData().catch((reason: unknown) => {
      // Kit's own refusals, such as a body beyond the limit, keep their status.
      if (reason instanceof Error && 'status' in reason) throw reason;
      return refuse();
    });
    for (const [name, value] of form) if (holdsNul(name) || holdsNul(value)) refuse();
    return form;
  };
}

/** Whether path and query are free of U+0000. */
export function isSoundAddress(url: URL): boolean {
  return !url.pathname.includes('%00') && !url.search.includes('%00');
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return refuse();
  }
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (value instanceof File) return value.name.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name.includes('\0') || holdsNul(inner));
}

function refuse(): never {
  error(400, m.account_bad_request());
}
