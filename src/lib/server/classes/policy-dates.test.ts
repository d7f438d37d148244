import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES, lawAt, type RuleId } from '$simulator/law/index.ts';
import { formatDay, getDay } from '$simulator/trade/time-format.ts';
import { POLICY_DATES } from './assignments.ts';

/** Rules that the simulator asks for with `get`, which throws when there is none: read off its sources. */
function rulesNeeded(): RuleId[] {
  const files = readdirSync('simulator', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const text = files.map((file) => readFileSync(`simulator/${file}`, 'utf8')).join('\n');
  return [...new Set([...text.matchAll(/\.get\('(\w+)'\)/g)].map(([, id]) => id!))].filter(
    (id): id is RuleId => id in RULES,
  );
}

const missingOn = (day: number): string[] => rulesNeeded().filter((id) => !lawAt(day).find(id));

test('on every day that a teacher may choose, a run finds every rule that it asks for', () => {
  expect(rulesNeeded().length).toBeGreaterThan(20);
  const [first, last] = [getDay(POLICY_DATES.first), getDay(POLICY_DATES.last)];
  for (let day = first; day <= last; day += 7)
    expect([formatDay(day), missingOn(day)]).toEqual([formatDay(day), []]);
  expect(missingOn(last)).toEqual([]);
  expect(missingOn(first - 1)).not.toEqual([]);
});
