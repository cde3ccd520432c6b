import { parseArgs } from 'node:util';
import { readDirectory } from './directory-files.ts';
import { openFile } from './import-file.ts';
import { importReading } from './importing/import-document.ts';
import { ImportFault } from './importing/import-fault.ts';
import { readFile } from './importing/read-file.ts';
import { printedTask } from './importing/task-fields.ts';

const USAGE = 'import-plan FILE --dry-run --json [--directory FILE] [--province CODE]';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      directory: { type: 'string' },
      province: { type: 'string' },
    },
  });
  const path = positionals[0];
  if (!path) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const directory = readDirectory(values.directory ?? null);
  const { name, bytes } = await openFile(path);
  const reading = await readFile(name, bytes);
  const { document, tasks, warnings } = importReading(reading, { directory, provinceId: values.province ?? null });
  process.stdout.write(`${JSON.stringify({ document, tasks: tasks.map(printedTask), warnings }, null, 2)}\n`);
  return 0;
}

/** A program that reads the answer meets either one JSON object or nothing; the sentence is for the person. */
function sentenceFor(error: unknown): string {
  if (error instanceof ImportFault) return `${error.message} (${error.code})`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return `Không mở được tệp này (${code}).`;
  if (code.startsWith('ERR_PARSE_ARGS')) return USAGE;
  const cause = error instanceof Error ? error.message : String(error);
  return `${new ImportFault('FILE_NOT_READABLE').message} (${cause})`;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 1;
}
