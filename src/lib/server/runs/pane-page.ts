import type { Pane } from '$lib/desk/view.ts';
import type { OpenRun } from './journal.ts';
import { firmPane } from './panes/firm-pane.ts';
import { flowsPane } from './panes/flows-pane.ts';
import { journalPane } from './panes/journal-pane.ts';
import { moneyPane } from './panes/money-pane.ts';
import { ordersPane } from './panes/orders-pane.ts';
import { risksPane } from './panes/risks-pane.ts';
import { sourcingPane } from './panes/sourcing-pane.ts';
import { trackingPane } from './panes/tracking-pane.ts';
import { papersPage } from './papers-page.ts';
import type { Speaker } from './words.ts';

/** What one pane shows beside the frame; null for the overview, which the frame itself feeds. */
export async function panePage(pane: Pane, open: OpenRun, speaker: Speaker, asked: URLSearchParams) {
  switch (pane) {
    case 'papers':
      return papersPage(open, speaker, asked);
    case 'orders':
      return ordersPane(open, speaker, asked);
    case 'sourcing':
      return sourcingPane(open, speaker);
    case 'money':
      return moneyPane(open, speaker, asked);
    case 'flows':
      return flowsPane(open, speaker);
    case 'tracking':
      return trackingPane(open, speaker, asked);
    case 'risks':
      return risksPane(open, speaker);
    case 'journal':
      return journalPane(open, speaker, asked);
    case 'firm':
      return firmPane(open, speaker, asked);
    case 'overview':
      return null;
  }
}

export type PaneContent = Awaited<ReturnType<typeof panePage>>;
