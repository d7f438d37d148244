/** Parts for people at work, by the beginnings of their names. */
const forWork = 'Table|Stage|stage|ErrorNotice|Pagination|Stat\\.|StatRow|Tabs|Timeline';

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
  // Parts, signs and words that more than one page uses. Charts are heavy and stay apart.
  {
    name: 'ui',
    test: new RegExp(
      [
        `src/lib/ui/(?!LineChart|BarChart|StackedBar|charts|${forWork})`,
        'src/lib/i18n/(?!format)',
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
  // Parts for people at work: tables, maps of stages, tabs. Whoever only reads never fetches them. After `ui`,
  // or it would take along what both stand on.
  {
    name: 'ui-work',
    test: new RegExp(`src/lib/(ui/(${forWork})|i18n/format)`.replaceAll('/', '[\\\\/]')),
    minShareCount: 2,
    priority: 22,
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
