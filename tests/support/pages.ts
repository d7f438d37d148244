import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Signs a demo person in as a person would. Ends on the first page of their role. */
export async function signIn(page: Page, username: string, password = 'dryport-demo'): Promise<void> {
  await page.goto('/sign-in');
  // The demo buttons below carry hidden fields of the same names.
  const form = page.locator('form').filter({ has: page.locator('input[name=password]:visible') });
  await form.locator('input[name=username]').fill(username);
  await form.locator('input[name=password]').fill(password);
  await form.locator('button[type=submit]').click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * WCAG 2.2 AA, as far as a program can tell. On a window as high as the page: axe takes what just lies under
 * the bar at the bottom of a phone for too small to touch, though it can be scrolled out.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  await page.setViewportSize(size);
  const where = (nodes: { html: string }[]) => nodes.map(({ html }) => html.slice(0, 200)).join(' | ');
  expect(violations.map(({ id, nodes }) => `${id}: ${where(nodes)}`)).toEqual([]);
}

/** Nothing is cut off or scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
}
