import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { refusalError } from '../errors.ts';
import { coerceVariables } from '../planning/plan-cache.ts';
import { clientPath } from '../planning/rename-aliases.ts';
import type { Supergraph } from '../supergraph.ts';
import { executePlan } from './execute-plan.ts';
import type { ResponsePath } from './flatten.ts';
import type { JsonObject } from './json-object.ts';
import type { Run } from './run.ts';
import type { ValueFault } from './serialise.ts';
import { asInvalidVariable, findUnusableText, inputError } from './variable-faults.ts';

export interface OperationRequest extends Pick<Run, 'send' | 'onFailure'> {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly maxAnswerBytes: number;
}

export interface OperationAnswer {
  /** The data as finished JSON text; undefined where the operation was not even begun. */
  readonly json: string | undefined;
  readonly errors: readonly GraphQLError[];
}

const MAX_VALUE_FAULTS = 20;

/** Carries out one validated operation on one version of the graph. */
export async function answerOperation(supergraph: Supergraph, request: OperationRequest): Promise<OperationAnswer> {
  const { document, operation } = request;
  const coerced = coerceVariables(supergraph.publicSchema, operation, request.variables);
  if ('errors' in coerced) return { json: undefined, errors: coerced.errors.map(asInvalidVariable) };

  const { planned, literals } = supergraph.plans.prepare(document, operation);
  const unusable = findUnusableText({ ...coerced.values, ...literals });
  if (unusable !== undefined) {
    planned.catch(() => undefined);
    return { json: undefined, errors: [inputError('UNUSABLE_CHARACTER', unusable)] };
  }
  const { plan, serialise } = await planned;
  const run: Run = {
    supergraph,
    variables: { ...coerced.values, ...literals },
    data: {},
    errors: [],
    failures: new Map(),
    shortfalls: new Map(),
    send: request.send,
    onFailure: request.onFailure,
  };
  await executePlan(plan, run);
  return serialised(run, serialise, request.maxAnswerBytes);
}

function serialised(
  run: Run,
  serialise: Awaited<ReturnType<Supergraph['plans']['prepare']>['planned']>['serialise'],
  maxAnswerBytes: number,
): OperationAnswer {
  const faults: GraphQLError[] = [];
  const json = serialise(run.data, {
    variables: run.variables,
    isExplained: (path) =>
      faults.length >= MAX_VALUE_FAULTS || [...run.errors, ...faults].some((error) => meets(error, path)),
    onFault: (fault, path, owner) => faults.push(explain(run, fault, path, owner)),
  });
  if (json.length > maxAnswerBytes) {
    const maxMegabytes = Math.floor(maxAnswerBytes / 1_000_000);
    return { json: 'null', errors: [refusalError('INVALID', 'ANSWER_TOO_LARGE', { maxMegabytes })] };
  }
  return { json, errors: [...run.errors, ...faults].map(forClient) };
}

/** A service that withheld the object's part has given the reason; otherwise it broke its word about the field. */
function explain(run: Run, fault: ValueFault, path: ResponsePath, owner: JsonObject | undefined): GraphQLError {
  const shortfall = fault === 'NULL_FOR_NON_NULL' && owner ? run.shortfalls.get(owner) : undefined;
  return shortfall ? shortfall(placeOfOwner(path)) : refusalError('INTERNAL', fault, {}, path);
}

/** From the place of a value to that of the object it belongs to: past the indices of lists, and past the field. */
function placeOfOwner(path: ResponsePath): ResponsePath {
  return path.slice(
    0,
    path.findLastIndex((part) => typeof part === 'string'),
  );
}

/** An error above or below a missing value already says why it is missing. */
function meets(error: GraphQLError, path: ResponsePath): boolean {
  const other = error.path;
  if (!other || other.length === 0) return false;
  const shared = Math.min(other.length, path.length);
  for (let index = 0; index < shared; index++) if (other[index] !== path[index]) return false;
  return true;
}

function forClient(error: GraphQLError): GraphQLError {
  return error.path
    ? new GraphQLError(error.message, { path: clientPath(error.path), extensions: error.extensions })
    : error;
}
