import type { Field } from '../src/importing/table-columns.ts';

/** Plans in our own words that nobody tuned the reader to: made by lot, always the same for the same seed. */
export interface Bearer {
  text: string;
  /** The directory's id without the province; for what is in no directory, the name. */
  key: string;
}

export interface VariedTask {
  section: string | null;
  number: string | null;
  content: string;
  leads: Bearer[];
  coordinators: Bearer[];
  cells: Partial<Record<Field, string>>;
  due: string;
}

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

const VERBS = [
  'Lập',
  'Kiểm đếm và dán nhãn',
  'Sửa lại',
  'Gộp',
  'Mở thử',
  'Chuyển sang bản điện tử',
  'Hướng dẫn cách dùng',
  'Rà lại',
  'Công bố',
  'Nâng cấp',
  'Đưa vào dùng chung',
  'Thay mới',
];
const THINGS = [
  'sổ theo dõi việc mượn phòng họp',
  'bảng giờ trực của bộ phận một cửa',
  'kho ảnh chụp đường liên thôn',
  'danh sách nhà văn hóa cần sơn lại',
  'mẫu phiếu hỏi ý kiến người đến làm giấy tờ',
  'trang tin về lịch cắt nước',
  'bản đồ các điểm phát sóng miễn phí',
  'bộ câu hỏi thi tay nghề cho thủ kho',
  'cách chấm công bằng thẻ',
  'thùng thư góp ý đặt ở chợ',
  'đường dây báo sự cố đèn đường',
  'quy trình nhận và trả đồ thất lạc',
];
const TAILS = [
  '',
  ' ở mọi thôn, khu phố',
  ' để người già không phải đi lại nhiều lần',
  '; báo lại số liệu sau mỗi đợt',
  ' (gồm cả nơi mới sáp nhập)',
  ', ưu tiên vùng xa và vùng ven biển',
  ' theo mẫu thống nhất, không in giấy',
  ' trên 100% số điểm đã khảo sát',
];
const LEADS: readonly Bearer[] = [
  { text: 'Sở Nội vụ', key: 'snv' },
  { text: 'Sở Tài chính', key: 'stc' },
  { text: 'Sở Khoa học và Công nghệ', key: 'skhcn' },
  { text: 'Sở KH&CN', key: 'skhcn' },
  { text: 'Sở Y tế', key: 'syt' },
  { text: 'Sở Tư pháp', key: 'stp' },
  { text: 'Sở Xây dựng', key: 'sxd' },
  { text: 'Sở Công Thương', key: 'sct' },
  { text: 'Sở Nông nghiệp và Môi trường', key: 'snnmt' },
  { text: 'Sở Văn hóa, Thể thao và Du lịch', key: 'svhttdl' },
  { text: 'Sở Giáo dục và Đào tạo', key: 'sgddt' },
  { text: 'Công an tỉnh', key: 'congan' },
  { text: 'Văn phòng UBND tỉnh', key: 'vpubnd' },
  { text: 'Văn phòng Tỉnh ủy', key: 'vptu' },
  { text: 'Văn phòng Tỉnh uỷ', key: 'vptu' },
  { text: 'Thanh tra tỉnh', key: 'thanhtra' },
  { text: 'Ban Tổ chức Tỉnh ủy', key: 'btc' },
  { text: 'Trung tâm Phục vụ hành chính công tỉnh', key: 'ttpvhcc' },
  { text: 'Bảo hiểm xã hội tỉnh', key: 'bhxh' },
  { text: 'UBND các xã, phường', key: 'ubx' },
];
const HELPERS: readonly Bearer[] = [
  ...LEADS,
  { text: 'Bộ Chỉ huy Quân sự tỉnh', key: 'bchqs' },
  { text: 'Hội Nông dân tỉnh', key: 'hnd' },
  { text: 'Hội Liên hiệp Phụ nữ tỉnh', key: 'hlhpn' },
  { text: 'Các sở, ban, ngành cấp tỉnh', key: 'sbn' },
  { text: 'Các cơ quan, đơn vị liên quan', key: 'cdvlq' },
  { text: 'Các doanh nghiệp viễn thông', key: 'dnvt' },
];
const DEADLINES: readonly [text: string, due: string][] = [
  ['Trước ngày 15/10/2025', 'BEFORE_DATE 2025-10-14 null false'],
  ['Hoàn thành trong tháng 9/2025', 'END_OF_MONTH 2025-09-30 null false'],
  ['Tháng 11/2025', 'END_OF_MONTH 2025-11-30 null false'],
  ['Quý IV/2025', 'END_OF_QUARTER 2025-12-31 null false'],
  ['31/12/2025', 'DATE 2025-12-31 null false'],
  ['Đến ngày 30/11/2025', 'DATE 2025-11-30 null false'],
  ['Năm 2026', 'END_OF_YEAR 2026-12-31 null false'],
  ['Năm 2025 và các năm tiếp theo', 'END_OF_YEAR 2025-12-31 null true'],
  ['Thường xuyên', 'ONGOING null null false'],
  ['Nhiệm vụ thường xuyên', 'ONGOING null null false'],
  ['Hằng tháng', 'RECURRING null MONTHLY false'],
  ['Hằng quý', 'RECURRING null QUARTERLY false'],
  ['Đã hoàn thành', 'DONE null null false'],
  ['Theo kế hoạch của Trung ương', 'PER_UPSTREAM_PLAN null null false'],
  ['Ngay khi Trung ương ban hành', 'UPON_EVENT null null false'],
];
const RESULTS = ['Báo cáo', 'Kế hoạch', 'Danh sách', 'Quyết định', 'Bộ tài liệu hướng dẫn', 'Biên bản bàn giao'];
const BASES = ['Kế hoạch số 12-KH/TU', 'Quyết định số 45/QĐ-UBND', 'Thông báo số 7-TB/TU', ''];
const HEADS = ['Giám đốc Sở', 'Phó Chủ tịch UBND tỉnh', 'Chánh Văn phòng'];
const STATUSES = ['Đang thực hiện', 'Chưa thực hiện', 'Đã có dự thảo'];

const HEADINGS: Record<Exclude<Field, 'other'>, string[]> = {
  number: ['STT', 'TT', 'Số TT'],
  content: [
    'Nội dung nhiệm vụ',
    'Nhiệm vụ',
    'Nội dung công việc',
    'Tên nhiệm vụ',
    'Nhiệm vụ, giải pháp',
    'Nội dung',
    'Công việc',
  ],
  lead: [
    'Cơ quan chủ trì',
    'Đơn vị chủ trì',
    'Chủ trì',
    'Đơn vị thực hiện',
    'Cơ quan thực hiện',
    'Cơ quan, đơn vị chủ trì',
    'Cơ quan chủ trì thực hiện',
  ],
  coordinating: [
    'Cơ quan phối hợp',
    'Đơn vị phối hợp',
    'Phối hợp',
    'Cơ quan tham mưu, phối hợp',
    'Đơn vị phối hợp thực hiện',
  ],
  deadline: [
    'Thời gian hoàn thành',
    'Thời hạn',
    'Thời hạn hoàn thành',
    'Tiến độ',
    'Thời gian thực hiện',
    'Thời gian',
    'Tiến độ hoàn thành',
  ],
  result: ['Kết quả', 'Sản phẩm', 'Kết quả dự kiến', 'Sản phẩm đầu ra', 'Dự kiến kết quả'],
  basis: ['Ghi chú', 'Lưu ý', 'Căn cứ', 'Văn bản giao'],
  head: ['Lãnh đạo phụ trách', 'Người chịu trách nhiệm'],
  status: ['Tình trạng', 'Trạng thái'],
};
const ORDERS: readonly Field[][] = [
  ['content', 'lead', 'coordinating', 'deadline', 'result'],
  ['content', 'deadline', 'lead', 'coordinating', 'result'],
  ['content', 'lead', 'coordinating', 'deadline', 'basis'],
  ['content', 'lead', 'coordinating', 'result', 'deadline'],
  ['content', 'result', 'lead', 'coordinating', 'deadline'],
  ['content', 'lead', 'deadline', 'coordinating'],
  ['content', 'lead', 'coordinating', 'deadline'],
  ['content', 'lead', 'head', 'coordinating', 'deadline', 'status'],
  ['content', 'deadline', 'lead', 'coordinating'],
];
const TITLES = ['Về sổ sách và kho tàng', 'Về đường dây và máy móc', 'Về con người', 'Về tiền nong'];
const ROMAN = ['I', 'II', 'III', 'IV'];

const KINDS = [
  ['KẾ HOẠCH', 'PLAN', '/KH-UBND', 'ỦY BAN NHÂN DÂN TỈNH', 'Kế hoạch'],
  ['KẾ HOẠCH', 'PLAN', '-KH/TU', 'TỈNH ỦY', 'Kế hoạch'],
  ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'PROGRAMME', '-CTr/TU', 'TỈNH ỦY', 'Chương trình hành động'],
  ['THÔNG BÁO KẾT LUẬN', 'NOTICE', '/TB-UBND', 'ỦY BAN NHÂN DÂN TỈNH', 'Thông báo kết luận'],
  ['QUYẾT ĐỊNH', 'DECISION', '/QĐ-UBND', 'ỦY BAN NHÂN DÂN TỈNH', 'Quyết định'],
  ['', 'OFFICIAL_LETTER', '/UBND-KGVX', 'ỦY BAN NHÂN DÂN TỈNH', 'Công văn'],
] as const;
const PROVINCES = ['Thanh Hóa', 'Thái Nguyên', 'Đồng Tháp'];

export interface Traits {
  numbers: 'run on' | 'begin again' | 'all the same' | 'none';
  sections: boolean;
  /** Columns in the order given; by lot when left out. */
  order?: readonly Field[];
  /** How the bodies of a cell are joined; by lot when left out. */
  joined?: string;
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
  const number = `${figure}${symbol}`;
  const issuer = `${office} ${province.toUpperCase()}`;
  return {
    kind,
    number,
    issuedOn: '2025-08-12',
    province,
    head: [
      issuer,
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
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
    columns: fields.map((field) => ({ field, heading: field === 'other' ? '' : lot(HEADINGS[field]) })),
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

export type GridRow = { code: string; title: string } | VariedTask;

/** The rows of the table in order, each section under its own row. */
export function gridRows(plan: VariedPlan): GridRow[] {
  let section: string | null = null;
  return plan.tasks.flatMap((task): GridRow[] => {
    if (task.section === section) return [task];
    section = task.section;
    return [{ code: section ?? '', title: plan.sections.find(({ code }) => code === section)?.title ?? '' }, task];
  });
}

export const cellTexts = (plan: VariedPlan, task: VariedTask): string[] =>
  plan.columns.map(({ field }) => task.cells[field] ?? '');
