/** Step 3 of the working day: a unit hands in the report it owes; the recipient takes it in, sees who is late and adds up. */
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, closeBrowser, integratorToken, photograph, photographFailures, signIn, world } from '../src/world.ts';

interface Owed {
  id: string;
  periodFrom: string;
  regime: { id: string; name: string };
}

describe('a report that Sở Khoa học và Công nghệ owes to Văn phòng Tỉnh ủy', () => {
  let officer: Page;
  let agency: Page;
  let owed: Owed;

  beforeAll(async () => {
    const token = await integratorToken(world().integrator);
    const answer = await ask(
      token,
      `{ reportObligations(filter: { unitId: "38.skhcn", planId: "th-285-kh-tu", state: [DUE_SOON, OVERDUE] }, first: 20)
         { nodes { id periodFrom regime { id name cadence } } } }`,
    );
    const { nodes } = (
      answer.data as unknown as { reportObligations: { nodes: (Owed & { regime: { cadence: string } })[] } }
    ).reportObligations;
    owed = nodes.find(({ regime }) => regime.cadence === 'DAILY') ?? nodes[0]!;
    officer = (await signIn('skhcn-chuyenvien', 'government')).page;
    agency = (await signIn('vptu-chuyenvien', 'party')).page;
  });
  afterAll(closeBrowser);
  photographFailures(() => [officer, agency]);

  it('stands first among the things to do today', async () => {
    await officer.getByRole('link', { name: 'Việc của tôi' }).click();
    await officer.getByRole('heading', { name: 'Báo cáo phải nộp' }).waitFor();
    expect(await officer.getByRole('link', { name: /Lập báo cáo|Viết tiếp/ }).count()).toBeGreaterThan(0);
    await photograph(officer, '3-my-work');
  });

  it('comes with its figures filled in from the tasks; what is typed is kept as a draft', async () => {
    await officer.goto(`${world().portals.government}/reports/obligations/${owed.id}`);
    await officer
      .getByText(/từ nhiệm vụ: \d+/)
      .first()
      .waitFor();
    await officer.getByLabel('II. Kết quả thực hiện').fill('Các nhiệm vụ được giao đang thực hiện đúng tiến độ.');
    await officer.getByRole('button', { name: 'Lưu nháp' }).click();
    await officer.getByText(/Đã lưu nháp \d{2}:\d{2}/).waitFor();
    await officer.reload();
    await officer.getByLabel('II. Kết quả thực hiện').waitFor();
    expect(await officer.getByLabel('II. Kết quả thực hiện').inputValue()).toContain('đúng tiến độ');
    await photograph(officer, '3-form');
  });

  it('is handed in once, however often the button is pressed', async () => {
    await officer.getByRole('button', { name: 'Nộp báo cáo' }).dblclick();
    await officer
      .getByText(/Đã nộp/)
      .first()
      .waitFor();
    await officer.getByText('Lần 1').waitFor();
    expect(await officer.getByText('Lần 2').count()).toBe(0);
  });

  it('is returned by the standing agency with a reason, which the officer sees without a reload', async () => {
    await agency.goto(`${world().portals.party}/reports/obligations/${owed.id}`);
    await agency.getByRole('button', { name: 'Trả lại' }).click();
    await agency.getByLabel('Lý do trả lại').fill('Nêu rõ vướng mắc của nhiệm vụ 12.');
    await agency.getByRole('button', { name: 'Trả lại' }).last().click();
    await officer
      .getByText(/Nêu rõ vướng mắc của nhiệm vụ 12/)
      .first()
      .waitFor();
  });

  it('is handed in again and taken in', async () => {
    await officer.reload();
    await officer.getByLabel('III. Khó khăn, vướng mắc').fill('Nhiệm vụ 12 chờ hướng dẫn của Trung ương.');
    await officer.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await officer.getByText('Lần 2').waitFor();
    await agency.getByRole('button', { name: 'Tiếp nhận' }).click();
    await officer
      .getByText(/Đã tiếp nhận|tiếp nhận lúc/)
      .first()
      .waitFor();
  });

  it('the standing agency sees who is late', async () => {
    await agency.goto(`${world().portals.party}/reports/punctuality?regime=${owed.regime.id}`);
    await agency.getByText(/Đã nộp \d+\/\d+ báo cáo, \d+ đúng hạn/).waitFor();
    await agency.getByRole('heading', { name: /Chưa nộp \(\d+\)/ }).waitFor();
    await photograph(agency, '3-punctuality');
  });

  it('and takes the consolidated report as a document that names the period and the units', async () => {
    await agency.goto(
      `${world().portals.party}/reports/consolidated?regime=${owed.regime.id}&period=${owed.periodFrom}`,
    );
    await agency.getByText(/Cộng từ các báo cáo đã nộp \d+\/\d+/).waitFor();
    await photograph(agency, '3-consolidated');
    const waiting = agency.waitForEvent('download');
    await agency.getByRole('link', { name: 'Xuất .docx' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const text = documentText(readFileSync(await download.path()));
    expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(text).toContain('Sở Khoa học và Công nghệ');
    expect(text).toContain('Nhiệm vụ 12 chờ hướng dẫn của Trung ương.');
  });
});

/** The words of `word/document.xml`, read from the archive's directory without a library. */
function documentText(archive: Buffer): string {
  let at = archive.readUInt32LE(archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  for (;;) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === 'word/document.xml') {
      const header = archive.readUInt32LE(at + 42);
      const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
      const xml = inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20))).toString('utf8');
      return xml.replace(/<[^>]+>/g, '');
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}
