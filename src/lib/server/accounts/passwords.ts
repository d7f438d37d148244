import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id (19 MiB, two passes): about 33 ms on the machine this was built on. */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_LENGTH = { least: 8, most: 128 } as const;

/** argon2id in PHC form, with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Is compared against when there is no such person, so that the answer takes as long. */
const NOBODY = hashPassword('nobody has this password');

/** Whether `password` is the one that was hashed. Without a hash it takes as long and is never right. */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? (await NOBODY), password);
  return right && passwordHash !== null;
}
