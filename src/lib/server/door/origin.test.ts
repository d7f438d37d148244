import { describe, expect, test } from 'vitest';
import { mayChange } from './origin.ts';

const page = 'http://10.1.2.3:3000/account';
function ask(method: string, headers: Record<string, string>, at = page, configured?: string) {
  return mayChange(new Request(at, { method, headers }), new URL(at), configured);
}

describe('a request that changes something comes from a page of this site', () => {
  test.each([
    ['a form posted over plain http on the school network', 'POST', { origin: 'http://10.1.2.3:3000' }],
    ['a proxy that speaks https to the browser', 'POST', { origin: 'https://10.1.2.3:3000' }],
    ['a browser that says same-origin and no Origin', 'DELETE', { 'sec-fetch-site': 'same-origin' }],
    ['reading', 'GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ])('%s may', (_, method, headers) => expect(ask(method, headers)).toBe(true));

  test.each([
    ['no Origin at all', 'POST', {}],
    ['a foreign site', 'POST', { origin: 'https://evil.example' }],
    ['another port of the same machine', 'POST', { origin: 'http://10.1.2.3:4000' }],
    ['a sibling domain', 'POST', { origin: 'http://a.10.1.2.3:3000' }],
    ['the null origin of a sandbox', 'POST', { origin: 'null' }],
    ['text/plain JSON', 'POST', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    [
      'a cross-site request whose Origin is ours',
      'PUT',
      { origin: 'http://10.1.2.3:3000', 'sec-fetch-site': 'cross-site' },
    ],
    ['a foreign DELETE', 'DELETE', { origin: 'https://evil.example' }],
  ])('%s may not', (_, method, headers) => expect(ask(method, headers)).toBe(false));

  test('a configured origin is the only one', () => {
    const configured = 'https://dryport.example.edu.cn';
    expect(ask('POST', { origin: configured }, page, configured)).toBe(true);
    expect(ask('POST', { origin: 'http://10.1.2.3:3000' }, page, configured)).toBe(false);
  });

  test('programs with keys of their own are let through to their endpoint and nowhere beside it', () => {
    expect(ask('POST', {}, 'http://10.1.2.3:3000/dxp')).toBe(true);
    expect(ask('POST', {}, 'http://10.1.2.3:3000/dxp/receipts')).toBe(true);
    expect(ask('POST', {}, 'http://10.1.2.3:3000/dxpert')).toBe(false);
  });
});
