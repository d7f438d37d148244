import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible, expectNoSidewaysScroll, signIn } from '../support/pages.ts';

const newName = () => `茶盘 ${randomUUID().slice(0, 6)}`;

const TRAY = {
  hs: '4419110000',
  netGrams: '900',
  packGrams: '150',
  cost: '42.00',
  price: '24.99',
  market: '22.99',
  stock: '60',
  cash: '20000',
};

test('a founder takes an own product to its first order and sees where the money is', async ({ page }) => {
  test.setTimeout(120_000);
  const name = newName();
  await signIn(page, 'founder');
  await page.goto('/incubate/new');
  await page.locator('input[name=name]').fill(name);
  for (const [field, value] of Object.entries(TRAY)) await page.locator(`input[name=${field}]`).fill(value);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('row', { name: /单件毛利/ })).toContainText('+¥111.09');
  const product = new URL(page.url()).pathname;

  await page.getByRole('button', { name: /第一个包裹/ }).click();
  await expect(page).toHaveURL(/\/simulate\//);
  const run = new URL(page.url()).pathname.split('/').at(-1)!;
  const listing = page.locator('form:has(input[name=move][value=listGoods])').first();
  if (!(await listing.isVisible()))
    await page.locator('details:has(input[value=listGoods]) > summary').first().click();
  // The listing begins with the price that the founder has in mind.
  await expect(listing.locator('[name="f.price"]')).toHaveValue('2499');
  await listing.locator('[name="f.price"]').fill('2299');
  await choose(listing, 'f.goods', 'OWN');
  await choose(listing, 'f.hs', TRAY.hs);
  await choose(listing, 'f.title', 'descriptive');
  for (const box of await listing.locator('input[type=checkbox][name="f.contents"]').all())
    await box.check({ force: true });
  await listing.locator('input[type=checkbox][name="f.countries"]').first().check({ force: true });
  await listing.locator('button[type=submit]').click();
  await expect(listing).toBeHidden();

  // Whoever buys, buys within three days.
  await expect(async () => {
    await page.locator('button[data-step=day]').click();
    await expect(page.getByText(/DP2026\d{8}/).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });

  await page.goto(`${product}/${run}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page.getByRole('img', { name: /现金最低/ })).toBeVisible();
  await expect(page.getByText('上架费').first()).toBeVisible();
  await expect(
    page
      .getByRole('cell', { name: /DP2026/ })
      .or(page.getByRole('rowheader', { name: /DP2026/ }))
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});

test('nobody else finds a founder’s product, nor its run', async ({ page, browser }) => {
  await signIn(page, 'founder');
  await page.goto('/incubate/paste');
  const name = newName();
  await page
    .locator('textarea')
    .fill(`品名,HS编码,成本,发票,售价,净重\n${name},4419110000,42,普票,24.99,900`);
  await page.getByRole('button', { name: '检查并保存' }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const product = page.url();
  await page.getByRole('button', { name: /第一个包裹/ }).click();
  await expect(page).toHaveURL(/\/simulate\//);
  for (const somebody of ['teacher', 'admin', 'officer']) {
    const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await signIn(other, somebody);
    expect((await other.goto(page.url()))!.status()).toBe(404);
    expect((await other.goto(product))!.status()).toBe(403);
  }
});

test('a table with one wrong row is not saved, and says which row and why', async ({ page }) => {
  await signIn(page, 'founder');
  await page.goto('/incubate/paste');
  const name = newName();
  await page
    .locator('textarea')
    .fill(
      `品名,HS编码,成本,发票,售价,净重\n${name},4419110000,42,普票,24.99,900\n香插,6913,9.5,普票,12.9,180`,
    );
  await page.getByRole('button', { name: '检查并保存' }).click();
  await expect(page.getByRole('row', { name: /香插/ })).toContainText('HS 编码要 10 位');
  await expect(page.locator('textarea')).toHaveValue(new RegExp(name));
  await page.goto('/incubate');
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});

test('the zone office sees counts, and a student does not see the zone', async ({ page, browser }) => {
  await signIn(page, 'officer');
  await expect(page.getByRole('heading', { level: 1, name: '综试区看板' })).toBeVisible();
  await expectAccessible(page);
  const student = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await signIn(student, 'student2');
  expect((await student.goto('/zone'))!.status()).toBe(403);
});

/**
 * Sets one field of a move, whichever way it is drawn. The words of a choice lie over its box, so that all of it is the
 * target: hence `force`.
 */
async function choose(form: Locator, name: string, value: string): Promise<void> {
  const field = form.locator(`[name="${name}"]`);
  const kind = await field
    .first()
    .evaluate((element) => (element instanceof HTMLInputElement ? element.type : 'select'));
  if (kind === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
  else if (kind === 'select') await field.selectOption(value);
  else await field.fill(value);
}
