import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';

const schemaFile = join(dirname(fileURLToPath(import.meta.url)), '../../../../gateway/schema.graphql');

/** Values by `Type.field`; a value, or a function of the parent and the arguments. */
export type Answers = Record<string, unknown>;

/** The fields of a refusal, as a service gives it. */
export function refuse(code: string, reason: string, message: string, extra: Record<string, unknown> = {}): never {
  throw new GraphQLError(message, { extensions: { code, reason, ...extra } });
}

const sample: Record<string, (type: string, field: string, number: number) => unknown> = {
  ID: (type, _field, number) => `${type.toLowerCase()}-${number}`,
  String: (type, field, number) => `${type} ${field} ${number}`,
  Int: (_type, _field, number) => number % 7,
  Float: (_type, _field, number) => number % 7,
  Boolean: () => false,
  Date: () => '2025-11-20',
  DateTime: () => '2025-11-20T03:02:00Z',
};

/**
 * The reviewed schema, answering with made values: pages are tried against the real shape. What a test cares
 * about it states in `answers`; everything else is filled in, lists with two items.
 */
export function mockedGraph(answers: Answers = {}) {
  const schema: GraphQLSchema = buildSchema(readFileSync(schemaFile, 'utf8'), { assumeValid: true });
  let number = 0;

  const made = (type: GraphQLOutputType, parent: string, field: string): unknown => {
    if (isNonNullType(type)) return made(type.ofType, parent, field);
    if (isListType(type)) return [made(type.ofType, parent, field), made(type.ofType, parent, field)];
    number += 1;
    if (isEnumType(type)) return type.getValues()[0]?.value;
    if (isScalarType(type)) return sample[type.name]?.(parent, field, number) ?? null;
    if (isObjectType(type)) return { __typename: type.name };
    return null;
  };

  return {
    schema,
    async ask(text: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult> {
      number = 0;
      return execute({
        schema,
        document: parse(text),
        variableValues: variables,
        fieldResolver(source: Record<string, unknown>, args, context, info) {
          const key = `${info.parentType.name}.${info.fieldName}`;
          if (source && info.fieldName in source) return defaultFieldResolver(source, args, context, info);
          if (key in answers) {
            const answer = answers[key];
            return typeof answer === 'function' ? answer(source, args) : answer;
          }
          return made(info.returnType, info.parentType.name, info.fieldName);
        },
      });
    },
  };
}
