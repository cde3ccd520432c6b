import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import {
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { buildSchemaSync, createResolversMap, getMetadataStorage } from 'type-graphql';
import { DateScalar, DateTimeScalar } from './scalars.ts';

// biome-ignore lint/complexity/noBannedTypes: type-graphql knows classes as functions
export type ResolverClass = Function;

export interface Operation {
  kind: 'query' | 'mutation';
  name: string;
  target: ResolverClass;
  method: string;
}

/** Finds one object by the key another subgraph holds; null when there is none that this actor may see. */
export type ReferenceResolver<C> = (
  // biome-ignore lint/suspicious/noExplicitAny: the representation has the fields of the type's own @key
  reference: any,
  context: C,
) => unknown;

export interface SubgraphDefinition<C> {
  resolvers: readonly ResolverClass[];
  /** Every entity and stub class: type-graphql silently drops those it does not meet otherwise. */
  orphanedTypes?: readonly ResolverClass[];
  references?: Readonly<Record<string, ReferenceResolver<C>>>;
  /** Runs before each query and mutation; throws a Refusal when the operation has no rule or the actor no part in it. */
  guard?: (context: C, operation: Operation) => void | Promise<void>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag", "@override"])`;

/** Decorated classes become a subgraph schema; the same text is what `schema.graphql` holds under review. */
export function buildSubgraph<C>(definition: SubgraphDefinition<C>): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...definition.resolvers] as [ResolverClass, ...ResolverClass[]],
    orphanedTypes: [...(definition.orphanedTypes ?? [])],
    validate: false,
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  leavePlainFields(schema, resolvers);
  resolvers[DateScalar.name] ??= DateScalar as unknown as Record<string, unknown>;
  for (const [type, resolve] of Object.entries(definition.references ?? {})) {
    if (!isObjectType(schema.getType(type))) throw new Error(`No type "${type}" for its reference resolver.`);
    const typeResolvers = resolvers[type] ?? {};
    resolvers[type] = typeResolvers;
    typeResolvers.__resolveReference = async (reference: object, context: C) => {
      const found = await resolve(reference, context);
      return found ?? null;
    };
  }
  guardOperations(definition, resolvers);
  const typeDefs = parse(`${LINK}\n${printWithDirectives(schema)}`);
  return buildSubgraphSchema([
    { typeDefs: withNullableRoots(withoutUnused(typeDefs)), resolvers: known(schema, resolvers) as never },
  ]);
}

export { printSubgraphSchema };

/** Every query and mutation of the given resolver classes. */
export function operationsOf(resolvers: readonly ResolverClass[]): Operation[] {
  const storage = getMetadataStorage();
  storage.build({ resolvers: [...resolvers] as [ResolverClass, ...ResolverClass[]] });
  const list = (kind: Operation['kind'], handlers: typeof storage.queries): Operation[] =>
    handlers
      .filter((handler) => resolvers.includes(handler.target))
      .map((handler) => ({ kind, name: handler.schemaName, target: handler.target, method: handler.methodName }));
  return [...list('query', storage.queries), ...list('mutation', storage.mutations)];
}

/**
 * type-graphql gives every field a resolver; one that only reads a property is what GraphQL does by itself, and faster.
 * Kept are the fields of methods and those whose property has another name.
 */
function leavePlainFields(schema: GraphQLSchema, resolvers: Record<string, Record<string, unknown>>): void {
  const storage = getMetadataStorage();
  for (const { name, target } of storage.objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const fields = storage.fields.filter((field) => isKind(target, field.target));
    for (const { schemaName, name: property } of fields) {
      const isMethod = storage.fieldResolvers.some(
        (resolver) => resolver.schemaName === schemaName && isKind(target, resolver.getObjectType?.()),
      );
      const isOwnMethod = property in target.prototype;
      if (!isMethod && !isOwnMethod && schemaName === property) delete resolvers[name]?.[schemaName];
    }
  }
}

function isKind(type: ResolverClass, other: ResolverClass | undefined): boolean {
  return other === undefined || type === other || type.prototype instanceof other;
}

function guardOperations<C>(
  { resolvers: classes, guard }: SubgraphDefinition<C>,
  resolvers: Record<string, Record<string, unknown>>,
): void {
  if (!guard) return;
  for (const operation of operationsOf(classes)) {
    const fields = resolvers[operation.kind === 'query' ? 'Query' : 'Mutation'];
    const inner = fields?.[operation.name] as GraphQLFieldResolver<unknown, C> | undefined;
    if (!fields || !inner) continue;
    fields[operation.name] = async (root: unknown, args: never, context: C, info: never) => {
      await guard(context, operation);
      return inner(root, args, context, info);
    };
  }
}

/** `printSchema` leaves applied directives out; type-graphql keeps them on each node, from where they are put back. */
function printWithDirectives(schema: GraphQLSchema): string {
  const typeMap = schema.getTypeMap();
  const directivesOf = (node: { astNode?: unknown } | undefined): readonly ConstDirectiveNode[] =>
    (node?.astNode as { directives?: ConstDirectiveNode[] } | null | undefined)?.directives ?? [];
  const withDirectives = <N extends ASTNode>(node: N, source: { astNode?: unknown } | undefined): N => {
    const extra = directivesOf(source);
    if (extra.length === 0) return node;
    const own = (node as unknown as { directives?: readonly ConstDirectiveNode[] }).directives ?? [];
    return { ...node, directives: [...own, ...extra.filter((d) => d.name.value !== 'deprecated')] };
  };
  const document = parse(printSchema(schema));
  const types = document.definitions.map((definition) => {
    if (!('name' in definition) || !definition.name) return definition;
    const type = typeMap[definition.name.value];
    let node: ASTNode = withDirectives(definition, type as { astNode?: unknown } | undefined);
    if ((isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) && 'fields' in node) {
      const fields = type.getFields();
      const own = (node.fields ?? []) as readonly { name: { value: string } }[];
      node = { ...node, fields: own.map((f) => withDirectives(f as never, fields[f.name.value])) } as ASTNode;
    }
    return node as DocumentNode['definitions'][number];
  });
  return printDocument({ ...document, definitions: types });
}

function printDocument(document: DocumentNode): string {
  return document.definitions.map((definition) => print(definition)).join('\n\n');
}

/** A subgraph without a Query of its own must not print an empty one. */
function withoutUnused(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition: (node) => (node.fields?.length === 0 ? null : undefined),
  });
}

/**
 * A question may ask several services at once. When one is down, or refuses, its root field is null and the others' answers stand; a field
 * that could not be null would take them all with it.
 */
function withNullableRoots(document: DocumentNode): DocumentNode {
  return visit(document, {
    ObjectTypeDefinition: (node) => {
      if (node.name.value !== 'Query') return undefined;
      const fields = node.fields?.map((field) =>
        field.type.kind === Kind.NON_NULL_TYPE ? { ...field, type: field.type.type } : field,
      );
      return { ...node, ...(fields ? { fields } : {}) };
    },
  });
}

function known(
  schema: GraphQLSchema,
  resolvers: Record<string, Record<string, unknown>>,
): Record<string, Record<string, unknown>> {
  const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
  return Object.fromEntries(
    Object.entries(resolvers).filter(([name]) => {
      const type = schema.getType(name);
      return type && !builtIn.has(name) && !(isEnumType(type) && name.startsWith('__')) && !isInputObjectType(type);
    }),
  );
}
