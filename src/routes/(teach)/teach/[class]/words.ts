import type { Standing } from '$lib/classes/board.ts';
import { m } from '$lib/paraglide/messages.js';
import type { Tone } from '$lib/ui/tones.ts';

export const standingWord: Record<Standing, () => string> = {
  stuck: m.teach_standing_stuck,
  underWay: m.teach_standing_underWay,
  notBegun: m.teach_standing_notBegun,
  ended: m.teach_standing_ended,
};

export const standingTone: Record<Standing, Tone> = {
  stuck: 'held',
  underWay: 'active',
  notBegun: 'neutral',
  ended: 'cleared',
};
