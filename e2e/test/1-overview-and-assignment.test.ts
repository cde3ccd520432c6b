/** Step 1 of the working day: an officer of the standing agency sees the province, a plan, and hands work to somebody. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  closeBrowser,
  integratorToken,
  photograph,
  photographFailures,
  signIn,
  type Visit,
  world,
} from '../src/world.ts';

describe('an officer of Văn phòng Tỉnh ủy at the Party portal', () => {
  let visit: Visit;
  let token = '';

  beforeAll(async () => {
    token = await integratorToken(world().integrator);
    visit = await signIn('vptu-chuyenvien', 'party');
  });
  afterAll(closeBrowser);

  photographFailures(() => [visit.page]);

  it('sees the province at a glance: how many are done, late and at risk, by bloc, plan, section and unit', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    await page.getByRole('heading', { name: 'Tổng quan', level: 1 }).waitFor();
    await page.getByText(/\d+ nhiệm vụ: .* % đúng hạn, \d+ quá hạn, \d+ có nguy cơ\./).waitFor();
    await page.getByRole('link', { name: 'Khối Đảng' }).waitFor();
    for (const view of ['Theo văn bản', 'Theo mục', 'Theo đơn vị chủ trì']) {
      await page.getByText(view, { exact: true }).first().click();
    }
    await page.getByRole('heading', { name: 'Đến hạn trong bảy ngày' }).waitFor();
    await page.getByRole('heading', { name: 'Đang quá hạn, của ai' }).waitFor();
    expect(await page.getByText(/quá hạn \d+ ngày/).count()).toBeGreaterThan(0);
    await photograph(page, '1-overview');
  });

  it('opens plan 285-KH/TU and finds all of its 61 tasks', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
    // The overview names the plan too: the list must be there before one of its links is looked for.
    await page.getByRole('heading', { name: 'Kế hoạch', level: 1 }).waitFor();
    await page.getByRole('link', { name: /^285-KH\/TU/ }).click();
    await page.getByRole('heading', { name: /285-KH\/TU/, level: 1 }).waitFor();
    await page.getByText('61 dòng').waitFor();
    await photograph(page, '1-plan');
  });

  it('filters them by lead unit and by deadline; each number is what the graph says', async () => {
    const { page } = visit;
    const expected = await ask(
      token,
      `query ($plan: ID!) { plan(id: $plan) {
        led: tasks(filter: { leadUnitId: "38.skhcn" }, first: 1) { totalCount }
        monthly: tasks(filter: { leadUnitId: "38.skhcn", deadlineKind: [END_OF_MONTH] }, first: 1) { totalCount } } }`,
      { plan: 'th-285-kh-tu' },
    );
    const { led, monthly } = (expected.data as unknown as { plan: Record<string, { totalCount: number }> }).plan;
    await page.getByRole('combobox', { name: 'Chủ trì' }).click();
    await page
      .getByRole('option', { name: /Sở Khoa học và Công nghệ|Sở KH&CN/ })
      .first()
      .click();
    await page.getByText(`${led!.totalCount} dòng`).waitFor();
    await page.getByRole('combobox', { name: 'Loại thời hạn' }).click();
    await page.getByRole('option', { name: 'Trong tháng' }).click();
    await page.getByText(`${monthly!.totalCount} dòng`).waitFor();
    expect(monthly!.totalCount).toBeGreaterThan(0);
    expect(monthly!.totalCount).toBeLessThan(led!.totalCount);
    expect(led!.totalCount).toBeLessThan(61);
  });

  it('finds a task by words without their marks', async () => {
    const { page } = visit;
    await page.goto(`${world().portals.party}/plans/th-285-kh-tu`);
    await page.getByText('61 dòng').waitFor();
    await page.getByRole('searchbox', { name: 'Tìm trong danh sách' }).fill('mang truyen so lieu');
    await page
      .getByRole('link', { name: /mạng truyền số liệu/i })
      .first()
      .waitFor();
    await page.getByText('61 dòng').waitFor({ state: 'detached' });
  });

  it('assigns an officer of the lead unit, who is told nothing twice by a double click', async () => {
    const { page } = visit;
    await page.goto(`${world().portals.party}/tasks/th-285-kh-tu.2`);
    await page.getByRole('button', { name: 'Phân công cán bộ' }).click();
    await page.getByRole('combobox', { name: 'Cán bộ' }).click();
    await page.getByRole('option', { name: /Cán bộ báo cáo/ }).click();
    const note = `Trình dự thảo trước thứ Sáu (${Date.now()}).`;
    await page.getByLabel('Ghi chú').fill(note);
    await page.getByRole('button', { name: 'Phân công', exact: true }).dblclick();
    await page.getByText(/Đã lưu \d{2}:\d{2}/).waitFor();
    const entry = page.getByRole('listitem').filter({ hasText: 'Phân công cán bộ' }).filter({ hasText: note });
    await entry.first().waitFor();
    expect(await entry.count()).toBe(1);
    await photograph(page, '1-assigned');
  });

  it('exports the list to a spreadsheet with one row for each task', async () => {
    const { page } = visit;
    await page.goto(`${world().portals.party}/plans/th-285-kh-tu`);
    await page.getByText('61 dòng').waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Xuất .xlsx' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(readFileSync(await download.path()) as never);
    const text = book.worksheets[0]!.getSheetValues().map((row) => JSON.stringify(row ?? ''));
    expect(text.join('\n')).toContain('Lập Tổ Công tác liên ngành');
    const numbers = new Set(text.flatMap((row) => /^\[null,"?(\d+)"?,/.exec(row)?.[1] ?? []));
    expect(numbers.size).toBe(61);
  });
});
