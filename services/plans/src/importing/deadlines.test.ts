import { describe, expect, it } from 'vitest';
import { strangeWordsInDeadline } from './deadline-fit.ts';
import { readDeadline } from './deadlines.ts';

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

  it.each([
    // "quý" is a quarter, "quy" is not.
    ['Thực hiện thường xuyên theo quy định', 'ONGOING null'],
    ['Theo quy trình', 'PER_UPSTREAM_PLAN null'],
    ['Trong quý IV/2025 theo quy định', 'END_OF_QUARTER 2025-12-31'],
    ['Q.IV/2025', 'END_OF_QUARTER 2025-12-31'],
    ['Q3/2025', 'END_OF_QUARTER 2025-09-30'],
    ['Qúy II', 'END_OF_QUARTER 2025-06-30'],
    ['Quý II-III/2025', 'END_OF_QUARTER 2025-09-30 from 2025-04-01'],
    ['Quý III, IV/2025', 'END_OF_QUARTER 2025-12-31 from 2025-07-01'],
    ['IV/2025', 'END_OF_QUARTER 2025-12-31'],
  ])('“%s” means %s, told by the mark on the quarter', (words, meaning) => expect(read(words)).toBe(meaning));

  it.each([
    ['Trước 16h30 ngày 20/10/2025', 'BEFORE_DATE 2025-10-20'],
    ['Trước 9 giờ ngày 20/10/2025', 'BEFORE_DATE 2025-10-20'],
    ['Trước 7g30 ngày 20/10/2025', 'BEFORE_DATE 2025-10-20'],
    ['Trước ngày 20/10/2025 lúc 17h', 'BEFORE_DATE 2025-10-20'],
    ['Chậm nhất 17h00 ngày 20/10/2025', 'DATE 2025-10-20'],
    ['Trước 10h00 hằng ngày', 'RECURRING null DAILY'],
    ['Trước 8h00 thứ Năm hằng tuần', 'RECURRING null WEEKLY'],
  ])('“%s” means %s: an hour belongs to its day', (words, meaning) => expect(read(words)).toBe(meaning));

  it.each([
    ['T8/2025', 'END_OF_MONTH 2025-08-31'],
    ['08/2025', 'END_OF_MONTH 2025-08-31'],
    ['Tháng 10 - 12/2025', 'END_OF_MONTH 2025-12-31 from 2025-10-01'],
    ['Từ tháng 11 đến tháng 2/2026', 'END_OF_MONTH 2026-02-28 from 2025-11-01'],
    ['Tháng mười hai', 'END_OF_MONTH 2025-12-31'],
    ['Trước 30 tháng 9', 'BEFORE_DATE 2025-09-29'],
    ['15/11', 'DATE 2025-11-15'],
    ['Từ 05/9 đến 20/11/2025', 'DATE 2025-11-20 from 2025-09-05'],
    ['Ngày 15-17/10/2025', 'DATE 2025-10-17 from 2025-10-15'],
    ['Trước ngày 09/10/202 5', 'BEFORE_DATE 2025-10-08'],
    ['Giai đoạn 2026 - 2030', 'END_OF_YEAR 2030-12-31 from 2026-01-01'],
    ['6 tháng cuối năm 2026', 'END_OF_YEAR 2026-12-31'],
    ['Trước 15/8, thường xuyên', 'BEFORE_DATE 2025-08-14 then ongoing'],
  ])('“%s” means %s, as clerks write times', (words, meaning) => expect(read(words)).toBe(meaning));

  it.each([
    ['Thường xuyên trong năm', 'ONGOING null'],
    ['Thường xuyên, hằng năm', 'ONGOING null'],
    ['Thường xuyên và khi có yêu cầu', 'ONGOING null'],
    ['Liên tục 24/7', 'ONGOING null'],
    ['Theo yêu cầu', 'UPON_EVENT null'],
    ['Khi phát sinh', 'UPON_EVENT null'],
    ['Trong 10 ngày kể từ ngày có kết luận', 'UPON_EVENT null'],
    ['Đã thực hiện', 'DONE null'],
    ['Đã hoàn thành tháng 7/2025', 'DONE null'],
    ['Trước ngày 10 của tháng cuối quý', 'RECURRING null QUARTERLY'],
    ['Hằng tháng, trước ngày 20', 'RECURRING null MONTHLY'],
    ['Mỗi tháng 01 lần', 'RECURRING null MONTHLY'],
    ['3 tháng/lần', 'RECURRING null QUARTERLY'],
    ['Trước ngày 15/12 hằng năm', 'RECURRING null YEARLY'],
    ['Theo Kế hoạch số 90-KH/TU ngày 12/6/2025', 'PER_UPSTREAM_PLAN null'],
    ['Giai đoạn I: 30/9/2025; giai đoạn II: 31/12/2025', 'PHASED null'],
  ])('“%s” means %s, which has no day of its own', (words, meaning) => expect(read(words)).toBe(meaning));

  it.each([
    ['Trong tuần 2 tháng 10/2025', 'DATE 2025-10-14'],
    ['Giữa tháng 10/2025', 'DATE 2025-10-15'],
    ['Đầu quý IV/2025', 'END_OF_QUARTER 2025-12-31'],
    ['Tháng 6, tháng 11', 'END_OF_MONTH 2025-11-30'],
    ['Cấp tỉnh trước 15/10/2025; cấp xã trước 30/11/2025', 'BEFORE_DATE 2025-11-29'],
    ['Hoàn thành trước 30/9/2025 và báo cáo hằng tháng', 'BEFORE_DATE 2025-09-29'],
    ['Từ tháng 9/2025', 'ONGOING null from 2025-09-01'],
    ['Thường xuyên đến hết năm 2025', 'END_OF_YEAR 2025-12-31'],
    ['2 lần/năm', 'RECURRING null YEARLY'],
    ['6 tháng/lần', 'RECURRING null'],
    ['Cuối quý', 'RECURRING null QUARTERLY'],
    ['Trước kỳ họp thứ 9', 'UPON_EVENT null'],
    ['Đang thực hiện', 'NONE null'],
    ['Như trên', 'NONE null'],
  ])('“%s” is read as %s with doubt', (words, meaning) => {
    expect(read(words)).toBe(meaning);
    expect(readDeadline(words, 2025).confidence).toBeLessThan(0.8);
  });

  it('reads text that came apart into letters and marks', () =>
    expect(read('Trước ngày 15/7/2025'.normalize('NFD'))).toBe('BEFORE_DATE 2025-07-14'));
  it('is unsure of a day that no calendar has', () =>
    expect(readDeadline('31/6/2025', 2025).confidence).toBeLessThan(0.8));
  it('is unsure of words that name no time', () =>
    expect(readDeadline('Sở Tài chính', 2025).confidence).toBeLessThan(0.8));
  it('tells half a deadline from a whole one', () => {
    expect(strangeWordsInDeadline('Hoàn thành trong tháng')).toBeNull();
    expect(strangeWordsInDeadline('Hoàn thành trong tháng 6/2025')).toBe(0);
    expect(strangeWordsInDeadline('Trước 16h00 ngày')).toBeNull();
    expect(strangeWordsInDeadline('Trước 16h00 ngày 20/10/2025')).toBe(0);
    expect(strangeWordsInDeadline('Xong trước ngày 20/10/2025')).toBe(0);
  });
});
