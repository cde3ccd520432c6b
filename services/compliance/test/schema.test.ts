import { untranslatedReasons } from '@lienthong/kit/refusal';
import { buildSubgraph, operationsOf, printSubgraphSchema } from '@lienthong/kit/subgraph';
import { operationsWithoutRule } from '@lienthong/policy/rule';
import { isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { definition, resolvers } from '../src/service.ts';

const schema = buildSubgraph(definition.graph);

it('the reviewed schema file is what the service answers', async () => {
  await expect(`${printSubgraphSchema(schema).trim()}\n`).toMatchFileSnapshot('../schema.graphql');
});

it('every type, field, argument and value has a description', () => {
  const silent: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (/^(_|federation__|link__)/.test(type.name)) continue;
    if (!isObjectType(type) && !isInputObjectType(type) && !isEnumType(type)) continue;
    if (!['Query', 'Mutation'].includes(type.name) && !type.description) silent.push(type.name);
    const parts = isEnumType(type) ? type.getValues() : Object.values(type.getFields());
    for (const part of parts) {
      if (part.name.startsWith('_')) continue;
      if (!part.description) silent.push(`${type.name}.${part.name}`);
      const args = 'args' in part ? part.args : [];
      for (const arg of args) if (!arg.description) silent.push(`${type.name}.${part.name}(${arg.name})`);
    }
  }
  expect(silent).toEqual([]);
});

it('no operation is without a rule that states who may call it', () => {
  const operations = operationsOf(resolvers);
  expect(operations).toHaveLength(11);
  expect(operationsWithoutRule(operations)).toEqual([]);
});

it('every refusal has a sentence in both languages', () => {
  expect(untranslatedReasons(definition.refusals)).toEqual([]);
});
