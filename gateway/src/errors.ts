import { type Locale, type RefusalCode, type RefusalData, refusalBook, refusalText } from '@lienthong/kit/refusal';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ResponsePath } from './execution/flatten.ts';
import type { SubgraphFailure } from './execution/subgraph-failure.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsVi } from './refusals.vi.ts';

export const refusals = refusalBook({ vi: refusalsVi, en: refusalsEn });

/** An error as a subgraph wrote it; nothing about it is taken for granted. */
export interface RawError {
  readonly message?: unknown;
  readonly path?: unknown;
  readonly extensions?: unknown;
}

const CODES = new Set<string>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'TOO_MANY_REQUESTS',
  'INTERNAL',
] satisfies RefusalCode[]);

/** A subgraph's error, standing where the client sees it. */
export function relocatedError(error: RawError, service: string, path: unknown): GraphQLError {
  const extensions = (typeof error.extensions === 'object' && error.extensions) || {};
  return new GraphQLError(String(error.message ?? ''), {
    path: Array.isArray(path) ? path : undefined,
    extensions: { ...extensions, service },
  });
}

/** A subgraph that gave no answer: its part of the data is null, and this says why. */
export function describeFailure(failure: SubgraphFailure, path: ResponsePath | undefined): GraphQLError {
  const { reason, service } = failure;
  const code = reason === 'OUT_OF_SCOPE' ? 'FORBIDDEN' : 'INTERNAL';
  return refusalError(code, reason, { service }, path);
}

export function refusalError(
  code: RefusalCode,
  reason: string,
  data: RefusalData = {},
  path?: ResponsePath,
): GraphQLError {
  const { service, ...rest } = data;
  return new GraphQLError(reason, {
    path,
    extensions: {
      code,
      reason,
      ...(Object.keys(rest).length > 0 ? { data: rest } : {}),
      ...(service === undefined ? {} : { service }),
    },
  });
}

/**
 * What leaves the house: a known refusal with its sentence, its reason and the number to look up in the log. Anything
 * else may carry a stack, a path or SQL, so only the number leaves and `onHidden` writes the rest to the log.
 */
export function maskError(
  error: GraphQLError,
  locale: Locale,
  id: string,
  onHidden: (error: GraphQLError) => void,
): GraphQLError {
  const { code, reason, data, field, service } = error.extensions;
  // A subgraph that hid something has logged it under a number of its own.
  const number = typeof error.extensions.id === 'string' ? error.extensions.id : id;
  const known = typeof code === 'string' && CODES.has(code) && typeof reason === 'string';
  if (!known) onHidden(error);
  const shown = known
    ? { code, reason, data, field }
    : { code: 'INTERNAL', reason: 'INTERNAL', data: undefined, field: undefined };
  const facts = { ...(typeof data === 'object' ? data : {}), field, service, id: number };
  // A subgraph's refusal brings its own sentence, in the language of whoever asks.
  const spoken = known && error.message !== '' && error.message !== reason;
  return new GraphQLError(
    spoken ? error.message : refusalText(refusals, locale, { reason: String(shown.reason), data: facts }),
    {
      path: error.path,
      extensions: withoutUndefined({ ...shown, service, id: number }),
    },
  );
}

/** The errors of @apollo/server itself (syntax, validation, transport) under our codes; their texts speak of the query only. */
export function refusalOfApolloError({
  extensions,
}: GraphQLFormattedError): { code: RefusalCode; reason: string } | undefined {
  if (extensions?.validationErrorCode === 'INTROSPECTION_DISABLED')
    return { code: 'INVALID', reason: 'INTROSPECTION_OFF' };
  switch (extensions?.code) {
    case 'GRAPHQL_PARSE_FAILED':
      return { code: 'INVALID', reason: 'SYNTAX' };
    case 'GRAPHQL_VALIDATION_FAILED':
      return { code: 'INVALID', reason: 'INVALID_QUERY' };
    case 'BAD_USER_INPUT':
      return { code: 'INVALID', reason: 'INVALID_VARIABLE' };
    case 'BAD_REQUEST':
    case 'OPERATION_RESOLUTION_FAILURE':
      return { code: 'INVALID', reason: 'BAD_REQUEST' };
    default:
      return undefined;
  }
}

function withoutUndefined(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
