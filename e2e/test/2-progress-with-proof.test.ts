/** Step 2 of the working day: progress with evidence goes from the officer to the head to the standing agency, across both portals, live. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  closeBrowser,
  integratorToken,
  photograph,
  photographFailures,
  signIn,
  smallPdf,
  world,
} from '../src/world.ts';

describe('a task of Sở Khoa học và Công nghệ, from progress to confirmed result', () => {
  let officer: Page;
  let head: Page;
  let agency: Page;
  let task = { id: '', title: '' };
  const proof = `bien-ban-${Date.now()}.pdf`;
  const secondProof = `van-ban-${Date.now()}.pdf`;

  beforeAll(async () => {
    const token = await integratorToken(world().integrator);
    const answer = await ask(
      token,
      `{ tasks(filter: { planId: "th-285-kh-tu", leadUnitId: "38.skhcn", state: [IN_PROGRESS, NOT_STARTED, RETURNED] }, first: 20)
         { nodes { id title leadUnits { id } } } }`,
    );
    const { nodes } = (
      answer.data as unknown as { tasks: { nodes: { id: string; title: string; leadUnits: { id: string }[] }[] } }
    ).tasks;
    task = nodes.find(({ leadUnits }) => leadUnits.length === 1)!;
    officer = (await signIn('skhcn-chuyenvien', 'government')).page;
    head = (await signIn('skhcn-giamdoc', 'government')).page;
    agency = (await signIn('vptu-chuyenvien', 'party')).page;
  });
  afterAll(closeBrowser);
  photographFailures(() => [officer, head, agency]);

  const open = (page: Page, portal: 'party' | 'government') => page.goto(`${world().portals[portal]}/tasks/${task.id}`);
  /** The button that opens a form and the one that sends it have one name: only the form's own is meant. */
  const send = (page: Page, name: string) => page.locator('form').getByRole('button', { name }).click();
  /** A file's name stands there from the beginning; when it has been read and taken, it can be removed. */
  const taken = (page: Page, name: string) => page.getByRole('button', { name: `Bỏ tệp ${name}` }).waitFor();
  const saved = (page: Page) => page.getByText(/Đã lưu \d{2}:\d{2}/).waitFor();

  it('the officer finds the tasks of the own unit', async () => {
    await officer.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click();
    await officer.getByRole('heading', { name: /Nhiệm vụ/, level: 1 }).waitFor();
    await officer.getByRole('searchbox', { name: 'Tìm trong danh sách' }).fill(task.title);
    // Only when the list has become short does its first row stay where it is.
    await officer.getByText(/^\d+ dòng$/).waitFor();
    await officer.getByRole('link', { name: task.title }).first().click();
    await officer.getByRole('heading', { name: task.title, level: 1 }).waitFor();
  });

  it('a program that calls itself a PDF is refused with a sentence, and nothing typed is lost', async () => {
    await open(officer, 'government');
    await officer.getByRole('button', { name: 'Báo cáo tiến độ' }).click();
    await officer.getByLabel('Kết quả thực hiện').fill('Đã rà soát, đang trình ký.');
    await officer
      .getByRole('button', { name: 'Minh chứng' })
      .setInputFiles({ name: 'bao-cao.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0 a program') });
    await officer.getByRole('alert').filter({ hasText: 'nội dung phải đúng với phần mở rộng' }).waitFor();
    expect(await officer.getByLabel('Kết quả thực hiện').inputValue()).toBe('Đã rà soát, đang trình ký.');
  });

  it('the officer reports completion with a PDF as evidence, and the Party portal shows it without a reload', async () => {
    await open(agency, 'party');
    await agency.getByRole('heading', { name: task.title, level: 1 }).waitFor();
    const beginning = await agency.evaluate(() => performance.timeOrigin);

    await open(officer, 'government');
    await officer.getByRole('button', { name: 'Báo cáo tiến độ' }).click();
    await officer.getByLabel('Kết quả thực hiện').fill('Đã ban hành văn bản và bàn giao sản phẩm.');
    await officer.getByLabel('Đơn vị đã hoàn thành, đề nghị xác nhận').check();
    await officer
      .getByRole('button', { name: 'Minh chứng' })
      .setInputFiles({ name: proof, mimeType: 'application/pdf', buffer: smallPdf('Biên bản') });
    await taken(officer, proof);
    await officer.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await saved(officer);

    await agency.getByText('chờ duyệt').first().waitFor();
    expect(await agency.evaluate(() => performance.timeOrigin)).toBe(beginning);
  });

  it('the head of the unit returns it with a reason, which the officer sees', async () => {
    await open(head, 'government');
    await head.getByRole('button', { name: 'Trả lại' }).click();
    await send(head, 'Trả lại');
    await head.getByText('Chưa nhập: Lý do').first().waitFor();
    await head.getByLabel('Lý do').fill('Bổ sung số văn bản đã ban hành.');
    await send(head, 'Trả lại');
    await saved(head);
    await officer.getByText('Lý do: Bổ sung số văn bản đã ban hành.').first().waitFor();
    await agency.getByText('bị trả lại').first().waitFor();
    await photograph(officer, '2-returned');
  });

  it('the officer reports again and the head approves', async () => {
    await officer.getByRole('button', { name: 'Báo cáo tiến độ' }).click();
    await officer.getByLabel('Kết quả thực hiện').fill('Đã ban hành văn bản số 12 và bàn giao sản phẩm.');
    await officer.getByLabel('Đơn vị đã hoàn thành, đề nghị xác nhận').check();
    await officer
      .getByRole('button', { name: 'Minh chứng' })
      .setInputFiles({ name: secondProof, mimeType: 'application/pdf', buffer: smallPdf('Văn bản số 12') });
    await taken(officer, secondProof);
    await officer.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await saved(officer);
    await head.getByRole('button', { name: 'Duyệt báo cáo' }).click();
    await send(head, 'Duyệt báo cáo');
    await saved(head);
    await agency.getByText('chờ xác nhận').first().waitFor();
  });

  it('a form that somebody else overtook says so and keeps what was typed', async () => {
    const second = (await signIn('vptu-chuyenvien', 'party')).page;
    await open(second, 'party');
    await second.getByRole('button', { name: 'Không xác nhận' }).click();
    await second.getByLabel('Lý do').fill('Chưa thấy sản phẩm.');
    await agency.getByRole('button', { name: 'Xác nhận kết quả' }).click();
    await send(agency, 'Xác nhận kết quả');
    await saved(agency);
    await second.getByRole('button', { name: 'Không xác nhận' }).click();
    await second.getByRole('alert').first().waitFor();
    expect(await second.getByLabel('Lý do').inputValue()).toBe('Chưa thấy sản phẩm.');
    await second.context().close();
  });

  it('the government portal shows the confirmed result without a reload', async () => {
    await officer.getByText('đã xác nhận').first().waitFor();
    await officer.getByText('Xác nhận kết quả').first().waitFor();
    await photograph(officer, '2-confirmed');
    await photograph(agency, '2-confirmed-party');
  });
});
