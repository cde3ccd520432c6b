import { inflateRawSync } from 'node:zlib';
import { ImportFault } from './import-fault.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LARGEST_PART = 60 * 1024 * 1024;
const LARGEST_WHOLE = 200 * 1024 * 1024;
const MOST_PARTS = 5000;

interface Entry {
  method: number;
  compressed: number;
  size: number;
  offset: number;
  encrypted: boolean;
}

/** The parts of an Office file. Nothing is unpacked before it is asked for, and never beyond a limit. */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries = new Map<string, Entry>();

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readDirectory();
    const declared = [...this.#entries.values()].reduce((sum, entry) => sum + entry.size, 0);
    if (declared > LARGEST_WHOLE || this.#entries.size > MOST_PARTS) throw new ImportFault('FILE_EXPANDS_TOO_MUCH');
    if ([...this.#entries.values()].some((entry) => entry.encrypted)) throw new ImportFault('FILE_HAS_PASSWORD');
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The text of a part, or null when there is no such part. */
  text(name: string): string | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (entry.size > LARGEST_PART) throw new ImportFault('FILE_EXPANDS_TOO_MUCH');
    const header = entry.offset;
    const start = header + 30 + this.#bytes.readUInt16LE(header + 26) + this.#bytes.readUInt16LE(header + 28);
    const data = this.#bytes.subarray(start, start + entry.compressed);
    if (entry.method === 0) return data.toString('utf8');
    if (entry.method !== 8) throw new ImportFault('FILE_NOT_READABLE');
    try {
      return inflateRawSync(data, { maxOutputLength: LARGEST_PART }).toString('utf8');
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : null;
      throw new ImportFault(code === 'ERR_BUFFER_TOO_LARGE' ? 'FILE_EXPANDS_TOO_MUCH' : 'FILE_NOT_READABLE', { cause });
    }
  }

  #readDirectory(): void {
    const bytes = this.#bytes;
    let end = bytes.length - 22;
    const lowest = Math.max(0, end - 65_535);
    while (end >= lowest && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
    if (end < lowest) throw new ImportFault('FILE_NOT_READABLE');
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY)
        throw new ImportFault('FILE_NOT_READABLE');
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      this.#entries.set(name, {
        encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
        method: bytes.readUInt16LE(at + 10),
        compressed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }
}
