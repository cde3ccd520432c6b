import { describe, expect, it } from 'vitest';
import { readDeadline, strangeWordsInDeadline } from './deadlines.ts';

const read = (words: string) => {
  const { kind, startsOn, dueOn, cadence, thenOngoing } = readDeadline(words, 2025).deadline;
  return [
    kind,
    String(dueOn),
    ...(cadence ? [cadence] : []),
    ...(startsOn ? [`from ${startsOn}`] : []),
    ...(thenOngoing ? ['then ongoing'] : []),
  ].join(' ');
};

describe('the words of a deadline', () => {
  it.each([
    ['31/12/2025', 'DATE 2025-12-31'],
    ['Đến ngày 05-11-2025', 'DATE 2025-11-05'],
    ['ngày 20 tháng 11 năm 2025', 'DATE 2025-11-20'],
    ['Chậm nhất ngày 30/9', 'DATE 2025-09-30'],
    ['Trước ngày 01/9/2025', 'BEFORE_DATE 2025-08-31'],
    ['Xong trước ngày 01/01/2026', 'BEFORE_DATE 2025-12-31'],
    ['Trước tháng 10/2025', 'BEFORE_DATE 2025-09-30'],
    ['Trước 30/6/2025 và thường xuyên', 'BEFORE_DATE 2025-06-29 then ongoing'],
    ['Tháng 2/2028', 'END_OF_MONTH 2028-02-29'],
    ['Hoàn thành trong tháng 9', 'END_OF_MONTH 2025-09-30'],
    ['Từ tháng 7 đến tháng 9/2025', 'END_OF_MONTH 2025-09-30 from 2025-07-01'],
    ['Quý III', 'END_OF_QUARTER 2025-09-30'],
    ['Quí 1-2026', 'END_OF_QUARTER 2026-03-31'],
    ['Quý IV/2025 - Quý II/2026', 'END_OF_QUARTER 2026-06-30 from 2025-10-01'],
    ['6 tháng đầu năm 2026', 'END_OF_QUARTER 2026-06-30'],
    ['2025', 'END_OF_YEAR 2025-12-31'],
    ['Năm 2025 và các năm tiếp theo', 'END_OF_YEAR 2025-12-31 then ongoing'],
    ['Hằng tuần', 'RECURRING null WEEKLY'],
    ['Định kỳ hàng quý', 'RECURRING null QUARTERLY'],
    ['Trước ngày 20 hằng tháng', 'RECURRING null MONTHLY'],
    ['Nhiệm vụ thường xuyên.', 'ONGOING null'],
    ['Ngay khi có hướng dẫn', 'UPON_EVENT null'],
    ['Sau khi Bộ phê duyệt', 'UPON_EVENT null'],
    ['Theo lộ trình của Bộ', 'PER_UPSTREAM_PLAN null'],
    ['Xong giai đoạn 1 trong tháng 5/2025', 'PHASED null'],
    ['Đã hoàn thành', 'DONE null'],
    ['Đã hoàn thành và tiếp tục thường xuyên', 'DONE null then ongoing'],
    ['', 'NONE null'],
  ])('“%s” means %s', (words, meaning) => expect(read(words)).toBe(meaning));

  it('reads text that came apart into letters and marks', () =>
    expect(read('Trước ngày 15/7/2025'.normalize('NFD'))).toBe('BEFORE_DATE 2025-07-14'));
  it('is unsure of a day that no calendar has', () =>
    expect(readDeadline('31/6/2025', 2025).confidence).toBeLessThan(0.8));
  it('is unsure of words that name no time', () =>
    expect(readDeadline('Sở Tài chính', 2025).confidence).toBeLessThan(0.8));
  it('tells half a deadline from a whole one', () => {
    expect(strangeWordsInDeadline('Hoàn thành trong tháng')).toBeNull();
    expect(strangeWordsInDeadline('Hoàn thành trong tháng 6/2025')).toBe(0);
  });
});
