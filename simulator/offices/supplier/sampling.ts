/**
 * Sample sizes of GB/T 2828.1, general level II, with the acceptance numbers of AQL 2.5: from which lot size, how
 * many pieces are looked at, how many of them may be faulty.
 */
const PLANS = [
  { from: 1201, size: 125, allowed: 7 },
  { from: 501, size: 80, allowed: 5 },
  { from: 281, size: 50, allowed: 3 },
  { from: 151, size: 32, allowed: 2 },
  { from: 91, size: 20, allowed: 1 },
  { from: 51, size: 13, allowed: 1 },
  { from: 26, size: 8, allowed: 0 },
  { from: 16, size: 5, allowed: 0 },
  { from: 9, size: 3, allowed: 0 },
] as const;

export function samplingPlan(pieces: number): { size: number; allowed: number } {
  const plan = PLANS.find(({ from }) => pieces >= from);
  return plan ? { size: plan.size, allowed: plan.allowed } : { size: Math.min(2, pieces), allowed: 0 };
}
