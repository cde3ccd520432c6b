import { ImportFault } from './import-fault.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';

export const MAXIMUM_BYTES = 50 * 1024 * 1024;

/** The first step: what kind of file it is, by its own first bytes and its name. */
export async function readFile(name: string, bytes: Uint8Array): Promise<Reading> {
  if (bytes.byteLength > MAXIMUM_BYTES) throw new ImportFault('FILE_TOO_LARGE');
  if (/\.(txt|md|text|markdown)$/i.test(name)) return readText(new TextDecoder('utf-8').decode(bytes));
  throw new ImportFault('FILE_TYPE_UNKNOWN');
}
