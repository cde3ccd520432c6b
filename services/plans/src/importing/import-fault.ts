import { faultSentence } from './messages.ts';

export type ImportFaultCode =
  | 'FILE_TOO_LARGE'
  | 'FILE_NOT_READABLE'
  | 'FILE_TYPE_UNKNOWN'
  | 'FILE_HAS_PASSWORD'
  | 'FILE_HAS_MACROS'
  | 'FILE_EXPANDS_TOO_MUCH'
  | 'FILE_HAS_TOO_MANY_ROWS'
  | 'OLD_OFFICE_FORMAT'
  | 'NO_TEXT_LAYER'
  | 'NO_TABLE'
  | 'NO_HEADER'
  | 'CLASSIFIED';

/** Why a document cannot be imported, in a sentence for the officer who sent it. */
export class ImportFault extends Error {
  readonly code: ImportFaultCode;
  /** What else is known, such as the marking of a classified document and where it stands. */
  readonly data: Readonly<Record<string, string | null>>;

  constructor(code: ImportFaultCode, options?: { cause?: unknown; data?: Readonly<Record<string, string | null>> }) {
    super(faultSentence(code, 'vi'), options);
    this.name = 'ImportFault';
    this.code = code;
    this.data = options?.data ?? {};
  }
}
