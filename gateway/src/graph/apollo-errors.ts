import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '@lienthong/kit/log';
import { refusalText } from '@lienthong/kit/refusal';
import type { GraphQLFormattedError } from 'graphql';
import { refusalOfApolloError, refusals } from '../errors.ts';
import type { GraphContext } from './request-context.ts';

/** A list of faults helps whoever wrote the query; a long one helps whoever probes the schema. */
export const MAX_ERRORS = 5;

/** The last look at an answer's errors: @apollo/server's own come under our codes, and nothing leaves without a number. */
export function apolloErrorsPlugin(log: Logger): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue, operationName }) {
          if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
          const result = response.body.singleResult;
          const isOurs = ({ extensions }: GraphQLFormattedError): boolean => extensions?.id !== undefined;
          const errors = result.errors ?? [];
          if (errors.every(isOurs)) return;
          result.errors = errors
            .slice(0, MAX_ERRORS)
            .map((error) =>
              isOurs(error)
                ? error
                : present(error, contextValue, (hidden) =>
                    log.error(
                      { requestId: contextValue.requestId, operationName, err: hidden },
                      'error hidden from the client',
                    ),
                  ),
            );
        },
      };
    },
  };
}

function present(
  error: GraphQLFormattedError,
  { locale, requestId: id }: Pick<GraphContext, 'locale' | 'requestId'>,
  onHidden: (error: GraphQLFormattedError) => void,
): GraphQLFormattedError {
  const refusal = refusalOfApolloError(error);
  if (!refusal) onHidden(error);
  const { code, reason } = refusal ?? { code: 'INTERNAL', reason: 'INTERNAL' };
  const spoken = refusal && refusal.reason !== 'INTROSPECTION_OFF';
  return {
    message: spoken ? error.message : refusalText(refusals, locale, { reason, data: { id } }),
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: { code, reason, id },
  };
}
