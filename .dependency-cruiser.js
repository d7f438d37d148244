/**
 * Who may import whom. Each rule's name says what it guards; tests/house/import-direction.test.ts plants a
 * breach of every one and sees it caught.
 */

const TESTS = '\\.test\\.ts$';
/** What tests and the terminal need, and the world itself does without. */
const NOT_THE_WORLD = `${TESTS}|^simulator/cli\\.ts$|^simulator/terminal/`;

/** The ladder of the trade world: a step may import itself and what stands before it. */
const LADDER = [
  ['kernel'],
  ['trade'],
  ['law'],
  ['messages'],
  ['offices', 'modes', 'risks'],
  ['scoring', 'rehearsal', 'views'],
];

/** One rule per step: nothing below imports it. */
const ladder = LADDER.slice(1).map((step, index) => ({
  name: `${LADDER[index]?.at(-1)}-stands-below-${step[0]}`,
  comment: 'kernel ← trade ← law ← messages ← offices, modes, risks ← scoring, rehearsal, views',
  severity: 'error',
  from: {
    path: `^simulator/(${LADDER.slice(0, index + 1)
      .flat()
      .join('|')})/`,
    pathNot: TESTS,
  },
  to: { path: `^simulator/(${step.join('|')})/` },
}));

/** Type-only imports vanish before anything runs. */
const LIVE = { dependencyTypesNot: ['type-only'] };

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Two files that need each other are one file, or need a third. (Components that show a tree show ' +
        'themselves inside: circles of nothing but components are let be.)',
      severity: 'error',
      from: {},
      to: {
        circular: true,
        via: { pathNot: '\\.svelte$' },
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    },
    {
      name: 'simulator-imports-only-itself',
      comment: 'The trade world runs anywhere: no shell, no clock, no database, no framework.',
      severity: 'error',
      from: { path: '^simulator/', pathNot: NOT_THE_WORLD },
      to: { pathNot: '^simulator/|^node_modules/(xstate|valibot|saxes|@noble/hashes)/' },
    },
    ...ladder,
    {
      name: 'world-stands-below-index',
      comment: 'simulator/index.ts is the door for those outside.',
      severity: 'error',
      from: { path: '^simulator/', pathNot: NOT_THE_WORLD },
      to: { path: '^simulator/index\\.ts$' },
    },
    {
      name: 'terminal-stands-outside',
      comment: 'The terminal plays the world; the world knows no terminal.',
      severity: 'error',
      from: { pathNot: `${NOT_THE_WORLD}|^tests/` },
      to: { path: '^simulator/(terminal/|cli\\.ts)' },
    },
    {
      name: 'modes-know-no-other-mode',
      comment: 'They meet in the kernel’s mailbox.',
      severity: 'error',
      from: { path: '^simulator/modes/([^/]+)/', pathNot: TESTS },
      to: { path: '^simulator/modes/[^/]+/', pathNot: '^simulator/modes/$1/' },
    },
    {
      name: 'offices-know-no-mode',
      comment: 'An office answers whoever writes to it.',
      severity: 'error',
      from: { path: '^simulator/offices/', pathNot: TESTS },
      to: { path: '^simulator/modes/' },
    },
    {
      name: 'ui-knows-no-trade-and-no-lesson',
      comment: 'src/lib/ui is furniture for any room.',
      severity: 'error',
      from: { path: '^src/lib/ui/' },
      to: { path: '^(simulator|content)/|^src/lib/(desk|lesson|questions|server)/' },
    },
    {
      name: 'only-db-knows-a-driver',
      comment: 'Everything else speaks to database().',
      severity: 'error',
      from: { pathNot: '^src/lib/server/db/' },
      to: { path: '^node_modules/(postgres|pg|drizzle-orm/(postgres-js|node-postgres))/' },
    },
    {
      name: 'routes-are-thin',
      comment: 'A route checks who you are, validates, calls one function of src/lib/server, returns.',
      severity: 'error',
      from: { path: '^src/routes/' },
      to: { path: '^node_modules/drizzle-orm/|^src/lib/server/db/(?!index)', ...LIVE },
    },
    {
      name: 'pages-know-no-server',
      comment: 'What a browser gets holds no server code; Kit’s own guard is off under Vitest.',
      severity: 'error',
      from: {
        path: '^src/(routes|lib)/',
        pathNot: `^src/lib/server/|${TESTS}|\\.server\\.ts$|\\+server\\.ts$|^src/lib/i18n/handle\\.ts$`,
      },
      to: { path: '^src/lib/server/|\\.server\\.ts$', ...LIVE },
    },
    {
      name: 'nobody-imports-routes',
      comment: 'What two routes share lives in a room of src/lib.',
      severity: 'error',
      from: { pathNot: '^src/routes/' },
      to: { path: '^src/routes/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: 'Tests look at the house from outside.',
      from: { pathNot: `^tests/|${TESTS}` },
      to: { path: `^tests/|${TESTS}` },
    },
    {
      name: 'nobody-imports-the-host',
      comment: 'The start script starts the house; the house does not know it. (Tests start it too.)',
      severity: 'error',
      from: { pathNot: `^src/host/|^tests/|${TESTS}` },
      to: { path: '^src/host/' },
    },
    {
      name: 'content-imports-nothing',
      comment: 'Words and data only, written by teachers.',
      severity: 'error',
      from: { path: '^content/' },
      to: {},
    },
    {
      name: 'every-import-exists',
      comment: 'A path that leads nowhere.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^(mdast|hast|unist)$|^svelte/internal|^\\$(app|env)/|^\\./\\$types|\\?worker$|^virtual:',
      },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^src/lib/paraglide/|^\\.svelte-kit/' },
    // Type-only imports count for the ladder and the rooms, though not for what a browser gets.
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'tests/house/aliases.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
    },
  },
};
