import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAccessible, expectNoSidewaysScroll, signIn } from '../support/pages.ts';

async function deviceOf(browser: Browser, username: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, username);
  return page;
}

/** A new class of this teacher, with its first parcel assigned: its name, its code and its address. */
async function openClass(teacher: Page) {
  const name = `实训班 ${Date.now()}`;
  await teacher.goto('/teach');
  await teacher.locator('input[name=name]').fill(name);
  await teacher.getByRole('button', { name: '建班' }).click();
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(teacher.getByRole('img', { name: /二维码/ })).toBeVisible();
  const code = await teacher.locator('#join code').innerText();
  const home = new URL(teacher.url()).pathname.replace(/\/people$/, '');
  await teacher.goto(`${home}/assignments`);
  const assign = teacher.locator('form[action="?/assign"]');
  await assign.locator('select[name=target]').selectOption('scenario/9610-first-parcel');
  await assign.locator('input[name=due]').fill('2030-01-15');
  await assign.locator('input[name=attempts]').fill('2');
  await assign.getByRole('button', { name: '布置任务' }).click();
  await expect(teacher.getByRole('row', { name: /2030-01-15/ })).toContainText('最多 2 次');
  return { name, code, home };
}

async function join(student: Page, { code, name }: { code: string; name: string }): Promise<void> {
  await student.goto(`/join?code=${code}`);
  await student.locator('main form button[type=submit]').click();
  await expect(student.locator('main [role=status]')).toContainText(name);
}

test('a teacher opens a class, assigns the first parcel, sees where a student stands, and takes the scores away', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [teacher, student] = [await deviceOf(browser, 'teacher'), await deviceOf(browser, 'student4')];
  const { name, code, home } = await openClass(teacher);
  await join(student, { name, code });
  await teacher.goto(home);
  const row = teacher.getByRole('row', { name: /陈雨桐/ });
  await expect(row).toContainText('未开始');

  await student.goto('/');
  await student.getByRole('listitem').filter({ hasText: name }).getByRole('link').first().click();
  await expect(student.getByText('还剩 2 次（共 2 次）')).toBeVisible();
  await student.getByRole('button', { name: '开始' }).click();
  await expect(student).toHaveURL(/\/simulate\/[0-9a-f-]{36}/);
  const run = new URL(student.url()).pathname;

  // Nobody presses anything: the board asks by itself.
  await expect(row).not.toContainText('未开始', { timeout: 15_000 });
  await row.getByRole('link', { name: '查看陈雨桐的操作现场（只读）' }).click();
  await expect(teacher).toHaveURL(new RegExp(`${run}$`));
  await expect(teacher.getByText('陈雨桐').first()).toBeVisible();

  await teacher.goto(`${home}/grades`);
  const taken = teacher.waitForEvent('download');
  await teacher.getByRole('link', { name: /导出成绩表/ }).click();
  const file = await taken;
  expect(file.suggestedFilename()).toBe(`${name}.csv`);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\ufeff学号/账号,姓名,')).toBe(true);
  expect(text).toContain('student4,陈雨桐,');

  // For another student neither the run nor the class is there.
  const stranger = await deviceOf(browser, 'student5');
  expect((await stranger.goto(run))?.status()).toBe(404);
  expect((await stranger.goto(home))?.status()).toBe(403);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages of a class can be used by everybody, on a small phone and a projector too (${colorScheme})`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const [teacher, student] = [await deviceOf(browser, 'teacher'), await deviceOf(browser, 'student6')];
    const open = await openClass(teacher);
    await join(student, open);
    await teacher.emulateMedia({ colorScheme });
    const pages = [
      '/teach',
      open.home,
      ...['assignments', 'grades', 'people'].map((room) => `${open.home}/${room}`),
    ];
    await teacher.goto(`${open.home}?stage`);
    await expectAccessible(teacher);
    await teacher.goto(`${open.home}?stage=off`);
    await teacher.setViewportSize({ width: 320, height: 640 });
    for (const path of pages) {
      await teacher.goto(path);
      await expectAccessible(teacher);
      await expectNoSidewaysScroll(teacher);
    }
    await student.emulateMedia({ colorScheme });
    await student.goto('/');
    await student.getByRole('listitem').filter({ hasText: open.name }).getByRole('link').first().click();
    await expect(student.getByRole('button', { name: '开始' })).toBeVisible();
    await expectAccessible(student);
  });
}

test('what is wrong with an assignment is said at its field, and nothing typed is lost, without JavaScript too', async ({
  browser,
}) => {
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
