import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportFault } from './importing/import-fault.ts';
import { MAXIMUM_BYTES } from './importing/read-file.ts';

/** Reads a file whole, unless it is too large to be looked at. */
export async function openFile(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > MAXIMUM_BYTES) throw new ImportFault('FILE_TOO_LARGE');
    return { name: basename(path), bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}
