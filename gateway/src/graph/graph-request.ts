import { Refusal } from '@lienthong/kit/refusal';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import type { Budgets } from '../budgets.ts';
import { FREE_QUERY_LIMITS, refuseGreedyQuery, refuseLongText } from '../limits.ts';
import type { RegisteredOperations } from '../operations/registered-operations.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';

export interface GraphRequest {
  readonly query?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash?: unknown } } | undefined;
}

/** One request in one JSON object; nothing else is looked at. */
export function readGraphRequest(body: Buffer): GraphRequest {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal('INVALID', 'NOT_JSON');
  }
  if (Array.isArray(value)) throw new Refusal('INVALID', 'BATCH_REFUSED');
  if (typeof value !== 'object' || value === null) throw new Refusal('INVALID', 'NOT_JSON');
  const { query, operationName, variables, extensions } = value as Record<string, unknown>;
  return {
    query: typeof query === 'string' && query !== '' ? query : undefined,
    operationName: typeof operationName === 'string' ? operationName : undefined,
    variables: isRecord(variables) ? variables : undefined,
    extensions: isRecord(extensions) ? extensions : undefined,
  };
}

/**
 * The text to carry out. A registered operation is named by its hash. A text of one's own is for integrators with a
 * scope, under limits, and for our own services; from a portal it is refused, even beside a hash.
 */
export async function resolveText(
  request: GraphRequest,
  { actor, through }: SignedIn,
  operations: Pick<RegisteredOperations, 'find'>,
  schema: GraphQLSchema,
  budgets: Pick<Budgets, 'takeObjects'>,
): Promise<string> {
  const { query } = request;
  if (query === undefined) {
    const hash = request.extensions?.persistedQuery?.sha256Hash;
    const text = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? await operations.find(hash) : undefined;
    if (text === undefined) throw new Refusal('FORBIDDEN', 'UNREGISTERED_OPERATION');
    return text;
  }
  if (through === 'portal') throw new Refusal('FORBIDDEN', 'UNREGISTERED_OPERATION');
  if (through === 'integrator') {
    if (!actor.scopes.some((scope) => scope.endsWith(':read'))) throw new Refusal('FORBIDDEN', 'OUT_OF_SCOPE');
    refuseLongText(query);
    const document = parsed(query);
    if (document) budgets.takeObjects(actor.id, refuseGreedyQuery(schema, document, request.variables ?? {}));
  }
  return query;
}

/** What cannot be parsed is left to @apollo/server, which says where the mistake is. */
function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query, { noLocation: true, maxTokens: FREE_QUERY_LIMITS.tokens });
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
