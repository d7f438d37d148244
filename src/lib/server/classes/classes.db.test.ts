import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { findClassByCode } from '../accounts/class-codes.ts';
import { database } from '../db/index.ts';
import { auditLog, classMembers, lessonProgress, runs, users } from '../db/schema/index.ts';
import type { Role } from '../db/schema/index.ts';
import { seedDemo } from '../demo/index.ts';
import { getVisibleRun } from '../runs/access.ts';
import { findRun } from '../runs/journal.ts';
import { act } from '../runs/play.ts';
import { getTaughtClass, getVisibleClass, type Looker } from './access.ts';
import {
  changeDue,
  createAssignment,
  judgeAssignment,
  setWithdrawn,
  assignmentsOf,
  type AssignmentField,
} from './assignments.ts';
import { boardOf } from './board.ts';
import {
  createClass,
  judgeClassName,
  listTaughtClasses,
  removeStudent,
  renewJoinCode,
  setArchived,
  studentsOf,
} from './classes.ts';
import { gradesCsv } from './grades-csv.ts';
import { gradebookOf } from './gradebook.ts';
import { assignedPage, assignmentsFor, beginAssigned } from './homework.ts';

withDatabase(seedDemo);

const who = (id: string, role: Role, organizationId = 'demo-school'): Looker => ({
  id: `demo-${id}`,
  role,
  organizationId,
});
const TEACHER = who('teacher', 'instructor');
const SCENARIO = '9610-first-parcel';
const signedIn = (looker: Looker) => ({
  ...looker,
  name: '',
  username: '',
  locale: 'zh-CN' as const,
  theme: 'auto' as const,
});

async function newPerson(username: string, name: string, role: Role): Promise<Looker> {
  const id = `p-${username}`;
  await database()
    .insert(users)
    .values({ id, organizationId: 'demo-school', username, name, role, passwordHash: '-' });
  return { id, role, organizationId: 'demo-school' };
}

/** A class of another teacher with these students. */
async function newClass(teacher: Looker, name: string, students: Looker[]) {
  const id = await createClass(teacher, name);
  if (students.length > 0) {
    await database()
      .insert(classMembers)
      .values(students.map((student) => ({ classId: id, userId: student.id, seat: 'student' as const })));
  }
  return getTaughtClass(id, teacher);
}

const form = (typed: Partial<Record<AssignmentField, string>>) =>
  judgeAssignment((name) => typed[name] ?? '');

function assigned(typed: Partial<Record<AssignmentField, string>>) {
  const judged = form({ target: `scenario/${SCENARIO}`, ...typed });
  if (!judged.ok) throw new Error(JSON.stringify(judged.complaints));
  return judged.value;
}

async function begun(student: Looker, assignment: string): Promise<string> {
  const answer = await beginAssigned(student.id, assignment);
  if (!('run' in answer)) throw new Error(answer.problem);
  return answer.run;
}

const notFound = { status: 404 };

describe('a class', () => {
  test('is its teachers’ to change, the administrator’s to read, and for everybody else it is not there', async () => {
    const other = await newPerson('other-teacher', '别的老师', 'instructor');
    const { id } = await newClass(other, '别的班', []);
    expect(await getVisibleClass(id, other)).toMatchObject({ mayChange: true });
    expect(await getVisibleClass(id, who('admin', 'administrator'))).toMatchObject({ mayChange: false });
    await expect(getTaughtClass(id, who('admin', 'administrator'))).rejects.toMatchObject(notFound);
    await expect(getVisibleClass(id, TEACHER)).rejects.toMatchObject(notFound);
    await expect(getVisibleClass('demo-class', other)).rejects.toMatchObject(notFound);
    await expect(getVisibleClass('demo-class', who('student1', 'student'))).rejects.toMatchObject(notFound);
    await expect(
      getVisibleClass('demo-class', who('admin', 'administrator', 'demo-incubator')),
    ).rejects.toMatchObject(notFound);
    await expect(getVisibleClass("' or 1=1 --", TEACHER)).rejects.toMatchObject(notFound);
    expect((await listTaughtClasses(TEACHER)).map((one) => one.id)).toEqual(['demo-class']);
    expect(await listTaughtClasses(TEACHER)).toMatchObject([{ students: 6, assignments: 0, teaches: true }]);
  });

  test('who has an instructor’s seat and is no instructor any more sees nothing', async () => {
    const former = await newPerson('former', '转岗', 'instructor');
    const { id } = await newClass(former, '旧班', []);
    await expect(getVisibleClass(id, { ...former, role: 'student' })).rejects.toMatchObject(notFound);
  });

  test('gets a new code and the old one is void; archived, it lets nobody in', async () => {
    const teacher = await newPerson('code-teacher', '码老师', 'instructor');
    const row = await newClass(teacher, '码班', []);
    const fresh = await renewJoinCode(row, teacher);
    expect(await findClassByCode(row.joinCode, '1')).toMatchObject({ ok: false });
    expect(await findClassByCode(fresh, '1')).toMatchObject({ ok: true, value: { id: row.id } });
    await setArchived(row, teacher, true);
    expect(await findClassByCode(fresh, '1')).toMatchObject({ ok: false });
  });

  test('lists its students by their sound, and lets one go', async () => {
    const teacher = await newPerson('sound-teacher', '音老师', 'instructor');
    const people = await Promise.all(
      ['张三', '李四', '欧阳五', '阿六'].map((name, index) => newPerson(`sound${index}`, name, 'student')),
    );
    const row = await newClass(teacher, '音班', people);
    expect((await studentsOf(row.id)).map(({ name }) => name)).toEqual(['阿六', '李四', '欧阳五', '张三']);
    expect(await removeStudent(row, teacher, people[1]!.id)).toBe(true);
    expect(await removeStudent(row, teacher, 'demo-student1')).toBe(false);
    expect(await removeStudent(row, teacher, teacher.id)).toBe(false);
    expect(await studentsOf(row.id)).toHaveLength(3);
    const lines = await database().select().from(auditLog).where(eq(auditLog.actorId, teacher.id));
    expect(lines.map(({ action }) => action)).toEqual(['classCreated', 'classLeft']);
  });

  test.each([
    ['  跨境 \n 2401班 ', '跨境 2401班'],
    ['', null],
    ['x'.repeat(61), null],
    ['a\u202eb', null],
  ])('name %o is kept as %o', (typed, name) => {
    expect(judgeClassName(typed)).toBe(name);
  });
});

describe('an assignment form', () => {
  test('a due day ends at midnight in China', () => {
    expect(assigned({ due: '2026-12-15' }).dueAt?.toISOString()).toBe('2026-12-15T15:59:59.999Z');
    expect(assigned({ title: '  ' })).toMatchObject({
      title: '',
      attempts: 0,
      seedMode: 'each',
      policyDate: null,
      difficulty: null,
    });
  });

  test.each<[Partial<Record<AssignmentField, string>>, object]>([
    [{ target: 'scenario/none' }, { target: 'targetUnknown' }],
    [{ target: 'venture/9610-first-parcel' }, { target: 'targetUnknown' }],
    [{ target: 'scenario/__proto__' }, { target: 'targetUnknown' }],
    [{ due: '2026-02-30' }, { due: 'dueShape' }],
    [{ attempts: '-1' }, { attempts: 'attemptsShape' }],
    [{ attempts: '1.5' }, { attempts: 'attemptsShape' }],
    [{ title: 'x'.repeat(81) }, { title: 'titleShape' }],
    [{ policyDate: '2024-12-14' }, { policyDate: 'policyDateShape' }],
    [{ policyDate: 'soon' }, { policyDate: 'policyDateShape' }],
    [
      { difficulty: 'insane', seedMode: 'mine' },
      { difficulty: 'choiceUnknown', seedMode: 'choiceUnknown' },
    ],
  ])('%o is refused with %o', (typed, complaints) => {
    expect(form({ target: `scenario/${SCENARIO}`, ...typed })).toEqual({ ok: false, complaints });
  });
});

describe('what is assigned', () => {
  let teacher: Looker;
  let students: Looker[];
  let row: Awaited<ReturnType<typeof newClass>>;
  beforeAll(async () => {
    teacher = await newPerson('work-teacher', '布置老师', 'instructor');
    students = await Promise.all(
      ['s1', 's2', 's3'].map((name) => newPerson(`work-${name}`, name, 'student')),
    );
    row = await newClass(teacher, '作业班', students);
  });
  const give = (typed: Partial<Record<AssignmentField, string>>) =>
    createAssignment(row, teacher, assigned(typed));

  test('is for students of the class alone', async () => {
    const id = await give({ title: 'for us' });
    expect((await assignmentsFor(students[0]!.id, 'zh-CN')).map(({ title }) => title)).toContain('for us');
    expect(await assignmentsFor('demo-student1', 'zh-CN')).toEqual([]);
    expect(await beginAssigned('demo-student1', id)).toEqual({ problem: 'unknown' });
    expect(await beginAssigned(teacher.id, id)).toEqual({ problem: 'unknown' });
    expect(await assignedPage('demo-student1', id, 'zh-CN')).toBeNull();
    expect(await beginAssigned(students[0]!.id, 'none')).toEqual({ problem: 'unknown' });
  });

  test('is called as its target in the reader’s language, unless the teacher named it', async () => {
    const id = await give({});
    const titles = async (locale: 'zh-CN' | 'en') =>
      (await assignmentsOf(row.id, locale)).find((one) => one.id === id)?.title;
    expect([await titles('zh-CN'), await titles('en')]).toEqual(['第一个包裹', 'The first parcel']);
    expect((await assignmentsFor(students[0]!.id, 'en')).find((one) => one.id === id)?.title).toBe(
      'The first parcel',
    );
  });

  test('one class can’t change the assignments of another', async () => {
    const id = await give({});
    const foreign = await newClass(teacher, '隔壁班', []);
    expect(await changeDue(foreign, id, null)).toBe(false);
    expect(await setWithdrawn(foreign, id, true)).toBe(false);
    expect(await assignmentsOf(foreign.id, 'zh-CN', true)).toEqual([]);
  });

  test('begins with the law and the difficulty that were asked for', async () => {
    const run = await findRun(
      await begun(students[0]!, await give({ policyDate: '2025-06-01', difficulty: 'hard' })),
    );
    expect(run?.setup).toMatchObject({ policyDate: '2025-06-01', difficulty: 'hard' });
  });

  test('has one seed for all, or one for each', async () => {
    const seedsOf = async (seedMode: string) => {
      const id = await give({ seedMode });
      const ids = [await begun(students[0]!, id), await begun(students[1]!, id)];
      return new Set(
        (await database().select().from(runs).where(inArray(runs.id, ids))).map(({ seed }) => seed),
      ).size;
    };
    expect(await seedsOf('shared')).toBe(1);
    expect(await seedsOf('each')).toBe(2);
  });

  test('counts attempts: a run in which nothing was done is the same attempt', async () => {
    const id = await give({ attempts: '2' });
    const [student] = students as [Looker];
    const first = await begun(student, id);
    expect(await begun(student, id)).toBe(first);
    const play = (run: string) => act(run, { kind: 'advance', until: 'nextEvent' }, `key-${run}`);
    await play(first);
    const second = await begun(student, id);
    expect(second).not.toBe(first);
    expect(await findRun(second)).toMatchObject({ attempt: 2, assignmentId: id });
    await play(second);
    expect(await beginAssigned(student.id, id)).toEqual({ problem: 'noAttemptsLeft' });
    expect((await assignmentsFor(student.id, 'zh-CN')).find((one) => one.id === id)).toMatchObject({
      used: 2,
      mayBegin: false,
      underWay: second,
    });
  });

  test('ten clicks at once are one attempt', async () => {
    const id = await give({ attempts: '1' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => beginAssigned(students[1]!.id, id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await database().$count(runs, eq(runs.assignmentId, id))).toBe(1);
  });

  test('taken back or archived, it is not begun any more', async () => {
    const id = await give({});
    await setWithdrawn(row, id, true);
    expect(await beginAssigned(students[2]!.id, id)).toEqual({ problem: 'unknown' });
    await setWithdrawn(row, id, false);
    await setArchived(row, teacher, true);
    expect(await beginAssigned(students[2]!.id, id)).toEqual({ problem: 'unknown' });
    await setArchived(row, teacher, false);
    expect(await begun(students[2]!, id)).toBeTruthy();
  });

  test('a run is looked at by its teacher, not by another, and of a founder’s own by nobody', async () => {
    const run = await begun(students[0]!, await give({}));
    expect(await getVisibleRun(run, signedIn(teacher))).toMatchObject({ own: false });
    await expect(getVisibleRun(run, signedIn(TEACHER))).rejects.toMatchObject(notFound);
    await expect(getVisibleRun(run, signedIn(students[1]!))).rejects.toMatchObject(notFound);
    // Whose role was taken away keeps the seat in the class, and sees no run by it.
    await expect(getVisibleRun(run, { ...signedIn(teacher), role: 'student' })).rejects.toMatchObject(
      notFound,
    );
  });
});

describe('the board and the gradebook', () => {
  let teacher: Looker;
  let students: Looker[];
  let row: Awaited<ReturnType<typeof newClass>>;
  beforeAll(async () => {
    teacher = await newPerson('grade-teacher', '成绩老师', 'instructor');
    students = [
      await newPerson('00123456789012345', '=HYPERLINK("http://evil","click")', 'student'),
      await newPerson('grade-b', '@SUM(1+1)*cmd|"/C calc"!A0', 'student'),
      await newPerson('grade-c', '白"引号",逗号', 'student'),
    ];
    row = await newClass(teacher, '成绩班', students);
  });

  test('show who has not begun, who is under way, who is done and late', async () => {
    const id = await createAssignment(row, teacher, assigned({ due: '2026-11-01', title: '作业' }));
    const [a, b] = students as [Looker, Looker];
    const under = await begun(a, id);
    const done = await begun(b, id);
    await database()
      .update(runs)
      .set({ state: 'ended', score: 45, maxScore: 60, endedAt: new Date('2026-11-02T00:00:00+08:00') })
      .where(eq(runs.id, done));
    const assignment = (await assignmentsOf(row.id, 'zh-CN'))[0]!;
    const board = await boardOf(assignment, 'zh-CN');
    const rowOf = (student: Looker) => board.rows.find((one) => one.student.id === student.id);
    expect(rowOf(a)).toMatchObject({ standing: 'underWay', run: under, percent: null });
    expect(rowOf(b)).toMatchObject({ standing: 'ended', percent: 75, late: true });
    expect(rowOf(students[2]!)).toMatchObject({ standing: 'notBegun', run: null });
    expect(board.stages.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    const later = await boardOf(assignment, 'zh-CN', Date.now() + 11 * 60_000);
    expect(later.rows.find((one) => one.student.id === a.id)).toMatchObject({
      standing: 'stuck',
      stuckWhy: 'still',
    });

    const book = await gradebookOf(row.id, 'zh-CN', new Date('2026-12-01'));
    const grades = (student: Looker) => book.rows.find((one) => one.student.id === student.id)?.grades[0];
    expect(grades(b)).toMatchObject({
      best: 75,
      last: 75,
      points: 45,
      maxPoints: 60,
      attempts: 1,
      late: 'late',
    });
    expect(grades(a)).toMatchObject({ best: null, late: 'missing', underWay: true });
    expect(book.means).toEqual([75]);
  });

  test('the best attempt counts, and the last one is beside it', async () => {
    const id = await createAssignment(row, teacher, assigned({ title: '两次' }));
    for (const [score, seq] of [
      [50, 1],
      [30, 1],
    ] as const) {
      const run = await begun(students[2]!, id);
      await database()
        .update(runs)
        .set({ state: 'ended', score, maxScore: 60, seq, endedAt: new Date() })
        .where(eq(runs.id, run));
    }
    const book = await gradebookOf(row.id, 'zh-CN');
    const at = book.assignments.findIndex((one) => one.id === id);
    expect(book.rows.find((one) => one.student.id === students[2]!.id)?.grades[at]).toMatchObject({
      best: 83,
      last: 50,
      attempts: 2,
      late: null,
    });
  });

  test('a course counts what was read of it, by the people of the class', async () => {
    const judged = form({ target: 'course/9610-export', title: '读' });
    if (!judged.ok) throw new Error('refused');
    await createAssignment(row, teacher, judged.value);
    const read = {
      course: '9610-export',
      lesson: '01-what-is-9610',
      position: 'part1',
      percent: 100,
      completedAt: new Date(),
    };
    await database()
      .insert(lessonProgress)
      .values([
        { ...read, userId: students[0]!.id },
        { ...read, userId: 'demo-student1' },
      ]);
    const board = await boardOf((await assignmentsOf(row.id, 'zh-CN'))[0]!, 'zh-CN');
    expect(board.rows.map(({ standing }) => standing).sort()).toEqual(['notBegun', 'notBegun', 'underWay']);
    expect(board.rows.find(({ student }) => student.id === students[0]!.id)?.lessons[0]).toBe(100);
  });

  test('the file opens in a spreadsheet as what it says: names are no formulas, numbers keep their zeros', async () => {
    const file = gradesCsv(await gradebookOf(row.id, 'zh-CN'));
    expect(file.startsWith('\ufeff学号/账号,姓名,')).toBe(true);
    expect(file).toContain('00123456789012345\t,"\'=HYPERLINK(""http://evil"",""click"")"');
    expect(file).toContain('grade-b,"\'@SUM(1+1)*cmd|""/C calc""!A0"');
    expect(file).toContain('"白""引号"",逗号"');
    const cells = file.slice(1).split(/\r\n|,/);
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
  });
});
