import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** `@skip(if: $x)` is wanted = false; `@include(if: $x)` is wanted = true. */
export interface Condition {
  readonly variable: string;
  readonly wanted: boolean;
}

/** A selection set that counts only where all its conditions hold. */
export interface SelectionPart {
  readonly selectionSet: SelectionSetNode;
  readonly conditions: readonly Condition[];
}

/** One key of an object in the answer, from all the places where the request asks for it. */
export interface CollectedField {
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly parts: SelectionPart[];
  /** One entry for each place; any of them is enough. */
  readonly occurrences: (readonly Condition[])[];
  conditional: boolean;
}

export function collectFields(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  typename: string,
  parts: readonly SelectionPart[],
): CollectedField[] {
  const fields = new Map<string, CollectedField>();

  function applies(condition: string | undefined): boolean {
    if (condition === undefined || condition === typename) return true;
    const abstract = schema.getType(condition);
    const runtime = schema.getType(typename);
    if (!isAbstractType(abstract)) return false;
    return (isObjectType(runtime) || isInterfaceType(runtime)) && schema.isSubType(abstract, runtime);
  }

  function visit({ selectionSet, conditions }: SelectionPart): void {
    for (const selection of selectionSet.selections) {
      const own = conditionsOf(selection);
      if (own === 'NEVER') continue;
      const all = own.length === 0 ? conditions : [...conditions, ...own];
      if (selection.kind === Kind.FIELD) {
        add(selection, all);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition?.name.value))
          visit({ selectionSet: selection.selectionSet, conditions: all });
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment && applies(fragment.typeCondition.name.value)) {
          visit({ selectionSet: fragment.selectionSet, conditions: all });
        }
      }
    }
  }

  function add(node: FieldNode, conditions: readonly Condition[]): void {
    const key = node.alias?.value ?? node.name.value;
    let field = fields.get(key);
    if (!field) {
      const type = typeOf(schema, typename, node.name.value);
      if (!type) return;
      field = { key, name: node.name.value, type, parts: [], occurrences: [], conditional: true };
      fields.set(key, field);
    }
    field.occurrences.push(conditions);
    if (conditions.length === 0) field.conditional = false;
    if (node.selectionSet) field.parts.push({ selectionSet: node.selectionSet, conditions });
  }

  for (const part of parts) visit(part);
  return [...fields.values()];
}

export function isIncluded(field: CollectedField, variables: Readonly<Record<string, unknown>>): boolean {
  return field.occurrences.some((conditions) =>
    conditions.every(({ variable, wanted }) => Boolean(variables[variable]) === wanted),
  );
}

function typeOf(schema: GraphQLSchema, typename: string, field: string): GraphQLOutputType | undefined {
  if (field === '__typename') return GraphQLString;
  const type = schema.getType(typename);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field]?.type : undefined;
}

function conditionsOf(selection: SelectionNode): readonly Condition[] | 'NEVER' {
  if (!selection.directives?.length) return [];
  const conditions: Condition[] = [];
  for (const { name, arguments: args } of selection.directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = args?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, wanted });
    else if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return 'NEVER';
  }
  return conditions;
}
