import type { RefusalTexts } from '@lienthong/kit/refusal';
import { faults } from './importing/messages.vi.ts';

/** Why a file cannot be read, in the words of the importer. */
const files: RefusalTexts = Object.fromEntries(
  Object.entries(faults).map(([code, sentence]) => [code, () => sentence]),
);

export const refusals: RefusalTexts = {
  ...files,
  TASK_NOT_FOUND: () => 'Không tìm thấy nhiệm vụ, hoặc bạn không được xem nhiệm vụ này.',
  REPORT_NOT_FOUND: () => 'Không tìm thấy báo cáo tiến độ, hoặc bạn không được xem báo cáo này.',
  PART_NOT_FOUND: () => 'Nhiệm vụ không có việc thành phần này.',
  TASK_ALREADY_COMPLETED: () => 'Nhiệm vụ đã được xác nhận hoàn thành, không nhận thêm thay đổi.',
  TASK_CANCELLED: () => 'Nhiệm vụ đã bị hủy.',
  TASK_NEVER_COMPLETES: () => 'Nhiệm vụ thường xuyên, định kỳ không báo cáo hoàn thành; hãy chỉ báo cáo tiến độ.',
  REPORT_ALREADY_WAITING: () => 'Đơn vị đang có một báo cáo chờ duyệt hoặc chờ xác nhận cho nhiệm vụ này.',
  REPORT_ALREADY_DECIDED: () => 'Báo cáo này đã được xử lý.',
  OWN_REPORT: () => 'Bạn không thể tự duyệt hoặc trả lại báo cáo do chính mình lập.',
  OWN_RESULT: () => 'Kết quả phải do người khác với người báo cáo và người duyệt xác nhận.',
  NO_RESULT_WAITING: () => 'Nhiệm vụ không có kết quả nào đang chờ xác nhận.',
  SEVERAL_RESULTS_WAITING: ({ count }) =>
    `Có ${count ?? 'nhiều'} đơn vị đang chờ xác nhận; hãy chọn báo cáo của từng đơn vị.`,
  NOT_A_LEAD_UNIT: () => 'Đơn vị này không chủ trì nhiệm vụ.',
  NOT_AN_OFFICER_OF_THE_UNIT: () => 'Người được chọn không công tác tại đơn vị này.',
  PEOPLE_UNKNOWN_NOW: () =>
    'Chưa kiểm tra được người này có công tác tại đơn vị không. Hãy thử lại sau, hoặc giao cho cả đơn vị.',
  PERCENT_OUT_OF_RANGE: () => 'Tiến độ phải từ 0 đến 100 phần trăm.',
  TEXT_MISSING: ({ field }) => (field === 'reason' ? 'Hãy nêu lý do.' : 'Hãy nhập nội dung.'),
  TEXT_TOO_LONG: ({ max }) => `Nội dung dài quá ${max ?? 5000} ký tự.`,
  TOO_MANY_FILES: ({ max }) => `Mỗi báo cáo có nhiều nhất ${max ?? 10} tệp minh chứng.`,
  COMPLETED_ON_MISSING: () => 'Hãy nhập ngày hoàn thành.',
  COMPLETED_ON_WITHOUT_CLAIM: () => 'Chỉ nhập ngày hoàn thành khi báo cáo đã hoàn thành.',
  COMPLETED_IN_THE_FUTURE: () => 'Ngày hoàn thành không được sau ngày hôm nay.',
  COMPLETED_BEFORE_THE_PLAN: ({ openedOn }) =>
    `Ngày hoàn thành không được trước khi có kế hoạch (${openedOn ?? 'ngày ban hành'}).`,
  OTHER_PROVINCE: () => 'Bạn chỉ xem được số liệu của tỉnh mình.',
  PORTALS_ONLY: () => 'Danh sách một lượt này chỉ dành cho hai cổng; hãy đọc từng trang.',
  INVALID_FILTER: ({ field }) => `Điều kiện lọc không hợp lệ${field ? `: ${field}` : ''}.`,
  DRAFT_NOT_FOUND: () => 'Không tìm thấy dự thảo, hoặc bạn không được xem dự thảo này.',
  DRAFT_CLOSED: ({ state }) =>
    state === 'DISCARDED' ? 'Dự thảo này đã được bỏ.' : 'Dự thảo này đã được xác nhận, không sửa được nữa.',
  DOUBTS_LEFT: ({ count }) => `Còn ${count} điểm chưa chắc. Hãy sửa hoặc xác nhận từng điểm rồi thử lại.`,
  DOCUMENT_INCOMPLETE: ({ field }) => `Hãy điền ${headNames[field] ?? 'đủ thông tin'} của văn bản.`,
  ROW_INCOMPLETE: ({ place, field }) => `Dòng ${place} chưa có ${field === 'leads' ? 'cơ quan chủ trì' : 'nội dung'}.`,
  NOTHING_TO_CHANGE: () => 'Kế hoạch này đã có đủ các nhiệm vụ như trong văn bản; không có gì để thay đổi.',
  TOO_MANY_ROWS: ({ max }) => `Có nhiều hơn ${max} mục. Hãy tách văn bản.`,
  UNKNOWN_UNIT: () => 'Hãy chọn một đơn vị hoặc một nhóm trong danh mục của tỉnh, hoặc ghi tên cơ quan ngoài danh mục.',
  NOTHING_TO_UNDO: () => 'Không còn thay đổi nào để hoàn tác.',
  NOT_NEIGHBOURS: () => 'Chỉ ghép được hai dòng liền nhau.',
  DEADLINE_INCONSISTENT: () => 'Loại thời hạn và các ngày không khớp nhau. Hãy xem lại.',
  TEXT_NOT_UTF8: () => 'Văn bản dán vào không đúng bảng mã UTF-8. Hãy sao chép lại từ tệp gốc.',
  READING_TOO_LONG: ({ seconds }) =>
    `Đọc tệp quá ${seconds} giây nên đã dừng. Hãy tách tệp hoặc dán phần bảng nhiệm vụ.`,
  READING_BUSY: () => 'Hệ thống đang đọc nhiều tệp khác. Hãy thử lại sau giây lát.',
  CLASSIFIED: ({ marking, where }) =>
    `Văn bản mang dấu “${marking}”${where ? ` (${where})` : ''}. Tài liệu mật không được đưa vào hệ thống: tệp không được lưu, dấu vết của tệp được giữ lại và đã báo cho cán bộ an toàn thông tin.`,
  DOCUMENT_QUARANTINED: () =>
    'Tệp này đang bị giữ lại vì mang dấu mật. Chỉ gửi lại được khi hai cán bộ an toàn thông tin đã cho phép.',
  QUARANTINED_NOT_FOUND: () => 'Không tìm thấy tài liệu bị giữ lại, hoặc bạn không được xem tài liệu này.',
  OWN_DOCUMENT: () => 'Người gửi tài liệu không thể tự cho phép gửi lại.',
  RELEASED_BY_YOU: () => 'Bạn đã cho phép rồi; cần thêm một người khác.',
  ALREADY_RELEASED: () => 'Tài liệu này đã được cho phép gửi lại.',
};

const headNames: Readonly<Record<string, string>> = {
  number: 'số, ký hiệu',
  issuer: 'cơ quan ban hành',
  title: 'tên văn bản',
  kind: 'loại văn bản',
  effectiveFrom: 'ngày có hiệu lực',
};
