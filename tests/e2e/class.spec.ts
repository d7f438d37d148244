import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible, expectNoSidewaysScroll, signIn } from '../support/pages.ts';

async function deviceOf(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, username);
  return page;
}

test('a teacher opens a class, assigns the first parcel, sees where a student stands, and takes the scores away', async ({ browser }) => {
  const teacher = await deviceOf(browser, 'teacher');
  const name = `实训班 ${Date.now()}`;
  await teacher.goto('/teach');
  await teacher.locator('input[name=name]').fill(name);
  await teacher.getByRole('button', { name: '建班' }).click();
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(teacher.getByRole('img', { name: /二维码/ })).toBeVisible();
  const code = await teacher.locator('#join code').innerText();
  const home = new URL(teacher.url()).pathname.replace(/\/people$/, '');

  const student = await deviceOf(browser, 'student4');
  await student.goto(`/join?code=${code}`);
  await expect(student.getByText(name)).toBeVisible();
  await student.getByRole('button', { name: '进入班级' }).or(student.locator('main form button[type=submit]')).first().click();
  await expect(student.locator('main [role=status]')).toContainText(name);

  await teacher.goto(`${home}/assignments`);
  const assign = teacher.locator('form[action="?/assign"]');
  await assign.locator('select[name=target]').selectOption('scenario/9610-first-parcel');
  await assign.locator('input[name=due]').fill('2030-01-15');
  await assign.locator('input[name=attempts]').fill('2');
  await assign.getByRole('button', { name: '布置任务' }).click();
  await expect(teacher.getByRole('row', { name: /2030-01-15/ })).toContainText('最多 2 次');

  await teacher.goto(home);
  await expect(teacher.getByRole('row', { name: /陈雨桐/ })).toContainText('未开始');

  await student.goto('/');
  const work = student.getByRole('listitem').filter({ hasText: name }).getByRole('link').first();
  await work.click();
  await expect(student.getByText('还剩 2 次（共 2 次）')).toBeVisible();
  await student.getByRole('button', { name: '开始' }).click();
  await expect(student).toHaveURL(/\/simulate\/[0-9a-f-]{36}/);
  const run = new URL(student.url()).pathname;

  // Nobody presses anything: the board asks by itself.
  const row = teacher.getByRole('row', { name: /陈雨桐/ });
  await expect(row).not.toContainText('未开始', { timeout: 15_000 });
  await row.getByRole('link', { name: '查看陈雨桐的操作现场（只读）' }).click();
  await expect(teacher).toHaveURL(new RegExp(`${run}$`));
  await expect(teacher.getByText('陈雨桐').first()).toBeVisible();

  await teacher.goto(`${home}/grades`);
  const [file] = await Promise.all([teacher.waitForEvent('download'), teacher.getByRole('link', { name: /导出成绩表/ }).click()]);
  expect(file.suggestedFilename()).toBe(`${name}.csv`);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\ufeff学号/账号,姓名,')).toBe(true);
  expect(text).toContain('student4,陈雨桐,');

  // Another student, and the class's address: not there.
  const stranger = await deviceOf(browser, 'student5');
  expect((await stranger.goto(run))?.status()).toBe(404);
  expect((await stranger.goto(home))?.status()).toBe(403);

  for (const colorScheme of ['light', 'dark'] as const) {
    await teacher.emulateMedia({ colorScheme });
    for (const path of ['/teach', home, `${home}/assignments`, `${home}/grades`, `${home}/people`, `${home}?stage`]) {
      await teacher.goto(path);
      await expectAccessible(teacher);
    }
  }
  await teacher.goto(`${home}?stage=off`);
  await teacher.setViewportSize({ width: 320, height: 640 });
  for (const path of ['/teach', home, `${home}/assignments`, `${home}/grades`, `${home}/people`]) {
    await teacher.goto(path);
    await expectAccessible(teacher);
    await expectNoSidewaysScroll(teacher);
  }
  await student.goto('/');
  await expectAccessible(student);
  await student.getByRole('listitem').filter({ hasText: name }).getByRole('link').first().click();
  await expectAccessible(student);
});

test('what is wrong with an assignment is said at its field, and nothing typed is lost', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const teacher = await context.newPage();
  await signIn(teacher, 'teacher');
  await teacher.goto('/teach/demo-class/assignments');
  const assign = teacher.locator('form[action="?/assign"]');
  await assign.locator('select[name=target]').selectOption('course/9610-export');
  await assign.locator('summary').click();
  await assign.locator('input[name=title]').fill('先读课程');
  await assign.locator('input[name=attempts]').evaluate((input: HTMLInputElement) => (input.type = 'text'));
  await assign.locator('input[name=attempts]').fill('多次');
  await assign.getByRole('button', { name: '布置任务' }).click();
  await expect(teacher.getByText('请填 0 到 99 之间的整数。')).toBeVisible();
  await expect(assign.locator('select[name=target]')).toHaveValue('course/9610-export');
  await expect(assign.locator('input[name=title]')).toHaveValue('先读课程');
});
