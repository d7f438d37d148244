import type { Pane } from '$lib/desk/view.ts';
import type { OpenRun } from './journal.ts';
import { papersPage } from './papers-page.ts';
import type { Speaker } from './words.ts';

/** What one pane shows beside the frame; null for the overview, which the frame itself feeds. */
export async function panePage(pane: Pane, open: OpenRun, speaker: Speaker, asked: URLSearchParams) {
  switch (pane) {
    case 'papers':
      return papersPage(open, speaker, asked);
    default:
      return null;
  }
}

export type PaneContent = Awaited<ReturnType<typeof panePage>>;
