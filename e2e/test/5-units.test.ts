/** Step 5 of the working day: the administrator of a bloc adds a unit, moves it and ends it with a successor. */
import type { Page } from 'playwright-core';
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

interface Bearer {
  id: string;
  name: string;
  validFrom: string;
  history: { on: string }[];
  predecessors: { validTo: string | null }[];
}

/** Led by one department alone, which nobody else in these tests acts for. */
const task = 'th-kh-bcd-2025.pl2.13';

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const written = (date: string): string => date.split('-').reverse().join('/');

describe('the unit administrator of the government bloc', () => {
  const mark = Date.now().toString(36).toUpperCase();
  const first = `Sở Công Thương và Năng lượng ${mark}`;
  const second = `Sở Kinh tế ngành ${mark}`;
  let visit: Visit;
  let bearer: Bearer;
  let begins = '';
  let moves = '';
  let ends = '';
  let firstAddress = '';
  let secondAddress = '';

  beforeAll(async () => {
    visit = await signIn('quantri-chinhquyen', 'government');
    const token = await integratorToken(world().integrator);
    const answer = await ask(
      token,
      `query ($id: ID!) { businessClock { today } task(id: $id) {
        bearers { id name validFrom history { on } predecessors { validTo } } } }`,
      { id: task },
    );
    const { businessClock, task: found } = answer.data as unknown as {
      businessClock: { today: string };
      task: { bearers: Bearer[] };
    };
    expect(found.bearers).toHaveLength(1);
    bearer = found.bearers[0]!;
    // Each time these tests run on one instance they carry the story on from where it stood.
    const settled = [
      '2025-07-31',
      bearer.validFrom,
      ...bearer.history.map(({ on }) => on),
      ...bearer.predecessors.flatMap(({ validTo }) => validTo ?? []),
    ].sort();
    begins = dayAfter(settled.at(-1)!, 1);
    moves = dayAfter(begins, 1);
    ends = dayAfter(begins, 2);
    expect(ends <= businessClock.today).toBe(true);
  });
  afterAll(closeBrowser);

  photographFailures(() => visit.page);

  const openUnit = async (page: Page, id: string, name: string | RegExp): Promise<void> => {
    await page.goto(id.startsWith('http') ? id : `${world().portals.government}/units/${id}`);
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  };

  const addBelowThePeoplesCommittee = async (page: Page, name: string, code: string): Promise<string> => {
    await openUnit(page, '38.ubnd', 'Ủy ban nhân dân tỉnh Thanh Hóa');
    await page.getByRole('button', { name: 'Thêm đơn vị trực thuộc' }).click();
    await page.getByLabel('Tên đầy đủ').fill(name);
    await page.getByRole('textbox', { name: 'Mã đơn vị' }).fill(code);
    await page.getByRole('combobox', { name: 'Loại đơn vị' }).click();
    await page.getByRole('option', { name: 'Sở', exact: true }).click();
    await page.getByLabel('Hoạt động từ ngày').fill(written(begins));
    await page.getByRole('button', { name: 'Thêm đơn vị' }).dblclick();
    await page.getByText(/Đã lưu \d{2}:\d{2}/).waitFor();
    await page.getByRole('link', { name: `Mở ${name}` }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    return page.url();
  };

  const endWith = async (page: Page, on: string, successor: string, typed: string): Promise<void> => {
    await page.getByRole('button', { name: 'Kết thúc hoạt động' }).click();
    await page.getByLabel('Ngày đầu tiên không còn hoạt động').fill(written(on));
    await page.getByRole('combobox', { name: 'Đơn vị kế thừa' }).fill(typed);
    await page.getByRole('option', { name: successor }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Kết thúc hoạt động' }).dblclick();
    await page.getByText(`Đã kết thúc hoạt động từ ngày ${written(on)}`).waitFor();
    await page.getByRole('region', { name: 'Thông tin đơn vị' }).getByRole('link', { name: successor }).waitFor();
  };

  it('is told at the field when a code is not one, and loses nothing of what was typed', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
    await page.getByRole('tree', { name: 'Cây đơn vị' }).waitFor();
    await page
      .getByRole('treeitem')
      .getByRole('link', { name: /^UBND tỉnh/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Thêm đơn vị trực thuộc' }).click();
    await page.getByLabel('Tên đầy đủ').fill(first);
    await page.getByRole('textbox', { name: 'Mã đơn vị' }).fill('mã sai');
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await page
      .getByText(/Mã đơn vị chỉ gồm chữ in hoa không dấu/)
      .first()
      .waitFor();
    expect(await page.getByRole('textbox', { name: 'Mã đơn vị' }).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Tên đầy đủ').inputValue()).toBe(first);
    await photograph(page, '5-refused');
    await page.getByRole('button', { name: 'Hủy' }).click();
  });

  it('adds a unit below the people’s committee, once for a double click', async () => {
    const { page } = visit;
    firstAddress = await addBelowThePeoplesCommittee(page, first, `TH.SCTNL.${mark}`);
    await page.goto(`${world().portals.government}/units?view=table&search=${mark}`);
    await page.getByText(/1 đơn vị khớp vào ngày/).waitFor();
    await photograph(page, '5-added');
  });

  it('lets it take over from the department that led a task until then', async () => {
    const { page } = visit;
    await openUnit(page, bearer.id, bearer.name);
    await endWith(page, begins, first, `so cong thuong va nang luong ${mark}`);
    await photograph(page, '5-succeeded');
  });

  it('moves it below another unit on a date', async () => {
    const { page } = visit;
    await openUnit(page, firstAddress, first);
    await page.getByRole('button', { name: 'Chuyển trực thuộc' }).click();
    await page.getByRole('combobox', { name: 'Đơn vị cấp trên mới' }).fill('van phong uy ban nhan dan tinh');
    await page.getByRole('option', { name: 'Văn phòng Ủy ban nhân dân tỉnh Thanh Hóa' }).click();
    await page.getByLabel('Chuyển từ ngày').fill(written(moves));
    await page.getByRole('button', { name: 'Chuyển trực thuộc' }).dblclick();
    await page.getByText(/Đã lưu \d{2}:\d{2}/).waitFor();
    const history = page.getByRole('region', { name: 'Lịch sử' });
    await history.getByText('trực thuộc Văn phòng Ủy ban nhân dân tỉnh Thanh Hóa').waitFor();
  });

  it('ends it on a date with a successor; its page says since when and who follows', async () => {
    const { page } = visit;
    secondAddress = await addBelowThePeoplesCommittee(page, second, `TH.SKTN.${mark}`);
    await openUnit(page, firstAddress, first);
    await endWith(page, ends, second, `so kinh te nganh ${mark}`);
    expect(await page.getByRole('button', { name: 'Chuyển trực thuộc' }).count()).toBe(0);
    await photograph(page, '5-ended');
  });

  it('sees the tree as it was on any date', async () => {
    const { page } = visit;
    const parentOn = async (date: string): Promise<string | null> => {
      await page.goto(`${world().portals.government}/units?view=table&asOf=${date}&search=${mark}`);
      await page.getByText(new RegExp(`đơn vị khớp vào ngày ${written(date)}|Không có đơn vị nào khớp`)).waitFor();
      const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: first }) });
      if ((await row.count()) === 0) return null;
      return row.getByRole('cell').nth(1).textContent();
    };
    expect(await parentOn(dayAfter(begins, -1))).toBeNull();
    expect(await parentOn(begins)).toContain('UBND tỉnh');
    expect(await parentOn(moves)).toContain('VP UBND tỉnh');
    expect(await parentOn(ends)).toBeNull();

    await page.goto(`${world().portals.government}/units?asOf=${moves}&search=${mark}`);
    await page.getByRole('treeitem').getByRole('link', { name: first }).waitFor();
    await photograph(page, '5-tree');
  });

  it('sees what changed between two dates', async () => {
    const { page } = visit;
    await page.goto(`${world().portals.government}/units?view=changes&from=${begins}&to=${ends}`);
    const changes = page.getByRole('table', { name: 'Thay đổi tổ chức' });
    await changes.waitFor();
    const ofFirst = changes.getByRole('row').filter({ has: page.getByRole('link', { name: first }) });
    for (const change of ['Thành lập', 'Chuyển trực thuộc', 'Kết thúc']) {
      await ofFirst.getByText(change, { exact: true }).waitFor();
    }
    await ofFirst.getByText(`kế thừa: ${second}`).waitFor();
    await photograph(page, '5-changes');
  });

  it('finds the task with the unit that answers for it now', async () => {
    const { page } = visit;
    await openUnit(page, secondAddress, second);
    const tasks = page.getByRole('region', { name: 'Nhiệm vụ' });
    await tasks.getByText(/Chủ trì \d+ nhiệm vụ/).waitFor();
    await page.goto(`${world().portals.government}/tasks/${task}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Đơn vị đang chịu trách nhiệm').waitFor();
    await page.getByRole('link', { name: second }).waitFor();
    await photograph(page, '5-task');
  });
});
