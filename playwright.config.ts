import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const port = process.env.E2E_PORT ?? '3190';
const dataDir = process.env.E2E_DATA_DIR ?? join(tmpdir(), `dryport-e2e-${port}`);

/** People's journeys, on the built site and the real host, in Debian's Chromium. `npm test` runs them too. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'exec node src/host/start.mjs',
    url: `http://localhost:${port}/healthz`,
    timeout: 300_000,
    env: { PORT: port, DATA_DIR: dataDir, DRYPORT_DEMO: '1' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
