import { fold, oneLine } from './vietnamese-text.ts';

export type Field =
  | 'number'
  | 'content'
  | 'lead'
  | 'coordinating'
  | 'deadline'
  | 'result'
  | 'basis'
  | 'head'
  | 'status'
  | 'other';

/** Words of column headings, most telling first; the first pattern that fits decides. */
const HEADINGS: readonly [Field, RegExp][] = [
  ['number', /^(stt|tt|s\.?t\.?t\.?|so tt|so thu tu|thu tu|#|no\.?|stt\.|tt\.)$/],
  ['coordinating', /phoi hop|tham gia thuc hien|tham muu/],
  [
    'head',
    /nguoi (chiu trach nhiem|dung dau|phu trach|chi dao|dau moi)|lanh dao (phu trach|chi dao|theo doi)|dau moi|thu truong|dong chi (phu trach|chi dao)|can bo/,
  ],
  ['status', /(tinh trang|trang thai|tien do thuc hien|ket qua thuc hien den|muc do hoan thanh)/],
  [
    'deadline',
    /thoi gian|thoi han|thoi diem|tien do|han (hoan thanh|thuc hien|chot|xong)|^han$|lo trinh|moc (thoi gian|hoan thanh)|ngay hoan thanh|ky han|hoan thanh truoc/,
  ],
  ['result', /ket qua|san pham|dau ra|muc tieu can dat|chi tieu can dat|yeu cau can dat/],
  [
    'lead',
    /chu tri|co quan thuc hien|don vi thuc hien|chiu trach nhiem|don vi dam nhiem|don vi duoc giao|co quan duoc giao|to chuc thuc hien|phan cong|giao cho|^(co quan|don vi)$|co quan, don vi$|chu the thuc hien|trach nhiem/,
  ],
  [
    'basis',
    /ghi chu|luu y|can cu|co so (phap ly|giao)|van ban (giao|chi dao|goc|lien quan)|nguon|theo van ban|so van ban/,
  ],
  ['content', /noi dung|nhiem vu|cong viec|ten viec|dau viec|giai phap|hoat dong|viec can lam/],
];

/** Which field a column heading announces, or null when the words announce none. */
export function fieldOfHeading(heading: string): Field | null {
  const text = fold(oneLine(heading))
    .replace(/[*_()[\]/:.]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > 80) return null;
  return HEADINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

export interface Column {
  field: Field;
  heading: string;
}

/** A heading row names the work and at least one of who, when and what comes of it, each once. */
export function columnsOf(headings: readonly string[]): Column[] | null {
  const columns = headings.map((heading) => ({
    field: fieldOfHeading(heading) ?? ('other' as Field),
    heading: oneLine(heading),
  }));
  const [first, second] = columns;
  const hasContent = columns.some((column) => column.field === 'content');
  // What stands after "STT" is the work, whatever its heading says.
  if (!hasContent && first?.field === 'number' && second?.field === 'other' && second.heading !== '')
    second.field = 'content';
  const known = columns.filter((column) => column.field !== 'other');
  const fields = new Set(known.map((column) => column.field));
  if (!fields.has('content') || known.length < 3) return null;
  if (!fields.has('lead') && !fields.has('deadline')) return null;
  if (columns.some((column) => column.heading.length > 80)) return null;
  const seen = new Set<Field>();
  return columns.map((column) => {
    if (column.field === 'other') return column;
    if (!seen.has(column.field)) {
      seen.add(column.field);
      return column;
    }
    // A second column of the same kind: "kết quả dự kiến" and "kết quả thực hiện", "nội dung" and "nhiệm vụ".
    if (column.field === 'result') return { ...column, field: 'status' as Field };
    return { ...column, field: 'other' as Field };
  });
}
