/**
 * `pnpm schema`: prints every service's subgraph, composes the supergraph and prints what clients see.
 * With `--check` it writes nothing and fails when a reviewed file is out of date.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { buildASTSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { root, Sentence } from './layout.ts';

const subgraphs = ['units', 'plans', 'reporting', 'compliance'];

/** The address stands in the reviewed file only because the format asks for one; the gateway takes its own setting. */
const placeholder = (name: string): string => `http://${name}.invalid/graphql`;

export interface Printed {
  file: string;
  text: string;
}

export function printAll(): Printed[] {
  const printed = subgraphs.map((name) => ({
    name,
    file: `services/${name}/schema.graphql`,
    text: execFileSync(process.execPath, [join(root, `services/${name}/dist/src/print-schema.js`)], {
      encoding: 'utf8',
      maxBuffer: 16 * 1024 * 1024,
    }),
  }));
  const result = composeServices(
    printed.map(({ name, text }) => ({ name, url: placeholder(name), typeDefs: parse(text) })),
  );
  if (!result.supergraphSdl || result.errors) {
    const faults = (result.errors ?? []).map((fault) => `  ${fault.message}`).join('\n');
    throw new Sentence(`The services' schemas do not compose:\n${faults}`);
  }
  const client = printSchema(
    lexicographicSortSchema(buildASTSchema(parse(result.publicSdl), { assumeValidSDL: true })),
  );
  return [
    ...printed.map(({ file, text }) => ({ file, text })),
    { file: 'gateway/supergraph.graphql', text: `${result.supergraphSdl.trim()}\n` },
    { file: 'gateway/schema.graphql', text: `${client.trim()}\n` },
  ];
}

/** The reviewed files that differ from what the services print today. */
export function outdated(printed: Printed[]): string[] {
  return printed
    .filter(({ file, text }) => !existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text)
    .map(({ file }) => file);
}

if (import.meta.main) {
  try {
    const printed = printAll();
    const changed = outdated(printed);
    if (process.argv.includes('--check')) {
      if (changed.length > 0) throw new Sentence(`Out of date, run \`pnpm schema\` and review: ${changed.join(', ')}`);
      console.log('The reviewed schema files are current.');
    } else {
      for (const { file, text } of printed) writeFileSync(join(root, file), text);
      console.log(changed.length > 0 ? `Written: ${changed.join(', ')}` : 'Nothing changed.');
    }
  } catch (fault) {
    console.error(fault instanceof Sentence ? fault.message : fault);
    process.exitCode = 1;
  }
}
