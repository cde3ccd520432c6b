import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readDirectory } from '../src/directory-files.ts';
import { importReading, type ReviewedDocument } from '../src/importing/import-document.ts';
import { faults as englishFaults } from '../src/importing/messages.en.ts';
import { faults as vietnameseFaults } from '../src/importing/messages.vi.ts';
import { readFile } from '../src/importing/read-file.ts';
import { refusals as english } from '../src/refusals.en.ts';
import { refusals as vietnamese } from '../src/refusals.vi.ts';

const directory = readDirectory(null);
const imported = async (name: string, content: string | Uint8Array): Promise<ReviewedDocument> =>
  importReading(await readFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content), {
    directory,
  });
const names = (units: readonly { name: string }[]): string => units.map(({ name }) => name).join('; ');

const TITLE = 'KẾ HOẠCH\nĐưa dịch vụ công lên môi trường mạng\nSố: 45/KH-UBND\nThanh Hóa, ngày 12 tháng 9 năm 2025\n\n';
const HEADING = 'STT Nội dung nhiệm vụ\nCơ quan chủ\ntrì\nCơ quan phối\nhợp\nThời gian\nhoàn thành\n\n';

describe('text whose lines broke where the page was narrow', () => {
  it.each(['Về dữ liệu số', 'Về kinh tế số, xã hội số', 'Về kỹ năng số'])(
    'a section "%s" leaves the row under it its number',
    async (title) => {
      const { tasks } = await imported(
        'plan.txt',
        `${TITLE}PHỤ LỤC\n\n${HEADING}I Về thể chế\n\n1\n\nSoạn quy chế dùng chung kho số liệu\n\nSở Nội vụ\n\nCông an tỉnh\n\nTháng 10/2025\n\nII ${title}\n\n1\n\nKiểm kê các hồ sơ giấy cần đưa lên mạng\n\nThanh tra tỉnh\n\nSở Tài chính\n\nTháng 12/2025\n\n2\n\nMở lớp hướng dẫn cho cán bộ của xã\n\nSở Nội vụ\n\nSở Y tế\n\nQuý IV/2025\n`,
      );
      expect(tasks.map(({ section, number, content }) => [section, number, content])).toEqual([
        ['I', '1', 'Soạn quy chế dùng chung kho số liệu'],
        ['II', '1', 'Kiểm kê các hồ sơ giấy cần đưa lên mạng'],
        ['II', '2', 'Mở lớp hướng dẫn cho cán bộ của xã'],
      ]);
    },
  );
});

describe('a spreadsheet', () => {
  it('is read whole when a column beyond its table is hidden', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Phụ lục');
    const titles = ['PHỤ LỤC GIAO VIỆC', '(Kèm theo Quyết định số 88/QĐ-UBND ngày 15/10/2025 của UBND tỉnh Đồng Tháp)'];
    for (const [index, title] of titles.entries()) {
      sheet.addRow([title]);
      sheet.mergeCells(index + 1, 1, index + 1, 5);
    }
    sheet.addRow(['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn hoàn thành']);
    sheet.getCell(3, 8).value = 'Ghi riêng';
    sheet.getColumn(8).hidden = true;
    sheet.addRow([1, 'Lập danh mục hồ sơ', 'Sở Tài chính', 'Công an tỉnh', '31/12/2025']);
    sheet.addRow([2, 'Kiểm kê kho lưu trữ', 'Sở Nội vụ', 'Công an tỉnh', '31/12/2025']);
    const { document, tasks } = await imported('plan.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    expect(document).toMatchObject({ number: '88/QĐ-UBND', issuedOn: '2025-10-15', kind: 'DECISION' });
    expect(tasks.map(({ number, leadUnits }) => [number, names(leadUnits)])).toEqual([
      ['1', 'Sở Tài chính'],
      ['2', 'Sở Nội vụ'],
    ]);
  });
});

describe('a fault of a file', () => {
  it.each(Object.keys(vietnameseFaults))('%s is told in both languages', (code) => {
    expect(Object.keys(englishFaults)).toContain(code);
    for (const words of [vietnamese, english]) expect(words[code]?.({}).length).toBeGreaterThan(15);
  });
  it('tells of too many rows in plain words', () =>
    expect([vietnamese.FILE_HAS_TOO_MANY_ROWS?.({}), english.FILE_HAS_TOO_MANY_ROWS?.({})]).toEqual([
      'Tệp có quá nhiều hàng để là một kế hoạch. Hãy chỉ giữ lại bảng nhiệm vụ.',
      'The file has too many rows to be a plan. Keep only the table of tasks.',
    ]));
});

describe('cells that lost their bounds', () => {
  const wrapped = (rows: string): string =>
    `${TITLE}PHỤ LỤC\nTT Nội dung nhiệm vụ Đơn vị chủ trì\nĐơn vị\n\nphối hợp\nThời gian\n\nhoàn thành\nCăn cứ\n\n${rows}`;

  it('keep a name together that goes on in the next line, though the cell beside it is empty', async () => {
    const { tasks } = await imported(
      'plan.txt',
      wrapped(
        '1\n\nLập bản đồ các cột phát sóng, chỉ rõ nơi\ncòn sóng yếu\n\nSở Xây dựng, Sở Công\nThương\n\nTrước ngày\n05/10/2025\n\nCông văn số\n77/BKHCN-CĐSQG\n\n2\n\nGộp sổ theo dõi hội viên về một kho\n\nVăn phòng UBND tỉnh\n\nCác tổ chức\nchính trị - xã\nhội\n\nNghị quyết số\n15/NQ-CP\n\n3\n\nMở lớp dạy dùng thư điện tử\n\nSở Nội vụ\n\nCông an tỉnh\n\nTháng 11/2025\n\nCông văn số\n77/BKHCN-CĐSQG\n',
      ),
    );
    expect(
      tasks.map(({ leadUnits, coordinatingUnits, deadline, basis }) => [
        names(leadUnits),
        names(coordinatingUnits),
        deadline.text,
        basis,
      ]),
    ).toEqual([
      ['Sở Xây dựng; Sở Công Thương', '', 'Trước ngày 05/10/2025', 'Công văn số 77/BKHCN-CĐSQG'],
      ['Văn phòng Ủy ban nhân dân tỉnh', 'Các tổ chức chính trị - xã hội', '', 'Nghị quyết số 15/NQ-CP'],
      ['Sở Nội vụ', 'Công an tỉnh', 'Tháng 11/2025', 'Công văn số 77/BKHCN-CĐSQG'],
    ]);
  });
});

describe('one column for those who lead and those who help', () => {
  const read = async (heading: string, cell: string) => {
    const { tasks } = await imported(
      'plan.md',
      `${TITLE}| TT | Nhiệm vụ | ${heading} | Thời gian |\n|---|---|---|---|\n| 1 | Lập danh mục hồ sơ | ${cell} | 30/10/2025 |\n| 2 | Kiểm kê kho lưu trữ | ${cell} | 30/11/2025 |\n`,
    );
    const { leadUnits, coordinatingUnits, confidence } = tasks[0] as (typeof tasks)[number];
    return [names(leadUnits), names(coordinatingUnits), confidence < 0.8];
  };
  it.each([
    ['Chủ trì: Sở Y tế<br>Phối hợp: Sở Nội vụ, Công an tỉnh', false],
    ['Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: Sở Nội vụ, Công an tỉnh', false],
    ['Sở Y tế (chủ trì), Sở Nội vụ, Công an tỉnh (phối hợp)', false],
    ['Sở Y tế chủ trì, phối hợp với Sở Nội vụ, Công an tỉnh', false],
    ['Sở Y tế; Sở Nội vụ, Công an tỉnh', true],
  ])('is parted: %s', async (cell, doubted) =>
    expect(await read('Cơ quan chủ trì, phối hợp', cell)).toEqual(['Sở Y tế', 'Sở Nội vụ; Công an tỉnh', doubted]),
  );
  it('is doubted when two stand before one mark', async () =>
    expect((await read('Đơn vị thực hiện', 'Sở Y tế, Sở Nội vụ (chủ trì); Công an tỉnh (phối hợp)'))[2]).toBe(true));
  it('leaves a cell alone that names leaders only', async () =>
    expect(await read('Cơ quan chủ trì', 'Sở Y tế; Sở Nội vụ')).toEqual(['Sở Y tế; Sở Nội vụ', '', false]));
});

describe('text whose columns are kept apart by spaces', () => {
  it('is read page by page, though a cell stands only one space from the next', async () => {
    const { tasks } = await imported('plan.txt', `${TITLE}${ALIGNED}`);
    expect(
      tasks.map(({ section, number, content, leadUnits, coordinatingUnits, deadline }) => [
        section,
        number,
        content,
        names(leadUnits),
        names(coordinatingUnits),
        deadline.text,
      ]),
    ).toEqual([
      [
        'I',
        '1',
        'Gộp các kho ảnh chụp đường liên thôn về một nơi',
        'Sở Nội vụ',
        'Công an tỉnh',
        'Sau khi có hướng dẫn',
      ],
      [
        'I',
        '2',
        'Làm lại bảng giờ trực của bộ phận một cửa và bản đồ chợ',
        'Ban Tổ chức Tỉnh ủy',
        'Sở Y tế',
        'Hằng quý',
      ],
      [
        'II',
        '3',
        'Kiểm kê sổ mượn phòng họp ở mọi xã, lập sổ mới',
        'Văn phòng Tỉnh ủy',
        'Sở Tài chính',
        'Tháng 12/2025',
      ],
      ['II', '4', 'Mở lớp dạy dùng thư cho người già ở thôn', 'Sở Y tế', 'Thanh tra tỉnh', 'Năm 2025'],
    ]);
  });
});

describe('a table that breaks over the page', () => {
  const cell = (text: string, mergedFromAbove = false) => ({ text, span: 1, mergedFromAbove });
  const row = (page: number, ...cells: ReturnType<typeof cell>[]) => ({ cells, position: { page } });
  const heading = row(1, ...['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian'].map((text) => cell(text)));
  const read = (...rows: ReturnType<typeof row>[]) =>
    importReading(
      { blocks: [{ kind: 'table', rows: [heading, ...rows], position: { page: 1 } }], notices: [] },
      { directory, provinceId: '38' },
    ).tasks;

  it('gives the lower half of a merged deadline its words, with less trust', () => {
    const [, task] = read(
      row(1, cell('1'), cell('Lập sổ'), cell('Sở Nội vụ'), cell('Quý IV/2025')),
      row(2, cell('2'), cell('Gộp kho ảnh'), cell('Sở Y tế'), cell('', true)),
    );
    expect(task?.deadline.text).toBe('Quý IV/2025');
    expect(task?.confidence).toBeLessThan(0.9);
  });
  it('goes on after a semicolon where the heading comes again', () => {
    const tasks = read(
      row(1, cell('1'), cell('Lập sổ mới cho mọi xã;'), cell('Sở Nội vụ'), cell('Quý IV/2025')),
      heading,
      row(2, cell(''), cell('không để sót thôn nào'), cell(''), cell('')),
      row(2, cell('2'), cell('Gộp kho ảnh'), cell('Sở Y tế'), cell('Quý IV/2025')),
    );
    expect(tasks.map(({ content }) => content)).toEqual([
      'Lập sổ mới cho mọi xã; không để sót thôn nào',
      'Gộp kho ảnh',
    ]);
  });
});

const ALIGNED = `                       PHỤ LỤC

STT         Nội dung nhiệm vụ            Cơ quan chủ     Cơ quan phối    Thời gian hoàn
                                             trì             hợp             thành
    I   Về hạ tầng
1       Gộp các kho ảnh chụp đường       Sở Nội vụ       Công an tỉnh    Sau khi có
        liên thôn về một nơi                                             hướng dẫn
2       Làm lại bảng giờ trực của bộ Ban Tổ chức         Sở Y tế         Hằng quý
        phận một cửa và bản đồ chợ   Tỉnh ủy
                                           2


STT        Nội dung nhiệm vụ          Cơ quan chủ     Cơ quan phối    Thời gian hoàn
                                          trì             hợp             thành
II Về con người
3     Kiểm kê sổ mượn phòng họp ở Văn phòng       Sở Tài chính    Tháng 12/2025
      mọi xã, lập sổ mới          Tỉnh ủy
4     Mở lớp dạy dùng thư cho     Sở Y tế         Thanh tra tỉnh  Năm 2025
      người già ở thôn
`;
