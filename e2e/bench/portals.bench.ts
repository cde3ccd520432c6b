/** First sight of both portals on a slow line and a slow machine: median of five visits by somebody who has signed in before. */
import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';

const visits = 5;
const instance = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as {
  portals: Record<'party' | 'government', string>;
  password: string;
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
for (const [portal, login] of [
  ['party', 'vptu-chuyenvien'],
  ['government', 'skhcn-chuyenvien'],
] as const) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  await page.goto(instance.portals[portal]);
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(instance.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const seen: Sight[] = [];
  for (let visit = 0; visit < visits; visit += 1) seen.push(await firstSight(page, instance.portals[portal]));
  const median = (of: (one: Sight) => number) => seen.map(of).sort((a, b) => a - b)[Math.floor(visits / 2)]!;
  console.log(
    `${portal.padEnd(12)} LCP ${(median((one) => one.lcp) / 1000).toFixed(2)} s (at most 2.5) · CLS ${median((one) => one.cls).toFixed(3)}` +
      ` (at most 0.1) · ${(median((one) => one.bytes) / 1000).toFixed(0)} kB sent`,
  );
  await context.close();
}
await browser.close();

interface Sight {
  lcp: number;
  cls: number;
  bytes: number;
}

async function firstSight(page: Page, address: string): Promise<Sight> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 60,
    downloadThroughput: (9_000_000 / 8) | 0,
    uploadThroughput: (3_000_000 / 8) | 0,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(3000);
  const paints = await page.evaluate(
    () =>
      new Promise<{ lcp: number; cls: number }>((done) => {
        let lcp = 0;
        let cls = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) lcp = Math.max(lcp, entry.startTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) cls += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done({ lcp, cls }), 200);
      }),
  );
  await session.detach();
  return { ...paints, bytes };
}
