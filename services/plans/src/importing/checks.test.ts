import { describe, expect, it } from 'vitest';
import { type CheckedRow, checksOfRows, type Declared } from './checks.ts';
import { conflictsWith, type EarlierTask } from './conflicts.ts';
import { findingSentence } from './messages.ts';

const row = (section: string, number: string | null, content: string, dueOn: string | null = null): CheckedRow => ({
  appendix: null,
  section,
  number,
  content,
  deadline: { text: dueOn ?? '', dueOn },
  lines: [],
});
const nothing: Declared = {
  issuedOn: '2025-06-27',
  sections: [],
  declaredTotal: null,
  declaredParts: [],
  declaredLines: [],
};
const section = (code: string, declaredCount: number | null) => ({
  appendix: null,
  code,
  title: '',
  declaredCount,
  line: 3,
});
const codes = (declared: Partial<Declared>, rows: CheckedRow[]): string[] =>
  checksOfRows({ ...nothing, ...declared }, rows).map(({ code }) => code);
const paint = 'Quét vôi lại hàng rào phía sau kho và thay bóng đèn hỏng';
const count = 'Đếm số ghế còn dùng được ở phòng chờ tầng một';

describe('what a document says of itself', () => {
  it('is right when its parts add up to its rows', () =>
    expect(
      codes({ sections: [section('I', 1), section('II', 1)], declaredTotal: 2, declaredParts: [1, 1] }, [
        row('I', '1', paint),
        row('II', '2', count),
      ]),
    ).toEqual([]));

  it('is wrong when a section has fewer rows than it declares, and right again once the row is added', () => {
    const declared = { sections: [section('I', 3)], declaredTotal: 3 };
    const rows = [row('I', '1', paint), row('I', '3', count)];
    const found = checksOfRows({ ...nothing, ...declared }, rows);
    expect(found).toMatchObject([
      { code: 'COUNT_DIFFERS', data: { section: 'I', declared: 3, count: 2 }, lines: [3], rows: [0, 1] },
      { code: 'NUMBER_MISSING', data: { numbers: '2' }, rows: [1] },
      { code: 'TOTAL_DIFFERS', data: { declared: 3, count: 2 } },
    ]);
    const added = row('I', '2', 'Dán nhãn mới lên từng tủ');
    expect(codes(declared, [...rows.slice(0, 1), added, ...rows.slice(1)])).toEqual([]);
  });

  it('is wrong when its parts do not add up to its total', () => {
    const [found] = checksOfRows({ ...nothing, declaredTotal: 61, declaredParts: [13, 11, 6, 15, 4, 4, 7] }, []);
    expect(found).toMatchObject({ code: 'SUM_DIFFERS', data: { total: 61, sum: 60 } });
    expect(found && findingSentence(found, 'en')).toBe('The document says 61 tasks, but its parts add up to 60.');
    expect(found && findingSentence(found, 'vi')).toContain('61');
  });

  it('is not missing a number whose row has only sub-rows', () =>
    expect(codes({}, [row('I', '1', paint), row('I', '2.1', count), row('I', '3', 'Khóa cửa')])).toEqual([]));

  it('names a number that stands on several rows once', () =>
    expect(
      codes({}, [
        row('I', '1', paint),
        row('I', '1', count),
        row('I', '1', 'Khóa cửa sau khi về'),
        row('II', '1', 'Mở cửa'),
      ]),
    ).toEqual(['NUMBER_REPEATS']));
});

describe('what the rows of a document repeat', () => {
  it('is named when two rows order the same', () =>
    expect(codes({}, [row('I', '1', paint), row('II', '2', `${paint}.`)])).toEqual(['TASK_REPEATS']));
  it('is named when two rows order nearly the same', () =>
    expect(codes({}, [row('I', '1', paint), row('II', '2', `${paint} trong tuần`)])).toEqual(['TASK_NEARLY_REPEATS']));
  it('is a deadline before the day of issue, or decades after it', () =>
    expect(codes({}, [row('I', '1', paint, '2025-01-31'), row('I', '2', count, '2052-01-31')])).toEqual([
      'DUE_BEFORE_ISSUE',
      'DUE_FAR',
    ]));
});

describe('the same task in another plan', () => {
  const earlier = (content: string, lead: string): EarlierTask => ({
    id: 'earlier',
    plan: 'Kế hoạch 5-KH/TU',
    appendix: null,
    section: 'IV',
    number: '41',
    content,
    leads: [{ key: lead, name: `Đơn vị ${lead}` }],
  });
  const later = (content: string, lead: string) => ({
    ...row('III', '10', content),
    leads: [{ key: lead, name: `Đơn vị ${lead}` }],
  });

  it('is a conflict when it has another lead unit', () => {
    const found = conflictsWith([earlier(paint, 'a'), earlier(count, 'a')], [later(`${paint} ngay`, 'b')]);
    expect(found).toMatchObject([{ code: 'LEAD_CONFLICTS', taskId: 'earlier', rows: [0] }]);
    expect(found[0] && findingSentence(found[0], 'vi')).toBe(
      'Dòng III.10 giao Đơn vị b chủ trì; cùng nhiệm vụ này, Kế hoạch 5-KH/TU (IV.41) giao Đơn vị a.',
    );
  });
  it('is none when the same unit leads it', () =>
    expect(conflictsWith([earlier(paint, 'a')], [later(paint, 'a')])).toEqual([]));
  it('is none when the words only resemble each other', () =>
    expect(conflictsWith([earlier(paint, 'a')], [later(count, 'b')])).toEqual([]));
});
