import {
  buildASTSchema,
  type GraphQLSchema,
  introspectionTypes,
  Kind,
  parse,
  printSchema,
  specifiedDirectives,
  specifiedScalarTypes,
} from 'graphql';

const IN_EVERY_SCHEMA = new Set(
  [...specifiedDirectives, ...specifiedScalarTypes, ...introspectionTypes].map(({ name }) => name),
);
const INTROSPECTION_FIELDS = new Set(['__schema', '__type', '__typename']);

/** What clients may ask. The planner's consumer schema spells out what every GraphQL schema has; that part is dropped. */
export function buildPublicSchema(consumerSchema: string): GraphQLSchema {
  const document = parse(consumerSchema, { noLocation: true });
  const definitions = document.definitions
    .filter((definition) => !('name' in definition && definition.name && IN_EVERY_SCHEMA.has(definition.name.value)))
    .map((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.fields
        ? { ...definition, fields: definition.fields.filter((field) => !INTROSPECTION_FIELDS.has(field.name.value)) }
        : definition,
    );
  return buildASTSchema({ ...document, definitions }, { assumeValid: true });
}

/** The published contract: no federation directive, no internal type. */
export function printPublicSchema(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
}
