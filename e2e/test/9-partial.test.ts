/** A service that hangs leaves a hole with its name on it, never an empty page; when it is back, a retry fills the hole. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled } from '../src/accessibility.ts';
import { whileHanging } from '../src/processes.ts';
import { closeBrowser, photograph, photographFailures, signIn, world } from '../src/world.ts';

describe.skipIf(!world().mayDisturb)('while one service hangs', () => {
  let page: Page;
  const origin = world().portals.party;

  beforeAll(async () => {
    page = (await signIn('vptu-chuyenvien', 'party')).page;
    await settled(page);
  });
  afterAll(closeBrowser);
  photographFailures(() => [page]);

  const menu = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
  const retry = (inside: Locator) => inside.getByRole('button', { name: 'Thử lại' }).first().click();

  it('reporting: the overview shows the tasks, and says which part is missing', async () => {
    await page.goto(`${origin}/plans`);
    await settled(page);
    await whileHanging('reporting', async (wakeUp) => {
      await menu('Tổng quan');
      await page.getByText(/\d+ nhiệm vụ: .* % đúng hạn/).waitFor();
      const hole = page.getByRole('alert').filter({ hasText: 'Chưa tải được phần này' });
      await hole.waitFor();
      expect(await hole.count()).toBe(1);
      await photograph(page, '9-reporting-hangs');
      await menu('Nhiệm vụ');
      await page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' }).waitFor();
      await page.getByRole('row').nth(10).waitFor();
      await menu('Tổng quan');
      await hole.waitFor();
      wakeUp();
      await retry(hole);
      await page
        .getByText(/Đã nộp \d+\/\d+|đã nộp \d+\/\d+/)
        .first()
        .waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    });
  });

  it('plans: the page of a unit shows its facts and its reports, and does not call it a unit without tasks', async () => {
    await page.goto(`${origin}/units`);
    await settled(page);
    await whileHanging('plans', async (wakeUp) => {
      await page.goto(`${origin}/units/38.skhcn`);
      await page.getByRole('heading', { level: 1, name: /Sở Khoa học và Công nghệ/ }).waitFor();
      const tasks = page.getByRole('region', { name: 'Nhiệm vụ' });
      const hole = tasks.getByRole('status').filter({ hasText: 'Chưa tải được phần: kế hoạch và nhiệm vụ' });
      await hole.waitFor();
      await photograph(page, '9-plans-hangs');
      // What did not arrive is not said to be nothing.
      expect(await tasks.getByText(/chưa có nhiệm vụ|không có nhiệm vụ/i).count()).toBe(0);
      expect(await page.getByText('Chưa tải được').count()).toBe(1);
      await page.getByRole('region', { name: 'Báo cáo phải nộp' }).getByRole('listitem').first().waitFor();
      wakeUp();
      await retry(hole);
      await tasks.getByRole('link').first().waitFor();
      await hole.waitFor({ state: 'detached' });
    });
  });

  it('units: lists stand without the names of units, and say so in words', async () => {
    await page.goto(`${origin}/overview`);
    await settled(page);
    await whileHanging('units', async (wakeUp) => {
      await menu('Nhiệm vụ');
      const notice = page.getByRole('status').filter({ hasText: 'Chưa tải được phần: đơn vị' });
      await notice.first().waitFor();
      expect(await page.getByRole('row').count()).toBeGreaterThan(10);
      await photograph(page, '9-units-hangs');
      wakeUp();
      await retry(notice.first());
      await notice.first().waitFor({ state: 'detached' });
    });
  });

  it('units, when the portal is opened: it says that it cannot be opened yet, and opens on retry', async () => {
    await whileHanging('units', async (wakeUp) => {
      // Who somebody is was asked a moment ago and is remembered; a while later it is not.
      await page.goto(`${origin}/overview`);
      const title = page.getByRole('heading', { level: 1 });
      await title.waitFor();
      await photograph(page, '9-units-at-start');
      const said = await title.textContent();
      wakeUp();
      if (said === 'Chưa mở được cổng') await retry(page.locator('main'));
      await page.getByText(/\d+ nhiệm vụ: .* % đúng hạn/).waitFor();
    });
  });
});
