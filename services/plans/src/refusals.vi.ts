import type { RefusalTexts } from '@lienthong/kit/refusal';

export const refusals: RefusalTexts = {
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
};
