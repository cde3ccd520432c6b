import { ImportFault } from './import-fault.ts';
import { readDocx } from './read-docx.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Reading } from './reading.ts';
import { Zip } from './zip.ts';

export const MAXIMUM_BYTES = 50 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/** The first step: what kind of file it is, by its own first bytes; the name only tells text from the rest. */
export async function readFile(name: string, bytes: Uint8Array): Promise<Reading> {
  try {
    return await readByKind(name, bytes);
  } catch (cause) {
    // A file cut short or made by hand to do harm can break a reader anywhere.
    throw cause instanceof ImportFault ? cause : new ImportFault('FILE_NOT_READABLE', { cause });
  }
}

async function readByKind(name: string, bytes: Uint8Array): Promise<Reading> {
  if (bytes.byteLength > MAXIMUM_BYTES) throw new ImportFault('FILE_TOO_LARGE');
  if (startsWith(bytes, 0x50, 0x4b)) return readOffice(new Zip(bytes));
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new ImportFault(isEncryptedOffice(bytes) ? 'FILE_HAS_PASSWORD' : 'OLD_OFFICE_FORMAT');
  if (pdfStart(bytes)) return (await import('./read-pdf.ts')).readPdf(bytes);
  if (/\.(txt|md|text|markdown)$/i.test(name)) return readText(decoded(bytes));
  throw new ImportFault('FILE_TYPE_UNKNOWN');
}

function readOffice(zip: Zip): Reading {
  const names = zip.names;
  if (
    names.some((name) => /vbaProject\.bin$|\/activeX\//i.test(name)) ||
    /macroEnabled/i.test(zip.text('[Content_Types].xml') ?? '')
  ) {
    throw new ImportFault('FILE_HAS_MACROS');
  }
  if (names.includes('word/document.xml')) return readDocx(zip);
  if (names.includes('xl/workbook.xml')) return readXlsx(zip);
  throw new ImportFault('FILE_TYPE_UNKNOWN');
}

/** Office keeps a file with a password in an old container, in a stream of this name. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

const pdfStart = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).includes('%PDF-');

function decoded(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new ImportFault('FILE_TYPE_UNKNOWN');
  return new TextDecoder('utf-8').decode(bytes);
}
