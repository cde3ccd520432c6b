import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paragraphsOf, partOf, tablesOf } from './docx-reader.ts';
import { makeActor, startWorld, type World } from './make.ts';

let world: World;
const office = makeActor('38.vptu', 'STANDING_AGENCY');
const desk = makeActor('38.skhcn', 'STANDING_AGENCY');
const DAILY = 'th-285-kh-tu.daily';

let keys = 0;
const key = (): string => `consolidation-${++keys}`;

async function report(
  unitId: string,
  at: string,
  parts: object,
  regimeId = DAILY,
): Promise<{ id: string; version: number }> {
  world.clock.set(at);
  const reporter = world.as(makeActor(unitId, 'REPORTER'));
  const { reportObligations } = await reporter.data(
    'query($f: ObligationFilter) { reportObligations(filter: $f) { nodes { id } } }',
    { f: { mine: true, regimeId } },
  );
  const input = { idempotencyKey: key(), obligationId: reportObligations.nodes[0].id, summary: 'Kết quả', ...parts };
  const { submitReport } = await reporter.data(
    'mutation($input: SubmitReportInput!) { submitReport(input: $input) { report { id version } } }',
    { input },
  );
  return submitReport.report;
}

const figures = (total: number, overdue: number) => [
  { key: 'tasksTotal', value: total },
  { key: 'tasksOverdue', value: overdue },
];

beforeAll(async () => {
  world = await startWorld('2025-11-20T08:00:00+07:00');
  const accepted = await report('38.skhcn', '2025-11-20T08:10:00+07:00', {
    figures: figures(20, 3),
    obstacles: 'Thiếu người',
  });
  await report('38.14758.du', '2025-11-20T09:00:00+07:00', { figures: figures(8, 1), proposals: 'Cấp lại chữ ký số' });
  await report('38.stp', '2025-11-20T12:05:00+07:00', { figures: figures(5, 0), obstacles: 'Mạng <chậm> & "yếu"' });
  const returned = await report('38.congan', '2025-11-20T09:30:00+07:00', {
    figures: figures(100, 50),
    obstacles: 'Sai',
  });
  const decide = (name: string, type: string, input: object) =>
    world.as(office).data(`mutation($input: ${type}!) { ${name}(input: $input) { report { id } } }`, {
      input: { idempotencyKey: key(), ...input },
    });
  await decide('acceptReport', 'AcceptReportInput', { reportId: accepted.id, expectedVersion: 1 });
  await decide('returnReport', 'ReturnReportInput', { reportId: returned.id, expectedVersion: 1, reason: 'Sai số' });
  world.clock.set('2025-11-20T14:00:00+07:00');
});
afterAll(() => world.stop());

test('the recipient sees who is on time, who is late and who is missing', async () => {
  const { punctuality } = await world.as(office).data(`{ punctuality(regimeId: "${DAILY}", on: "2025-11-20") {
    periodLabel owed submitted onTime accepted overdue missingCount missing { unit { id } state } few: missing(first: 2) { unit { id } } } }`);
  expect(punctuality).toMatchObject({
    periodLabel: 'Ngày 20/11/2025',
    owed: 13,
    submitted: 4,
    onTime: 3,
    accepted: 1,
    overdue: 9,
  });
  expect(punctuality.missing).toHaveLength(9);
  expect(punctuality.missing[0].state).toBe('OVERDUE');
  expect(punctuality.missingCount).toBe(9);
  expect(punctuality.few).toEqual(punctuality.missing.slice(0, 2).map(({ unit }: { unit: object }) => ({ unit })));
});

test('the reports of a period are added up; a returned one does not count', async () => {
  const { consolidated } = await world.as(office).data(`{ consolidated(regimeId: "${DAILY}", periodFrom: "2025-11-20") {
    owed submitted accepted missingUnits { id } rows { unit { id } state lateBySeconds } totals { key value prefilled } documentUrl } }`);
  expect(consolidated).toMatchObject({ owed: 13, submitted: 4, accepted: 1 });
  expect(consolidated.totals).toContainEqual({ key: 'tasksTotal', value: 33, prefilled: 36 });
  expect(consolidated.totals).toContainEqual({ key: 'tasksOverdue', value: 4, prefilled: 6 });
  expect(consolidated.missingUnits).toContainEqual({ id: '38.14758.ubnd' });
  expect(consolidated.rows).toContainEqual({ unit: { id: '38.stp' }, state: 'SUBMITTED_LATE', lateBySeconds: 7500 });
  expect(consolidated.documentUrl).toBe(
    `/files/reporting/exports/consolidated.docx?regimeId=${DAILY}&period=2025-11-20`,
  );
});

test('the periods of a regime come latest first with their counts', async () => {
  const { periods } = await world
    .as(office)
    .data(`{ periods(regimeId: "${DAILY}", first: 5) { periodFrom periodLabel owed submitted } }`);
  expect(periods).toEqual([{ periodFrom: '2025-11-20', periodLabel: 'Ngày 20/11/2025', owed: 13, submitted: 4 }]);
});

describe('the document', () => {
  const fetchDocument = async (actor = office, regimeId = DAILY, period = '2025-11-20') =>
    world.as(actor).fetch(`/files/reporting/exports/consolidated.docx?${new URLSearchParams({ regimeId, period })}`);
  const read = async (response: Response) => {
    const archive = Buffer.from(await response.arrayBuffer());
    return { xml: partOf(archive, 'word/document.xml'), styles: partOf(archive, 'word/styles.xml'), archive };
  };

  test('of a Party office has the Party’s head, and the same figures as the page', async () => {
    const response = await fetchDocument();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('wordprocessingml');
    expect(response.headers.get('content-length')).toBeNull();
    const { xml, styles } = await read(response);
    const paragraphs = paragraphsOf(xml);
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        'TỈNH ỦY THANH HÓA',
        'VĂN PHÒNG',
        '*',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Thanh Hóa, ngày 20 tháng 11 năm 2025',
        'BÁO CÁO',
        'Tổng hợp báo cáo ngày trước 10 giờ (ngày 20/11/2025)',
        'CHÁNH VĂN PHÒNG',
      ]),
    );
    expect(paragraphs.find((text) => text.startsWith('Số '))).toMatch(/^Số +-BC\/VPTU$/);
    expect(paragraphs).toContain(
      'Đến 14:00 ngày 20/11/2025, 4/13 đơn vị đã báo cáo (3 đúng hạn, 1 muộn); 1 báo cáo đã tiếp nhận; 1 báo cáo trả lại để bổ sung, chưa tính vào số liệu; 9 đơn vị chưa báo cáo.',
    );
    const [, totals, units] = tablesOf(xml);
    expect(totals).toContainEqual(['1', 'Nhiệm vụ được giao', '33']);
    expect(totals).toContainEqual(['6', 'Quá hạn chưa xong', '4']);
    const rowOf = (name: string) => units?.find((row) => row[1] === name)?.slice(2);
    expect(rowOf('Sở Khoa học và Công nghệ tỉnh Thanh Hóa')).toEqual(['Đã tiếp nhận', '08:10 20/11/2025', '']);
    expect(rowOf('Sở Tư pháp tỉnh Thanh Hóa')).toEqual(['Chờ tiếp nhận', '12:05 20/11/2025', 'muộn 2 giờ 5 phút']);
    expect(rowOf('Ủy ban nhân dân phường Hạc Thành')).toEqual(['Quá hạn', '—', '']);
    expect(units).toHaveLength(14);
    expect(styles).toContain('Times New Roman');
  });

  test('quotes obstacles under the unit’s name, but not those of a returned report, and names the missing', async () => {
    const { xml } = await read(await fetchDocument());
    const paragraphs = paragraphsOf(xml);
    expect(paragraphs).toContain('- Sở Tư pháp tỉnh Thanh Hóa: Mạng <chậm> & "yếu"');
    expect(paragraphs).toContain('- Đảng ủy phường Hạc Thành: Cấp lại chữ ký số');
    expect(paragraphs.some((text) => text.includes('Công an tỉnh Thanh Hóa: Sai'))).toBe(false);
    const missing = paragraphs[paragraphs.indexOf('V. ĐƠN VỊ CHƯA BÁO CÁO') + 1];
    expect(missing).toContain('Ủy ban nhân dân phường Hạc Thành');
    expect(missing).not.toContain('Sở Tư pháp');
  });

  test('stands on A4 with the margins of the rules and a page number from the second page', async () => {
    const { xml, archive } = await read(await fetchDocument());
    expect(/<w:pgSz[^>]*>/.exec(xml)?.[0]).toContain('w:w="11906" w:h="16838"');
    const margin = (side: string) =>
      Math.round(Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]) / 56.7);
    expect({ top: margin('top'), bottom: margin('bottom'), left: margin('left'), right: margin('right') }).toEqual({
      top: 20,
      bottom: 20,
      left: 30,
      right: 15,
    });
    expect(xml).toContain('<w:titlePg');
    const headers = [1, 2].map((number) => partOf(archive, `word/header${number}.xml`));
    expect(headers.filter((header) => header.includes('PAGE'))).toHaveLength(1);
  });

  test('of a department has the State’s head', async () => {
    const { periods } = await world.as(desk).data('{ periods(regimeId: "th-kh-bcd-2025.monthly") { periodFrom } }');
    const { xml } = await read(await fetchDocument(desk, 'th-kh-bcd-2025.monthly', periods[0].periodFrom));
    const paragraphs = paragraphsOf(xml);
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        'ỦY BAN NHÂN DÂN TỈNH THANH HÓA',
        'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'GIÁM ĐỐC',
        'Độc lập - Tự do - Hạnh phúc',
        '- Lưu: VT.',
      ]),
    );
    expect(paragraphs.find((text) => text.startsWith('Số:'))).toMatch(/^Số: +\/BC-SKHCN$/);
  });

  test('is refused to a unit that only reports, to strangers, and for a period that is not there', async () => {
    const refused = async (response: Response) => [
      response.status,
      ((await response.json()) as { error: { reason: string } }).error.reason,
    ];
    expect(await refused(await fetchDocument(makeActor('38.stp', 'APPROVER')))).toEqual([403, 'NOT_THE_RECIPIENT']);
    expect(await refused(await fetchDocument(makeActor('19.vptu', 'STANDING_AGENCY')))).toEqual([
      404,
      'REGIME_NOT_FOUND',
    ]);
    expect(await refused(await fetchDocument(office, DAILY, '2024-01-01'))).toEqual([404, 'PERIOD_UNKNOWN']);
    expect(await refused(await fetchDocument(office, DAILY, 'yesterday'))).toEqual([400, 'PERIOD_UNKNOWN']);
    const unsigned = await fetch(`${world.service.url}/files/reporting/exports/consolidated.docx`);
    expect(unsigned.status).toBe(401);
  });

  test('leaves the place open when the gateway does not answer', async () => {
    const fresh = await startWorld('2025-11-20T08:00:00+07:00');
    fresh.neighbours.gatewayAnswers = false;
    const response = await fresh
      .as(office)
      .fetch(`/files/reporting/exports/consolidated.docx?regimeId=${DAILY}&period=2025-11-20`);
    const { xml } = await read(response);
    expect(paragraphsOf(xml)).toContain('…………, ngày 20 tháng 11 năm 2025');
    await fresh.stop();
  });
});
