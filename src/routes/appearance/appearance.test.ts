import { isRedirect } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { POST } from './+server.ts';

/** Posts the form as a visitor would; where it led, and which cookies it left. */
async function post(fields: Record<string, string>, address = 'http://school.example/appearance') {
  const cookies: Record<string, string> = {};
  const event = {
    request: new Request(address, { method: 'POST', body: new URLSearchParams(fields) }),
    cookies: { set: (name: string, value: string) => (cookies[name] = value) },
    url: new URL(address),
    locals: { user: null },
  };
  try {
    await POST(event as unknown as Parameters<typeof POST>[0]);
  } catch (thrown) {
    if (isRedirect(thrown)) return { to: thrown.location, cookies };
    throw thrown;
  }
  throw new Error('it did not go back');
}

test('what was chosen is kept, and the page comes back', async () => {
  expect(await post({ locale: 'en', back: '/learn?part=2' })).toEqual({
    to: '/learn?part=2',
    cookies: { dryport_locale: 'en' },
  });
  expect((await post({ theme: 'dark', density: 'projector' })).cookies).toEqual({
    dryport_theme: 'dark',
    dryport_density: 'projector',
  });
});

test('values that are none change nothing', async () => {
  expect((await post({ locale: 'xx', theme: 'pink', density: '' })).cookies).toEqual({});
});

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  'http://[',
  '\t//evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
])('nobody is sent away through us by %j', async (back) => {
  const { to } = await post({ theme: 'dark', back });
  expect(new URL(to, 'http://school.example').origin).toBe('http://school.example');
  expect(to).toMatch(/^\/($|[^/\\])/);
});
