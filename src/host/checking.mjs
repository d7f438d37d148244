import { runStages } from './stages.mjs';

/** What makes the generated files that the checks look into. @type {import('./stages.mjs').Stage[]} */
const PREPARE = [
  { name: 'words', program: '../src/lib/i18n/compile.js', args: [] },
  { name: 'sync', program: '@sveltejs/kit/svelte-kit.js', args: ['sync'] },
];

/** The longest first, beside which the others run. @type {import('./stages.mjs').Stage[]} */
const CHECKS = [
  {
    name: 'types',
    program: 'svelte-check/bin/svelte-check',
    args: ['--fail-on-warnings', '--output', 'human'],
  },
  { name: 'lint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'import direction',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['src', 'simulator', 'content', 'tests', '--config', '.dependency-cruiser.js'],
  },
  { name: 'dead code', program: 'knip/bin/knip.js', args: ['--no-progress'] },
];

/**
 * Everything that can be known without running the house: types, Svelte, lint, format, direction, dead code.
 * @returns {Promise<string[]>} names of what failed
 */
export async function check() {
  const unprepared = await runStages(PREPARE);
  return [...unprepared, ...(await runStages(CHECKS, 2))];
}
