import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isConstValueNode,
  Kind,
  type ObjectFieldNode,
  type OperationDefinitionNode,
  parseType,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

export interface HoistedOperation {
  /** The document with variables where there were literals. */
  readonly document: DocumentNode;
  /** The literals, by the names of those variables. */
  readonly literals: Readonly<Record<string, unknown>>;
}

/**
 * Two queries that differ only in a literal are one plan. The planner writes literals into the texts it sends to the
 * subgraphs, so without this step `task(id: "1")` and `task(id: "2")` would each take a place in every cache on the way.
 * Arguments of directives stay: the planner decides by them.
 */
export function hoistLiterals(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): HoistedOperation {
  const taken = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const literals: Record<string, unknown> = {};
  const definitions: VariableDefinitionNode[] = [];
  const typeInfo = new TypeInfo(schema);
  let counter = 0;

  function hoist(value: ValueNode, type: GraphQLInputType): ValueNode {
    let name = `literal${counter++}`;
    while (taken.has(name)) name = `literal${counter++}`;
    literals[name] = valueFromAST(value, type);
    const variable = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } as const;
    definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(String(type)) });
    return variable;
  }

  function hoistValueOf<Node extends ArgumentNode | ObjectFieldNode>(node: Node): Node | undefined {
    const type = typeInfo.getInputType();
    if (!type || !isConstValueNode(node.value)) return undefined;
    return { ...node, value: hoist(node.value, type) };
  }

  const hoisted = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      OperationDefinition: (node) => (node === operation ? undefined : null),
      VariableDefinition: () => false,
      Directive: () => false,
      Argument: { enter: hoistValueOf },
      ObjectField: { enter: hoistValueOf },
    }),
  );
  if (definitions.length === 0) return { document: hoisted, literals };
  return {
    literals,
    document: {
      ...hoisted,
      definitions: hoisted.definitions.map((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION
          ? { ...definition, variableDefinitions: [...(definition.variableDefinitions ?? []), ...definitions] }
          : definition,
      ),
    },
  };
}
