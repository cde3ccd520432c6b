// Types and registered documents for the kit and the modules, from the reviewed schema.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset';

const frontends = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const schema = join(frontends, '..', 'gateway', 'schema.graphql');

export const packagesWithOperations = ['kit', 'plans', 'units', 'reporting', 'compliance'];

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const hasOperations = (name: string) =>
  readdirSync(join(frontends, name, 'src'), { recursive: true }).some((file) => String(file).endsWith('.graphql'));

export async function generateTypes(names = packagesWithOperations): Promise<void> {
  await generate(
    {
      schema,
      silent: true,
      errorsOnly: true,
      noSilentErrors: true,
      generates: Object.fromEntries(
        names.filter(hasOperations).map((name) => [
          `${join(frontends, name, 'src/generated')}/`,
          {
            preset,
            documents: [join(frontends, name, 'src/**/*.graphql')],
            presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: sha256 } },
            documentTransforms: [addTypenameSelectionDocumentTransform],
            config: {
              scalars: { Date: 'string', DateTime: 'string', ID: 'string' },
              useTypeImports: true,
              enumsAsTypes: true,
            },
          },
        ]),
      ),
    },
    true,
  );
}

if (import.meta.main) await generateTypes(process.argv.length > 2 ? process.argv.slice(2) : undefined);
