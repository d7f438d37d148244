import type { Block } from './plain.ts';

/** Code of the interactive blocks, each fetched only for a lesson that has one. */
const loaders: Record<string, () => Promise<{ default: Block }>> = {
  question: () => import('./blocks/Question.svelte'),
  machine: () => import('./blocks/Machine.svelte'),
  message: () => import('./blocks/Message.svelte'),
  calculator: () => import('./blocks/Calculator.svelte'),
  figure: () => import('./figures/Figure.svelte'),
};

/** Components for the kinds of blocks that a text has. Runs on the server and in the browser before the page is drawn. */
export async function loadBlocks(kinds: readonly string[]): Promise<Record<string, Block>> {
  const loaded = await Promise.all(
    kinds.map(async (kind) => {
      const load = loaders[kind];
      return load ? [[kind, (await load()).default] as const] : [];
    }),
  );
  return Object.fromEntries(loaded.flat());
}
