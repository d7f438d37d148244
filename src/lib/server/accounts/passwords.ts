import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id (19 MiB, two passes): about 33 ms on the machine this was built on. */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 } as const;

/**
 * Two hundred people who sign in at once would fill the thread pool that files and DNS use as well: two
 * hashes at a time, the others wait their turn.
 */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** argon2id in PHC form, with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

let nobody: Promise<string> | null = null;

/**
 * Whether `password` is the one that was hashed. For an unknown person give null: it then compares with a
 * hash that fits nothing, so that the answer takes as long and tells nothing.
 */
export async function checkPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const against = passwordHash ?? (await nobody);
  const right = await inTurn(() => verify(against, password));
  return right && passwordHash !== null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on rather than freed: nobody who comes later overtakes.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
