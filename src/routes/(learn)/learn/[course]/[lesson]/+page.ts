import { loadBlocks } from '$lib/lesson/load-blocks.ts';
import type { PageLoad } from './$types';

/** Fetches the code of the interactive blocks that this lesson has, and of no other. */
export const load: PageLoad = async ({ data }) => ({ ...data, blocks: await loadBlocks(data.view.kinds) });
