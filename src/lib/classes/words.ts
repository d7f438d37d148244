import { m } from '$lib/paraglide/messages.js';

/** How much help a run gives. */
export const difficultyWord = {
  guided: m.teach_difficulty_guided,
  normal: m.teach_difficulty_normal,
  hard: m.teach_difficulty_hard,
};
