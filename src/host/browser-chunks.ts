/** Parts that neither the frame nor a lesson has, by the beginnings of their names. */
const forWork = [
  ...['Card', 'ChoiceGroup', 'EmptyState', 'ErrorNotice', 'Field', 'Pagination', 'ProgressBar'],
  ...['Section', 'Select', 'Stage', 'Stat\\.', 'StatRow', 'Table', 'Tabs', 'Timeline', 'stage'],
].join('|');

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
  // Parts, signs and words that more than one page uses. Charts and QR codes are heavy and stay apart.
  {
    name: 'ui',
    test: new RegExp(
      [
        `src/lib/ui/(?!LineChart|BarChart|StackedBar|charts|QrCode|${forWork})`,
        'src/lib/i18n/(?!format)',
        'src/lib/paraglide/(?!messages/)',
        'paraglide/messages/common_(?!home_|stage_|chart_|optional)',
        'node_modules/@lucide/',
      ]
        .join('|')
        .replaceAll('/', '[\\\\/]'),
    ),
    minShareCount: 2,
    priority: 25,
  },
  // Parts for people at work: fields, tables, maps of stages. Whoever only reads never fetches them. After `ui`,
  // or it would take along what both stand on.
  {
    name: 'ui-work',
    test: new RegExp(
      `src/lib/(ui/(${forWork})|i18n/format|paraglide/messages/common_(stage_|chart_|optional))`.replaceAll(
        '/',
        '[\\\\/]',
      ),
    ),
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
  // What stands in every lesson, with its words: each block alone would be a file of two kilobytes. What is fetched
  // only when somebody asks (the live machine, the sheet beside a chip) or only for some lessons (calculator,
  // message) is left alone and becomes a file with its own words.
  {
    name: 'lesson',
    test: new RegExp(
      [
        'src/lib/questions/',
        'src/lib/lesson/(blocks|figures)/(?!Machine(Live|Table)|Calculator|Message|tools)',
        'paraglide/messages/(question_|lesson_(?!calculator|message|machine|cite|term))',
      ]
        .join('|')
        .replaceAll('/', '[\\\\/]'),
    ),
    priority: 15,
  },
  {
    name: 'charts',
    test: /src[\\/]lib[\\/]ui[\\/](LineChart|BarChart|StackedBar|charts)|node_modules[\\/]d3-/,
    priority: 20,
  },
];

/** `…/messages/learn_continue.js` → `words-learn`. The frame's words are in `ui`, those of a lesson with its code. */
function wordsOfRoom(moduleId: string): string | null {
  const [, room, next] = /messages[\\/]([a-z]+)_([a-z]+)/.exec(moduleId) ?? [];
  if (!room || (room === 'common' && next !== 'home') || room === 'lesson' || room === 'question')
    return null;
  return `words-${room}`;
}
