/** Methods that change nothing, and so may come from anywhere. */
const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Spoken to by programs that bring a key of their own with every request, and never a cookie. */
const MACHINE_ENDPOINTS = ['/dxp'];

/** Whether a path is one of those that programs with keys speak to. */
export function isMachineEndpoint(pathname: string): boolean {
  return MACHINE_ENDPOINTS.some((path) => pathname === path || pathname.startsWith(`${path}/`));
}

/**
 * Whether a request may change something: it must come from a page of this very site. With a configured
 * origin that is the only one. Without, a school opens the site under whatever address the machine has, so
 * the page's host must be the host that the request was sent to; which of http and https it was, a proxy in
 * between may have hidden from us.
 * @param configured the ORIGIN of the environment, if any
 */
export function mayChange(request: Request, url: URL, configured: string | undefined): boolean {
  if (HARMLESS.has(request.method) || isMachineEndpoint(url.pathname)) return true;
  if (request.headers.get('sec-fetch-site') === 'cross-site') return false;
  const origin = request.headers.get('origin');
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin';
  if (configured) return origin === new URL(configured).origin;
  return URL.canParse(origin) && new URL(origin).host === url.host;
}
