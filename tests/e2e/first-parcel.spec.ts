import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { beginScenario, dueNow, entryOf, fillMove, letPass, openMove, press } from '../support/desk.ts';
import type { Choices } from '../support/desk.ts';
import { expectAccessible, signIn } from '../support/pages.ts';

/** What a careful trader answers; what the platform paid is read off the page. */
const ANSWERS: Record<string, (page: Page) => Choices | Promise<Choices>> = {
  listGoods: () => ({
    goods: 'X6',
    hs: '4419110000',
    price: '2499',
    title: 'descriptive',
    contents: 'all',
    claims: ['testedFact'],
    countries: 'all',
  }),
  // Weight and label stand there: what the scale shows, and the address.
  pack: () => ({ insured: ['yes'] }),
  chooseRoute: () => ({ route: 'statistics' }),
  consolidate: () => ({}),
  dispatch: () => ({}),
  proveTrade: async (page) => {
    const { payout, orders, gross, commission, fees } = await statement(page);
    return { payout, orders, gross, commission, refunds: '0', fees, explanation: 'none' };
  },
  settle: async (page) => {
    const { payout, net } = await statement(page);
    return { payout, amount: net };
  },
  declareExemption: () => ({ orders: 'all', kind: 'exemptWithInvoice' }),
};

test('a student takes the first parcel from the listing to the settled money, through the pages alone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'student3');
  await beginScenario(page, '9610-first-parcel');
  const taken: string[] = [];

  for (let turn = 0; turn < 120; turn++) {
    const { messages, moves } = await dueNow(page);
    const move = moves.find((name) => name in ANSWERS && !taken.includes(name));
    if (messages[0]) await transmit(page, messages[0]);
    else if (move === 'pack') await packTwice(page);
    else if (move === 'proveTrade') await proveWrongThenRight(page);
    else if (move) await make(page, move);
    else if (taken.includes('settle') && taken.includes('declareExemption') && (await isAllDone(page))) break;
    else {
      await letPass(page, 'nextDecision');
      continue;
    }
    taken.push(messages[0] ?? move ?? '');
  }
  const way = ['listGoods', 'pack', '303', 'chooseRoute', '603', 'consolidate', '607', 'dispatch'];
  expect(taken.slice(0, way.length)).toEqual(way);
  expect(taken.slice(way.length).sort()).toEqual(['declareExemption', 'proveTrade', 'settle']);

  const handIn = await openMove(page, 'handIn');
  await handIn.locator('input[type=checkbox][required]').check();
  await handIn.locator('button[type=submit]').click();
  await page.getByRole('link', { name: '去复盘' }).first().click();
  await expect(page).toHaveURL(/\/debrief$/);
  await expect(page.getByText('100 / 100').first()).toBeVisible();
  await expect(page.getByText('优秀').first()).toBeVisible();
  await expect(page.locator('#lines li.short')).toHaveCount(0);
  await expect(page.locator('#flows')).toContainText('没有差异');
  await expectAccessible(page);
});

/** Makes a due move and sees it done. */
async function make(page: Page, move: string): Promise<void> {
  const choices = await ANSWERS[move]!(page);
  const form = await openMove(page, move);
  await fillMove(form, choices);
  await press(page, form.locator('button[type=submit]'));
  await expect(page.locator('section.why')).toHaveCount(0);
}

/** Writes a message by the form and sends it. What is half written outlives a reload. */
async function transmit(page: Page, message: string): Promise<void> {
  await page.locator(`#todo a.paper[href*="message=${message}"]`).first().click();
  const send = page.getByRole('button', { name: '发送' });
  await expect(page.getByText('格式合格')).toBeVisible();
  if (message === '303') {
    const name = page.locator('input[name="m.0.list.0.itemName"]');
    await page.locator('input[name="m.0.list.0.qty"]').fill('一');
    await expect(page.getByText('格式合格')).toBeHidden();
    await page.locator('input[name="m.0.list.0.qty"]').fill('1');
    await name.fill('竹砧板（大号）');
    await expect(page.getByText('格式合格')).toBeVisible();
    const before = await entryOf(page);
    await page.reload();
    await expect(page.getByText('接着上次没发出的稿子')).toBeVisible();
    await expect(name).toHaveValue('竹砧板（大号）');
    expect(await entryOf(page)).toBe(before);
    // A line that breaks while it is being sent loses nothing either.
    await page.context().setOffline(true);
    await send.click();
    await expect(
      page.locator('[role=alert], [role=status]').filter({ hasText: '连不上' }).first(),
    ).toBeVisible();
    await page.context().setOffline(false);
    await page.reload();
    await expect(name).toHaveValue('竹砧板（大号）');
    expect(await entryOf(page)).toBe(before);
    await page.getByRole('button', { name: '不要了，重新起草' }).click();
    await expect(name).toHaveValue('竹砧板');
  }
  await press(page, send);
  await toDesk(page);
}

/** An impatient hand sends the same form three times: the parcel is packed once. */
async function packTwice(page: Page): Promise<void> {
  const form = await openMove(page, 'pack');
  await fillMove(form, await ANSWERS.pack!(page));
  const before = await entryOf(page);
  const statuses = await form.evaluate((element: HTMLFormElement) => {
    const send = () => fetch(element.action, { method: 'POST', body: new FormData(element) });
    return Promise.all([send(), send()]).then(async (two) =>
      [...two, await send()].map(({ status }) => status),
    );
  });
  expect(statuses).toEqual([200, 200, 200]);
  await page.reload();
  expect(await entryOf(page)).toBe(before + 1);
  await expect(page.locator('form:has(input[name=move][value=pack])')).toHaveCount(0);
}

/** The net amount for the gross: the bank says which rule, what to do, and where it stands. */
async function proveWrongThenRight(page: Page): Promise<void> {
  const { net } = await statement(page);
  const right = await ANSWERS.proveTrade!(page);
  const form = await openMove(page, 'proveTrade');
  await fillMove(form, { ...right, gross: net });
  await press(page, form.locator('button[type=submit]'));
  const why = page.locator('section.why');
  await expect(why).toBeVisible();
  await expect(why.locator('li .title').first()).not.toBeEmpty();
  await expect(why).toContainText('怎样改');
  await expect(why.locator('a[href^="/regulations/"]').first()).toBeVisible();
  // Nothing that was written is lost: only the wrong amount needs another hand.
  const again = await openMove(page, 'proveTrade');
  await expect(again.locator('[name="f.gross"]')).toHaveValue(net);
  await fillMove(again, { gross: right.gross! });
  await press(page, again.locator('button[type=submit]'));
  await expect(why).toHaveCount(0);
}

interface Statement {
  payout: string;
  orders: string[];
  gross: string;
  commission: string;
  fees: string;
  net: string;
}

/** The payout as the money pane shows it, in cents as the forms ask for it. */
async function statement(page: Page): Promise<Statement> {
  const order = /DP\d{12}/.exec(await page.locator('#todo ~ *, .overview').first().innerText())?.[0] ?? '';
  await page.goto(`${new URL(page.url()).pathname}?pane=money`);
  const cells = await page
    .locator('table')
    .first()
    .locator('tbody tr')
    .first()
    .locator('th, td')
    .allInnerTexts();
  const [id = '', gross = '', less = '', net = ''] = cells;
  const cents = (text: string): string =>
    (/([\d,]+)\.(\d\d)/.exec(text) ?? ['', '0', '00']).slice(1).join('').replace(',', '');
  const part = (name: string): string => cents(less.split('\n').find((line) => line.startsWith(name)) ?? '');
  await toDesk(page);
  return {
    payout: /PO\d+/.exec(id)?.[0] ?? '',
    orders: [order],
    gross: cents(gross),
    commission: part('佣金'),
    fees: part('费用'),
    net: cents(net),
  };
}

async function toDesk(page: Page): Promise<void> {
  await page.locator('nav.panes a').first().click();
  await expect(page.locator('#todo')).toBeVisible();
}

/** Delivered, settled, exempt: nothing is left to do. */
async function isAllDone(page: Page): Promise<boolean> {
  const lanes = page.locator('.lanes a');
  const text = (await lanes.allInnerTexts()).join(' ');
  return ['已妥投', '已结汇', '免税'].every((state) => text.includes(state));
}
