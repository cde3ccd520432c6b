import { createHash } from 'node:crypto';

/** What a build of a frontend module says it may ask. */
export interface OperationList {
  readonly module: string;
  readonly build: string;
  /** Texts by the SHA-256 of the text. */
  readonly operations: Readonly<Record<string, string>>;
}

const MAX_OPERATIONS = 500;
const MAX_TEXT = 100_000;

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads `operations.json`; throws with a sentence when it is not what it claims to be. */
export function readOperationList(value: unknown): OperationList {
  const { module, build, operations } = (value ?? {}) as Partial<Record<keyof OperationList, unknown>>;
  if (typeof module !== 'string' || module === '' || typeof build !== 'string' || build === '') {
    throw new Error('The list of operations names no module or no build.');
  }
  if (typeof operations !== 'object' || operations === null) throw new Error(`${module} lists no operations.`);
  const entries = Object.entries(operations);
  if (entries.length > MAX_OPERATIONS) throw new Error(`${module} lists more than ${MAX_OPERATIONS} operations.`);
  for (const [hash, text] of entries) {
    if (typeof text !== 'string' || text.length > MAX_TEXT || hashOf(text) !== hash) {
      throw new Error(`${module} lists an operation whose text does not match its hash ${hash.slice(0, 12)}…`);
    }
  }
  return { module, build, operations: operations as Record<string, string> };
}
