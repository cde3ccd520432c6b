import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type OperationList, readOperationList } from './operation-list.ts';

const TIMEOUT_MS = 5_000;
const MAX_BYTES = 5_000_000;

interface RegistryEntry {
  readonly name?: unknown;
  readonly operations?: unknown;
}

/** `modules.json` of a portal: which frontend modules (and portal shells) are deployed, and where their operations stand. */
export class ModuleRegistry {
  readonly address: URL;

  /** An address, or the path of a file. */
  constructor(source: string) {
    this.address = /^[a-z]+:\/\//i.test(source) ? new URL(source) : pathToFileURL(source);
  }

  /** What is deployed. A module that cannot be read is told to `onFault` and does not keep the others out. */
  async read(onFault: (what: string, error: Error) => void): Promise<OperationList[]> {
    let entries: RegistryEntry[];
    try {
      const { modules, shells } = (await fetchJson(this.address)) as {
        modules?: RegistryEntry[];
        shells?: RegistryEntry[];
      };
      entries = [...(Array.isArray(modules) ? modules : []), ...(Array.isArray(shells) ? shells : [])];
    } catch (error) {
      onFault(this.address.href, error as Error);
      return [];
    }
    const lists = await Promise.all(
      entries.map(async ({ name, operations }) => {
        if (typeof operations !== 'string') return undefined;
        try {
          return readOperationList(await fetchJson(this.#resolve(operations)));
        } catch (error) {
          onFault(String(name ?? operations), error as Error);
          return undefined;
        }
      }),
    );
    return lists.filter((list) => list !== undefined);
  }

  #resolve(reference: string): URL {
    const address = new URL(reference, this.address);
    // A registry on the network must not make this process read its own files.
    if (address.protocol === 'file:' && this.address.protocol !== 'file:')
      throw new Error(`${reference} is a local file.`);
    return address;
  }
}

async function fetchJson(address: URL): Promise<unknown> {
  if (address.protocol === 'file:') return JSON.parse(await readFile(address, 'utf8'));
  const response = await fetch(address, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`${address.href} answered ${response.status}.`);
  const text = await response.text();
  if (text.length > MAX_BYTES) throw new Error(`${address.href} is larger than ${MAX_BYTES} bytes.`);
  return JSON.parse(text);
}
