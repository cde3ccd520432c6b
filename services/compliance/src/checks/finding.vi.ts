import type { CheckKind, UnknownReason } from './check-kind.ts';

export interface FindingText {
  expected: string;
  whyItMatters: string;
  whatToDo: string;
}

const renew: Omit<FindingText, 'expected'> = {
  whyItMatters: 'Khi chứng thư hết hạn, trình duyệt chặn người dùng và kết nối không còn được bảo vệ.',
  whatToDo: 'Gia hạn và cài chứng thư mới, rồi chạy lại phép kiểm tra.',
};
const oldVersion: FindingText = {
  expected: 'Máy chủ từ chối phiên bản này',
  whyItMatters: 'Phiên bản TLS cũ có điểm yếu đã biết, kẻ xấu có thể đọc dữ liệu trên đường truyền.',
  whatToDo: 'Tắt TLS 1.0 và 1.1 trong cấu hình máy chủ.',
};
const newVersion: FindingText = {
  expected: 'Máy chủ hỗ trợ phiên bản này',
  whyItMatters: 'Phiên bản hiện hành bảo vệ đường truyền tốt nhất.',
  whatToDo: 'Bật TLS 1.2 và 1.3 trong cấu hình máy chủ.',
};

export const findingTexts: Record<string, FindingText> = {
  CERTIFICATE_CHAIN: {
    expected: 'Chuỗi chứng thư dẫn tới gốc được tin cậy công khai',
    whyItMatters: 'Chuỗi không được tin cậy khiến người dùng không phân biệt được máy chủ thật và giả.',
    whatToDo: 'Dùng chứng thư của tổ chức được tin cậy và cài đủ chứng thư trung gian.',
  },
  CERTIFICATE_SELF_SIGNED: {
    expected: 'Chứng thư do tổ chức được tin cậy cấp',
    whyItMatters: 'Ai cũng có thể tự ký một chứng thư giống như vậy.',
    whatToDo: 'Thay bằng chứng thư của tổ chức được tin cậy.',
  },
  CERTIFICATE_NAME: {
    expected: 'Chứng thư ghi đúng tên máy chủ',
    whyItMatters: 'Tên không khớp nghĩa là chứng thư được cấp cho máy chủ khác.',
    whatToDo: 'Cấp lại chứng thư có đủ các tên miền đang dùng.',
  },
  CERTIFICATE_KEY: {
    expected: 'RSA từ 2048 bit hoặc đường cong từ 256 bit',
    whyItMatters: 'Khóa ngắn có thể bị phá trong thời gian chấp nhận được.',
    whatToDo: 'Tạo cặp khóa mới đủ dài rồi cấp lại chứng thư.',
  },
  CERTIFICATE_EXPIRY: { expected: 'Còn hạn hơn 30 ngày', ...renew },
  CERTIFICATE_EXPIRES_IN_30_DAYS: { expected: 'Còn hạn hơn 30 ngày', ...renew },
  CERTIFICATE_EXPIRES_IN_14_DAYS: { expected: 'Còn hạn hơn 30 ngày', ...renew },
  CERTIFICATE_EXPIRES_IN_7_DAYS: { expected: 'Còn hạn hơn 30 ngày', ...renew },
  CERTIFICATE_EXPIRED: { expected: 'Chứng thư còn hiệu lực', ...renew },
  CERTIFICATE_NOT_YET_VALID: {
    expected: 'Chứng thư đã có hiệu lực',
    whyItMatters: 'Trình duyệt không chấp nhận chứng thư chưa đến ngày hiệu lực.',
    whatToDo: 'Kiểm tra đồng hồ máy chủ và ngày ghi trong chứng thư.',
  },
  TLS_1_0_REFUSED: oldVersion,
  TLS_1_1_REFUSED: oldVersion,
  TLS_1_2_OFFERED: newVersion,
  TLS_1_3_OFFERED: newVersion,
  REDIRECTS: {
    expected: 'HTTP được chuyển hướng',
    whyItMatters: 'Nội dung qua HTTP có thể bị đọc và sửa trên đường truyền.',
    whatToDo: 'Cấu hình chuyển hướng vĩnh viễn từ HTTP sang HTTPS.',
  },
  REDIRECT_TO_HTTPS: {
    expected: 'Đích chuyển hướng dùng HTTPS',
    whyItMatters: 'Chuyển hướng về HTTP không bảo vệ được ai.',
    whatToDo: 'Đổi đích chuyển hướng thành địa chỉ https.',
  },
  REDIRECT_SAME_HOST: {
    expected: 'Bước đầu chuyển hướng về cùng tên máy chủ',
    whyItMatters: 'Nếu rời máy chủ ngay, trình duyệt không ghi nhớ được yêu cầu dùng HTTPS cho tên miền này.',
    whatToDo: 'Chuyển sang HTTPS cùng tên miền trước, sau đó mới sang tên miền khác.',
  },
  HSTS: {
    expected: 'Strict-Transport-Security ít nhất 6 tháng',
    whyItMatters: 'Thiếu tiêu đề này, lần truy cập đầu có thể bị hạ xuống HTTP.',
    whatToDo: 'Thêm Strict-Transport-Security: max-age=31536000.',
  },
  CSP: {
    expected: 'Content-Security-Policy giới hạn nguồn mã lệnh',
    whyItMatters: 'Chính sách này ngăn mã lạ chạy trong trang của cơ quan.',
    whatToDo: "Thêm chính sách có script-src 'self' và bỏ 'unsafe-inline'.",
  },
  NOSNIFF: {
    expected: 'X-Content-Type-Options: nosniff',
    whyItMatters: 'Trình duyệt có thể coi tệp tải lên là mã lệnh.',
    whatToDo: 'Thêm X-Content-Type-Options: nosniff.',
  },
  FRAME_ANCESTORS: {
    expected: 'Trang khác không thể nhúng trang này',
    whyItMatters: 'Trang bị nhúng có thể lừa người dùng bấm vào nút mà họ không thấy.',
    whatToDo: "Thêm frame-ancestors 'self' vào Content-Security-Policy.",
  },
  REFERRER_POLICY: {
    expected: 'Referrer-Policy không gửi đường dẫn ra ngoài',
    whyItMatters: 'Đường dẫn có thể chứa mã hồ sơ hoặc thông tin cá nhân.',
    whatToDo: 'Thêm Referrer-Policy: strict-origin-when-cross-origin.',
  },
  SECURITY_TXT_PRESENT: {
    expected: 'Có tệp /.well-known/security.txt dạng văn bản',
    whyItMatters: 'Người phát hiện lỗ hổng cần biết báo cho ai.',
    whatToDo: 'Đăng tệp security.txt theo RFC 9116.',
  },
  SECURITY_TXT_CONTACT: {
    expected: 'Có ít nhất một địa chỉ liên hệ',
    whyItMatters: 'Không có liên hệ thì tệp không giúp được ai.',
    whatToDo: 'Thêm dòng Contact với địa chỉ https, mailto hoặc tel.',
  },
  SECURITY_TXT_EXPIRES: {
    expected: 'Có đúng một dòng Expires còn hạn',
    whyItMatters: 'Thông tin quá hạn có thể dẫn báo cáo tới sai người.',
    whatToDo: 'Cập nhật dòng Expires, không quá một năm.',
  },
  CLOCK_DRIFT: {
    expected: 'Lệch không quá 5 giây',
    whyItMatters: 'Đồng hồ lệch làm nhật ký không đối chiếu được khi có sự cố.',
    whatToDo: 'Đồng bộ thời gian máy chủ qua NTP.',
  },
};

export const kindTexts: Record<CheckKind, { name: string; why: string }> = {
  TLS_CERTIFICATE: { name: 'Chứng thư máy chủ', why: 'Người dùng phải chắc chắn đang nói chuyện với đúng máy chủ.' },
  TLS_VERSIONS: { name: 'Phiên bản TLS', why: 'Chỉ phiên bản hiện hành mới bảo vệ được đường truyền.' },
  HTTPS_REDIRECT: { name: 'Chuyển hướng sang HTTPS', why: 'Không ai được dùng hệ thống qua kết nối không mã hóa.' },
  SECURITY_HEADERS: { name: 'Tiêu đề bảo mật', why: 'Trình duyệt chỉ bảo vệ người dùng khi được máy chủ yêu cầu.' },
  SECURITY_TXT: { name: 'Kênh nhận báo cáo lỗ hổng', why: 'Lỗ hổng chỉ được vá khi có người nhận được tin.' },
  CLOCK_DRIFT: { name: 'Đồng bộ thời gian', why: 'Nhật ký chỉ có giá trị khi đồng hồ đúng.' },
};

export const reasonTexts: Record<UnknownReason, string> = {
  NAME_NOT_RESOLVED: 'Không tìm được địa chỉ của tên máy chủ.',
  ADDRESS_NOT_ALLOWED: 'Địa chỉ này không nằm trong phạm vi được phép kiểm tra.',
  UNREACHABLE: 'Không kết nối được tới máy chủ.',
  TIMED_OUT: 'Máy chủ không trả lời đầy đủ trong 10 giây.',
  ANSWER_TOO_LARGE: 'Câu trả lời lớn hơn 1 MB.',
  NOT_TLS: 'Máy chủ không nói TLS ở cổng này.',
  NOT_HTTP: 'Máy chủ không nói HTTP ở cổng này.',
  NO_CLOCK: 'Câu trả lời không ghi thời gian của máy chủ.',
  NOT_AUTHORISED: 'Thời hạn được phép kiểm tra đã hết hoặc chưa bắt đầu.',
  WORKER_LOST: 'Tiến trình kiểm tra dừng nhiều lần giữa chừng.',
  PROBE_FAILED: 'Không thực hiện được phép kiểm tra.',
};
