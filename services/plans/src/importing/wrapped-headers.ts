import type { Line } from './reading.ts';
import type { Column, Field } from './table-columns.ts';
import { fold, oneLine } from './vietnamese-text.ts';

const BODY = `(?:co quan|don vi|to chuc|ca nhan|bo phan|phong|ban|nganh|cap)`;
const BODIES = String.raw`(?:${BODY}(?:\s*[,/]\s*(?:va\s+)?${BODY})*\s+)?`;

/** The words of headings in running text; the first phrase that fits at a place is taken. */
const PHRASES: readonly [Field, RegExp][] = [
  ['number', /^(?:so tt|stt|tt|so thu tu)\b/],
  [
    'head',
    /^(?:(?:dong chi )?lanh dao (?:phu trach|chi dao|theo doi)|nguoi (?:chiu trach nhiem|phu trach|dung dau|dau moi)|thu truong|can bo (?:dau moi|phu trach))(?:\s+(?:chi dao|phu trach|thuc hien))*/,
  ],
  ['coordinating', new RegExp(String.raw`^${BODIES}(?:tham muu\s*[,/]?\s*(?:va\s+)?)?phoi hop(?:\s+thuc hien)?`)],
  ['status', /^(?:tinh trang|trang thai|tien do thuc hien|muc do hoan thanh)(?:\s+(?:thuc hien|hoan thanh))?/],
  [
    'deadline',
    /^(?:thoi (?:gian|han|diem)|tien do|moc thoi gian|lo trinh|han)(?:\s*[,/]?\s*(?:hoan thanh|thuc hien|tien do|xong|bat dau|ket thuc|trinh))*/,
  ],
  [
    'result',
    /^(?:du kien\s+)?(?:ket qua|san pham|dau ra)(?:\s*[,/]?\s*(?:du kien|dat duoc|dau ra|can dat|thuc hien|hoan thanh|san pham|ket qua|chu yeu|phai dat))*/,
  ],
  [
    'lead',
    new RegExp(
      String.raw`^${BODIES}(?:chu tri|thuc hien|chiu trach nhiem|dam nhiem|duoc giao)(?:\s+(?:thuc hien|chinh|tham muu))*`,
    ),
  ],
  [
    'basis',
    /^(?:ghi chu|luu y|can cu(?: thuc hien| phap ly)?|nguon(?: van ban| giao)?|van ban (?:giao|chi dao)(?: nhiem vu)?|co so(?: phap ly)?)/,
  ],
  [
    'content',
    /^(?:ten\s+|cac\s+)?(?:noi dung|nhiem vu|cong viec|hoat dong|dau viec|viec)(?:\s*[,/]?\s*(?:va\s+)?(?:noi dung|nhiem vu|cong viec|giai phap|chu yeu|trong tam|cu the|can thuc hien|can lam|phai lam|thuc hien))*/,
  ],
];

export interface WrappedHeader {
  columns: Column[];
  /** The first line after the heading. */
  end: number;
}

const LOOKAHEAD = 16;

/** A heading that was printed as running text: its phrases follow each other, wherever the lines break. */
export function wrappedHeaderAt(lines: readonly Line[], at: number): WrappedHeader | null {
  const first = fold(oneLine(lines[at]?.text ?? ''))
    .replace(/[*|]/g, '')
    .trim();
  const opening = PHRASES.find(([, pattern]) => pattern.test(first))?.[0];
  if (opening !== 'number' && opening !== 'content') return null;
  const ahead = lines.slice(at, at + LOOKAHEAD).map((line) => fold(oneLine(line.text)).replace(/[*|]/g, ' ').trim());
  const ends: number[] = [];
  let text = '';
  for (const line of ahead) {
    text = text === '' ? line : `${text} ${line}`;
    ends.push(text.length);
  }
  const columns: Column[] = [];
  const starts: number[] = [];
  let offset = 0;
  for (;;) {
    const rest = text.slice(offset);
    const skipped = /^\s*/.exec(rest)?.[0].length ?? 0;
    const found =
      longest(rest.slice(skipped), columns) ?? (columns.length === 1 ? unknownContent(rest.slice(skipped)) : null);
    if (!found) break;
    columns.push({ field: found.field, heading: found.words });
    starts.push(offset + skipped);
    offset += skipped + found.words.length;
  }
  // A heading fills its lines: words that begin a line and go on as a sentence are the first row ("Tình trạng …").
  for (;;) {
    const line = ends.findIndex((length) => length >= offset);
    const lineStart = line > 0 ? (ends[line - 1] ?? 0) : 0;
    const unread = text.slice(offset, ends[line] ?? text.length).trim();
    if (unread === '' || line === 0 || (starts.at(-1) ?? 0) < lineStart) break;
    columns.pop();
    starts.pop();
    offset = lineStart;
  }
  const fields = new Set(columns.map((column) => column.field));
  if (columns.length < 3 || !fields.has('content') || (!fields.has('lead') && !fields.has('deadline'))) return null;
  if (fields.size < columns.length) return null;
  const end = ends.findIndex((length) => length >= offset);
  // Words of the heading's last line that belong to no column make it a sentence, not a heading.
  if ((ends[end] ?? 0) - offset > 40) return null;
  return { columns, end: at + columnNumbersEnd(lines, at, end + 1) };
}

/** Between "STT" and the first heading that is known stands the heading of the work, whatever its words are. */
function unknownContent(text: string): { field: Field; words: string } | null {
  const words = text.split(' ').slice(0, 9);
  for (let count = 1; count < words.length; count += 1) {
    const after = words.slice(count).join(' ') + text.slice(words.join(' ').length);
    const next = longest(after, []);
    if (next && next.field !== 'content' && next.field !== 'number')
      return { field: 'content', words: words.slice(0, count).join(' ') };
  }
  return null;
}

function longest(text: string, taken: readonly Column[]): { field: Field; words: string } | null {
  let best: { field: Field; words: string } | null = null;
  for (const [field, pattern] of PHRASES) {
    const words = pattern.exec(text)?.[0].trim();
    if (!words || taken.some((column) => column.field === field)) continue;
    if (!best || words.length > best.words.length) best = { field, words };
  }
  return best;
}

/** "(1) (2) (3)" under a heading belongs to it. */
function columnNumbersEnd(lines: readonly Line[], at: number, end: number): number {
  const next = oneLine(lines[at + end]?.text ?? '');
  return /^\(?1\)?(\s+\(?\d\)?){2,}$/.test(next) ? end + 1 : end;
}
