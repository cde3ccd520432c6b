import { MOTTO, NATION } from './letterhead.ts';
import type { SamplePlan, SampleTask } from './sample-plan.ts';

export type ColumnName = 'number' | 'content' | 'lead' | 'coordinating' | 'deadline' | 'result';

export interface Headings {
  order: ColumnName[];
  words: Record<ColumnName, string>;
}

const USUAL = {
  number: 'STT',
  content: 'Nội dung nhiệm vụ',
  lead: 'Cơ quan chủ trì',
  coordinating: 'Cơ quan phối hợp',
  deadline: 'Thời gian hoàn thành',
  result: 'Kết quả dự kiến',
};
export const usual: Headings = {
  order: ['number', 'content', 'lead', 'coordinating', 'deadline', 'result'],
  words: USUAL,
};
export const otherOrder: Headings = {
  order: ['number', 'content', 'deadline', 'lead', 'coordinating', 'result'],
  words: {
    number: 'TT',
    content: 'Tên nhiệm vụ',
    lead: 'Đơn vị thực hiện',
    coordinating: 'Đơn vị phối hợp',
    deadline: 'Thời hạn',
    result: 'Sản phẩm',
  },
};
export const short: Headings = {
  order: ['number', 'content', 'lead', 'coordinating', 'deadline'],
  words: { ...USUAL, content: 'Nhiệm vụ, giải pháp', lead: 'Chủ trì', coordinating: 'Phối hợp', deadline: 'Tiến độ' },
};

export const cellOf = (task: SampleTask, column: ColumnName): string =>
  column === 'number' ? task.number : task[column];

export function headLines(plan: SamplePlan): string[] {
  return [
    plan.issuer,
    NATION,
    MOTTO,
    `Số: ${plan.number}`,
    plan.placeAndDate,
    '',
    'KẾ HOẠCH',
    plan.title,
    '',
    'Các cơ quan thực hiện những việc nêu trong phụ lục.',
    '',
    'Nơi nhận:',
    '- Như phụ lục;',
    '- Lưu: VT.',
    '',
  ];
}

const appendixLines = (plan: SamplePlan): string[] => ['PHỤ LỤC', 'DANH MỤC VIỆC CẦN LÀM', plan.note, ''];

type Row = { section: string; title: string } | { task: SampleTask };
export function rowsOf(plan: SamplePlan): Row[] {
  let section = '';
  return plan.tasks.flatMap((task): Row[] => {
    if (task.section === section) return [{ task }];
    section = task.section;
    return [{ section, title: plan.sections[section] ?? '' }, { task }];
  });
}

const document = (plan: SamplePlan, table: string[]): string =>
  [...headLines(plan), ...appendixLines(plan), ...table, ''].join('\n');

export function tabSeparated(plan: SamplePlan, { order, words }: Headings): string {
  const line = (cells: string[]): string => cells.join('\t');
  const heading = line(order.map((column) => words[column]));
  return document(plan, [
    heading,
    ...rowsOf(plan).flatMap((row, index) => {
      const own =
        'task' in row
          ? line(order.map((column) => cellOf(row.task, column)))
          : line([row.section, row.title, ...order.slice(2).map(() => '')]);
      // The heading comes again at the top of every page.
      return index > 0 && index % 6 === 0 ? ['', heading, own] : [own];
    }),
  ]);
}

export function markdownTable(plan: SamplePlan, { order, words }: Headings): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return document(plan, [
    line(order.map((column) => words[column])),
    line(order.map(() => '---')),
    ...rowsOf(plan).map((row) =>
      'task' in row
        ? line(order.map((column) => cellOf(row.task, column).replaceAll('; ', '<br>')))
        : line([`**${row.section}**`, `**${row.title}**`, ...order.slice(2).map(() => '')]),
    ),
  ]);
}

export function cellPerLineTabbed(plan: SamplePlan, { order, words }: Headings): string {
  const block = (cells: string[]): string[] => [...cells.map((cell) => `\t${cell}`), ''];
  return document(
    plan,
    [
      block(order.map((column) => words[column])),
      ...rowsOf(plan).map((row) =>
        'task' in row ? block(order.map((column) => cellOf(row.task, column))) : block([row.section, row.title]),
      ),
    ].flat(),
  );
}

export function cellPerLine(plan: SamplePlan, { order, words }: Headings): string {
  return document(plan, [
    ...order.map((column) => words[column]),
    ...rowsOf(plan).flatMap((row) =>
      'task' in row ? order.map((column) => cellOf(row.task, column)) : [row.section, row.title],
    ),
  ]);
}

export function labelledList(plan: SamplePlan): string {
  return document(
    plan,
    rowsOf(plan).flatMap((row) =>
      'task' in row
        ? [
            `${row.task.number}. ${row.task.content}`,
            `   - Cơ quan chủ trì: ${row.task.lead}`,
            `   - Cơ quan phối hợp: ${row.task.coordinating}`,
            `   - Thời gian hoàn thành: ${row.task.deadline}`,
            `   - Sản phẩm: ${row.task.result}`,
          ]
        : [`${row.section}. ${row.title}`],
    ),
  );
}

const WIDTHS: Record<ColumnName, number> = {
  number: 4,
  content: 46,
  lead: 19,
  coordinating: 15,
  deadline: 13,
  result: 13,
};

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** As a .pdf is copied: every line of every cell is a line; a line that goes on ends in a space. */
export function lineWrapped(
  plan: SamplePlan,
  { order, words }: Headings,
  gaps: 'between cells' | 'everywhere' | 'nowhere',
): string {
  const lines: string[] = [];
  const put = (cell: string, column: ColumnName): void => {
    const parts = wrapped(cell, WIDTHS[column]);
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1;
      lines.push(gaps === 'nowhere' ? part : last && gaps === 'between cells' ? part : `${part} `);
      if (gaps === 'everywhere' || (gaps === 'between cells' && last)) lines.push('');
    }
  };
  const heading = (): void =>
    void lines.push(wrapped(order.map((column) => words[column]).join(' '), 60).join('\n'), '');
  heading();
  for (const [index, row] of rowsOf(plan).entries()) {
    if (index > 0 && index % 7 === 0) {
      lines.push('', String(index / 7 + 1), '');
      heading();
    }
    if ('task' in row) for (const column of order) put(cellOf(row.task, column), column);
    else lines.push(`${row.section} ${row.title}`, '');
  }
  return document(plan, lines);
}

const LANES: Record<ColumnName, number> = {
  number: 5,
  content: 44,
  lead: 22,
  coordinating: 22,
  deadline: 16,
  result: 14,
};

/** As tools print a .pdf that keeps its columns: spaces hold them apart; cells may stand at the middle of their row. */
export function spacedColumns(plan: SamplePlan, { order, words }: Headings, middle: boolean): string {
  const row = (cells: string[]): string[] => {
    const parts = cells.map((cell, index) => wrapped(cell, LANES[order[index] ?? 'content'] - 2));
    const height = Math.max(...parts.map((part) => part.length));
    return Array.from({ length: height }, (_unused, line) =>
      parts
        .map((part, index) =>
          (part[line - (middle ? Math.floor((height - part.length) / 2) : 0)] ?? '').padEnd(
            LANES[order[index] ?? 'content'],
          ),
        )
        .join('')
        .trimEnd(),
    );
  };
  return document(plan, [
    ...row(order.map((column) => words[column])),
    '',
    ...rowsOf(plan).flatMap((part) =>
      'task' in part
        ? [...row(order.map((column) => cellOf(part.task, column))), '']
        : [part.section.padEnd(5) + part.title, ''],
    ),
  ]);
}
