import { type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  print,
} from 'graphql';
import { compileSerialiser, type Serialiser } from '../execution/serialise.ts';
import { hoistLiterals } from './hoist-literals.ts';
import { renameAliases } from './rename-aliases.ts';

/** Everything that can be known of an operation before its variables: made once, used for every request with its text. */
export interface PlannedOperation {
  readonly plan: QueryPlan;
  readonly serialise: Serialiser;
}

export interface PreparedOperation {
  readonly planned: Promise<PlannedOperation>;
  readonly literals: Readonly<Record<string, unknown>>;
}

const NO_LABELS = new Set<string>();

/** Plans by the text of the operation without its literals. The least recently used plan leaves first. */
export class PlanCache {
  hits = 0;
  misses = 0;
  readonly #planner: QueryPlanner;
  readonly #schema: GraphQLSchema;
  readonly #fieldNames: ReadonlySet<string>;
  readonly #capacity: number;
  readonly #plans = new Map<string, Promise<PlannedOperation>>();
  /** Registered operations are the same document object every time: for them even printing is done once. */
  readonly #prepared = new WeakMap<
    OperationDefinitionNode,
    { key: string; literals: Readonly<Record<string, unknown>>; document: DocumentNode }
  >();

  constructor(planner: QueryPlanner, schema: GraphQLSchema, fieldNames: ReadonlySet<string>, capacity = 1000) {
    this.#planner = planner;
    this.#schema = schema;
    this.#fieldNames = fieldNames;
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#plans.size;
  }

  prepare(document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation {
    let prepared = this.#prepared.get(operation);
    if (!prepared) {
      const hoisted = hoistLiterals(this.#schema, document, operation);
      const planable = renameAliases(hoisted.document, this.#fieldNames);
      prepared = { key: print(planable), literals: hoisted.literals, document: planable };
      this.#prepared.set(operation, prepared);
    }
    return { planned: this.#plan(prepared.key, prepared.document), literals: prepared.literals };
  }

  #plan(key: string, document: DocumentNode): Promise<PlannedOperation> {
    let planned = this.#plans.get(key);
    if (planned) {
      this.hits += 1;
      this.#plans.delete(key);
    } else {
      this.misses += 1;
      planned = this.#planner.planAsync(key, null, NO_LABELS, 0).then((plan) => ({
        plan,
        serialise: compileSerialiser(this.#schema, document),
      }));
      planned.catch(() => this.#plans.delete(key));
    }
    this.#plans.set(key, planned);
    if (this.#plans.size > this.#capacity) this.#plans.delete(this.#plans.keys().next().value as string);
    return planned;
  }
}

/** The request's variables by the rules of the schema, defaults included; or what is wrong with them. */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  inputs: Readonly<Record<string, unknown>>,
): { values: Record<string, unknown> } | { errors: readonly GraphQLError[] } {
  const definitions = operation.variableDefinitions;
  if (!definitions?.length) return { values: {} };
  const { coerced, errors } = getVariableValues(schema, definitions, inputs, { maxErrors: 5 });
  return errors ? { errors } : { values: coerced };
}
