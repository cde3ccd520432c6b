import { GraphQLError } from 'graphql';

export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL';

export type RefusalData = Readonly<Record<string, unknown>>;

export type Locale = 'vi' | 'en';

/** One sentence per reason; `data` is what the refusal carried. */
// biome-ignore lint/suspicious/noExplicitAny: each sentence reads its own data; the reason is the only link between the two
export type RefusalTexts = Readonly<Record<string, (data: any) => string>>;

export type RefusalBook = Readonly<Record<Locale, RefusalTexts>>;

/**
 * An expected "no": what the person may do about it is in the reason and its sentence, never in a stack.
 * `data.field`, where given, is the path of the input field the sentence is about.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly reason: string;
  readonly data: RefusalData;

  constructor(code: RefusalCode, reason: string, data: RefusalData = {}) {
    super(`${code} ${reason}`);
    this.name = 'Refusal';
    this.code = code;
    this.reason = reason;
    this.data = data;
  }
}

const ownRefusals: RefusalBook = {
  vi: {
    NOT_SIGNED_IN: () => 'Bạn cần đăng nhập để tiếp tục.',
    NO_MEMBERSHIP: () => 'Tài khoản của bạn chưa được gắn với cơ quan nào. Hãy liên hệ người quản trị đơn vị.',
    NOT_ALLOWED: () => 'Bạn không có quyền thực hiện việc này.',
    OUT_OF_SCOPE: () => 'Phạm vi truy cập đã cấp không cho phép thực hiện yêu cầu này.',
    NO_RULE: () => 'Thao tác này chưa được cấp quyền cho ai.',
    NOT_FOUND: () => 'Không tìm thấy dữ liệu bạn yêu cầu.',
    STALE_VERSION: () => 'Nội dung này vừa được người khác thay đổi. Hãy tải lại rồi thử lại.',
    IDEMPOTENCY_KEY_REUSED: () => 'Yêu cầu này đã được gửi trước đó với nội dung khác.',
    IDEMPOTENCY_KEY_INVALID: () => 'Khóa chống gửi trùng phải có từ 8 đến 200 ký tự.',
    WRITE_CONTENTION: () => 'Hệ thống đang bận xử lý thay đổi khác trên cùng dữ liệu. Hãy thử lại sau giây lát.',
    INVALID_INPUT: ({ detail }) => (detail ? `Dữ liệu chưa hợp lệ: ${detail}` : 'Dữ liệu chưa hợp lệ.'),
    INVALID_QUERY: ({ detail }) => (detail ? `Câu truy vấn chưa hợp lệ: ${detail}` : 'Câu truy vấn chưa hợp lệ.'),
    NOT_A_DATE: ({ shown }) => `“${shown}” không phải là một ngày có thật. Hãy nhập năm-tháng-ngày, ví dụ 2025-11-20.`,
    NOT_AN_INSTANT: ({ shown }) => `“${shown}” không phải là một thời điểm, ví dụ 2025-11-20T10:00:00+07:00.`,
    TEXT_TOO_LONG: ({ max }) => `Nội dung dài quá ${max} ký tự. Hãy viết ngắn lại.`,
    BODY_TOO_LARGE: () => 'Yêu cầu quá lớn.',
    PAGE_SIZE: ({ max }) => `Mỗi trang có từ 1 đến ${max ?? 100} dòng.`,
    CURSOR: () => 'Vị trí trang không hợp lệ. Hãy tải lại danh sách từ đầu.',
    FILE_TOO_LARGE: ({ maxMegabytes }) => `Tệp lớn hơn ${maxMegabytes ?? 50} MB.`,
    FILE_EMPTY: () => 'Tệp không có nội dung.',
    FILE_TYPE: () => 'Chỉ nhận tệp PDF, DOCX, XLSX, PNG hoặc JPEG, và nội dung phải đúng với phần mở rộng.',
    FILE_NAME: () => 'Tên tệp không hợp lệ.',
    FILE_INCOMPLETE: () => 'Tệp chưa được gửi đầy đủ. Hãy gửi lại.',
    UPLOAD_UNKNOWN: () => 'Không tìm thấy tệp đã tải lên, hoặc tệp đã được dùng ở nơi khác.',
    SHUTTING_DOWN: () => 'Dịch vụ đang khởi động lại. Hãy thử lại sau giây lát.',
    INTERNAL: ({ id }) => `Hệ thống gặp lỗi ngoài dự kiến. Mã tra cứu: ${id ?? 'không có'}.`,
  },
  en: {
    NOT_SIGNED_IN: () => 'Sign in to continue.',
    NO_MEMBERSHIP: () => 'Your account is not attached to any unit yet. Ask the unit administrator.',
    NOT_ALLOWED: () => 'You are not allowed to do this.',
    OUT_OF_SCOPE: () => 'The scopes granted to this client do not cover this request.',
    NO_RULE: () => 'No one has been granted this operation yet.',
    NOT_FOUND: () => 'What you asked for was not found.',
    STALE_VERSION: () => 'Someone else has just changed this. Reload it and try again.',
    IDEMPOTENCY_KEY_REUSED: () => 'This request was sent before with different content.',
    IDEMPOTENCY_KEY_INVALID: () => 'The idempotency key must have 8 to 200 characters.',
    WRITE_CONTENTION: () => 'Another change to the same data is being processed. Try again in a moment.',
    INVALID_INPUT: ({ detail }) => (detail ? `The input is not valid: ${detail}` : 'The input is not valid.'),
    INVALID_QUERY: ({ detail }) => (detail ? `The query is not valid: ${detail}` : 'The query is not valid.'),
    NOT_A_DATE: ({ shown }) => `“${shown}” is not a real date. Write it as year-month-day, such as 2025-11-20.`,
    NOT_AN_INSTANT: ({ shown }) => `“${shown}” is not an instant such as 2025-11-20T10:00:00+07:00.`,
    TEXT_TOO_LONG: ({ max }) => `The text is longer than ${max} characters. Make it shorter.`,
    BODY_TOO_LARGE: () => 'The request is too large.',
    PAGE_SIZE: ({ max }) => `A page has 1 to ${max ?? 100} rows.`,
    CURSOR: () => 'The page position is not valid. Reload the list from its start.',
    FILE_TOO_LARGE: ({ maxMegabytes }) => `The file is larger than ${maxMegabytes ?? 50} MB.`,
    FILE_EMPTY: () => 'The file has no content.',
    FILE_TYPE: () => 'Only PDF, DOCX, XLSX, PNG and JPEG files are taken, and the content must match the extension.',
    FILE_NAME: () => 'The file name is not valid.',
    FILE_INCOMPLETE: () => 'The file did not arrive whole. Send it again.',
    UPLOAD_UNKNOWN: () => 'The uploaded file was not found, or is already used elsewhere.',
    SHUTTING_DOWN: () => 'The service is restarting. Try again in a moment.',
    INTERNAL: ({ id }) => `Something unexpected went wrong. Number to look up: ${id ?? 'none'}.`,
  },
};

/** A service's own sentences over those every service shares. */
export function refusalBook(own: RefusalBook): RefusalBook {
  return { vi: { ...ownRefusals.vi, ...own.vi }, en: { ...ownRefusals.en, ...own.en } };
}

export function refusalText(book: RefusalBook, locale: Locale, refusal: Pick<Refusal, 'reason' | 'data'>): string {
  const sentence = book[locale][refusal.reason] ?? book.vi[refusal.reason] ?? book.vi.NOT_ALLOWED;
  return sentence ? sentence(refusal.data) : refusal.reason;
}

/** Reasons that have a sentence in one language and not in the other. */
export function untranslatedReasons(book: RefusalBook): string[] {
  const all = new Set([...Object.keys(book.vi), ...Object.keys(book.en)]);
  return [...all].filter((reason) => !(reason in book.vi && reason in book.en)).sort();
}

export function refusalExtensions(refusal: Refusal): Record<string, unknown> {
  const { field, ...data } = refusal.data;
  return {
    code: refusal.code,
    reason: refusal.reason,
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(field === undefined ? {} : { field }),
  };
}

export function refusalToGraphQLError(book: RefusalBook, locale: Locale, refusal: Refusal): GraphQLError {
  return new GraphQLError(refusalText(book, locale, refusal), { extensions: refusalExtensions(refusal) });
}

const httpStatus: Record<RefusalCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 400,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
};

/** The status of a refused file or JSON route; GraphQL answers keep 200. */
export function refusalStatus(refusal: Pick<Refusal, 'code' | 'reason'>): number {
  if (refusal.reason === 'FILE_TOO_LARGE' || refusal.reason === 'BODY_TOO_LARGE') return 413;
  if (refusal.reason === 'FILE_TYPE') return 415;
  if (refusal.reason === 'SHUTTING_DOWN') return 503;
  return httpStatus[refusal.code];
}
