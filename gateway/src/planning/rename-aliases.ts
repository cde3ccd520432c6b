import { type DocumentNode, type GraphQLSchema, isInterfaceType, isObjectType, visit } from 'graphql';

const PREFIX = '__as_';

/** Every field name of a schema: the names under which a plan may fetch keys and required fields for itself. */
export function fieldNamesOf(schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const name of Object.keys(type.getFields())) names.add(name);
  }
  return names;
}

/**
 * `{ leadUnits { id: name } }` would put a name where the plan looks for the unit's key. Aliases that are also names of
 * fields (or begin with two underscores, as `__typename` does) go through the plan under a name nothing else has.
 */
export function renameAliases(document: DocumentNode, fieldNames: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    Field(node) {
      const alias = node.alias?.value;
      if (node.alias === undefined || alias === undefined || alias === node.name.value) return undefined;
      if (!fieldNames.has(alias) && !alias.startsWith('__')) return undefined;
      return { ...node, alias: { ...node.alias, value: PREFIX + alias } };
    },
  });
}

/** The client's name for a key of the growing answer. */
export function clientKey(key: string): string {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
}

export function clientPath(path: readonly (string | number)[]): (string | number)[] {
  return path.map((segment) => (typeof segment === 'string' ? clientKey(segment) : segment));
}
