/**
 * The address of a link if it is one that content may point at (http, https, a path of this site, a place
 * on this page), else null. Browsers drop tabs and line breaks inside a scheme and read `\` as `/`, so
 * anything with control characters or backslashes is refused outright.
 */
export function safeHref(href: unknown): string | null {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  if (typeof href !== 'string' || /[\u0000-\u0020\\\u007f-\u009f]/.test(href)) return null;
  if (/^https?:\/\/[^/]/i.test(href)) return href;
  if (href.startsWith('//')) return null;
  if (/^[#/?]/.test(href) || /^[\w.%~-]+(?:[/?#]|$)/.test(href)) return href;
  return null;
}
