import type { RefusalTexts } from '@lienthong/kit/refusal';

const STATES: Record<string, string> = { SUBMITTED: 'đang chờ tiếp nhận', ACCEPTED: 'đã được tiếp nhận' };

export const refusalsVi: RefusalTexts = {
  REGIME_NOT_FOUND: () => 'Không tìm thấy chế độ báo cáo này.',
  OBLIGATION_NOT_FOUND: () => 'Không tìm thấy báo cáo phải nộp này.',
  OBLIGATION_WAIVED: () => 'Đơn vị không còn phải nộp báo cáo này.',
  REPORT_NOT_FOUND: () => 'Không tìm thấy báo cáo này.',
  REPORT_EXISTS: ({ state }: { state?: string }) =>
    `Kỳ này đơn vị đã nộp báo cáo${STATES[state ?? ''] ? `, ${STATES[state ?? '']}` : ''}. Mỗi kỳ chỉ nộp một báo cáo.`,
  REPORT_NOT_WAITING: () => 'Báo cáo này hiện không chờ tiếp nhận.',
  REPORT_NOT_ACCEPTED: () => 'Chỉ báo cáo đã tiếp nhận mới được ghi là đã nhập hệ thống Trung ương.',
  ALREADY_ENTERED: ({ by }: { by?: string | null }) =>
    `Báo cáo này đã được ${by ?? 'người khác'} ghi là đã nhập hệ thống Trung ương.`,
  NOT_THE_REPORTER: () => 'Chỉ cán bộ báo cáo hoặc thủ trưởng của đơn vị được viết và nộp báo cáo này.',
  NOT_THE_RECIPIENT: () => 'Chỉ cơ quan nhận báo cáo được tiếp nhận, trả lại hoặc tổng hợp.',
  SUMMARY_MISSING: () => 'Hãy ghi kết quả thực hiện trước khi nộp.',
  REASON_MISSING: () => 'Hãy ghi lý do trả lại để đơn vị biết cần sửa gì.',
  TEXT_TOO_LONG: ({ max }: { max: number }) => `Nội dung dài quá ${max} ký tự.`,
  FIGURE_UNKNOWN: ({ key }: { key: string }) => `Biểu mẫu không có số liệu "${key}".`,
  FIGURE_TWICE: ({ key }: { key: string }) => `Số liệu "${key}" được gửi hai lần.`,
  FIGURE_NOT_A_COUNT: () => 'Số liệu phải là số nguyên từ 0 trở lên.',
  TOO_MANY_TASKS: ({ max }: { max: number }) => `Một báo cáo nêu nhiều nhất ${max} nhiệm vụ.`,
  PERIOD_UNKNOWN: () => 'Chế độ báo cáo này không có kỳ như vậy.',
  REGIME_NOT_ON_REQUEST: () => 'Chế độ này có kỳ cố định, không yêu cầu báo cáo đột xuất được.',
  DUE_IN_THE_PAST: () => 'Hạn báo cáo phải ở phía sau thời điểm hiện tại.',
  OUTSIDE_REGIME: () => 'Hạn báo cáo nằm ngoài thời gian hiệu lực của chế độ.',
  NOTE_MISSING: () => 'Hãy ghi nội dung cần báo cáo.',
  UNIT_DOES_NOT_REPORT: () => 'Có đơn vị được chọn không thuộc đối tượng báo cáo của chế độ này.',
  NO_REPORTERS: () => 'Không có đơn vị nào phải báo cáo vào ngày đó.',
  NO_RECIPIENT_HERE: () => 'Nơi nhận báo cáo này ở ngoài hệ thống nên không có bản tổng hợp tại đây.',
  ALREADY_REQUESTED: () => 'Hôm nay đã có yêu cầu báo cáo đột xuất theo chế độ này.',
};
