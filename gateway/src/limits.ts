import { Refusal } from '@lienthong/kit/refusal';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
} from 'graphql';

/** What a query written by a stranger may ask for. Registered operations were reviewed instead. */
export const FREE_QUERY_LIMITS = {
  tokens: 2_000,
  depth: 10,
  /** Objects the answer may hold, worked out from page sizes before anything is fetched. */
  cost: 5_000,
  aliases: 15,
  directives: 9,
  pageSize: 100,
} as const;

/** A page whose size the query leaves out, and a list that has no pages, count as so many objects. */
const DEFAULT_PAGE = 20;
const PLAIN_LIST = 3;
/** Fragments within fragments can make a short query long: past so many steps nobody needs the exact number. */
const MAX_STEPS = 20_000;

/** Counted before parsing, since parsing is the first thing a long query makes expensive. */
export function refuseLongText(text: string, limit: number = FREE_QUERY_LIMITS.tokens): void {
  const lexer = new Lexer(new Source(text));
  for (let count = 0; count <= limit; count++) {
    try {
      if (lexer.advance().kind === TokenKind.EOF) return;
    } catch {
      return; // The parser says what is wrong, and where.
    }
  }
  throw new Refusal('INVALID', 'QUERY_TOO_LONG', { limit });
}

/** Measured before validation, since some rules of validation take the square of what is repeated. */
export function refuseGreedyQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  limits: typeof FREE_QUERY_LIMITS = FREE_QUERY_LIMITS,
): number {
  const measure = new Measure(schema, document, variables, limits);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) measure.operation(definition);
  }
  return measure.cost;
}

class Measure {
  readonly #schema: GraphQLSchema;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #limits: typeof FREE_QUERY_LIMITS;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #open = new Set<string>();
  #steps = 0;
  #cost = 0;
  #aliases = 0;
  #directives = 0;

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    limits: typeof FREE_QUERY_LIMITS,
  ) {
    this.#schema = schema;
    this.#variables = variables;
    this.#limits = limits;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** Objects the answer may hold. */
  get cost(): number {
    return this.#cost;
  }

  operation(operation: OperationDefinitionNode): void {
    this.#countDirectives(operation.directives?.length ?? 0);
    for (const { directives } of operation.variableDefinitions ?? []) this.#countDirectives(directives?.length ?? 0);
    this.#selections(operation.selectionSet, this.#schema.getRootType(operation.operation) ?? undefined, 1, 1, false);
  }

  #selections(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    depth: number,
    rows: number,
    paged: boolean,
  ): void {
    for (const selection of selections) {
      this.#steps += 1;
      if (this.#steps > MAX_STEPS) throw new Refusal('INVALID', 'QUERY_TOO_COSTLY', { limit: this.#limits.cost });
      this.#countDirectives(selection.directives?.length ?? 0);
      if (selection.kind === Kind.FIELD) {
        this.#field(selection, type, depth, rows, paged);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const inner = condition === undefined ? type : this.#schema.getType(condition);
        this.#selections(selection.selectionSet, inner, depth, rows, paged);
      } else {
        this.#spread(selection.name.value, depth, rows, paged);
      }
    }
  }

  #spread(name: string, depth: number, rows: number, paged: boolean): void {
    const fragment = this.#fragments.get(name);
    if (!fragment || this.#open.has(name)) return; // Validation refuses both.
    this.#open.add(name);
    this.#countDirectives(fragment.directives?.length ?? 0);
    const type = this.#schema.getType(fragment.typeCondition.name.value);
    this.#selections(fragment.selectionSet, type, depth, rows, paged);
    this.#open.delete(name);
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined, depth: number, rows: number, paged: boolean): void {
    if (depth > this.#limits.depth) {
      throw new Refusal('INVALID', 'QUERY_TOO_DEEP', { limit: this.#limits.depth, found: depth });
    }
    if (node.alias) this.#countAlias();
    const field = parent && 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (!node.selectionSet || !field || !('args' in field)) return;

    const isPage = field.args.some(({ name }) => name === 'first');
    const isList = isListType(getNullableType(field.type));
    // A connection is one object with a page in it; its `nodes` and `edges` are that page and multiply no further.
    const factor = isPage ? this.#pageSize(node) : isList && !paged ? PLAIN_LIST : 1;
    const inside = rows * factor;
    this.#cost += isList ? inside : rows;
    if (this.#cost > this.#limits.cost) throw new Refusal('INVALID', 'QUERY_TOO_COSTLY', { limit: this.#limits.cost });
    this.#selections(node.selectionSet, getNamedType(field.type), depth + 1, inside, isPage && !isList);
  }

  #pageSize(node: FieldNode): number {
    let size: number | undefined;
    for (const { name, value } of node.arguments ?? []) {
      if (name.value !== 'first' && name.value !== 'last') continue;
      const given =
        value.kind === Kind.VARIABLE
          ? this.#variables[value.name.value]
          : value.kind === Kind.INT
            ? Number(value.value)
            : undefined;
      if (typeof given === 'number') size = Math.max(size ?? 0, given);
    }
    if (size !== undefined && size > this.#limits.pageSize) {
      throw new Refusal('INVALID', 'PAGE_SIZE', { max: this.#limits.pageSize, field: 'first' });
    }
    return Math.max(size ?? DEFAULT_PAGE, 1);
  }

  #countAlias(): void {
    this.#aliases += 1;
    if (this.#aliases > this.#limits.aliases) {
      throw new Refusal('INVALID', 'TOO_MANY_ALIASES', { limit: this.#limits.aliases, found: this.#aliases });
    }
  }

  #countDirectives(count: number): void {
    this.#directives += count;
    if (this.#directives > this.#limits.directives) {
      throw new Refusal('INVALID', 'TOO_MANY_DIRECTIVES', { limit: this.#limits.directives, found: this.#directives });
    }
  }
}
