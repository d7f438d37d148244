import { describe, expect, test } from 'vitest';
import { pageAfterSignIn, requireUser } from './require-user.ts';
import type { SignedIn } from './sessions.ts';

const at = (path: string) => new URL(path, 'http://dryport.test');
const locals = (role: SignedIn['role'] | null) =>
  ({ user: role && { id: 'x', role }, sessionId: null, demo: false }) as unknown as App.Locals;

describe('after sign-in one comes back to where one wanted to go', () => {
  test.each([
    ['/learn/9610-export', '/learn/9610-export'],
    ['/join?code=DEMO24', '/join?code=DEMO24'],
    ['/a/../admin', '/admin'],
  ])('%s → %s', (to, page) => expect(pageAfterSignIn(to, 'student')).toBe(page));

  test.each([
    ['//evil.example'],
    ['/\\evil.example'],
    ['/.//evil.example'],
    ['/a/..//evil.example'],
    ['/\t/evil.example'],
    ['https://evil.example/learn'],
    ['javascript:alert(1)'],
    ['learn'],
    [''],
    [null],
  ])('but never to another site: %j', (to) => expect(pageAfterSignIn(to, 'instructor')).toBe('/teach'));
});

describe('a page for some', () => {
  test('sends a visitor to sign in, and back', () => {
    const visit = () => requireUser({ locals: locals(null), url: at('/teach?x=1') }, 'instructor');
    expect(visit).toThrow(expect.objectContaining({ status: 303, location: '/sign-in?to=%2Fteach%3Fx%3D1' }));
  });

  test('comes back to the page and not to what was to be done there', () => {
    const visit = () => requireUser({ locals: locals(null), url: at('/account?/save') });
    expect(visit).toThrow(expect.objectContaining({ location: '/sign-in?to=%2Faccount' }));
  });

  test('refuses another role', () => {
    const visit = () =>
      requireUser({ locals: locals('student'), url: at('/teach') }, 'instructor', 'officer');
    expect(visit).toThrow(expect.objectContaining({ status: 403 }));
  });

  test('lets in who belongs there, and everybody where nobody is named', () => {
    expect(requireUser({ locals: locals('officer'), url: at('/zone') }, 'instructor', 'officer').id).toBe(
      'x',
    );
    expect(requireUser({ locals: locals('student'), url: at('/account') }).id).toBe('x');
  });
});
