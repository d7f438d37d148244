import { and, eq, isNull } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import { database } from '../db/index.ts';
import { classes, organizations } from '../db/schema/index.ts';
import { countAttempt, uncountAttempt } from './attempts.ts';
import { right, wrong } from './judge.ts';
import type { Judged } from './judge.ts';

/** No 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: what is read wrongly from the back of a classroom is never drawn. */
const LETTERS = 'ACDEFGHJKMNPQRTWXY34679';
const LENGTH = 6;

/** A class types wrong from one address; a million guesses do not fit. Counts wrong codes only. */
const WRONG_CODES = { count: 120, minutes: 15 };

/** A random join code. That it is free is for the unique index to say. */
export function drawJoinCode(): string {
  return Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** As typed on a phone: lower case, blanks and full-width letters are all right. */
export function normalizeCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase().slice(0, 12);
}

export interface OpenClass {
  id: string;
  name: string;
  organizationId: string;
  organizationName: string;
  joinCode: string;
}

/** The class that a code opens. Wrong codes are counted per address. */
export async function findClassByCode(typed: string, address: string): Promise<Judged<OpenClass>> {
  const key = `class-code address ${address}`;
  if (!(await countAttempt(key, WRONG_CODES))) return wrong('code', 'tooManyAttempts');
  const [found] = await database()
    .select({
      id: classes.id,
      name: classes.name,
      organizationId: classes.organizationId,
      organizationName: organizations.name,
      joinCode: classes.joinCode,
    })
    .from(classes)
    .innerJoin(organizations, eq(organizations.id, classes.organizationId))
    .where(and(eq(classes.joinCode, normalizeCode(typed)), isNull(classes.archivedAt)));
  if (!found) return wrong('code', 'codeUnknown');
  await uncountAttempt(key);
  return right(found);
}
