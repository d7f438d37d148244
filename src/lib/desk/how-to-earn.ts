import { m } from '$lib/paraglide/messages.js';

const SENTENCES: Record<string, () => string> = {
  reached: m.debrief_earn_reached,
  avoided: m.debrief_earn_avoided,
  receipts: m.debrief_earn_receipts,
  notes: m.debrief_earn_notes,
  refusals: m.debrief_earn_refusals,
  within: m.debrief_earn_within,
  risks: m.debrief_earn_risks,
  mismatches: m.debrief_earn_mismatches,
  profit: m.debrief_earn_profit,
};

/** What would have earned the missing points, by the kind of measure. */
export const howToEarn = (measure: string): string => SENTENCES[measure]?.() ?? '';
