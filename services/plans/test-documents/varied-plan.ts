import type { Field } from '../src/importing/table-columns.ts';
import { MOTTO, NATION } from './letterhead.ts';
import {
  BASES,
  type Bearer,
  DEADLINES,
  HEADINGS,
  HEADS,
  HELPERS,
  KINDS,
  LEADS,
  ORDERS,
  PROVINCES,
  RESULTS,
  ROMAN,
  STATUSES,
  TAILS,
  THINGS,
  TITLES,
  VERBS,
} from './varied-words.ts';

export interface VariedTask {
  section: string | null;
  number: string | null;
  content: string;
  leads: Bearer[];
  coordinators: Bearer[];
  cells: Partial<Record<Field, string>>;
  due: string;
  /** A row above it that is no task itself. */
  parent?: { code: string; title: string };
}

/** A plan in our own words that nobody tuned the reader to: made by lot, always the same for the same seed. */
export interface VariedPlan {
  kind: string;
  number: string;
  issuedOn: string;
  province: string;
  head: string[];
  note: string;
  sections: { code: string; title: string }[];
  columns: { field: Field; heading: string }[];
  tasks: VariedTask[];
}

export type Lot = <Item>(items: readonly Item[]) => Item;

/** Mulberry: small, and the same everywhere. */
export function lotOf(seed: number): Lot {
  let state = seed >>> 0;
  return (items) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return items[((mixed ^ (mixed >>> 14)) >>> 0) % items.length] as (typeof items)[number];
  };
}

export interface Traits {
  numbers: 'run on' | 'begin again' | 'all the same' | 'none';
  sections: boolean;
  /** Columns in the order given; by lot when left out. */
  order?: readonly Field[];
  /** How the bodies of a cell are joined; by lot when left out. */
  joined?: string;
  /** Some tasks stand as sub-rows ("3.1", "3.2") under a row that only names them. */
  subRows?: boolean;
  province?: string;
  /** What stands after a number. */
  mark?: '' | '.';
  count?: number;
}

export function variedPlan(seed: number, traits: Traits): VariedPlan {
  const lot = lotOf(seed * 7919 + 17);
  const mark = traits.mark ?? lot(['', '.']);
  const province = traits.province ?? lot(PROVINCES);
  const [title, kind, symbol, office, kindWords] = lot(KINDS);
  const order = traits.order ?? lot(ORDERS);
  const fields: Field[] = traits.numbers === 'none' ? [...order] : ['number', ...order];
  const figure = 20 + (seed % 300);
  const sections = traits.sections
    ? ROMAN.map((code, index) => ({ code, title: TITLES[index] ?? '' })).slice(0, 3)
    : [];
  const count = traits.count ?? 18;
  const used = new Set<string>();
  const tasks = Array.from({ length: count }, (_unused, index) => {
    const section = sections[Math.floor((index * sections.length) / count)]?.code ?? null;
    const before =
      sections.length === 0 ? 0 : Math.ceil((Math.floor((index * sections.length) / count) * count) / sections.length);
    const numbers = { 'run on': index + 1, 'begin again': index - before + 1, 'all the same': 1, none: 0 };
    return taskOf(lot, used, { ...traits, mark }, section, numbers[traits.numbers]);
  });
  if (traits.subRows) nest(tasks);
  const number = `${figure}${symbol}`;
  const issuer = `${office} ${province.toUpperCase()}`;
  return {
    kind,
    number,
    issuedOn: '2025-08-12',
    province,
    head: [
      issuer,
      NATION,
      MOTTO,
      `Số: ${number}`,
      ...(title === '' ? ['V/v làm gọn việc giấy tờ hằng ngày'] : []),
      `${province}, ngày 12 tháng 8 năm 2025`,
      '',
      ...(title === '' ? ['Kính gửi: Các sở, ban, ngành cấp tỉnh'] : [title, 'Làm gọn việc giấy tờ hằng ngày']),
      '',
      'Mọi cơ quan cùng làm theo phụ lục dưới đây.',
      '',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      '',
    ],
    note: `(Kèm theo ${kindWords} số ${number} ngày 12/8/2025)`,
    sections,
    columns: fields.map((field) => ({
      field,
      heading: field === 'other' ? 'Kinh phí (triệu đồng)' : lot(HEADINGS[field]),
    })),
    tasks,
  };
}

function taskOf(lot: Lot, used: Set<string>, traits: Traits, section: string | null, number: number): VariedTask {
  let content = '';
  do content = `${lot(VERBS)} ${lot(THINGS)}${lot(TAILS)}`;
  while (used.has(content));
  used.add(content);
  const leads = bearersOf(lot, LEADS, lot([1, 1, 1, 2]));
  const coordinators = bearersOf(lot, HELPERS, lot([0, 1, 1, 2, 3])).filter(
    ({ key }) => !leads.some((lead) => lead.key === key),
  );
  const [deadline, due] = lot(DEADLINES);
  const join = (bearers: readonly Bearer[]): string => {
    const mark = traits.joined ?? (bearers.some(({ text }) => text.includes(',')) ? '; ' : lot(['; ', ', ']));
    return bearers.map(({ text }) => text).join(mark);
  };
  return {
    section,
    number: number === 0 ? null : String(number),
    content,
    leads,
    coordinators,
    due,
    cells: {
      ...(number === 0 ? {} : { number: `${number}${traits.mark ?? ''}` }),
      content: `${content}${lot(['', '', '.'])}`,
      lead: join(leads),
      coordinating: join(coordinators),
      deadline,
      result: lot(RESULTS),
      basis: lot(BASES),
      head: lot(HEADS),
      status: lot(STATUSES),
      other: lot(['120', '35', 'Không']),
    },
  };
}

function bearersOf(lot: Lot, from: readonly Bearer[], count: number): Bearer[] {
  const taken: Bearer[] = [];
  while (taken.length < count) {
    const next = lot(from);
    if (!taken.some(({ key }) => key === next.key)) taken.push(next);
  }
  // Groups are named last, as people do.
  return taken.sort(
    (one, other) => Number(/^Các|^UBND các/.test(one.text)) - Number(/^Các|^UBND các/.test(other.text)),
  );
}

/** Every fourth task and the one after it become 4.1 and 4.2. */
function nest(tasks: VariedTask[]): void {
  let top = 0;
  for (const [index, task] of tasks.entries()) {
    const first = index % 4 === 2 && tasks[index + 1]?.section === task.section;
    const second = index % 4 === 3 && tasks[index - 1]?.parent !== undefined;
    if (!second) top += 1;
    task.number = first ? `${top}.1` : second ? `${top}.2` : String(top);
    task.cells.number = task.number;
    if (first) task.parent = { code: String(top), title: 'Làm hai việc sau đây' };
  }
}

export type GridRow = { code: string; title: string } | VariedTask;

/** The rows of the table in order, each section under its own row. */
export function gridRows(plan: VariedPlan): GridRow[] {
  let section: string | null = null;
  return plan.tasks.flatMap((task): GridRow[] => {
    const own: GridRow[] = [...(task.parent ? [task.parent] : []), task];
    if (task.section === section) return own;
    section = task.section;
    return [{ code: section ?? '', title: plan.sections.find(({ code }) => code === section)?.title ?? '' }, ...own];
  });
}

export const cellTexts = (plan: VariedPlan, task: VariedTask): string[] =>
  plan.columns.map(({ field }) => task.cells[field] ?? '');
