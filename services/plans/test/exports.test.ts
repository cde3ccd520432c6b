import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeActor } from './make.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.end());

const desk = makeActor('38.vptu', 'STANDING_AGENCY');

async function exported(filter?: object, actor = desk): Promise<{ rows: string[][]; response: Response }> {
  const query = filter ? `?filter=${encodeURIComponent(JSON.stringify(filter))}` : '';
  const response = await world.as(actor).fetch(`/files/plans/exports/tasks.xlsx${query}`);
  if (response.status !== 200) return { rows: [], response };
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
    rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? '')));
  });
  return { rows, response };
}

test('the list of a plan is exported with its heading, its date, its filters and all its rows', async () => {
  const { rows, response } = await exported({ planId: 'th-285-kh-tu' });
  expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''Nhi%E1%BB%87m%20v%E1%BB%A5");
  expect(rows[0]?.[0]).toBe('DANH SÁCH NHIỆM VỤ');
  expect(rows[1]?.[0]).toBe('Số liệu đến ngày 20/11/2025');
  expect(rows[2]?.[0]).toBe('Điều kiện lọc: văn bản: 285-KH/TU');
  expect(rows[4]?.slice(0, 6)).toEqual(['TT', 'Văn bản', 'Mục', 'Số', 'Nhiệm vụ', 'Đơn vị chủ trì']);
  expect(rows).toHaveLength(5 + 61);
  expect(rows[5]?.slice(0, 6)).toEqual([
    '1', '285-KH/TU', 'I. Thể chế', '1',
    'Lập Tổ Công tác liên ngành cấp tỉnh giám sát, hỗ trợ việc thực hiện 02-KH/BCĐTW', 'Văn phòng Tỉnh ủy Thanh Hóa',
  ]); // biome-ignore format: one row
  expect(rows[5]?.slice(7, 10)).toEqual(['Hoàn thành trong tháng 6/2025', '30/06/2025', 'Quá hạn']);
});

test('the current filter is exported and named in words', async () => {
  const { rows } = await exported({
    planId: 'th-285-kh-tu',
    leadUnitId: '38.skhcn',
    standing: ['OVERDUE'],
    dueTo: '2025-08-31',
  });
  expect(rows[2]?.[0]).toBe(
    'Điều kiện lọc: văn bản: 285-KH/TU; đơn vị chủ trì: Sở Khoa học và Công nghệ tỉnh Thanh Hóa; tình trạng: Quá hạn; hạn đến ngày: 31/08/2025',
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.slice(5).every((row) => row[9] === 'Quá hạn')).toBe(true);
});

test('without a filter everything that may be seen is there, once each, over several batches', async () => {
  const { rows } = await exported();
  const { tasks } = await world.as(desk).data('{ tasks { totalCount } }');
  expect(rows.length - 5).toBe(tasks.totalCount);
  expect(new Set(rows.slice(5).map((row) => row[0])).size).toBe(tasks.totalCount);
});

test.each([
  ['{"planId": 3}'],
  ['{"standing": ["LATE"]}'],
  ['{"dueTo": "tomorrow"}'],
  ['[]'],
  ['not json'],
  ['{"nonsense": "x"}'],
])('the filter %s is refused with the field it is about', async (filter) => {
  const response = await world.as(desk).fetch(`/files/plans/exports/tasks.xlsx?filter=${encodeURIComponent(filter)}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { code: 'INVALID', reason: 'INVALID_FILTER', field: expect.stringContaining('filter') },
  });
});

test('a unit exports what it may see, and no more', async () => {
  const { rows } = await exported({}, makeActor('38.stp', 'REPORTER'));
  const { tasks } = await world.as(makeActor('38.stp', 'REPORTER')).data('{ tasks { totalCount } }');
  expect(rows.length - 5).toBe(tasks.totalCount);
  expect(tasks.totalCount).toBeLessThan(111);
});
