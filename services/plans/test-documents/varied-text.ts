import type { Field } from '../src/importing/table-columns.ts';
import { cellTexts, type GridRow, gridRows, type VariedPlan } from './varied-plan.ts';

const appendix = (plan: VariedPlan): string[] => ['PHỤ LỤC', 'VIỆC CẦN LÀM', plan.note, ''];
const whole = (plan: VariedPlan, table: readonly string[]): string =>
  [...plan.head, ...appendix(plan), ...table, ''].join('\n');
const headings = (plan: VariedPlan): string[] => plan.columns.map(({ heading }) => heading);
const isTask = (row: GridRow): row is Exclude<GridRow, { code: string }> => !('code' in row);
const numbered = (plan: VariedPlan): boolean => plan.columns[0]?.field === 'number';

/** A section's row has its code where the numbers stand, or both in one cell. */
const sectionCells = (plan: VariedPlan, { code, title }: { code: string; title: string }): string[] => {
  const cells = numbered(plan) ? [code, title] : [`${code}. ${title}`];
  return [...cells, ...plan.columns.slice(cells.length).map(() => '')];
};

export function tabbed(plan: VariedPlan): string {
  return whole(
    plan,
    gridRows(plan).flatMap((row, index) => [
      ...(index % 8 === 0 ? [headings(plan).join('\t')] : []),
      (isTask(row) ? cellTexts(plan, row) : sectionCells(plan, row)).join('\t'),
    ]),
  );
}

export function markdown(plan: VariedPlan): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return whole(plan, [
    line(headings(plan)),
    line(headings(plan).map(() => ':---')),
    ...gridRows(plan).map((row) =>
      line(
        isTask(row)
          ? plan.columns.map(({ field }) => {
              const cell = row.cells[field] ?? '';
              return field === 'lead' || field === 'coordinating' ? cell.replaceAll('; ', '<br>') : cell;
            })
          : sectionCells(plan, row).map((cell) => (cell === '' ? '' : `**${cell}**`)),
      ),
    ),
  ]);
}

/** Cells with lists as some converters write them. */
export function markdownWithHtml(plan: VariedPlan): string {
  const list = (cell: string): string =>
    cell.includes('; ')
      ? `<ul>${cell
          .split('; ')
          .map((item) => `<li>${item}</li>`)
          .join('')}</ul>`
      : cell;
  return markdown({
    ...plan,
    tasks: plan.tasks.map((task) => ({
      ...task,
      cells: { ...task.cells, lead: list(task.cells.lead ?? ''), coordinating: list(task.cells.coordinating ?? '') },
    })),
  });
}

/** Every cell is a line of its own behind a tab, an empty one too; rows are parted by an empty line. */
export function cellLinesTabbed(plan: VariedPlan): string {
  const block = (cells: readonly string[]): string[] => [...cells.map((cell) => `\t${cell}`), ''];
  return whole(plan, [
    ...block(headings(plan)),
    ...gridRows(plan).flatMap((row) => block(isTask(row) ? cellTexts(plan, row) : [row.code, row.title])),
  ]);
}

/** Every cell is a line of its own; an empty cell leaves no trace. */
export function cellLines(plan: VariedPlan): string {
  return whole(plan, [
    ...headings(plan),
    ...gridRows(plan).flatMap((row) =>
      (isTask(row) ? cellTexts(plan, row) : [`${row.code}. ${row.title}`]).filter((cell) => cell !== ''),
    ),
  ]);
}

export function labelled(plan: VariedPlan, mark: string): string {
  return whole(
    plan,
    gridRows(plan).flatMap((row) =>
      isTask(row)
        ? [
            `${row.number === null ? '*' : `${row.number}.`} ${row.cells.content}`,
            ...plan.columns
              .filter(({ field }) => field !== 'number' && field !== 'content' && (row.cells[field] ?? '') !== '')
              .map(({ field, heading }) => `${mark}${heading}: ${row.cells[field]}`),
          ]
        : [`${row.code}. ${row.title}`],
    ),
  );
}

export const WIDTHS: Record<Field, number> = {
  number: 4,
  content: 40,
  lead: 18,
  coordinating: 18,
  deadline: 13,
  result: 12,
  basis: 14,
  head: 13,
  status: 11,
  other: 10,
};

export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface Wrapped {
  gaps: 'between cells' | 'everywhere' | 'nowhere';
  pages?: number;
  /** The title of the appendix stands after the first rows, as some producers order it. */
  lateTitle?: boolean;
  footnotes?: boolean;
}

/** Text copied out of a .pdf: every line of every cell is a line; pages end in a number and repeat the heading. */
export function lineWrapped(
  plan: VariedPlan,
  { gaps, pages = 7, lateTitle = false, footnotes = false }: Wrapped,
): string {
  const lines: string[] = [];
  const put = (cell: string, width: number): void => {
    const parts = cell === '' ? [] : wrap(cell, width);
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1;
      lines.push(gaps === 'nowhere' || (last && gaps === 'between cells') ? part : `${part} `);
      if (gaps === 'everywhere' || (gaps === 'between cells' && last)) lines.push('');
    }
  };
  const heading = (): void => void lines.push(...wrap(headings(plan).join(' '), 60), '');
  heading();
  let notes: string[] = [];
  let late = lateTitle;
  for (const [index, row] of gridRows(plan).entries()) {
    if (index > 0 && index % pages === 0) {
      lines.push('', ...notes, '', String(index / pages + 1), '');
      notes = [];
      heading();
    }
    if (late && index === 4) {
      lines.push('', 'Phụ lục I', 'VIỆC CẦN LÀM', plan.note, '');
      late = false;
    }
    if (!isTask(row)) {
      lines.push(`${row.code} ${row.title}`, '');
      continue;
    }
    const noted = footnotes && index % pages === 3 && !/\d[.]?$/.test(row.cells.content ?? '');
    const mark = String(Math.floor(index / pages) + 1);
    if (noted) notes.push(`${mark} Theo sổ trực của năm trước, bản lưu tại kho.`);
    for (const { field } of plan.columns) {
      const text = row.cells[field] ?? '';
      put(
        noted && field === 'content' ? `${text.replace(/\.$/, '')}${mark}${text.endsWith('.') ? '.' : ''}` : text,
        WIDTHS[field],
      );
    }
  }
  lines.push('', ...notes);
  return lateTitle ? [...lines, ''].join('\n').replace(/^/, `${plan.head.join('\n')}\n`) : whole(plan, lines);
}

/** Columns kept apart by spaces, each cell at the top or at the middle of its row. */
export function spaced(plan: VariedPlan, middle: boolean): string {
  const lane = (index: number): number => WIDTHS[plan.columns[index]?.field ?? 'other'] + 3;
  const row = (cells: readonly string[]): string[] => {
    const parts = cells.map((cell, index) => (cell === '' ? [] : wrap(cell, lane(index) - 3)));
    const height = Math.max(1, ...parts.map((part) => part.length));
    return Array.from({ length: height }, (_unused, line) =>
      parts
        .map((part, index) =>
          (part[line - (middle ? Math.floor((height - part.length) / 2) : 0)] ?? '').padEnd(lane(index)),
        )
        .join('')
        .trimEnd(),
    );
  };
  return whole(plan, [
    ...row(headings(plan)),
    '',
    ...gridRows(plan).flatMap((part) =>
      isTask(part)
        ? [...row(cellTexts(plan, part)), '']
        : [`${numbered(plan) ? part.code.padEnd(lane(0)) : `${part.code}. `}${part.title}`, ''],
    ),
  ]);
}

/** Slips that text recognition makes: a mark lost or changed, a letter doubled; numbers and headings stay. */
export function withSlips(plan: VariedPlan): VariedPlan {
  const slips: readonly [RegExp, string][] = [
    [/Công nghệ/, 'Công nghê'],
    [/Tài chính/, 'Tài chinh'],
    [/Nội vụ/, 'Nôi vụ'],
    [/Văn phòng/, 'Văn phỏng'],
    [/Xây dựng/, 'Xây dưng'],
    [/Công Thương/, 'Công Thưong'],
    [/Đào tạo/, 'Đào tao'],
    [/Môi trường/, 'Môi truờng'],
  ];
  const slip = (text: string): string => slips.reduce((words, [from, to]) => words.replace(from, to), text);
  return {
    ...plan,
    tasks: plan.tasks.map((task) => ({
      ...task,
      cells: { ...task.cells, lead: slip(task.cells.lead ?? ''), coordinating: slip(task.cells.coordinating ?? '') },
    })),
  };
}

/** Letters wrong, missing or too many: what a quick typist leaves. */
export function misspelt(plan: VariedPlan): VariedPlan {
  const slips: readonly [RegExp, string][] = [
    [/Công nghệ/, 'Cong nghẹe'],
    [/Tài chính/, 'Tài chíh'],
    [/Nội vụ/, 'Nội vụu'],
    [/Nông nghiệp/, 'Nông nghịep'],
    [/Xây dựng/, 'Xâyy dựng'],
    [/Giáo dục/, 'Giáo dụ c'.replace(' ', '')],
    [/Thể thao/, 'Thể thoa'],
    [/Quân sự/, 'Quâân sự'],
  ];
  const slip = (text: string): string => slips.reduce((words, [from, to]) => words.replace(from, to), text);
  return {
    ...plan,
    tasks: plan.tasks.map((task) => ({
      ...task,
      cells: { ...task.cells, lead: slip(task.cells.lead ?? ''), coordinating: slip(task.cells.coordinating ?? '') },
    })),
  };
}
