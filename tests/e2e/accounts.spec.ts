import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible, expectNoSidewaysScroll, signIn } from '../support/pages.ts';

const PASSWORD = 'plum rain over the river';
const newName = () => `e2e-${randomUUID().slice(0, 8)}`;

async function fillNewAccount(page: Page, username: string): Promise<void> {
  await page.locator('input[name=name]').fill('新同学');
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]:visible').fill(PASSWORD);
}

async function otherDevice(browser: Browser): Promise<Page> {
  return (await browser.newContext({ locale: 'zh-CN' })).newPage();
}

test('a newcomer joins the class with the code from the blackboard, without JavaScript', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage();
  await page.goto('/join');
  await page.getByLabel('班级码').fill('demo24');
  await page.getByRole('button', { name: '查找班级' }).click();
  await expect(page.getByText('跨境电商2401班')).toBeVisible();
  await fillNewAccount(page, newName());
  await page.getByRole('button', { name: '创建账号' }).click();
  await expect(page).toHaveURL('/learn');
  await page.goto('/account');
  await expect(page.getByText('跨境电商2401班')).toBeVisible();
});

test('who mistypes keeps what was typed and is told which field is wrong', async ({ page }) => {
  await page.goto('/join?code=DEMO24');
  await fillNewAccount(page, 'student1');
  await page.getByRole('button', { name: '创建账号' }).click();
  await expect(page.getByText('这个用户名已经有人用了')).toBeVisible();
  await expect(page.locator('input[name=name]')).toHaveValue('新同学');
  await expect(page.locator('input[name=username]')).toHaveAttribute('aria-invalid', 'true');
});

test('a wrong class code is explained', async ({ page }) => {
  await page.goto('/join?code=ZZZZZZ');
  await expect(page.getByText('没有这个班级码')).toBeVisible();
});

test('a page that needs an account asks for it and comes back to itself', async ({ page }) => {
  await page.goto('/account?from=bookmark');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: '以李晓岚（学生）进入' }).click();
  await expect(page).toHaveURL('/account?from=bookmark');
});

test('the language a person chose is there on the next device too', async ({ browser }) => {
  const [first, second] = [await otherDevice(browser), await otherDevice(browser)];
  await signIn(first, 'student6');
  await first.goto('/account');
  await first.locator('select[name=locale]').selectOption('en');
  await first.getByRole('button', { name: '保存' }).click();
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('My account');
  await signIn(second, 'student6');
  await second.goto('/account');
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('My account');
  await second.locator('select[name=locale]').selectOption('zh-CN');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('我的账号');
});

test('a language chosen before signing in stays, and the next person at the device does not inherit it', async ({
  browser,
}) => {
  const page = await otherDevice(browser);
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await signIn(page, 'student4');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/signed-out/);
  await signIn(page, 'student5');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('who signs out everywhere is out on the other device as well', async ({ browser }) => {
  const [first, second] = [await otherDevice(browser), await otherDevice(browser)];
  await signIn(first, 'student5');
  await signIn(second, 'student5');
  await first.goto('/account');
  await first.getByRole('button', { name: '在所有设备上退出登录' }).click();
  await expect(first.getByText('已退出登录')).toBeVisible();
  await second.goto('/account');
  await expect(second).toHaveURL(/\/sign-in/);
});

test('an administrator invites a teacher, who opens the link and begins', async ({ browser }) => {
  const admin = await otherDevice(browser);
  await signIn(admin, 'admin');
  await admin.goto('/admin');
  await admin.locator('select[name=role]').last().selectOption('instructor');
  await admin.getByRole('button', { name: '生成链接' }).click();
  const link = await admin
    .getByText(/http:\/\/\S+\/invite\/\S+/)
    .first()
    .innerText();
  const teacher = await otherDevice(browser);
  const username = newName();
  await teacher.goto(/http\S+/.exec(link)?.[0] ?? '');
  await fillNewAccount(teacher, username);
  await teacher.getByRole('button', { name: '创建账号' }).click();
  await expect(teacher).toHaveURL('/teach');
  await admin.goto(`/admin?search=${username}`);
  await expect(admin.getByRole('row', { name: username })).toContainText('教师');
});

test('a student is told kindly that administration is not for students', async ({ page }) => {
  await signIn(page, 'student2');
  const answer = await page.goto('/admin');
  expect(answer?.status()).toBe(403);
  await expect(page.getByText('你没有权限看这一页')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the account pages can be used by everybody, on a small phone too (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['/sign-in', '/join', '/join?code=DEMO24', '/invite/void']) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await signIn(page, 'admin');
    for (const path of ['/account', '/admin']) {
      await page.goto(path);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });
}
