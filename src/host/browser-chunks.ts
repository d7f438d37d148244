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
  // Parts for people at work: tables, maps of stages, tabs. Whoever reads does not need them.
  {
    name: 'ui-work',
    test: /src[\\/]lib[\\/](ui[\\/](Table|Stage|ErrorNotice|Pagination|Stat|Tabs|Timeline|stage)|i18n[\\/]format)/,
    minShareCount: 2,
    priority: 26,
  },
  // Parts, signs and words that more than one page uses. Charts are heavy and stay apart.
  {
    name: 'ui',
    test: new RegExp(
      [
        'src/lib/ui/(?!LineChart|BarChart|StackedBar|charts)',
        'src/lib/i18n/',
        'src/lib/paraglide/(?!messages/)',
        'paraglide/messages/common_(?!home_)',
        'node_modules/@lucide/',
      ]
        .join('|')
        .replaceAll('/', '[\\\\/]'),
    ),
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
  // What stands in lessons: each block alone would be a file of two kilobytes. The live machine brings XState
  // along and stays apart.
  {
    name: 'lesson',
    test: /src[\\/]lib[\\/](questions[\\/]|lesson[\\/](blocks|figures)[\\/](?!MachineLive|MachineTable))/,
    priority: 15,
  },
  {
    name: 'charts',
    test: /src[\\/]lib[\\/]ui[\\/](LineChart|BarChart|StackedBar|charts)|node_modules[\\/]d3-/,
    priority: 20,
  },
];

/** `…/messages/learn_continue.js` → `words-learn`. Questions are asked in lessons; the frame's words are in `ui`. */
function wordsOfRoom(moduleId: string): string | null {
  const [, room, next] = /messages[\\/]([a-z]+)_([a-z]+)/.exec(moduleId) ?? [];
  if (!room || (room === 'common' && next !== 'home')) return null;
  return `words-${room.replace('question', 'lesson')}`;
}
