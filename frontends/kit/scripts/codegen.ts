// Types and registered documents for the kit and the modules, from the reviewed schema.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset';
import { Kind, parse, print, visit } from 'graphql';

const frontends = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const schema = join(frontends, '..', 'gateway', 'schema.graphql');

export const packagesWithOperations = ['kit', 'plans', 'units', 'reporting', 'compliance'];

/**
 * A root field is null when its service failed, or, where it looks one thing up by its id, when there is none. Pages never see the failure
 * (`src/graph/client.ts` turns it into an error), so for them only the look-ups may be null.
 */
function schemaOfPages(): string {
  const document = visit(parse(readFileSync(schema, 'utf8')), {
    ObjectTypeDefinition: (node) => {
      if (node.name.value !== 'Query') return false;
      const fields = node.fields?.map((field) => {
        const looksUp = field.name.value === 'me' || field.arguments?.some(({ name }) => name.value === 'id');
        return looksUp || field.type.kind === Kind.NON_NULL_TYPE
          ? field
          : { ...field, type: { kind: Kind.NON_NULL_TYPE as const, type: field.type } };
      });
      return { ...node, ...(fields ? { fields } : {}) };
    },
  });
  return print(document);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const hasOperations = (name: string) =>
  readdirSync(join(frontends, name, 'src'), { recursive: true }).some((file) => String(file).endsWith('.graphql'));

export async function generateTypes(names = packagesWithOperations): Promise<void> {
  await generate(
    {
      schema: schemaOfPages(),
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
