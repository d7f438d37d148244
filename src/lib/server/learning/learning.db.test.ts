import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { database } from '../db/index.ts';
import { organizations, questionAnswers, users } from '../db/schema/index.ts';
import { keepAnswer, latestAnswers, rightIn } from './answers.ts';
import { completeLesson, findProgress, keepPlace, progressOf } from './progress.ts';

withDatabase();

const blocks = ['part1', 'part1-1', 'part1-2', 'part2', 'part2-1'];
const [course, lesson] = ['9610-export', '01-what-is-9610'];

async function newPerson(username: string): Promise<string> {
  const [organization] = await database()
    .insert(organizations)
    .values({ kind: 'school', name: 'x' })
    .returning();
  const values = {
    organizationId: organization?.id ?? '',
    username,
    name: username,
    role: 'student',
    passwordHash: '-',
  };
  const [user] = await database()
    .insert(users)
    .values({ ...values, role: 'student' })
    .returning();
  return user?.id ?? '';
}

describe('the place where a person reads', () => {
  let me = '';
  beforeAll(async () => {
    me = await newPerson('reader');
  });
  const keep = (position: string, reached: string) =>
    keepPlace(me, { course, lesson, position, reached }, blocks);

  test('is the last one, while the share that was seen never falls', async () => {
    expect(await findProgress(me, course, lesson)).toBeNull();
    expect(await keep('part1-2', 'part2')).toBe(true);
    expect(await findProgress(me, course, lesson)).toMatchObject({
      position: 'part1-2',
      percent: 80,
      completedAt: null,
    });
    expect(await keep('part1', 'part1-1')).toBe(true);
    expect(await findProgress(me, course, lesson)).toMatchObject({ position: 'part1', percent: 80 });
  });

  test('is not kept when the lesson has no such block', async () => {
    expect(await keep('part9', 'part1')).toBe(false);
    expect(await keep('part1', "'; drop table users; --")).toBe(false);
    expect(await findProgress(me, course, lesson)).toMatchObject({ position: 'part1', percent: 80 });
  });

  test('a lesson is done once, and stays done when it is read again', async () => {
    await completeLesson(me, course, lesson, 'part2-1');
    const done = await findProgress(me, course, lesson);
    expect(done).toMatchObject({ position: 'part1', percent: 100 });
    await completeLesson(me, course, lesson, 'part2-1');
    await keep('part1-1', 'part1-1');
    expect(await findProgress(me, course, lesson)).toMatchObject({
      position: 'part1-1',
      percent: 100,
      completedAt: done?.completedAt,
    });
  });

  test('two devices at once leave one row, and the larger share', async () => {
    const places = blocks.map((block) =>
      keepPlace(me, { course, lesson: '02', position: 'part1', reached: block }, blocks),
    );
    await Promise.all(places);
    expect(await findProgress(me, course, '02')).toMatchObject({ percent: 100 });
    expect((await progressOf(me)).map((row) => row.lesson)).toEqual(['02', lesson]);
  });

  test('belongs to one person', async () => {
    expect(await progressOf(await newPerson('other'))).toEqual([]);
  });
});

describe('answers', () => {
  test('are all kept, and the newest one counts', async () => {
    const me = await newPerson('answerer');
    const say = (question: string, isRight: boolean, revealed = false) =>
      keepAnswer(me, { question, answer: { choice: ['k1'] }, isRight, revealed });
    await say('9610-export/a', false);
    await say('9610-export/a', true);
    await say('9610-export/b', true);
    await say('9610-export/b', false, true);
    await say('9610_export/c', true);
    expect(await rightIn(me, '9610-export')).toEqual(new Set(['9610-export/a']));
    expect(await rightIn(me, '9610_export')).toEqual(new Set(['9610_export/c']));
    const latest = await latestAnswers(me, ['9610-export/a', '9610-export/b', '9610-export/none']);
    expect([...latest.keys()]).toEqual(['9610-export/a', '9610-export/b']);
    expect(latest.get('9610-export/b')).toMatchObject({
      isRight: false,
      revealed: true,
      answer: { choice: ['k1'] },
    });
    expect(await database().select().from(questionAnswers)).toHaveLength(5);
    expect(await latestAnswers(me, [])).toEqual(new Map());
  });
});
