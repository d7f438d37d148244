import { expect, test } from 'vitest';
import type { Setup } from './setup.ts';
import { MILESTONES, planFrom, stamped } from './tracking.ts';
import { DAY } from './time.ts';

const setup = { destinations: [{ country: '502', days: [6, 9, 18] }] } as unknown as Setup;

test('the plan names every milestone once, in order, and arrives on the most likely day of the line', () => {
  const plan = planFrom(0, setup, '502');
  expect(plan.map((step) => step.code)).toEqual([...MILESTONES]);
  const times = plan.map((step) => step.planned!);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(plan.at(-1)!.planned! - plan[6]!.planned!).toBe(9 * DAY);
});

test('a milestone is stamped once; exceptions pile up', () => {
  const plan = planFrom(0, setup, '502');
  const once = stamped(plan, { code: 'CFS_IN' }, 5);
  expect(stamped(once, { code: 'CFS_IN' }, 9)).toEqual(once);
  const twice = stamped(stamped(once, { code: 'EXCEPTION', reason: 'delayed' }, 7), { code: 'EXCEPTION' }, 8);
  expect(twice.filter((step) => step.code === 'EXCEPTION').map((step) => step.actual)).toEqual([7, 8]);
});
