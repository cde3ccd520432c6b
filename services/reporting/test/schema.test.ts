import { untranslatedReasons } from '@lienthong/kit/refusal';
import { buildSubgraph, printSubgraphSchema } from '@lienthong/kit/subgraph';
import { type GraphQLSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { refusals, service } from '../src/service.ts';

let schema: GraphQLSchema;

beforeAll(() => {
  schema = buildSubgraph(service.graph);
});

test('the reviewed schema file is what the service answers', async () => {
  await expect(`${printSubgraphSchema(schema).trim()}\n`).toMatchFileSnapshot('../schema.graphql');
});

test('every type, field, argument and value of ours has a description', () => {
  const silent: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('_') || type.name.startsWith('federation__') || type.name.startsWith('link__')) continue;
    if (!isObjectType(type) && !isInputObjectType(type) && !isEnumType(type)) continue;
    if (!['Query', 'Mutation'].includes(type.name) && !type.description) silent.push(type.name);
    if (isEnumType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      if (!field.description) silent.push(`${type.name}.${field.name}`);
      if (!('args' in field)) continue;
      for (const argument of field.args) {
        if (argument.name !== 'input' && !argument.description)
          silent.push(`${type.name}.${field.name}(${argument.name})`);
      }
    }
  }
  expect(silent).toEqual([]);
});

test('every refusal has its sentence in both languages', () => {
  expect(untranslatedReasons(refusals)).toEqual([]);
});
