import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './checking.mjs';
import { Refusal, say } from './sentences.mjs';
import { STAMPS } from './settings.mjs';
import { runStages } from './stages.mjs';
import { buildSite } from './steps.mjs';

const VITEST = join(STAMPS, 'vitest.json');
const PLAYWRIGHT = join(STAMPS, 'playwright.json');

/**
 * Everything: checks, unit, house and data tests, the build, people's journeys in a browser. The last line,
 * `N passed, N failed` alone, counts test cases, and a stage that failed in another way as one.
 * @returns {Promise<number>} how many failed
 */
export async function test() {
  rmSync(VITEST, { force: true });
  rmSync(PLAYWRIGHT, { force: true });
  mkdirSync(STAMPS, { recursive: true });
  const failedChecks = await check();
  // Tests of the host start the built site, so it is built before them.
  const built = await build();
  const unit = await runUnitTests();
  const journeys = built ? await runJourneys() : { passed: 0, failed: 1 };
  const passed = unit.passed + journeys.passed;
  const failed = failedChecks.length + unit.failed + journeys.failed;
  console.log(say.testsEnded(process.uptime(), failedChecks));
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

async function build() {
  try {
    await buildSite();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(error.message);
    return false;
  }
}

async function runUnitTests() {
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST}`];
  const stage = { name: 'unit, house and data tests', program: 'vitest/vitest.mjs', args, loud: true };
  const broken = await runStages([stage]);
  const report = readReport(VITEST);
  return tally(broken, report?.numPassedTests, report?.numFailedTests);
}

async function runJourneys() {
  try {
    ensureChromium();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.log(error.message);
    return { passed: 0, failed: 1 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'dryport-e2e-'));
  const env = {
    E2E_PORT: String(await freePort()),
    E2E_DATA_DIR: folder,
    PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT,
  };
  const args = ['test', '--reporter=list,json'];
  const stage = { name: 'journeys', program: '@playwright/test/cli.js', args, env, loud: true };
  const broken = await runStages([stage]);
  rmSync(folder, { recursive: true, force: true });
  const stats = readReport(PLAYWRIGHT)?.stats;
  return tally(broken, stats && stats.expected + stats.flaky, stats?.unexpected);
}

/** A stage that failed without a failed test (it crashed, it found none) is one failure. */
function tally(/** @type {string[]} */ broken, passed = 0, failed = 0) {
  return { passed, failed: Math.max(failed, broken.length) };
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Debian's browser and a font with Chinese in it; installed when they are missing and we may. */
function ensureChromium() {
  if (existsSync('/usr/bin/chromium')) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) throw new Refusal(say.noChromium());
  console.log(say.installingChromium());
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-wqy-zenhei');
  if (!existsSync('/usr/bin/chromium')) throw new Refusal(say.noChromium());
}

/** @returns {Promise<number>} a port that nobody uses now */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
