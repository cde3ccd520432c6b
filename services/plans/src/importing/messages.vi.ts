import type { Messages } from './messages.ts';
import type { DeadlineReason, UnitReason } from './reasons.ts';

export const unitReasons: Record<UnitReason, string> = {
  EXACT_NAME: 'đúng tên',
  ALIAS: 'tên gọi khác trong danh mục',
  ABBREVIATION: 'viết tắt',
  SHORTENED_NAME: 'tên rút gọn',
  COMMUNE: 'xã, phường trong danh mục',
  SHARED_WORDS: 'viết gộp với tên bên cạnh',
  HEAD_OF: 'người đứng đầu, hiểu là cơ quan của người đó',
  BY_BLOC: 'không ghi của ai, hiểu theo khối của văn bản',
  SEVERAL_UNITS: 'nhiều đơn vị cùng cách viết tắt',
  OTHER_MARKS: 'khác dấu hoặc lỗi nhận dạng chữ',
  MISSPELT: 'gần đúng tên, có thể gõ sai hoặc nhận dạng sai chữ',
  EXACT_GROUP: 'đúng tên nhóm trong danh mục',
  NEAR_GROUP: 'gần đúng tên nhóm trong danh mục',
  UNKNOWN_GROUP: 'nhóm chưa có trong danh mục',
  CENTRAL_BODY: 'cơ quan Trung ương',
  OTHER_PROVINCE: 'cơ quan của tỉnh khác',
  NOT_IN_DIRECTORY: 'không có trong danh mục',
};

export const deadlineReasons: Record<DeadlineReason, string> = {
  EMPTY: 'ô trống',
  DONE: 'đã hoàn thành',
  PHASES: 'theo giai đoạn',
  CADENCE: 'định kỳ',
  EVENT: 'theo sự kiện',
  UPSTREAM: 'theo văn bản khác',
  ONGOING: 'thường xuyên',
  NONE_STATED: 'không nêu thời hạn',
  NOT_UNDERSTOOD: 'không hiểu lời thời hạn',
  NO_SUCH_DAY: 'thiếu năm hoặc ngày không có thật',
  ONLY_START: 'chỉ có ngày bắt đầu',
  BEFORE_NAMED_DAY: 'trước ngày nêu tên',
  NAMED_TIME: 'ngày, tháng, quý hoặc năm nêu tên',
  SEVERAL_TIMES: 'nêu nhiều mốc thời gian',
};

export const findings: Messages['findings'] = {
  NO_NUMBER: () => 'Văn bản chưa ghi số.',
  NO_DATE: () => 'Văn bản chưa ghi ngày ban hành.',
  NO_PROVINCE: () => 'Chưa rõ văn bản của tỉnh nào, nên đơn vị chưa có mã.',
  NO_TABLE: () => 'Không tìm thấy bảng nhiệm vụ nào trong văn bản.',
  NO_HEADER: () =>
    'Có bảng nhưng không có dòng tiêu đề cột (nội dung, chủ trì, thời hạn…), nên chưa tách được nhiệm vụ.',
  COUNT_DIFFERS: ({ section, declared, count }) => `Mục ${section} ghi ${declared} nhiệm vụ nhưng có ${count}.`,
  SUM_DIFFERS: ({ total, sum }) => `Văn bản ghi ${total} nhiệm vụ nhưng các phần cộng lại là ${sum}.`,
  TOTAL_DIFFERS: ({ declared, count }) => `Văn bản ghi ${declared} nhiệm vụ nhưng có ${count}.`,
  NUMBER_MISSING: ({ numbers }) => `Thiếu dòng số ${numbers}.`,
  NUMBER_REPEATS: ({ number }) => `Số ${number} lặp lại ở nhiều dòng.`,
  ROW_LOST: ({ text }) => `Có dòng mất phần đầu, chỉ còn: “${text}”.`,
  TASK_REPEATS: ({ one, other }) => `Hai dòng cùng nội dung: ${one} và ${other}.`,
  TASK_NEARLY_REPEATS: ({ one, other }) => `Hai dòng gần cùng nội dung: ${one} và ${other}.`,
  LEAD_CONFLICTS: ({ row, leads, plan, place, earlierLeads }) =>
    `Dòng ${row} giao ${leads} chủ trì; cùng nhiệm vụ này, ${plan} (${place}) giao ${earlierLeads}.`,
  DUE_BEFORE_ISSUE: ({ text }) => `Thời hạn “${text}” trước ngày ban hành.`,
  DUE_FAR: ({ text }) => `Thời hạn “${text}” quá xa.`,
  HIDDEN_SHEET: ({ name }) => `Trang tính ẩn “${name}” đã bỏ qua.`,
  HIDDEN_ROW: () => 'Bảng có hàng ẩn, đã bỏ qua.',
  HIDDEN_COLUMN: () => 'Trang tính có cột ẩn, đã bỏ qua.',
  FOOTNOTE_LEFT_OUT: ({ text }) => `Chú thích cuối trang không đưa vào nhiệm vụ: “${text}”.`,
  PAGES_LEFT_OUT: ({ pages }) => `Chỉ đọc ${pages} trang đầu của tệp.`,
};

export const doubts: Messages['doubts'] = {
  NO_CONTENT: () => 'Dòng không có nội dung nhiệm vụ.',
  NO_LEAD: () => 'Chưa đọc được cơ quan chủ trì.',
  NO_DEADLINE: () => 'Dòng không có thời hạn.',
  UNIT_UNSURE: ({ text, reason }) => `Chưa chắc “${text}” là đơn vị nào (${unitReasons[reason]}).`,
  DEADLINE_UNSURE: ({ text, reason }) => `Chưa chắc thời hạn “${text}” (${deadlineReasons[reason]}).`,
  CELL_UNSURE: () => 'Văn bản không còn ranh giới ô; hãy xem lại phần này có được cắt đúng chỗ không.',
  DATE_IN_CONTENT: ({ dates }) => `Nội dung còn nêu mốc khác: ${dates}.`,
  SECTION_INFERRED: ({ section }) => `Mục ${section} không có dòng tiêu đề; suy ra từ số lượng đã ghi.`,
  ROW_JOINED: () => 'Dòng bị ngắt trang, đã ghép lại.',
};

export const faults: Messages['faults'] = {
  FILE_TOO_LARGE: 'Tệp lớn hơn 50 MB. Hãy tách tệp hoặc chỉ gửi phần văn bản và phụ lục.',
  FILE_NOT_READABLE: 'Tệp bị hỏng hoặc không đọc được. Hãy mở và lưu lại tệp rồi thử lại.',
  FILE_TYPE_UNKNOWN: 'Loại tệp này không đọc được. Hãy dùng .docx, .xlsx, .pdf có chữ, .txt hoặc .md.',
  FILE_HAS_PASSWORD: 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.',
  FILE_HAS_MACROS: 'Tệp chứa macro nên không được nhận. Hãy lưu lại thành .docx hoặc .xlsx không có macro.',
  FILE_EXPANDS_TOO_MUCH: 'Tệp nén phình ra quá lớn nên không được mở.',
  FILE_HAS_TOO_MANY_ROWS: 'Tệp có quá nhiều hàng để là một kế hoạch. Hãy chỉ giữ lại bảng nhiệm vụ.',
  OLD_OFFICE_FORMAT: 'Đây là định dạng Office cũ (.doc, .xls). Hãy lưu lại thành .docx hoặc .xlsx.',
  NO_TEXT_LAYER: 'Tệp PDF là bản quét, không có lớp chữ. Hãy dùng bản có chữ hoặc dán văn bản.',
  NO_TABLE: 'Không tìm thấy bảng nhiệm vụ nào trong văn bản.',
  NO_HEADER: 'Có bảng nhưng không có dòng tiêu đề cột (nội dung, chủ trì, thời hạn…), nên không biết cột nào là gì.',
  CLASSIFIED: 'Văn bản đóng dấu mật. Tài liệu mật không được đưa vào hệ thống; tệp không được lưu.',
};
