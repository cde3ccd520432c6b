import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from '@lienthong/kit/http';

const sentences = {
  NO_SESSION: {
    status: 401,
    code: 'UNAUTHENTICATED',
    vi: 'Phiên làm việc đã hết hạn. Hãy đăng nhập lại.',
    en: 'The session has ended. Please sign in again.',
  },
  FOREIGN_ORIGIN: {
    status: 403,
    code: 'FORBIDDEN',
    vi: 'Yêu cầu không đến từ trang của cổng này.',
    en: 'The request does not come from a page of this portal.',
  },
  NOT_JSON: { status: 415, code: 'INVALID', vi: 'Yêu cầu phải ở dạng JSON.', en: 'The request must be JSON.' },
  BODY_TOO_LARGE: { status: 413, code: 'INVALID', vi: 'Yêu cầu quá lớn.', en: 'The request is too large.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    code: 'INVALID',
    vi: 'Cách gọi này không được dùng ở đây.',
    en: 'This method is not allowed here.',
  },
  NOT_FOUND: { status: 404, code: 'NOT_FOUND', vi: 'Không tìm thấy.', en: 'Not found.' },
  GATEWAY_UNREACHABLE: {
    status: 502,
    code: 'INTERNAL',
    vi: 'Hệ thống chưa trả lời. Thử lại sau ít phút.',
    en: 'The system does not answer. Try again in a few minutes.',
  },
} as const;

export type PortalRefusal = keyof typeof sentences;

/** One form for pages and for files: `errors` as GraphQL has them, `error` as the file routes have it. */
export function refuse(request: IncomingMessage, response: ServerResponse, reason: PortalRefusal, id: string): void {
  const { status, code, vi, en } = sentences[reason];
  const message = request.headers['accept-language']?.toLowerCase().startsWith('en') ? en : vi;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const close: Record<string, string> = request.complete ? {} : { connection: 'close' };
  sendJson(
    response,
    status,
    { errors: [{ message, extensions: { code, reason, id } }], error: { code, reason, message, id } },
    close,
  );
}
