import type { Block } from './plain.ts';

/** Kinds of blocks whose code is not part of every lesson. */
const TOOLS = ['calculator', 'message'] as const;

/**
 * Code of the blocks that a text has and not every text: runs on the server and in the browser, before the page
 * is drawn.
 */
export async function loadBlocks(kinds: readonly string[]): Promise<Record<string, Block>> {
  if (!TOOLS.some((kind) => kinds.includes(kind))) return {};
  const { calculator, message } = await import('./blocks/tools.ts');
  return { calculator, message } satisfies Record<(typeof TOOLS)[number], Block>;
}
