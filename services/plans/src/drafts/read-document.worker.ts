import { readFile as readBytes } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { findMarking } from '../importing/classified.ts';
import { reviewReading } from '../importing/import-document.ts';
import { ImportFault } from '../importing/import-fault.ts';
import { readFile } from '../importing/read-file.ts';
import { directoryOf } from './directory-of-hierarchy.ts';
import type { DocumentAnswer, DocumentQuestion, MarkingQuestion } from './document-reader.ts';

/** Reads one document and ends: whatever it needs of memory and time dies with it. */
async function answer(question: DocumentQuestion | MarkingQuestion): Promise<DocumentAnswer> {
  try {
    const reading = await readFile(question.name, await readBytes(question.localFile));
    if (!('directory' in question)) return { marking: findMarking(reading.blocks) };
    return { read: reviewReading(reading, { ...question, directory: directoryOf(question.directory) }) };
  } catch (error) {
    if (error instanceof ImportFault) return { fault: error.code, data: { ...error.data } };
    return {
      fault: 'FILE_NOT_READABLE',
      data: {},
      cause: error instanceof Error ? String(error.stack) : String(error),
    };
  }
}

parentPort?.postMessage(await answer(workerData));
