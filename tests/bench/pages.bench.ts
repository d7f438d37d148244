/** What a page costs: CPU of app and database together, and what a browser has to fetch. */
import { chromium } from 'playwright';
import { cpuOf } from './processes.ts';
import { spread } from './at-once.ts';
import type { Visitor } from './visitor.ts';

export interface Page {
  name: string;
  path: string;
  who: Visitor;
}

export interface PageFigures {
  name: string;
  /** ms per page */
  cpu: number;
  median: number;
  p95: number;
  /** KB, compressed, and requests, of a first visit with an empty cache */
  kilobytes: number;
  requests: number;
}

const REQUESTS = 200;

export async function benchPages(
  address: string,
  pids: readonly number[],
  pages: readonly Page[],
): Promise<PageFigures[]> {
  const fetched = await weigh(address, pages);
  const figures: PageFigures[] = [];
  for (const { name, path, who } of pages) {
    for (let i = 0; i < 50; i++) await who.read(path);
    const times: number[] = [];
    const before = cpuOf(pids);
    for (let i = 0; i < REQUESTS; i++) {
      const begin = performance.now();
      await who.read(path);
      times.push(performance.now() - begin);
    }
    const { median, p95 } = spread(times);
    figures.push({ name, cpu: (cpuOf(pids) - before) / REQUESTS, median, p95, ...fetched.get(name)! });
  }
  return figures;
}

/** A first visit of each page with an empty cache, in a real browser. */
async function weigh(
  address: string,
  pages: readonly Page[],
): Promise<Map<string, { kilobytes: number; requests: number }>> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const found = new Map<string, { kilobytes: number; requests: number }>();
  try {
    for (const { name, path, who } of pages) {
      const context = await browser.newContext({ locale: 'zh-CN', extraHTTPHeaders: {} });
      const cookies = who.cookie
        .split('; ')
        .filter(Boolean)
        .map((pair) => ({
          name: pair.split('=')[0]!,
          value: pair.slice(pair.indexOf('=') + 1),
          url: address,
        }));
      await context.addCookies(cookies);
      const page = await context.newPage();
      const network = await context.newCDPSession(page);
      await network.send('Network.enable');
      let [bytes, requests] = [0, 0];
      network.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
        if (encodedDataLength > 0) requests++;
      });
      await page.goto(address + path, { waitUntil: 'networkidle' });
      found.set(name, { kilobytes: bytes / 1024, requests });
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return found;
}
