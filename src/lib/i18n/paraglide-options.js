/**
 * How the message catalogues become code. Said once: vite.config.ts and compile.js both read it.
 * The order of the strategy is the order in which a visitor's language is looked for.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const paraglideOptions = {
  project: './src/lib/i18n/project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
  cookieName: 'dryport_locale',
  emitReadme: false,
};
