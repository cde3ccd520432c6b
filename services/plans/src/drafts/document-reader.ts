import { Worker } from 'node:worker_threads';
import type { Logger } from '@lienthong/kit/log';
import { Refusal } from '@lienthong/kit/refusal';
import type { Marking } from '../importing/classified.ts';
import type { ReviewedDocument } from '../importing/import-document.ts';
import type { ImportFaultCode } from '../importing/import-fault.ts';
import type { DirectoryData } from './directory-of-hierarchy.ts';

/** A file of which only its secrecy marking is asked. */
export interface MarkingQuestion {
  localFile: string;
  name: string;
}

/** What the reading thread is given to read a whole document. */
export interface DocumentQuestion extends MarkingQuestion {
  directory: DirectoryData;
  provinceId: string;
  /** Two persons found that its marking is none. */
  evenMarked: boolean;
}

export type DocumentAnswer =
  | { read: ReviewedDocument }
  | { marking: Marking | null }
  | { fault: ImportFaultCode; data: Record<string, string | null>; cause?: string };

/** A document with a secrecy marking: it is not read, and what it holds never leaves the thread. */
export class ClassifiedDocument extends Error {
  readonly marking: Marking;

  constructor(marking: Marking) {
    super('The document bears a secrecy marking.');
    this.marking = marking;
  }
}

const AT_ONCE = 2;
const MAX_WAITING = 6;
const MAX_MEGABYTES = 300;
const MAX_MILLISECONDS = 20_000;

/** Other files' names while the sources run, others once they are built. */
const program = new URL(
  import.meta.url.endsWith('.ts') ? './read-document.worker.ts' : './read-document.worker.js',
  import.meta.url,
);

let underWay = 0;
const waiting: (() => void)[] = [];

/** The marking of a file that is not read into tasks; none where the file cannot be read, such as a scan. */
export async function markingOf(question: MarkingQuestion): Promise<Marking | null> {
  try {
    const answer = await inTurn(() => ask(question));
    return 'marking' in answer ? answer.marking : null;
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'READING_TOO_LONG') return null;
    throw error;
  }
}

/** Reads in a thread of its own: a hostile file costs a bounded piece of memory and time, and no one else's request. */
export async function readDocument(question: DocumentQuestion, log: Logger): Promise<ReviewedDocument> {
  const answer = await inTurn(() => ask(question));
  if ('read' in answer) return answer.read;
  if ('marking' in answer) throw new Error('A document was asked for, and only a marking answered.');
  if (answer.cause) log.warn({ cause: answer.cause }, 'a document could not be read');
  if (answer.fault === 'CLASSIFIED') {
    const { marking = null, where = null } = answer.data;
    throw new ClassifiedDocument({ marking: marking ?? '', where });
  }
  throw new Refusal('INVALID', answer.fault, answer.data);
}

/** A few at once; whoever waits is handed the place of whoever is done. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MAX_WAITING) throw new Refusal('CONFLICT', 'READING_BUSY');
  if (underWay >= AT_ONCE) await new Promise<void>((done) => waiting.push(done));
  else underWay += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else underWay -= 1;
  }
}

function ask(question: MarkingQuestion): Promise<DocumentAnswer> {
  const worker = new Worker(program, {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    env: {},
    execArgv: [],
  });
  return new Promise<DocumentAnswer>((done, fail) => {
    const late = setTimeout(() => {
      fail(new Refusal('INVALID', 'READING_TOO_LONG', { seconds: MAX_MILLISECONDS / 1000 }));
      void worker.terminate();
    }, MAX_MILLISECONDS);
    const end = (settle: () => void): void => {
      clearTimeout(late);
      settle();
    };
    worker.once('message', (answer: DocumentAnswer) => end(() => done(answer)));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(() =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? done({ fault: 'FILE_EXPANDS_TOO_MUCH', data: {} }) : fail(error),
      ),
    );
    worker.once('exit', (code) => end(() => fail(new Error(`The reading thread ended with ${code} and no answer.`))));
  });
}
