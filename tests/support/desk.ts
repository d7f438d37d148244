import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export type Choices = Record<string, string | string[] | 'all'>;

/** How far the run is that the page shows: the number of its last entry. */
export async function entryOf(page: Page): Promise<number> {
  return Number(await page.locator('input[name=seq]').first().inputValue());
}

/** Begins a scenario from the list, as its student. Ends on the desk. */
export async function beginScenario(page: Page, scenario: string): Promise<void> {
  await page.goto('/simulate');
  await page.locator(`form:has(input[name=scenario][value="${scenario}"]) button`).click();
  await expect(page).toHaveURL(/\/simulate\/[\w-]{8,}/);
  await expect(page.locator('[data-step=nextEvent]')).toBeEnabled();
}

/** The form of a move, wherever on the page it stands; unfolded. */
export async function openMove(page: Page, move: string): Promise<Locator> {
  const form = page.locator(`form:has(input[name=move][value="${move}"])`).first();
  // What is not due lies in a fold of its own, the outermost first.
  const folds = page.locator(`details:has(form input[name=move][value="${move}"])`);
  for (const fold of await folds.all()) {
    if (!(await fold.evaluate((element) => (element as HTMLDetailsElement).open)))
      await fold.locator(':scope > summary').click();
    if (await form.isVisible()) break;
  }
  await expect(form).toBeVisible();
  return form;
}

/** Fills in a move as a person does, whichever way each field is drawn. `all` ticks every box. */
export async function fillMove(form: Locator, choices: Choices): Promise<void> {
  for (const [name, wanted] of Object.entries(choices)) {
    const field = form.locator(`[name="f.${name}"]`);
    const kind = await field
      .first()
      .evaluate((element) => (element instanceof HTMLInputElement ? element.type : 'select'));
    if (kind === 'select') await field.selectOption(wanted);
    else if (kind !== 'checkbox' && kind !== 'radio')
      await field.fill(Array.isArray(wanted) ? wanted.join(' ') : wanted);
    else for (const box of await field.all()) await tick(form, box, wanted, kind);
  }
}

/** One clicks the words, which lie over the whole choice. */
async function tick(form: Locator, box: Locator, wanted: string | string[], kind: string): Promise<void> {
  const value = (await box.getAttribute('value')) ?? '';
  const on = wanted === 'all' || (Array.isArray(wanted) ? wanted.includes(value) : wanted === value);
  if ((await box.isChecked()) === on || (kind === 'radio' && !on)) return;
  await form.locator(`label[for="${await box.getAttribute('id')}"]`).click();
  await expect(box).toBeChecked({ checked: on });
}

/** Presses, and waits until the desk shows what came of it. */
export async function press(page: Page, button: Locator): Promise<void> {
  const before = await entryOf(page);
  await button.click();
  await expect.poll(() => entryOf(page), { timeout: 15_000 }).toBeGreaterThan(before);
}

/** Lets time pass: to the next event, to the next decision, or by a day. */
export const letPass = (page: Page, step: 'nextEvent' | 'nextDecision' | 'day'): Promise<void> =>
  press(page, page.locator(`button[data-step=${step}]`));

/** Moves that are due now, and messages, in the order of the page. */
export async function dueNow(page: Page): Promise<{ moves: string[]; messages: string[] }> {
  const cards = page.locator('#todo .todo > article');
  const moves = cards.locator('input[name=move]');
  const papers = cards.locator('a.paper');
  return {
    moves: await moves.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value)),
    messages: await papers.evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('message') ?? ''),
    ),
  };
}
