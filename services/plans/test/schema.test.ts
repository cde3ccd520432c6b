import { readFileSync } from 'node:fs';
import { untranslatedReasons } from '@lienthong/kit/refusal';
import { buildSubgraph, operationsOf, printSubgraphSchema } from '@lienthong/kit/subgraph';
import { operationsWithoutRule } from '@lienthong/policy/rule';
import { isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { refusals as en } from '../src/refusals.en.ts';
import { refusals as vi } from '../src/refusals.vi.ts';
import { graph, resolvers } from '../src/service.ts';

const schema = buildSubgraph(graph);

test('the reviewed schema file is current', () => {
  const reviewed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  expect(`${printSubgraphSchema(schema).trim()}\n`).toBe(reviewed);
});

test('every operation states who may call it', () => {
  const operations = operationsOf(resolvers);
  expect(operations.length).toBeGreaterThanOrEqual(13);
  expect(operationsWithoutRule(operations)).toEqual([]);
});

test('every refusal has its sentence in both languages', () => {
  expect(untranslatedReasons({ vi, en })).toEqual([]);
});

test('every type and field says what it is', () => {
  const silent = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('_') || type.name.startsWith('link__') || ['Query', 'Mutation'].includes(type.name))
      return [];
    const own = isObjectType(type) || isInputObjectType(type) || isEnumType(type) ? [type] : [];
    const fields = isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
    return [...own, ...fields].filter((item) => !item.description).map((item) => `${type.name} ${item.name}`);
  });
  expect(silent).toEqual([]);
});
