// Compiles the message catalogues without Vite: `node src/lib/i18n/compile.js`.
// Needed before type checks and under Vitest, where Paraglide's own Vite plugin delays the exit by 10 s.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from './paraglide-options.js';

/** Compiles all catalogues into src/lib/paraglide; run from the top of the checkout. */
export async function compileMessages() {
  await compile({ ...paraglideOptions, outputStructure: 'locale-modules' });
}

/** Compiles only when a catalogue or the project is newer than what was compiled last. */
export async function compileMessagesIfStale() {
  const compiled = join(paraglideOptions.outdir, 'messages.js');
  const index = join(paraglideOptions.outdir, 'messages', '_index.js');
  const builtAt = existsSync(compiled) && existsSync(index) ? statSync(index).mtimeMs : 0;
  if (newestIn('src/lib/i18n') > builtAt) await compileMessages();
}

/** @param {string} folder @returns {number} the latest modification time below it, ms */
function newestIn(folder) {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return newestIn(path);
    return /\.jso?n?$/.test(entry.name) ? statSync(path).mtimeMs : 0;
  });
  return Math.max(0, ...times);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await compileMessages();
