import type { Board } from '$lib/classes/board.ts';

/** How often an open board asks, ms. A hidden one doesn't. */
const EVERY = 5000;

/**
 * Asks for the board again and again while the page can be seen, and at once when it comes back into sight.
 * @param take gets what came, or null when nothing did
 * @returns ends it
 */
export function keepFresh(address: string, take: (board: Board | null) => void): () => void {
  let over = false;
  let asking = false;

  async function ask() {
    if (document.hidden || asking) return;
    asking = true;
    const board = await fetchBoard(address);
    asking = false;
    if (!over) take(board);
  }

  const timer = setInterval(ask, EVERY);
  document.addEventListener('visibilitychange', ask);
  return () => {
    over = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ask);
  };
}

async function fetchBoard(address: string): Promise<Board | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as Board) : null;
  } catch {
    return null;
  }
}
