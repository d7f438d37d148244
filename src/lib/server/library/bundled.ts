import type { ContentFiles } from './library.ts';

/**
 * The content as Vite put it into the server: the built site needs no folder beside it and may be started
 * from anywhere; in development an edited file makes this module, and with it the library, load anew.
 */
const sources: Record<string, string> = import.meta.glob('/content/**/*.{md,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const bundledContent: ContentFiles = new Map(
  Object.entries(sources).map(([path, source]) => [path.replace(/^\/content\//, ''), source]),
);
