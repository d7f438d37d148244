import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A device on which a person has signed in before carries a token, and wrong passwords elsewhere don't lock
 * it out: a prankster in the next row can't keep somebody out by guessing. The key is the person's password
 * hash: no other secret to keep, and a new password forgets all devices.
 */
export function deviceToken(passwordHash: string): string {
  const nonce = randomBytes(12).toString('base64url');
  return `${nonce}.${seal(nonce, passwordHash)}`;
}

/** Whether `token` was made for the person with this password hash. */
export function isKnownDevice(token: string | undefined, passwordHash: string | null): boolean {
  const [nonce, sealed] = token?.split('.') ?? [];
  if (!nonce || !sealed || passwordHash === null) return false;
  const expected = Buffer.from(seal(nonce, passwordHash));
  const given = Buffer.from(sealed);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function seal(nonce: string, passwordHash: string): string {
  return createHmac('sha256', passwordHash).update(nonce).digest('base64url');
}
