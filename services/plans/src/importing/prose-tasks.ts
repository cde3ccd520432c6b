import { strangeWordsInDeadline } from './deadline-fit.ts';
import type { Line } from './reading.ts';
import type { Column, Field } from './table-columns.ts';
import { type SectionRow, sectionCode, type TableRow, type TaskRow, type TaskTable } from './task-rows.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';
import { fold, joinLines } from './vietnamese-text.ts';

const ITEM = /^\s*(\d{1,3}(?:\.\d{1,3}){0,2})\s*[.)/](?!\d)\s*(?=\S)/;
const SECTION = /^\s*([IVX]{1,5}|[A-H])\s*[.)/-]\s*(\S.*)$/;
const OTHER_PART = /^\s*(?:(?:nơi nhận|tm\.|t\/m|kt\.|tl\.|trên đây là))/iu;
/** "Giao … chủ trì, phối hợp với …": who leads stands before the words, who helps behind them. */
const ORDER =
  /^(?:(?:giao|đề\s+nghị|yêu\s+cầu|phân\s+công)\s+(?:cho\s+)?)?(\S.{2,400}?)\s+chủ\s+trì(?:\s*,\s*|\s+)(?:(?:và\s+)?phối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s+)?/isu;
const TIME =
  /[;,.]\s*(?:thời\s+(?:gian|hạn)(?:\s+(?:hoàn\s+thành|thực\s+hiện))?\s*:\s*)?|\s(?=(?:hoàn\s+thành|xong)\s+trước)/giu;
/** A time that ends the sentence of the work itself: "… báo cáo trong tháng 9". */
const TIME_AT_END = /\s(?=(?:trong\s+(?:tháng|quý|năm)|trước\s+(?:ngày\s+)?\d|chậm\s+nhất)(?!\p{L}))/giu;
/** With what a task begins in such a sentence. */
const WORK =
  /^(?:xay dung|tham muu|to chuc|ra soat|trien khai|quan triet|cong bo|cong khai|nghien cuu|tiep (?:nhan|tuc)|phu song|ho tro|hoan (?:thien|thanh)|cung cap|lap|ban hanh|kiem (?:tra|soat)|huong dan|theo doi|don doc|bao (?:cao|dam)|dam bao|de xuat|thuc (?:hien|day)|tong hop|bo tri|xu ly|cap nhat|so hoa|ket noi|dao tao|tap huan|boi duong|tuyen truyen|trinh|day (?:manh|nhanh)|tang cuong|khan truong|chi dao|thanh lap|kien toan|thao go|danh gia|thong ke|quan ly|van hanh|dau tu|mua sam|lam sach|chuan (?:bi|hoa)|phan cong|giai quyet|tich hop|chia se|khac phuc|soan thao|du thao|tham dinh|ky ket|van dong|giam sat)\b/;
const COLUMNS: Column[] = (['number', 'content', 'lead', 'coordinating', 'deadline'] as const).map((field) => ({
  field,
  heading: '',
}));
/** Nothing but the sentence tells where a field ends: somebody has to look at each. */
const CUT: TaskRow['cut'] = { content: 0.75, lead: 0.78, coordinating: 0.72, deadline: 0.75 };

interface Item {
  number: string;
  /** Where the first line's words begin, behind its number. */
  skip: number;
  lines: Line[];
  section: SectionRow | null;
}

/** Tasks that stand as numbered sentences, each of which says who leads; null where too few of the items do. */
export function readProse(lines: readonly Line[], matcher: UnitMatcher): TaskTable | null {
  const items = itemsOf(lines).filter(({ lines: own, skip }) => ORDER.test(textOf(own).slice(skip)));
  if (items.length < 3) return null;
  const tasks = items.flatMap((item) => taskOf(item, matcher).map((row) => ({ row, section: item.section })));
  if (tasks.length < 3 || tasks.length < items.length * 0.7) return null;
  const rows = tasks.flatMap(({ row, section }, index): TableRow[] =>
    section && section !== tasks[index - 1]?.section ? [section, row] : [row],
  );
  return { columns: COLUMNS, appendix: null, appendixLine: null, rows, position: rows[0]?.position ?? {} };
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

function itemsOf(lines: readonly Line[]): Item[] {
  const items: Item[] = [];
  let open = false;
  let section: SectionRow | null = null;
  for (const line of lines) {
    const item = ITEM.exec(line.text);
    const heading = SECTION.exec(line.text);
    const code = sectionCode(heading?.[1] ?? '');
    if (item) items.push({ number: item[1] ?? '', skip: item[0].length, lines: [line], section });
    else if (code) {
      const title = joinLines([heading?.[2] ?? '']);
      section = { kind: 'section', code, title, position: line.position, line: line.index ?? null };
      open = false;
    } else if (OTHER_PART.test(line.text)) open = false;
    else if (open) items.at(-1)?.lines.push(line);
    if (item) open = true;
  }
  return items;
}

function taskOf({ number, skip, lines }: Item, matcher: UnitMatcher): TaskRow[] {
  const text = textOf(lines);
  const order = ORDER.exec(text.slice(skip));
  const named = order?.[1] ?? '';
  const leads = matcher.read(joinLines([named])).matches;
  if (!order || leads.length === 0 || leads.some(({ kind }) => kind === 'external')) return [];
  const leadAt = skip + order[0].indexOf(named);
  const behind = skip + order[0].length;
  const helped = /phối\s+hợp/iu.test(order[0].slice(order[0].indexOf(named) + named.length));
  const contentAt = helped ? behind + unitsEnd(text.slice(behind), matcher) : behind;
  if (helped && contentAt === behind) return [];
  const [timeAt, timeEnd] = timeIn(text, contentAt);
  const parts: [Field, number, number][] = [
    ['number', text.indexOf(number), text.indexOf(number) + number.length],
    ['lead', leadAt, leadAt + named.length],
    ...(helped ? [['coordinating', behind, contentAt] as [Field, number, number]] : []),
    ['content', contentAt, timeAt],
    ...(timeEnd < text.length ? [['deadline', timeEnd, text.length] as [Field, number, number]] : []),
  ];
  const cells: TaskRow['cells'] = {};
  for (const [field, from, to] of parts) if (field !== 'number') cells[field] = joinLines([text.slice(from, to)]);
  cells.content = (cells.content ?? '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return [
    {
      kind: 'task',
      number,
      cells,
      cut: CUT,
      position: lines[0]?.position ?? {},
      joined: false,
      lines: lines.flatMap(({ index }) => index ?? []),
      sources: parts.flatMap(([field, from, to]) => wordsIn(lines, field, from, to)),
    },
  ];
}

/** Where the list of units ends that the words begin with: before a small letter, where they read best as units. */
function unitsEnd(text: string, matcher: UnitMatcher): number {
  const words = [...text.matchAll(/\S+/g)].slice(0, 70);
  let best = 0;
  let top = 0;
  for (const [count, { 0: next, index }] of words.entries()) {
    const before = words[count - 1]?.[0] ?? '';
    if (count === 0 || !/^\p{Ll}/u.test(next) || /[,;:]$|^(?:và|các|của)$/iu.test(before)) continue;
    const work = WORK.test(fold(`${next} ${words[count + 1]?.[0] ?? ''}`)) ? 0.6 : 0;
    const score = unitsFit(joinLines([text.slice(0, index)]), matcher) + work + 0.01 * count;
    if (score > top) {
      top = score;
      best = index;
    }
    // Behind the first words that begin a work and follow units, everything is the work.
    if (work > 0 && score === top) break;
  }
  return best;
}

function unitsFit(text: string, matcher: UnitMatcher): number {
  const { matches, strayWords, missingMarks } = matcher.read(text);
  const sure = matches.map(({ kind, confidence }) => (kind === 'external' ? -0.5 : confidence >= 0.85 ? 1 : -0.3));
  return sure.reduce((sum, one) => sum + one, 0) - 1.2 * strayWords - 2 * missingMarks;
}

/** Where the content ends and where the words of the time begin; both the end of the text where it names none. */
function timeIn(text: string, from: number): [number, number] {
  for (const match of text.slice(from).matchAll(TIME)) {
    const at = from + match.index;
    const end = at + match[0].length;
    if (match[0].includes(':') || strangeWordsInDeadline(joinLines([text.slice(end)])) === 0) return [at, end];
  }
  const last = [...text.slice(from).matchAll(TIME_AT_END)].at(-1);
  const end = from + (last?.index ?? 0) + 1;
  return last && strangeWordsInDeadline(joinLines([text.slice(end)])) === 0
    ? [text.length, end]
    : [text.length, text.length];
}

function wordsIn(lines: readonly Line[], field: Field, from: number, to: number): TaskRow['sources'] {
  let start = 0;
  return lines.flatMap(({ text, index }) => {
    const own = text.slice(Math.max(0, from - start), Math.max(0, to - start)).trim();
    start += text.length + 1;
    return own === '' || index === undefined ? [] : [{ field, line: index, text: own }];
  });
}
