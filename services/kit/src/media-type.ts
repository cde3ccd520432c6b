import type { FileHandle } from 'node:fs/promises';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg' | typeof WORD | typeof EXCEL;

const byExtension: Readonly<Record<string, MediaType>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: WORD,
  xlsx: EXCEL,
};

/** The type that both the name and the content say it is; undefined when they differ or it is none we take. */
export async function mediaTypeOf(file: FileHandle, size: number, name: string): Promise<MediaType | undefined> {
  const claimed = byExtension[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  return claimed !== undefined && claimed === (await contentType(file, size)) ? claimed : undefined;
}

async function contentType(file: FileHandle, size: number): Promise<MediaType | undefined> {
  const head = await bytes(file, 0, Math.min(size, 16));
  const startsWith = (...values: number[]): boolean => values.every((value, index) => head[index] === value);
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (startsWith(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(0x50, 0x4b, 0x03, 0x04)) return officeType(await zipEntries(file, size));
  return undefined;
}

async function bytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

interface ZipEntry {
  name: string;
  compressed: number;
  size: number;
  /** Unix mode, when there is one. */
  mode: number;
}

const MAX_ENTRIES = 5000;
const MAX_DIRECTORY = 4 * 1024 * 1024;
const MAX_UNPACKED = 500 * 1024 * 1024;
const MAX_RATIO = 200;

/** The list at the end of a zip file; undefined when it is damaged or not to be trusted. */
async function zipEntries(file: FileHandle, size: number): Promise<ZipEntry[] | undefined> {
  const tailLength = Math.min(size, 65_557);
  const tail = await bytes(file, size - tailLength, tailLength);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) return undefined;
  const count = tail.readUInt16LE(end + 10);
  const directorySize = tail.readUInt32LE(end + 12);
  const directoryStart = tail.readUInt32LE(end + 16);
  if (count === 0 || count > MAX_ENTRIES || directorySize > MAX_DIRECTORY) return undefined;
  if (directoryStart + directorySize > size) return undefined;
  const directory = await bytes(file, directoryStart, directorySize);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
      compressed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** A Word or Excel file without macros, escapes or bombs; opening it is left to the reader's own program. */
function officeType(entries: ZipEntry[] | undefined): MediaType | undefined {
  if (!entries) return undefined;
  const names = new Set(entries.map((entry) => entry.name));
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.compressed, 0);
  const isEscaping = entries.some(
    ({ name }) => name.startsWith('/') || name.includes('\\') || name.split('/').includes('..'),
  );
  const isLink = entries.some(({ mode }) => (mode & 0o170000) === 0o120000);
  const hasMacros = entries.some(({ name }) => /vbaproject\.bin$/i.test(name));
  if (isEscaping || isLink || hasMacros || unpacked > MAX_UNPACKED) return undefined;
  if (unpacked > 1024 * 1024 && unpacked > packed * MAX_RATIO) return undefined;
  if (!names.has('[Content_Types].xml')) return undefined;
  if (names.has('word/document.xml')) return WORD;
  return names.has('xl/workbook.xml') ? EXCEL : undefined;
}
