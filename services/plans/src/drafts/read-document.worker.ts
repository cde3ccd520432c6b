import { readFile as readBytes } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { reviewReading } from '../importing/import-document.ts';
import { ImportFault } from '../importing/import-fault.ts';
import { readFile } from '../importing/read-file.ts';
import { type DirectoryData, directoryOf } from './directory-of-hierarchy.ts';
import type { DocumentAnswer, DocumentQuestion } from './document-reader.ts';

/** Reads one document and ends: whatever it needs of memory and time dies with it. */
async function answer({
  localFile,
  name,
  directory,
  provinceId,
  evenMarked,
}: DocumentQuestion): Promise<DocumentAnswer> {
  try {
    const reading = await readFile(name, await readBytes(localFile));
    return {
      read: reviewReading(reading, { directory: directoryOf(directory as DirectoryData), provinceId, evenMarked }),
    };
  } catch (error) {
    if (error instanceof ImportFault) return { fault: error.code, data: { ...error.data } };
    return {
      fault: 'FILE_NOT_READABLE',
      data: {},
      cause: error instanceof Error ? String(error.stack) : String(error),
    };
  }
}

parentPort?.postMessage(await answer(workerData as DocumentQuestion));
