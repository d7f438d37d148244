import { expect, test } from 'vitest';
import { readAppearance } from './appearance.ts';

const seen = (cookies: Record<string, string>, address = 'http://x/') =>
  readAppearance({ get: (name) => cookies[name] }, new URL(address));

test('a first visitor follows the system', () =>
  expect(seen({})).toEqual({ theme: 'auto', density: 'cosy' }));

test('what was chosen stays', () => {
  expect(seen({ dryport_theme: 'dark', dryport_density: 'projector' })).toEqual({
    theme: 'dark',
    density: 'projector',
  });
});

test('a cookie that somebody wrote by hand reaches no attribute of the page', () => {
  expect(seen({ dryport_theme: '"><script>', dryport_density: 'huge' })).toEqual({
    theme: 'auto',
    density: 'cosy',
  });
});

test('a link may ask for the projector, or for none', () => {
  expect(seen({}, 'http://x/?stage').density).toBe('projector');
  expect(seen({ dryport_density: 'projector' }, 'http://x/?stage=off').density).toBe('cosy');
});
