import { randomUUID } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from './context.ts';
import { Refusal, type RefusalBook, refusalExtensions, refusalText } from './refusal.ts';

const QUERY_FAULTS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE']);

/** What went wrong, as a Refusal; undefined when nobody expected it. */
function asRefusal(error: GraphQLError): Refusal | undefined {
  const original = unwrapResolverError(error);
  if (original instanceof Refusal) return original;
  const code = String(error.extensions.code ?? '');
  if (code === 'BAD_USER_INPUT') return inputRefusal(error);
  if (QUERY_FAULTS.has(code) || (error.originalError === undefined && error.path === undefined && code !== '')) {
    return new Refusal('INVALID', 'INVALID_QUERY', { detail: error.message });
  }
  return undefined;
}

/** `Variable "$input" got invalid value "x" at "input.dueOn"; …` names the field the sentence is about. */
function inputRefusal({ message, originalError }: GraphQLError): Refusal {
  const field = /at "(?:\w+\.)?([\w.[\]]+)"/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1];
  const place = field ? { field } : {};
  // A scalar of ours says in a reason what it could not read.
  const { reason, shown } = (originalError as GraphQLError | undefined)?.extensions ?? {};
  if (typeof reason === 'string') return new Refusal('INVALID', reason, { shown, ...place });
  const detail = message.split('; ').slice(1).join('; ') || message;
  return new Refusal('INVALID', 'INVALID_INPUT', { detail, ...place });
}

/** Puts each refusal in the caller's language, and everything unexpected behind a number that is in the log. */
export function errorPlugin<C extends RequestContext>(options: {
  service: string;
  book: RefusalBook;
}): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue, operationName }) {
          for (const error of errors) {
            const refusal = asRefusal(error);
            const shown = refusal ?? new Refusal('INTERNAL', 'INTERNAL', { id: randomUUID() });
            if (!refusal) {
              const errorId = shown.data.id;
              contextValue.log?.error({ errorId, operationName, path: error.path, err: original(error) }, 'unexpected');
            }
            rewrite(error, refusalText(options.book, contextValue.locale ?? 'vi', shown), {
              ...refusalExtensions(shown),
              service: options.service,
              ...(refusal ? {} : { id: shown.data.id }),
            });
          }
        },
      };
    },
  };
}

function original(error: GraphQLError): unknown {
  return unwrapResolverError(error) ?? error;
}

/** Apollo formats the very error objects it announced, so the words are put into those. */
function rewrite(error: GraphQLError, message: string, extensions: Record<string, unknown>): void {
  Object.defineProperty(error, 'message', { value: message, enumerable: true, writable: true, configurable: true });
  Object.defineProperty(error, 'extensions', { value: extensions, enumerable: true, configurable: true });
}
