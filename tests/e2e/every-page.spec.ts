import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { beginScenario, fillMove, letPass, openMove, press } from '../support/desk.ts';
import { expectAccessible, expectNoSidewaysScroll, signIn } from '../support/pages.ts';
import { DESK_PANES, listenForFaults, PAGES } from '../support/sitemap.ts';
import type { Person } from '../support/sitemap.ts';

const PEOPLE: [person: Person, username: string | null, who: string][] = [
  ['visitor', null, 'a visitor'],
  ['student', 'student4', 'a student'],
  ['teacher', 'teacher', 'a teacher'],
  ['founder', 'founder', 'a founder'],
  ['officer', 'officer', 'an officer of the zone'],
  ['admin', 'admin', 'an administrator'],
];

for (const [person, username, who] of PEOPLE) {
  test(`${who} can use every page, in both languages, by day and by night, on a small phone`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    if (username) await signIn(page, username);
    await useEverywhere(page, PAGES[person]);
  });
}

test('a student can use every pane of the desk and the debrief, in both languages, by day and by night, on a small phone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'student4');
  await beginScenario(page, '9610-first-parcel');
  const desk = new URL(page.url()).pathname;
  const listing = await openMove(page, 'listGoods');
  await fillMove(listing, {
    goods: 'X6',
    hs: '4419110000',
    price: '2499',
    title: 'descriptive',
    contents: 'all',
    countries: 'all',
  });
  await press(page, listing.locator('button[type=submit]'));
  await letPass(page, 'nextDecision');
  const pack = await openMove(page, 'pack');
  await press(page, pack.locator('button[type=submit]'));
  await letPass(page, 'nextDecision');
  const paper = await page.locator('#todo a.paper').first().getAttribute('href');
  const panes = DESK_PANES.map((pane) => (pane ? `${desk}?pane=${pane}` : desk));
  await useEverywhere(page, [...panes, `${desk}${paper ?? ''}`, `${desk}/debrief`]);
});

test('a founder can use every page of a product and of its run, in both languages, by day and by night, on a small phone', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, 'founder');
  await page.goto('/incubate/paste');
  const name = `茶盘 ${Date.now()}`;
  await page
    .locator('textarea')
    .fill(`品名,HS编码,成本,发票,售价,净重\n${name},4419110000,42,普票,24.99,900`);
  await page.getByRole('button', { name: '检查并保存' }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const product = new URL(page.url()).pathname;
  const runs: string[] = [];
  for (let time = 0; time < 2; time++) {
    await page.goto(product);
    await page.getByRole('button', { name: /第一个包裹/ }).click();
    await expect(page).toHaveURL(/\/simulate\//);
    runs.push(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  }
  await useEverywhere(page, [product, `${product}/edit`, `${product}/compare`, `${product}/${runs[0]}`]);
});

test('without JavaScript the words are there all the same', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })).newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await page.locator('main').innerText()).length).toBeGreaterThan(200);
  await page.goto('/learn');
  await page.locator('main a[href^="/learn/9610-export"]').first().click();
  await page.goto('/learn/9610-export/01-what-is-9610');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await page.locator('main').innerText()).length).toBeGreaterThan(1_000);
});

/** Chinese by day with all rules, English by night with the rules about colour; both on a phone of 320 px. */
async function useEverywhere(page: Page, paths: readonly string[]): Promise<void> {
  const faults = listenForFaults(page);
  for (const path of paths) await test.step(path, () => useIn(page, path, 'zh-CN'));
  for (const path of paths) await test.step(`${path} (en)`, () => useIn(page, path, 'en'));
  expect(faults).toEqual([]);
}

async function useIn(page: Page, path: string, locale: 'zh-CN' | 'en'): Promise<void> {
  const { hostname } = new URL(test.info().project.use.baseURL ?? '');
  await page.context().addCookies([{ name: 'dryport_locale', value: locale, domain: hostname, path: '/' }]);
  await page.emulateMedia({ colorScheme: locale === 'en' ? 'dark' : 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  const answer = await page.goto(path);
  expect.soft(answer?.status(), path).toBeLessThan(path.startsWith('/invite/void') ? 500 : 400);
  expect.soft(await page.locator('html').getAttribute('lang'), path).toBe(locale);
  expect.soft((await page.title()).length, path).toBeGreaterThan(3);
  await expect.soft(page.locator('h1'), path).toHaveCount(1);
  if (locale === 'zh-CN') await expectAccessible(page);
  else await expectContrast(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
}

async function expectContrast(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  const found = violations.flatMap(({ nodes }) =>
    nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
  );
  expect.soft(found, page.url()).toEqual([]);
}
