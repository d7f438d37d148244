/** For answers that are no pages: even opened on their own they load and run nothing. Pages get Kit's policy. */
const INERT =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not "no-referrer": browsers then send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Adds what every answer carries.
 * @param personal whether it was made for somebody who is signed in: then it is kept nowhere
 * @param secure whether the site is opened by https
 */
export function withHeaders(response: Response, personal: boolean, secure: boolean): Response {
  const answer = hasOpenHeaders(response) ? response : new Response(response.body, response);
  for (const [name, value] of Object.entries(ALWAYS)) answer.headers.set(name, value);
  if (secure) answer.headers.set('strict-transport-security', 'max-age=31536000');
  if (!answer.headers.has('content-security-policy')) answer.headers.set('content-security-policy', INERT);
  if (personal) answer.headers.set('cache-control', 'private, no-store');
  else if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'private, no-cache');
  return answer;
}

/** Answers of `fetch` and `Response.redirect` can't be written on. */
function hasOpenHeaders(response: Response): boolean {
  try {
    response.headers.delete('x-dryport');
    return true;
  } catch {
    return false;
  }
}
