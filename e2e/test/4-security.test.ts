/** Step 4 of the working day: a security officer registers a system, moves its dossier and has it looked at. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, photograph, photographFailures, signIn, type Visit, world } from '../src/world.ts';

describe('a security officer of Công an tỉnh at the government portal', () => {
  const mark = Date.now().toString(36).toUpperCase();
  const name = `Hệ thống tiếp nhận tin báo ${mark}`;
  const owner = 'Công an tỉnh Thanh Hóa';
  let visit: Visit;
  let address = '';

  beforeAll(async () => {
    visit = await signIn('congan-antoan', 'government');
  });
  afterAll(closeBrowser);

  photographFailures(() => [visit.page]);

  it('sees how each unit stands in each duty, in words and the weakest first', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'An toàn thông tin' }).click();
    await page.getByRole('heading', { name: 'An toàn thông tin', level: 1 }).waitFor();
    const grid = page.getByRole('table', { name: 'Đơn vị và nghĩa vụ an toàn thông tin' });
    await grid.waitFor();
    for (const duty of ['Hệ thống', 'Cấp độ', 'Hồ sơ', 'Chứng thư', 'Tiêu đề bảo mật', 'Độ mới kết quả']) {
      expect(await grid.getByRole('columnheader', { name: duty, exact: true }).count()).toBe(1);
    }
    await photograph(page, '4-coverage');
  });

  it('is told which fields are missing before anything is registered', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Đăng ký hệ thống' }).click();
    await page.getByRole('button', { name: 'Đăng ký hệ thống' }).click();
    const problems = page.getByRole('alert');
    await problems.getByText('Chưa nhập: Tên hệ thống.').waitFor();
    await problems.getByText('Chưa nhập: Mã hệ thống.').waitFor();
  });

  it('registers a system with its level, once for a double click', async () => {
    const { page } = visit;
    await page.getByLabel('Tên hệ thống').fill(name);
    await page.getByLabel('Mã hệ thống').fill(`TINBAO-${mark}`);
    await page.getByRole('combobox', { name: 'Loại hình' }).click();
    await page.getByRole('option', { name: 'Phục vụ người dân, doanh nghiệp' }).click();
    await page.getByRole('combobox', { name: 'Cấp độ đề xuất' }).click();
    await page.getByRole('option', { name: 'Cấp độ 3' }).click();
    await page.getByText(/Thẩm định: .* Phê duyệt: /).waitFor();
    await page.getByRole('button', { name: 'Đăng ký hệ thống' }).dblclick();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    address = page.url();
    expect(new URL(address).pathname).toMatch(/^\/compliance\/systems\/(?!new).+/);
    await page.getByText('Cấp độ đề xuất: 3').waitFor();
    await page.goto(`${world().portals.government}/compliance/systems?search=${mark}`);
    await page.getByText('1 dòng').waitFor();
    expect(await page.getByRole('link', { name }).count()).toBe(1);
  });

  it('moves its dossier one step: sent for appraisal, with the day and the author in its log', async () => {
    const { page } = visit;
    await page.goto(address);
    const steps = page.getByRole('list', { name: 'Các bước của hồ sơ' });
    await steps
      .getByRole('listitem')
      .filter({ hasText: 'Soạn thảo' })
      .and(page.locator('[aria-current=step]'))
      .waitFor();
    await page.getByRole('button', { name: 'Gửi thẩm định' }).click();
    await page.getByLabel('Ghi chú').fill('Hồ sơ gồm bản thuyết minh và sơ đồ mạng.');
    await page.getByRole('button', { name: 'Gửi thẩm định' }).dblclick();
    await page.getByText(/Đã lưu \d{2}:\d{2}/).waitFor();
    await steps
      .getByRole('listitem')
      .filter({ hasText: 'Gửi thẩm định' })
      .and(page.locator('[aria-current=step]'))
      .waitFor();
    const log = page.getByRole('region', { name: 'Nhật ký hồ sơ' });
    expect(await log.getByText('Hồ sơ gồm bản thuyết minh và sơ đồ mạng.').count()).toBe(1);
    await photograph(page, '4-dossier');
  });

  for (const [kind, least] of [
    ['Chứng thư máy chủ', /Chứng thư/i],
    ['Tiêu đề bảo mật', /Strict-Transport-Security/],
  ] as const) {
    it(`has the server look: ${kind}; the result comes by itself, with its evidence`, { timeout: 90_000 }, async () => {
      const { page } = visit;
      const { host, port } = world().demonstrationTarget;
      await page.goto(address);
      await page.getByRole('button', { name: 'Thêm phép kiểm tra' }).click();
      await page.getByRole('combobox', { name: 'Loại kiểm tra' }).click();
      await page.getByRole('option', { name: kind }).click();
      await page.getByLabel('Tên máy chủ hoặc địa chỉ').fill(host);
      await page.getByLabel('Cổng').fill(String(port));
      await page.getByLabel('Văn bản cho phép kiểm tra').fill('Biên bản thống nhất với chủ quản');
      await page.getByRole('button', { name: 'Thêm phép kiểm tra' }).click();
      const check = page.getByRole('article', { name: kind });
      await check.getByText('Chưa chạy lần nào').waitFor();
      await check.getByRole('button', { name: `Chạy kiểm tra: ${kind}` }).click();
      await check
        .getByText(/^(Đạt|Không đạt)$/)
        .first()
        .waitFor({ timeout: 60_000 });
      await check.getByText('Chi tiết và bằng chứng').click();
      await check.getByText(/[0-9a-f]{64}/).waitFor();
      await check.getByText(least).first().waitFor();
      expect(await check.getByRole('region', { name: `Bằng chứng của phép kiểm tra ${kind}` }).textContent()).not.toBe(
        '',
      );
      await photograph(page, `4-result ${kind}`);
    });
  }

  it('finds the result with its evidence on the page of the unit', async () => {
    const { page } = visit;
    await page.goto(address);
    await page.getByRole('link', { name: owner }).first().click();
    await page.getByRole('heading', { name: owner, level: 1 }).waitFor();
    const system = page.getByRole('article', { name });
    await system.waitFor();
    const passed = system.getByText(/\d+ kiểm tra đạt/);
    if ((await passed.count()) > 0) await passed.click();
    const evidence = system.getByText('Bằng chứng', { exact: true }).first();
    await evidence.click();
    await system
      .getByText(/[0-9a-f]{64}/)
      .first()
      .waitFor();
    await photograph(page, '4-unit');
  });

  it('is not offered what it may not do: an officer of a department sees no such buttons', async () => {
    const other = await signIn('hacthanh-ubnd-chuyenvien', 'government');
    const { page } = other;
    await page.goto(`${world().portals.government}/compliance/systems`);
    await page.getByRole('heading', { name: 'Hệ thống thông tin', level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Đăng ký hệ thống' }).count()).toBe(0);
    await page.goto(address);
    await page.getByText('Không tìm thấy hệ thống thông tin').waitFor();
    await other.context.close();
  });
});
