/**
 * Which modules travel to the browser together. Left alone, every icon and every message becomes a file of its
 * own and the first page asks for forty; a phone on a school's network pays for each.
 */
export const browserChunks = [
  // What every page runs on.
  {
    name: 'svelte',
    test: /node_modules[\\/](svelte|@sveltejs[\\/]kit|esm-env|devalue|clsx)[\\/]|vite[\\/]preload-helper|rolldown[\\/]runtime/,
    priority: 40,
  },
  // The frame's words and the means to say any: on every page.
  {
    name: 'frame',
    test: /src[\\/]lib[\\/]paraglide[\\/](?!messages[\\/])|messages[\\/]common_/,
    priority: 30,
  },
  // Parts and signs that more than one page uses; charts are heavy and stay apart.
  {
    name: 'ui',
    test: /src[\\/]lib[\\/](ui[\\/](?!LineChart|BarChart|StackedBar|charts)|i18n[\\/])|node_modules[\\/]@lucide[\\/]/,
    minShareCount: 2,
    priority: 25,
  },
  // The words of a room, once for all its pages.
  {
    name: wordsOfRoom,
    debugName: 'words',
    test: /src[\\/]lib[\\/]paraglide[\\/]messages[\\/](?!_index)/,
    priority: 20,
  },
  {
    name: 'charts',
    test: /src[\\/]lib[\\/]ui[\\/](LineChart|BarChart|StackedBar|charts)|node_modules[\\/]d3-/,
    priority: 20,
  },
];

/** `…/messages/learn_continue.js` → `words-learn`. */
function wordsOfRoom(moduleId: string): string | null {
  const room = /messages[\\/]([a-z]+)_/.exec(moduleId)?.[1];
  return room ? `words-${room}` : null;
}
