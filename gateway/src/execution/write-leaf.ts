import { type GraphQLLeafType, isEnumType } from 'graphql';

export type LeafWriter = (value: unknown) => string | undefined;

/** Texts of a leaf's values; undefined for a value the type does not have. An enum value clients do not know is null to them, and no error: it is valid where it comes from. */
export function writeLeaf(type: GraphQLLeafType): LeafWriter {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
    return (value) => texts.get(value) ?? 'null';
  }
  return builtIn[type.name] ?? ((value) => JSON.stringify(value));
}

const builtIn: Readonly<Record<string, LeafWriter>> = {
  String: (value) => (typeof value === 'string' ? JSON.stringify(value) : undefined),
  ID: (value) => (typeof value === 'string' || Number.isInteger(value) ? JSON.stringify(String(value)) : undefined),
  Int: (value) => (Number.isInteger(value) ? String(value) : undefined),
  Float: (value) => (Number.isFinite(value) ? String(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
};
