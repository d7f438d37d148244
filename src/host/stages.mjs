import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { tieToUs } from './children.mjs';
import { say } from './sentences.mjs';
import { ROOT } from './settings.mjs';

/**
 * One thing that is checked: a program of node_modules and its arguments.
 * @typedef {{ name: string, program: string, args: string[], env?: NodeJS.ProcessEnv, loud?: boolean }} Stage
 *   `loud` shows the output while it runs; otherwise it is shown only when the stage fails.
 */

/**
 * Runs stages, `atOnce` at a time, and tells how each went. A failed stage stops no other: a person wants to
 * see everything that is wrong.
 * @param {Stage[]} stages
 * @param {number} atOnce
 * @returns {Promise<string[]>} names of those that failed
 */
export async function runStages(stages, atOnce = 1) {
  const waiting = [...stages];
  /** @type {string[]} */
  const failed = [];
  const work = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      if (!(await runStage(stage))) failed.push(stage.name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

/** @param {Stage} stage */
async function runStage(stage) {
  const begin = performance.now();
  if (stage.loud) console.log(say.stageBegins(stage.name));
  const { code, output } = await runProgram(stage);
  const seconds = (performance.now() - begin) / 1000;
  console.log(say.stageEnded(stage.name, code === 0, seconds));
  if (code !== 0 && output) console.log(output);
  return code === 0;
}

/**
 * Runs a program of node_modules in the checkout.
 * @param {Stage} stage
 * @returns {Promise<{ code: number | null, output: string }>} `output` is empty for a loud one
 */
export function runProgram({ program, args, env = {}, loud }) {
  return new Promise((done, fail) => {
    const started = spawn(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT,
      stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env },
    });
    const child = tieToUs(started, 'SIGTERM');
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => done({ code, output: Buffer.concat(chunks).toString().trimEnd() }));
  });
}
