import type { Field } from '../src/importing/table-columns.ts';

/** A body as a cell names it. */
export interface Bearer {
  text: string;
  /** The directory's id without the province; for what is in no directory, the name. */
  key: string;
}

export const VERBS = [
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
export const THINGS = [
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
export const TAILS = [
  '',
  ' ở mọi thôn, khu phố',
  ' để người già không phải đi lại nhiều lần',
  '; báo lại số liệu sau mỗi đợt',
  ' (gồm cả nơi mới sáp nhập)',
  ', ưu tiên vùng xa và vùng ven biển',
  ' theo mẫu thống nhất, không in giấy',
  ' trên 100% số điểm đã khảo sát',
  ', phối hợp với Công an tỉnh và các địa phương lập danh sách trước ngày 20/12/2025',
  ': (1) tại chợ; (2) tại bến xe; (3) tại trường học. Gửi số liệu về Sở Nội vụ',
  ' theo Quyết định số 45/QĐ-UBND ngày 02/7/2025 của UBND tỉnh, không để sót nơi nào ở cấp xã',
  ' giai đoạn 2025 - 2030, trong đó tháng 9/2025 làm thử ở 05 xã rồi mới làm rộng ra toàn tỉnh',
];
export const LEADS: readonly Bearer[] = [
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
  { text: 'Sở GD&ĐT', key: 'sgddt' },
  { text: 'Sở VH,TT&DL', key: 'svhttdl' },
  { text: 'VP UBND tỉnh', key: 'vpubnd' },
  { text: 'Công an Tỉnh', key: 'congan' },
  { text: 'Sở Nội Vụ', key: 'snv' },
  { text: 'Uỷ ban Kiểm tra Tỉnh uỷ', key: 'ubkt' },
  { text: 'Sở Du lịch', key: 'Sở Du lịch' },
  { text: 'Ban Tuyên giáo và Dân vận Tỉnh ủy', key: 'btgdv' },
  { text: 'Ủy ban MTTQ Việt Nam tỉnh', key: 'mttq' },
  { text: 'UBND cấp xã', key: 'ubx' },
];
export const HELPERS: readonly Bearer[] = [
  ...LEADS,
  { text: 'Bộ Chỉ huy Quân sự tỉnh', key: 'bchqs' },
  { text: 'Hội Nông dân tỉnh', key: 'hnd' },
  { text: 'Hội Liên hiệp Phụ nữ tỉnh', key: 'hlhpn' },
  { text: 'Các sở, ban, ngành cấp tỉnh', key: 'sbn' },
  { text: 'Các cơ quan, đơn vị liên quan', key: 'cdvlq' },
  { text: 'Các doanh nghiệp viễn thông', key: 'dnvt' },
  { text: 'Công ty Cổ phần Cấp nước Sông Xanh', key: 'Công ty Cổ phần Cấp nước Sông Xanh' },
  { text: 'Bộ Tài chính', key: 'Bộ Tài chính' },
  { text: 'các sở, ngành, địa phương', key: 'sbnx' },
];
export const DEADLINES: readonly [text: string, due: string][] = [
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
  ['Trong quý III/2025', 'END_OF_QUARTER 2025-09-30 null false'],
  ['Quý I năm 2026', 'END_OF_QUARTER 2026-03-31 null false'],
  ['Trước 30/9/2025', 'BEFORE_DATE 2025-09-29 null false'],
  ['Ngày 15 tháng 11 năm 2025', 'DATE 2025-11-15 null false'],
  ['Từ tháng 9/2025 đến tháng 12/2025', 'END_OF_MONTH 2025-12-31 null false'],
  ['Hoàn thành trước ngày 25/12/2025 và thực hiện thường xuyên', 'BEFORE_DATE 2025-12-24 null true'],
  ['Theo lộ trình của Chính phủ', 'PER_UPSTREAM_PLAN null null false'],
  ['Sau khi có hướng dẫn của Bộ Tài chính', 'UPON_EVENT null null false'],
  ['Hoàn thành trong năm 2025 và thường xuyên', 'END_OF_YEAR 2025-12-31 null true'],
  ['Trong tháng 10', 'END_OF_MONTH 2025-10-31 null false'],
  ['Chậm nhất ngày 20/9/2025', 'DATE 2025-09-20 null false'],
  ['Hằng tuần', 'RECURRING null WEEKLY false'],
  ['Hàng năm', 'RECURRING null YEARLY false'],
];
export const RESULTS = [
  'Báo cáo kết quả rà soát',
  '100% điểm có nhãn',
  'Nghị quyết của HĐND tỉnh',
  'Báo cáo',
  'Kế hoạch',
  'Danh sách',
  'Quyết định',
  'Bộ tài liệu hướng dẫn',
  'Biên bản bàn giao',
];
export const BASES = ['Kế hoạch số 12-KH/TU', 'Quyết định số 45/QĐ-UBND', 'Thông báo số 7-TB/TU', ''];
export const HEADS = ['Giám đốc Sở', 'Phó Chủ tịch UBND tỉnh', 'Chánh Văn phòng'];
export const STATUSES = ['Đang thực hiện', 'Chưa thực hiện', 'Đã có dự thảo'];

export const HEADINGS: Record<Exclude<Field, 'other'>, string[]> = {
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
export const ORDERS: readonly Field[][] = [
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
export const TITLES = ['Về sổ sách và kho tàng', 'Về đường dây và máy móc', 'Về con người', 'Về tiền nong'];
export const ROMAN = ['I', 'II', 'III', 'IV'];

export const KINDS = [
  ['KẾ HOẠCH', 'PLAN', '/KH-UBND', 'ỦY BAN NHÂN DÂN TỈNH', 'Kế hoạch'],
  ['KẾ HOẠCH', 'PLAN', '-KH/TU', 'TỈNH ỦY', 'Kế hoạch'],
  ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'PROGRAMME', '-CTr/TU', 'TỈNH ỦY', 'Chương trình hành động'],
  ['THÔNG BÁO KẾT LUẬN', 'NOTICE', '/TB-UBND', 'ỦY BAN NHÂN DÂN TỈNH', 'Thông báo kết luận'],
  ['QUYẾT ĐỊNH', 'DECISION', '/QĐ-UBND', 'ỦY BAN NHÂN DÂN TỈNH', 'Quyết định'],
  ['', 'OFFICIAL_LETTER', '/UBND-KGVX', 'ỦY BAN NHÂN DÂN TỈNH', 'Công văn'],
] as const;
export const PROVINCES = ['Thanh Hóa', 'Thái Nguyên', 'Đồng Tháp'];
