import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

interface OperationsFile {
  module: string;
  build: string;
  operations: Record<string, string>;
}

export function operationsOf(module: string, persistedDocumentsFile: string): OperationsFile {
  const operations = existsSync(persistedDocumentsFile)
    ? (JSON.parse(readFileSync(persistedDocumentsFile, 'utf8')) as Record<string, string>)
    : {};
  for (const [hash, text] of Object.entries(operations)) {
    const found = createHash('sha256').update(text).digest('hex');
    if (found !== hash) throw new Error(`${module}: the operation registered as ${hash} has the sum ${found}`);
  }
  const build = createHash('sha256').update(Object.keys(operations).sort().join()).digest('hex').slice(0, 16);
  return { module, build, operations };
}

/** Writes operations.json beside the manifest: the only documents the gateway takes from a portal. */
export function operationsPlugin(module: string, persistedDocumentsFile: string): Plugin {
  return {
    name: 'lienthong-operations',
    apply: 'build',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'operations.json',
        source: JSON.stringify(operationsOf(module, persistedDocumentsFile), null, 1),
      });
    },
  };
}
