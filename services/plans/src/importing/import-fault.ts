export type ImportFaultCode =
  | 'FILE_TOO_LARGE'
  | 'FILE_NOT_READABLE'
  | 'FILE_TYPE_UNKNOWN'
  | 'FILE_HAS_PASSWORD'
  | 'FILE_HAS_MACROS'
  | 'FILE_EXPANDS_TOO_MUCH'
  | 'OLD_OFFICE_FORMAT'
  | 'NO_TEXT_LAYER'
  | 'NO_TABLE'
  | 'NO_HEADER'
  | 'CLASSIFIED';

const MESSAGES: Record<ImportFaultCode, string> = {
  FILE_TOO_LARGE: 'Tệp lớn hơn 50 MB. Hãy tách tệp hoặc chỉ gửi phần văn bản và phụ lục.',
  FILE_NOT_READABLE: 'Tệp bị hỏng hoặc không đọc được. Hãy mở và lưu lại tệp rồi thử lại.',
  FILE_TYPE_UNKNOWN: 'Loại tệp này không đọc được. Hãy dùng .docx, .xlsx, .pdf có chữ, .txt hoặc .md.',
  FILE_HAS_PASSWORD: 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.',
  FILE_HAS_MACROS: 'Tệp chứa macro nên không được nhận. Hãy lưu lại thành .docx hoặc .xlsx không có macro.',
  FILE_EXPANDS_TOO_MUCH: 'Tệp nén phình ra quá lớn nên không được mở.',
  OLD_OFFICE_FORMAT: 'Đây là định dạng Office cũ (.doc, .xls). Hãy lưu lại thành .docx hoặc .xlsx.',
  NO_TEXT_LAYER: 'Tệp PDF là bản quét, không có lớp chữ. Hãy dùng bản có chữ hoặc dán văn bản.',
  NO_TABLE: 'Không tìm thấy bảng nhiệm vụ nào trong văn bản.',
  NO_HEADER: 'Có bảng nhưng không có dòng tiêu đề cột (nội dung, chủ trì, thời hạn…), nên không biết cột nào là gì.',
  CLASSIFIED: 'Văn bản đóng dấu mật. Tài liệu mật không được đưa vào hệ thống; tệp không được lưu.',
};

/** Why a document cannot be imported, in a sentence for the officer who sent it. */
export class ImportFault extends Error {
  readonly code: ImportFaultCode;

  constructor(code: ImportFaultCode, options?: { cause?: unknown }) {
    super(MESSAGES[code], options);
    this.name = 'ImportFault';
    this.code = code;
  }
}
