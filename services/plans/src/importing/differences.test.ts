import { describe, expect, it } from 'vitest';
import { type ComparedTask, differencesOf } from './differences.ts';

const task = (number: string, content: string, part: Partial<ComparedTask> = {}): ComparedTask => ({
  appendix: null,
  section: 'I',
  number,
  content,
  leads: ['TH.STC'],
  coordinators: [],
  deadlineKind: 'END_OF_MONTH',
  dueOn: '2025-06-30',
  ...part,
});
const plan = [
  task('1', 'Đếm lại số tủ hồ sơ còn dùng được ở từng tầng'),
  task('2', 'Bán giấy vụn theo đúng phép kế toán của tỉnh'),
  task('3', 'Quét vôi và thay bóng đèn hỏng ở phòng chờ'),
];

describe('a document beside an earlier one', () => {
  it('shows no difference when it is the same', () =>
    expect(differencesOf(plan, plan)).toMatchObject({ changed: [], added: [], removed: [], same: { length: 3 } }));

  it('shows a lead unit that a letter names otherwise, though the row has another number', () => {
    const { changed, removed } = differencesOf(plan, [
      task('10', 'Bán giấy vụn theo đúng phép kế toán của tỉnh', { leads: ['TH.TTPVHCC'] }),
    ]);
    expect(changed).toMatchObject([{ earlier: { number: '2' }, later: { number: '10' }, fields: ['leads'] }]);
    expect(removed.map(({ number }) => number)).toEqual(['1', '3']);
  });

  it('knows a row at its place though it is worded much shorter, and calls its words changed', () => {
    const short = task('2', 'Bán giấy vụn đúng phép');
    const { changed, added, removed } = differencesOf(plan, [plan[0]!, short, plan[2]!]);
    expect(changed).toMatchObject([{ later: { number: '2' }, fields: ['content'] }]);
    expect([added, removed]).toEqual([[], []]);
  });

  it('shows a later day, new rows and rows that are gone', () => {
    const later = [
      task('1', 'Đếm lại số tủ hồ sơ còn dùng được ở từng tầng', { dueOn: '2025-07-31' }),
      task('2', 'Mua thêm ghế cho phòng họp lớn'),
    ];
    const found = differencesOf(plan, later);
    expect(found.changed.map(({ fields }) => fields)).toEqual([['deadline']]);
    expect(found.added.map(({ content }) => content)).toEqual(['Mua thêm ghế cho phòng họp lớn']);
    expect(found.removed).toHaveLength(2);
  });
});
