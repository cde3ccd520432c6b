import { describe, expect, it } from 'vitest';
import { readDirectory } from '../src/directory-files.ts';
import { importReading, type ReviewedDocument, reviewReading } from '../src/importing/import-document.ts';
import { readFile } from '../src/importing/read-file.ts';

const directory = readDirectory(null);
const HEAD = ['UBND TỈNH THANH HÓA', 'Số: 31/TB-UBND', 'Thanh Hóa, ngày 08 tháng 9 năm 2025', 'THÔNG BÁO', ''];
const reading = (lines: readonly string[]) =>
  readFile('notice.txt', new TextEncoder().encode([...HEAD, ...lines, ''].join('\n')));
const imported = async (lines: readonly string[]): Promise<ReviewedDocument> =>
  importReading(await reading(lines), { directory });
const named = ({ tasks }: ReviewedDocument) =>
  tasks.map(({ section, number, content, leadUnits, coordinatingUnits, deadline }) => ({
    place: [section, number].filter(Boolean).join('.'),
    content: content.replace(/\.$/, ''),
    leads: leadUnits.map(({ name }) => name),
    helpers: coordinatingUnits.map(({ name }) => name),
    due: `${deadline.kind} ${deadline.dueOn}`,
  }));

const EXPECTED = [
  {
    place: 'I.1',
    content: 'Dán mã tra cứu lên hồ sơ giấy (đợt đầu)',
    leads: ['Sở Nội vụ'],
    helpers: ['Sở Tài chính', 'UBND các xã, phường'],
    due: 'END_OF_MONTH 2025-11-30',
  },
  {
    place: 'I.2',
    content: 'Lắp thêm màn hình báo số thứ tự, ít nhất 02 chiếc mỗi nơi',
    leads: ['Sở Xây dựng'],
    helpers: ['Công an tỉnh'],
    due: 'BEFORE_DATE 2025-12-14',
  },
  {
    place: 'II.3',
    content: 'Dạy người bán hàng ở chợ nhận tiền qua điện thoại',
    leads: ['Sở Y tế', 'Sở Tư pháp'],
    helpers: [],
    due: 'RECURRING null',
  },
];

describe('tasks whose labels stand inside of sentences', () => {
  it('are read where all labels share one line', async () =>
    expect(
      named(
        await imported([
          'I. VIỆC TRƯỚC MẮT',
          '1. Dán mã tra cứu lên hồ sơ giấy (đợt đầu).',
          'Chủ trì: Sở Nội vụ. Phối hợp: Sở Tài chính, UBND',
          'các xã, phường. Thời gian: Tháng 11/2025.',
          '2. Lắp thêm màn hình báo số thứ tự, ít nhất',
          '02 chiếc mỗi nơi.',
          'Chủ trì: Sở Xây dựng; phối hợp: Công an tỉnh; thời hạn: Trước ngày',
          '15/12/2025.',
          'II. VIỆC LÂU DÀI',
          '3. Dạy người bán hàng ở chợ nhận tiền qua điện thoại.',
          'Chủ trì: Sở Y tế, Sở Tư pháp. Thời gian: Hằng quý.',
        ]),
      ),
    ).toEqual(EXPECTED));

  it('are read where labels follow the work, and where the end of a line cuts a label', async () =>
    expect(
      named(
        await imported([
          'I. VIỆC TRƯỚC MẮT',
          '1. Dán mã tra cứu lên hồ sơ giấy (đợt đầu). Cơ quan chủ',
          'trì: Sở Nội vụ. Cơ quan phối hợp:',
          'Sở Tài chính, UBND các xã, phường. Thời gian hoàn',
          'thành: Tháng 11/2025.',
          '2. Lắp thêm màn hình báo số thứ tự, ít nhất 02 chiếc mỗi nơi. Cơ quan chủ trì: Sở Xây dựng. Cơ quan phối',
          'hợp: Công an tỉnh. Thời gian hoàn thành: Trước ngày 15/12/2025.',
          'II. VIỆC LÂU DÀI',
          '3. Dạy người bán hàng ở chợ nhận tiền qua điện thoại. Cơ quan chủ trì: Sở Y tế, Sở Tư pháp.',
          'Thời gian hoàn thành: Hằng quý.',
        ]),
      ),
    ).toEqual(EXPECTED));

  it('are read out of brackets', async () =>
    expect(
      named(
        await imported([
          'I. VIỆC TRƯỚC MẮT',
          '1. Dán mã tra cứu lên hồ sơ giấy (đợt đầu) (chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính, UBND các',
          'xã, phường; thời gian: Tháng 11/2025).',
          '2. Lắp thêm màn hình báo số thứ tự, ít nhất 02 chiếc mỗi nơi (chủ trì: Sở Xây dựng; phối hợp:',
          'Công an tỉnh), hoàn thành trước ngày 15/12/2025.',
          'II. VIỆC LÂU DÀI',
          '3. Dạy người bán hàng ở chợ nhận tiền qua điện thoại (chủ trì: Sở Y tế, Sở Tư pháp; thời gian: Hằng quý).',
        ]),
      ),
    ).toEqual(EXPECTED));
});

describe('tasks that are sentences', () => {
  const sentences = [
    'I. VIỆC TRƯỚC MẮT',
    '1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, UBND các xã, phường tổ chức dán mã tra cứu lên',
    'hồ sơ giấy; hoàn thành trong tháng 11/2025.',
    '2. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh bố trí thêm màn hình báo số thứ tự; thời gian: trước',
    'ngày 15/12/2025.',
    'II. VIỆC LÂU DÀI',
    '3. Đề nghị Sở Y tế chủ trì hướng dẫn người bán hàng nhận tiền qua điện thoại, báo cáo trong quý IV/2025.',
    '4. Các sở theo dõi việc được giao.',
  ];

  it('are read where each says who leads', async () =>
    expect(
      named(await imported(sentences)).map(({ place, leads, helpers, due }) => [place, leads, helpers, due]),
    ).toEqual([
      ['I.1', ['Sở Nội vụ'], ['Sở Tài chính', 'UBND các xã, phường'], 'END_OF_MONTH 2025-11-30'],
      ['I.2', ['Sở Xây dựng'], ['Công an tỉnh'], 'BEFORE_DATE 2025-12-14'],
      ['II.3', ['Sở Y tế'], [], 'END_OF_QUARTER 2025-12-31'],
    ]));
  it('are parted where the work begins', async () =>
    expect((await imported(sentences)).tasks[0]?.content).toBe('Tổ chức dán mã tra cứu lên hồ sơ giấy'));
  it('are doubted, every one', async () =>
    expect((await imported(sentences)).tasks.every(({ confidence }) => confidence < 0.8)).toBe(true));
  it('are no tasks where a report tells what was done', async () =>
    expect(
      reviewReading(
        await reading([
          '1. Trong năm, các sở đã chủ trì, phối hợp với địa phương làm nhiều việc.',
          '2. Người dân đến bộ phận một cửa ít phải chờ hơn.',
          '3. Sở Nội vụ đã báo cáo kết quả.',
        ]),
        { directory },
      ).findings.map(({ code }) => code),
    ).toContain('NO_TABLE'));
  it('make no tasks of an invitation', async () =>
    expect(
      reviewReading(
        await reading([
          '1. Nội dung: Họp giao ban. Chủ trì: Chủ tịch UBND tỉnh. Thời gian: 8h00 ngày 15/9/2025.',
          '2. Thành phần: Sở Tài chính, Sở Nội vụ.',
        ]),
        { directory },
      ).tasks,
    ).toEqual([]));
});
