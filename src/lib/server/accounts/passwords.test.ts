import { expect, test } from 'vitest';
import { deviceToken, isKnownDevice } from './known-device.ts';
import { checkPassword, hashPassword } from './passwords.ts';

test('a password is kept as argon2id with OWASP’s cost and a salt of its own', async () => {
  const [first, second] = [await hashPassword('plum rain'), await hashPassword('plum rain')];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
  expect(await checkPassword(first, 'plum rain')).toBe(true);
  expect(await checkPassword(first, 'plum raim')).toBe(false);
  expect(await checkPassword(null, 'nobody has this password')).toBe(false);
});

test('a hundred at once all get their answer, and the right one', async () => {
  const hash = await hashPassword('right');
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => checkPassword(hash, n % 3 === 0 ? 'right' : 'wrong')),
  );
  expect(answers).toEqual(Array.from({ length: 100 }, (_, n) => n % 3 === 0));
});

test('a device is known by its token, until the password is another', async () => {
  const token = deviceToken('hash of a password');
  expect(isKnownDevice(token, 'hash of a password')).toBe(true);
  expect(isKnownDevice(token, 'hash of another')).toBe(false);
  expect(
    isKnownDevice(
      token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      'hash of a password',
    ),
  ).toBe(false);
  for (const made of [undefined, '', '.', 'a.', '.b', token.split('.')[0]]) {
    expect(isKnownDevice(made, 'hash of a password')).toBe(false);
  }
  expect(isKnownDevice(token, null)).toBe(false);
});
