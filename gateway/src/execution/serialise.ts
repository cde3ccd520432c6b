import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { clientKey } from '../planning/rename-aliases.ts';
import { type CollectedField, collectFields, isIncluded, type SelectionPart } from './collect-fields.ts';
import type { ResponsePath } from './flatten.ts';
import { isObject, type JsonObject, own } from './json-object.ts';
import { writeLeaf } from './write-leaf.ts';

export type ValueFault = 'NULL_FOR_NON_NULL' | 'VALUE_UNREADABLE';

export interface SerialiserRequest {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Told of every value that could not be given, and of the object it belongs to, unless `isExplained` says that an error already stands for it. */
  readonly onFault: (fault: ValueFault, path: ResponsePath, owner: JsonObject | undefined) => void;
  readonly isExplained: (path: ResponsePath) => boolean;
}

/** Writes the data of an answer as JSON text: only what was asked, in the order it was asked. */
export type Serialiser = (data: JsonObject, request: SerialiserRequest) => string;

interface State extends SerialiserRequest {
  readonly path: (string | number)[];
  /** The object whose field is being written. */
  owner: JsonObject | undefined;
}

/** The JSON text, or undefined where there is no value: the position decides whether that is `null` or goes up. */
type Write = (value: unknown, state: State) => string | undefined;

interface FieldWriter {
  readonly key: string;
  readonly prefix: string;
  readonly field: CollectedField;
  readonly write: Write;
  readonly constant: string | undefined;
}

export function compileSerialiser(schema: GraphQLSchema, document: DocumentNode): Serialiser {
  const fragments = new Map<string, FragmentDefinitionNode>();
  let operation: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
  }
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) throw new Error('The document has no operation that this schema can answer.');

  const compiler = new Compiler(schema, fragments);
  const writeRoot = compiler.object(root, [{ selectionSet: operation.selectionSet, conditions: [] }]);
  return (data, request) => writeRoot(data, { ...request, path: [], owner: undefined }) ?? 'null';
}

class Compiler {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#schema = schema;
    this.#fragments = fragments;
  }

  /** Fields are worked out once for each runtime type that turns up, not for all that might. */
  object(declared: GraphQLOutputType, parts: readonly SelectionPart[]): Write {
    const byType = new Map<string, readonly FieldWriter[]>();
    const fieldsOf = (typename: string): readonly FieldWriter[] => {
      let fields = byType.get(typename);
      if (!fields) {
        fields = this.#fields(typename, parts);
        byType.set(typename, fields);
      }
      return fields;
    };
    const typenameOf = this.#typenames(declared);
    return (value, state) => {
      if (value === null || value === undefined) return undefined;
      if (!isObject(value)) {
        fault(state, 'VALUE_UNREADABLE');
        return undefined;
      }
      const typename = typenameOf(value);
      return typename === undefined ? undefined : writeFields(value, fieldsOf(typename), state);
    };
  }

  /**
   * A declared object type speaks for itself. Behind an interface or a union the answer says what it is, unless only
   * fields of the interface were asked: then the planner does not ask for the type, and the declared one will do.
   * A type clients do not know is nothing to them.
   */
  #typenames(declared: GraphQLOutputType): (value: JsonObject) => string | undefined {
    const { name } = declared as GraphQLNamedType;
    if (!isAbstractType(declared)) return () => name;
    const possible = new Set([name, ...this.#schema.getPossibleTypes(declared).map((type) => type.name)]);
    return (value) => {
      const typename = own(value, '__typename') ?? name;
      return typeof typename === 'string' && possible.has(typename) ? typename : undefined;
    };
  }

  #fields(typename: string, parts: readonly SelectionPart[]): FieldWriter[] {
    const writers: FieldWriter[] = [];
    for (const field of collectFields(this.#schema, this.#fragments, typename, parts)) {
      const prefix = `${JSON.stringify(clientKey(field.key))}:`;
      if (field.name === '__typename') {
        writers.push({ key: field.key, prefix, field, write: () => undefined, constant: JSON.stringify(typename) });
      } else {
        writers.push({
          key: field.key,
          prefix,
          field,
          write: this.#value(field.type, field.parts),
          constant: undefined,
        });
      }
    }
    return writers;
  }

  #value(type: GraphQLOutputType, parts: readonly SelectionPart[]): Write {
    if (isNonNullType(type)) {
      const inner = this.#bare(type.ofType, parts);
      return (value, state) => {
        const { owner } = state;
        const text = inner(value, state);
        if (text === undefined) fault(state, 'NULL_FOR_NON_NULL', owner);
        return text;
      };
    }
    const inner = this.#bare(type, parts);
    return (value, state) => inner(value, state) ?? 'null';
  }

  #bare(type: GraphQLOutputType, parts: readonly SelectionPart[]): Write {
    if (isListType(type)) return list(this.#value(type.ofType, parts));
    const named = getNamedType(type);
    return isLeafType(named) ? leaf(writeLeaf(named)) : this.object(named, parts);
  }
}

function writeFields(value: JsonObject, fields: readonly FieldWriter[], state: State): string | undefined {
  let text = '{';
  for (const { key, prefix, field, write, constant } of fields) {
    if (field.conditional && !isIncluded(field, state.variables)) continue;
    let part = constant;
    if (part === undefined) {
      state.path.push(key);
      state.owner = value;
      part = write(own(value, key), state);
      state.path.pop();
      if (part === undefined) return undefined;
    }
    text += text.length === 1 ? prefix + part : `,${prefix}${part}`;
  }
  return `${text}}`;
}

function list(item: Write): Write {
  return (value, state) => {
    if (value === null || value === undefined) return undefined;
    if (!Array.isArray(value)) {
      fault(state, 'VALUE_UNREADABLE');
      return undefined;
    }
    let text = '[';
    for (let index = 0; index < value.length; index++) {
      state.path.push(index);
      const part = item(value[index], state);
      state.path.pop();
      if (part === undefined) return undefined;
      text += index === 0 ? part : `,${part}`;
    }
    return `${text}]`;
  };
}

function leaf(write: (value: unknown) => string | undefined): Write {
  return (value, state) => {
    if (value === null || value === undefined) return undefined;
    const text = write(value);
    if (text === undefined) fault(state, 'VALUE_UNREADABLE');
    return text;
  };
}

function fault(state: State, kind: ValueFault, owner?: JsonObject): void {
  if (!state.isExplained(state.path)) state.onFault(kind, [...state.path], owner);
}
