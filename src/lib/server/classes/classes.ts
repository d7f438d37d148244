import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { audit } from '../accounts/audit.ts';
import { drawJoinCode } from '../accounts/class-codes.ts';
import { database } from '../db/index.ts';
import { assignments, classMembers, classes, users } from '../db/schema/index.ts';
import type { ClassRow, Looker } from './access.ts';
import { byName } from './names.ts';

/** Characters of a class's name. */
export const CLASS_NAME_LENGTH = 60;

/** The name as it is kept, or null when nothing is left of it or it is too long. */
export function judgeClassName(typed: string): string | null {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const isPlain = !/[\p{Cc}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]/u.test(name);
  return name !== '' && [...name].length <= CLASS_NAME_LENGTH && isPlain ? name : null;
}

/** Tries at a code that no other class has: 148 million codes, so a second try is already rare. */
const TRIES = 5;

/** Makes a class that this person teaches. Gives its id. */
export async function createClass(teacher: Looker, name: string): Promise<string> {
  const { id: createdBy, organizationId } = teacher;
  return withFreshCode((joinCode) =>
    database().transaction(async (tx) => {
      const [made] = await tx
        .insert(classes)
        .values({ organizationId, name, joinCode, createdBy })
        .returning({ id: classes.id });
      if (!made) throw new Error('an insert gave no row');
      await tx.insert(classMembers).values({ classId: made.id, userId: createdBy, seat: 'instructor' });
      const line = { organizationId, actorId: createdBy, subjectId: made.id, detail: { name } };
      await audit({ action: 'classCreated', ...line }, tx);
      return made.id;
    }),
  );
}

/** Runs `make` with drawn codes until one is free. */
async function withFreshCode<T>(make: (joinCode: string) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await make(drawJoinCode());
    } catch (error) {
      // 23505 is PostgreSQL's unique_violation; drizzle wraps the driver's error.
      const code = (error as { cause?: { code?: string } }).cause?.code;
      if (code !== '23505' || attempt === TRIES) throw error;
    }
  }
}

export async function renameClass(row: ClassRow, teacher: Looker, name: string): Promise<void> {
  await changeClass(row, teacher, { name }, { name });
}

/** An archived class lets nobody in and asks for nothing; what was done in it can still be read. */
export async function setArchived(row: ClassRow, teacher: Looker, archived: boolean): Promise<void> {
  await changeClass(row, teacher, { archivedAt: archived ? new Date() : null }, { archived });
}

/** The old code opens nothing from now on. Who is in stays in. */
export async function renewJoinCode(row: ClassRow, teacher: Looker): Promise<string> {
  return withFreshCode(async (joinCode) => {
    await changeClass(row, teacher, { joinCode }, { newCode: true });
    return joinCode;
  });
}

async function changeClass(
  { id, organizationId }: ClassRow,
  teacher: Looker,
  change: Partial<ClassRow>,
  detail: Record<string, string | boolean>,
): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.update(classes).set(change).where(eq(classes.id, id));
    await audit({ action: 'classChanged', organizationId, actorId: teacher.id, subjectId: id, detail }, tx);
  });
}

/** Takes a student out of the class; account, runs and progress stay the student's. False when nobody was there. */
export async function removeStudent(row: ClassRow, teacher: Looker, userId: string): Promise<boolean> {
  return database().transaction(async (tx) => {
    const gone = await tx
      .delete(classMembers)
      .where(
        and(
          eq(classMembers.classId, row.id),
          eq(classMembers.userId, userId),
          eq(classMembers.seat, 'student'),
        ),
      )
      .returning({ userId: classMembers.userId });
    if (gone.length === 0) return false;
    const line = { organizationId: row.organizationId, actorId: teacher.id, subjectId: userId };
    await audit({ action: 'classLeft', ...line, detail: { class: row.name } }, tx);
    return true;
  });
}

export interface ClassCard {
  id: string;
  name: string;
  joinCode: string;
  archived: boolean;
  students: number;
  assignments: number;
  /** False for an administrator who looks on. */
  teaches: boolean;
}

/** Classes that a person teaches; for an administrator all of the organization. Those that go on first, newest first. */
export async function listTaughtClasses(user: Looker): Promise<ClassCard[]> {
  const seated = sql<number>`(select count(*)::int from ${classMembers} m
    where m.class_id = ${classes.id} and m.seat = 'student')`;
  const open = sql<number>`(select count(*)::int from ${assignments} a
    where a.class_id = ${classes.id} and a.withdrawn_at is null)`;
  const rows = await database()
    .select({ row: classes, seat: classMembers.seat, students: seated, assignments: open })
    .from(classes)
    .leftJoin(classMembers, and(eq(classMembers.classId, classes.id), eq(classMembers.userId, user.id)))
    .where(
      and(
        eq(classes.organizationId, user.organizationId),
        user.role === 'administrator' ? undefined : eq(classMembers.seat, 'instructor'),
      ),
    )
    .orderBy(desc(isNull(classes.archivedAt)), desc(classes.createdAt));
  return rows.map(({ row, seat, ...counts }) => ({
    ...{ id: row.id, name: row.name, joinCode: row.joinCode, archived: row.archivedAt !== null },
    ...counts,
    teaches: seat === 'instructor',
  }));
}

export interface Classmate {
  id: string;
  name: string;
  username: string;
  joinedAt: Date;
}

/** Students of a class in the order of a register; those whose account is shut are left out. */
export async function studentsOf(classId: string): Promise<Classmate[]> {
  const rows = await membersOf(classId, 'student');
  return rows.sort(byName);
}

/** Who teaches the class. */
export async function instructorsOf(classId: string): Promise<Classmate[]> {
  const rows = await membersOf(classId, 'instructor');
  return rows.sort(byName);
}

function membersOf(classId: string, seat: 'student' | 'instructor'): Promise<Classmate[]> {
  return database()
    .select({ id: users.id, name: users.name, username: users.username, joinedAt: classMembers.joinedAt })
    .from(classMembers)
    .innerJoin(users, eq(users.id, classMembers.userId))
    .where(and(eq(classMembers.classId, classId), eq(classMembers.seat, seat), isNull(users.disabledAt)));
}
