import type { Explained, findExplain } from './context.ts';

/**
 * What a press on a chip does: open its words beside it, and where that can't be done, follow the link. A press
 * that means "in a new tab" is left to the browser.
 */
export function explainOrFollow(explain: ReturnType<typeof findExplain>, what: () => Explained) {
  return (event: MouseEvent & { currentTarget: HTMLAnchorElement }): void => {
    const { currentTarget: chip } = event;
    const wantsTab = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!explain || wantsTab) return;
    event.preventDefault();
    void explain(what(), chip).then((opened) => {
      if (!opened) location.assign(chip.href);
    });
  };
}
