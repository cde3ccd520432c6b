import type { RefusalTexts } from '@lienthong/kit/refusal';

export const refusalsVi: RefusalTexts = {
  SYSTEM_NOT_FOUND: () => 'Không tìm thấy hệ thống thông tin này.',
  DOSSIER_NOT_FOUND: () => 'Không tìm thấy hồ sơ đề xuất cấp độ này.',
  CHECK_NOT_FOUND: () => 'Không tìm thấy phép kiểm tra này.',
  SYSTEM_CODE_TAKEN: ({ systemCode }) => `Mã ${systemCode} đã được dùng cho hệ thống khác trong tỉnh.`,
  SYSTEM_CODE_INVALID: () => 'Mã hệ thống gồm 2 đến 40 chữ cái, chữ số và các dấu . _ / -',
  UNIT_UNKNOWN: () => 'Không có đơn vị này trong tỉnh.',
  UNIT_ENDED: ({ unitName }) => `${unitName} không hoạt động vào hôm nay.`,
  FIELD_EMPTY: () => 'Mục này không được để trống.',
  FIELD_TOO_LONG: ({ most }) => `Mục này dài quá ${most} ký tự.`,
  LEVEL_OUT_OF_RANGE: () => 'Cấp độ là số từ 1 đến 5.',
  LEVEL_BELOW_CRITERION: ({ least, source }) => `Loại hình này ít nhất là cấp độ ${least} (${source}).`,
  LEVEL_MAY_ONLY_RISE: ({ level }) => `Cấp độ đang là ${level}; rủi ro chỉ có thể làm tăng cấp độ.`,
  NOT_APPROVED_FOR_USE: ({ source }) =>
    `Cấp độ chưa được phê duyệt nên hệ thống chưa được đưa vào sử dụng ngày này (${source}). Hãy để trống ngày cho đến khi cấp độ được phê duyệt.`,
  DOSSIER_UNDER_WAY: () => 'Hồ sơ đang được thẩm định hoặc phê duyệt. Hãy chờ trả lại rồi mới đổi cấp độ.',
  STEP_NOT_POSSIBLE: () => 'Hồ sơ không ở trạng thái cho phép bước này. Hãy tải lại để xem trạng thái mới.',
  APPRAISER_OPERATES_SYSTEM: () => 'Đơn vị vận hành hệ thống không được tự thẩm định hồ sơ của hệ thống đó.',
  REGIME_NO_LONGER_APPROVES: () =>
    'Hồ sơ lập theo quy định cũ, nay đã hết thời hạn chuyển tiếp. Hãy lập hồ sơ mới theo quy định hiện hành.',
  REASON_REQUIRED: () => 'Hãy ghi lý do.',
  DECISION_NUMBER_REQUIRED: () => 'Hãy ghi số quyết định phê duyệt.',
  DECISION_DATE_REQUIRED: () => 'Hãy ghi ngày quyết định phê duyệt.',
  DECIDING_BODY_REQUIRED: () => 'Hãy ghi cơ quan ra quyết định phê duyệt.',
  DECISION_IN_FUTURE: () => 'Ngày quyết định không được sau hôm nay.',
  DECISION_BEFORE_SUBMISSION: () => 'Ngày quyết định không được trước ngày gửi hồ sơ.',
  AUTHORISATION_REQUIRED: () => 'Hãy ghi văn bản cho phép kiểm tra.',
  WINDOW_REVERSED: () => 'Ngày kết thúc không được trước ngày bắt đầu.',
  HOST_INVALID: () => 'Tên máy chủ hoặc địa chỉ không hợp lệ.',
  PORT_INVALID: () => 'Cổng là số từ 1 đến 65535.',
  PORT_NOT_ALLOWED: ({ port }) => `Cổng ${port} không nằm trong danh sách được phép kiểm tra.`,
  TARGET_NOT_ALLOWED: () => 'Địa chỉ này không nằm trong phạm vi được phép kiểm tra.',
  CHECK_EXISTS: () => 'Hệ thống đã có phép kiểm tra này với cùng máy chủ và cổng.',
  CHECK_NOT_AUTHORISED: ({ authorisedFrom, authorisedTo }) =>
    `Chỉ được kiểm tra từ ngày ${authorisedFrom} đến ngày ${authorisedTo}.`,
};
