import type { RefusalTexts } from '@lienthong/kit/refusal';

export const refusalsVi: RefusalTexts = {
  TOKEN_INVALID: () => 'Phiên đăng nhập không hợp lệ hoặc đã hết hạn. Hãy đăng nhập lại.',
  CLIENT_UNKNOWN: () => 'Ứng dụng này chưa được đăng ký với hệ thống.',
  ISSUER_UNREACHABLE: () =>
    'Chưa kiểm tra được phiên đăng nhập vì máy chủ xác thực không trả lời. Hãy thử lại sau giây lát.',
  ACTOR_UNAVAILABLE: () => 'Chưa xác định được cơ quan bạn đang làm việc. Hãy thử lại sau giây lát.',
  UNREGISTERED_OPERATION: () => 'Cổng chỉ gửi được các thao tác đã đăng ký. Hãy tải lại trang để dùng bản mới nhất.',
  READ_ONLY: () => 'Tài khoản tích hợp chỉ được đọc dữ liệu.',
  METHOD_NOT_ALLOWED: () => 'Chỉ nhận yêu cầu gửi bằng phương thức POST.',
  BATCH_REFUSED: () => 'Mỗi yêu cầu chỉ được gửi một truy vấn.',
  NOT_JSON: () => 'Nội dung yêu cầu phải là JSON.',
  QUERY_TOO_LONG: ({ limit }) => `Truy vấn dài hơn ${limit} đơn vị từ.`,
  QUERY_TOO_DEEP: ({ limit, found }) => `Truy vấn lồng ${found} tầng, nhiều hơn ${limit} tầng cho phép.`,
  QUERY_TOO_COSTLY: ({ limit }) => `Truy vấn có thể trả về nhiều hơn ${limit} đối tượng. Hãy giảm số dòng mỗi trang.`,
  TOO_MANY_ALIASES: ({ limit, found }) => `Truy vấn có ${found} bí danh, nhiều hơn ${limit} bí danh cho phép.`,
  TOO_MANY_DIRECTIVES: ({ limit, found }) => `Truy vấn có ${found} chỉ thị, nhiều hơn ${limit} chỉ thị cho phép.`,
  INVALID_VARIABLE: ({ field, detail }) => `Giá trị của “${field}” chưa đúng: ${detail}`,
  UNUSABLE_CHARACTER: ({ field }) => `Nội dung của “${field}” có ký tự không dùng được. Hãy gõ lại phần đó.`,
  TOO_MANY_QUERIES: ({ limit, retryAfterSeconds }) =>
    `Đã gửi quá ${limit} yêu cầu trong một phút. Hãy gửi tiếp sau ${retryAfterSeconds} giây.`,
  TOO_MANY_OBJECTS: ({ limit, retryAfterSeconds }) =>
    `Các truy vấn trong một phút có thể trả về nhiều hơn ${limit} đối tượng. Hãy gửi tiếp sau ${retryAfterSeconds} giây hoặc giảm số dòng mỗi trang.`,
  INTROSPECTION_OFF: () => 'Hãy lấy lược đồ tại /schema.graphql thay vì hỏi qua truy vấn.',
  SERVICE_UNREACHABLE: ({ service }) => `Phần dữ liệu do dịch vụ ${service} cung cấp tạm thời chưa xem được.`,
  SERVICE_TIMEOUT: ({ service }) => `Dịch vụ ${service} trả lời quá chậm nên phần dữ liệu này chưa xem được.`,
  SERVICE_NOT_ANSWERING: ({ service }) =>
    `Dịch vụ ${service} một lúc nay không trả lời nên phần dữ liệu này chưa xem được. Hãy thử lại sau giây lát.`,
  SERVICE_ANSWER_UNREADABLE: ({ service }) =>
    `Dịch vụ ${service} trả lời sai định dạng nên phần dữ liệu này chưa xem được.`,
  SERVICE_ANSWER_TOO_LARGE: ({ service }) => `Dịch vụ ${service} trả về quá nhiều dữ liệu.`,
  SERVICE_UNKNOWN: () => 'Không có dịch vụ này.',
  OPERATION_TIMEOUT: () => 'Yêu cầu chạy quá lâu nên đã dừng. Hãy thu hẹp phạm vi rồi thử lại.',
  CLIENT_GONE: () => 'Bên gửi đã ngắt kết nối.',
  ANSWER_TOO_LARGE: ({ maxMegabytes }) => `Kết quả lớn hơn ${maxMegabytes} MB. Hãy thu hẹp phạm vi rồi thử lại.`,
  ENTITY_NOT_SHOWN: () => 'Không có mục này, hoặc tài khoản của bạn không được xem.',
  NULL_FOR_NON_NULL: () => 'Thiếu một giá trị bắt buộc.',
  VALUE_UNREADABLE: () => 'Một giá trị không đọc được.',
};
