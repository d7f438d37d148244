import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { compileMessagesIfStale } from './src/lib/i18n/compile.js';
import { paraglideOptions } from './src/lib/i18n/paraglide-options.js';

// Under test the catalogues are compiled here, once: Paraglide's plugin would hold Vitest open for 10 s.
const underTest = Boolean(process.env['VITEST']);
if (underTest) await compileMessagesIfStale();

export default defineConfig({
  plugins: [...(underTest ? [] : [paraglideVitePlugin(paraglideOptions)]), sveltekit()],
  build: { target: 'chrome111' },
});
