import { readFileSync } from 'node:fs';
import { buildSubgraph, printSubgraphSchema } from '@lienthong/kit/subgraph';
import { isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { graph } from '../src/service.ts';

const schema = buildSubgraph(graph);

test('the reviewed schema file is what the service serves; `pnpm schema` writes it anew', () => {
  const reviewed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  expect(`${printSubgraphSchema(schema).trim()}\n`).toBe(reviewed);
});

test('every type, field and value says what it is', () => {
  const silent: string[] = [];
  const roots = new Set(['Query', 'Mutation', '_Service']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || type.name.includes('link__')) continue;
    if (isEnumType(type)) {
      for (const value of type.getValues()) if (!value.description) silent.push(`${type.name}.${value.name}`);
    } else if (isObjectType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!field.description && !field.name.startsWith('_') && type.name !== '_Service') {
          silent.push(`${type.name}.${field.name}`);
        }
      }
    } else continue;
    if (!type.description && !roots.has(type.name)) silent.push(type.name);
  }
  expect(silent).toEqual([]);
});
