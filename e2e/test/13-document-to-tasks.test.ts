/** A signed document becomes tasks: dropped, read, corrected by two officers, confirmed, and found in both portals. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfFile, planDocument, wordFile } from '../src/plan-documents.ts';
import { ask, closeBrowser, integratorToken, photograph, photographFailures, signIn, world } from '../src/world.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a signed plan at the Party portal', () => {
  let officer: Page;
  let colleague: Page;
  let department: Page;
  // A number of its own, so that the test can be run again on the same instance.
  const number = `${300 + (Math.floor(Date.now() / 1000) % 9_000)}-KH/TU`;
  const plan = planDocument(number);
  const uncertain = plan.sections[1]!.rows[0]!;

  beforeAll(async () => {
    officer = (await signIn('vptu-chuyenvien', 'party')).page;
    colleague = (await signIn('vptu-tonghop', 'party')).page;
    department = (await signIn('skhcn-chuyenvien', 'government')).page;
  });
  afterAll(closeBrowser);
  photographFailures(() => [officer, colleague, department]);

  /** As a mouse does it: the file is let go over the zone. */
  const drop = async (name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    await officer.goto(`${world().portals.party}/plans`);
    await officer.getByRole('link', { name: 'Nhập văn bản' }).click();
    await officer.getByRole('heading', { name: 'Nhập văn bản', level: 1 }).waitFor();
    const carried = await officer.evaluateHandle(
      ({ bytes, ...file }) => {
        const transfer = new DataTransfer();
        const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([content], file.name, { type: file.mimeType }));
        return transfer;
      },
      { name, mimeType, bytes: buffer.toString('base64') },
    );
    await officer.getByRole('region', { name: 'Nhập văn bản' }).dispatchEvent('drop', { dataTransfer: carried });
  };
  const review = async (): Promise<void> => {
    await officer.waitForURL(/\/plans\/drafts\/[\w-]+$/, { timeout: 30_000 });
    await officer.getByRole('heading', { name: 'Dòng 1', exact: true }).waitFor();
  };
  const bar = (page: Page) => page.getByRole('region', { name: 'Xác nhận văn bản' });

  it('is refused with a sentence when it is a program that calls itself a document', async () => {
    await drop('ke-hoach.docx', WORD, Buffer.from('MZ\x90\0 a program'));
    await officer.getByRole('alert').waitFor();
    expect(officer.url()).toContain('/plans/drafts');
  });

  it('is read from the Word file: all rows, each beside the words it was read from', async () => {
    await drop('ke-hoach.docx', WORD, await wordFile(plan));
    await review();
    await bar(officer).getByText(`Tạo kế hoạch ${number} với 6 nhiệm vụ.`).waitFor();
    await officer.getByText('Còn 1 chỗ cần xem').first().waitFor();
    // Doubts first: the row whose lead unit is in no directory stands above the others.
    const first = officer.getByRole('article').first();
    expect(await first.textContent()).toContain(uncertain.content);
    // Each field leads to the words it was read from.
    await first.getByRole('button', { name: 'Chủ trì: xem trong văn bản' }).click();
    await officer.locator('mark', { hasText: uncertain.lead }).first().waitFor();
    await photograph(officer, '13-review');
  });

  it('cannot be confirmed while a doubt is left', async () => {
    expect(await bar(officer).getByRole('button', { name: 'Xác nhận…' }).isDisabled()).toBe(true);
  });

  it('the doubt is corrected in place, and a colleague sees it without a reload', async () => {
    await colleague.goto(officer.url());
    await colleague.getByText('Còn 1 chỗ cần xem').first().waitFor();
    const row = officer.getByRole('article').filter({ hasText: uncertain.content });
    await row.getByRole('button', { name: /^Sửa chủ trì của dòng/i }).click();
    const units = row.getByRole('combobox', { name: /Chủ trì/ });
    await units.press('Backspace');
    await units.fill('so noi vu');
    await officer
      .getByRole('option', { name: /Sở Nội vụ/ })
      .first()
      .click();
    await row.getByRole('button', { name: /^Lưu dòng/ }).click();
    await officer.getByText('Không còn chỗ nào cần xem').first().waitFor();
    await colleague.getByText('Không còn chỗ nào cần xem').first().waitFor();
    await photograph(colleague, '13-colleague');
  });

  it('is confirmed once, and its tasks stand in the plan of the Party portal', async () => {
    await bar(officer).getByRole('button', { name: 'Xác nhận…' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Xác nhận', exact: true }).dblclick();
    await officer.getByRole('heading', { name: new RegExp(number.replace('/', '\\/')), level: 1 }).waitFor();
    await officer.getByText('6 dòng').waitFor();
    await photograph(officer, '13-plan');
    const token = await integratorToken(world().integrator);
    const found = await ask(token, 'query ($q: String) { plans(search: $q, first: 5) { nodes { id number } } }', {
      q: number,
    });
    const { nodes } = (found.data as unknown as { plans: { nodes: { number: string }[] } }).plans;
    expect(nodes.filter((one) => one.number === number)).toHaveLength(1);
  });

  it('and the department finds its task in the government portal', async () => {
    const own = plan.sections[0]!.rows[2]!;
    await department.goto(`${world().portals.government}/tasks`);
    await department.getByRole('searchbox', { name: 'Tìm trong danh sách' }).fill(own.content);
    await department.getByRole('link', { name: own.content }).first().click();
    await department.getByRole('heading', { name: own.content, level: 1 }).waitFor();
    await photograph(department, '13-department');
  });

  it('the same plan sent again as a PDF shows no difference but what was corrected by hand', async () => {
    // What the officer decided about row 4 is what the document now says.
    uncertain.lead = 'Sở Nội vụ';
    await drop('ke-hoach.pdf', 'application/pdf', await pdfFile(plan));
    await review();
    await bar(officer).getByText(`Không có gì khác với kế hoạch ${number} đã có (6 nhiệm vụ).`).waitFor();
    expect(await bar(officer).getByRole('button', { name: 'Xác nhận…' }).count()).toBe(0);
  });

  it('a later version shows exactly the change, and applies nothing else', async () => {
    const changed = plan.sections[1]!.rows[1]!;
    changed.deadline = '30/4/2026';
    await drop('ke-hoach-sua.pdf', 'application/pdf', await pdfFile(plan));
    await review();
    await bar(officer).getByText(`Kế hoạch ${number} đã có: thay đổi 1, thêm 0, bỏ 0 nhiệm vụ.`).waitFor();
    await officer.getByText('thay đổi: thời hạn').waitFor();
    await photograph(officer, '13-later-version');
    await bar(officer).getByRole('button', { name: 'Xác nhận…' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Áp dụng thay đổi' }).click();
    await officer.getByRole('heading', { name: new RegExp(number.replace('/', '\\/')), level: 1 }).waitFor();
    await officer.getByText('6 dòng').waitFor();
    await officer.getByRole('link', { name: changed.content }).first().click();
    await officer.getByText('30/4/2026').first().waitFor();
  });

  it('marked Tối mật it never enters: a sentence, no draft, and the security officer sees that it was held', async () => {
    const secret = planDocument(`${number}-M`);
    secret.title = 'danh mục việc nội bộ';
    const file = await wordFile(secret, 'TỐI MẬT');
    await drop('tai-lieu.docx', WORD, file);
    await officer.getByRole('alert').filter({ hasText: /mật/i }).waitFor();
    const guard = (await signIn('vptu-antoan', 'party')).page;
    await guard.getByRole('listitem').filter({ hasText: 'Dấu “TỐI MẬT”' }).first().waitFor();
    await photograph(guard, '13-told');
    await guard.getByRole('link', { name: 'Xem tất cả tài liệu bị giữ lại' }).click();
    await guard.getByRole('heading', { name: 'Dấu “TỐI MẬT”' }).first().waitFor();
    await photograph(guard, '13-quarantine');
  });
});
