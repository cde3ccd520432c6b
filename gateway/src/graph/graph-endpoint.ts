import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { readBody } from '@lienthong/kit/http';
import type { Logger } from '@lienthong/kit/log';
import type { Jwk } from '@lienthong/kit/peer';
import { Refusal } from '@lienthong/kit/refusal';
import type { Budgets } from '../budgets.ts';
import { Deadline } from '../execution/deadline.ts';
import type { SubgraphClient } from '../execution/subgraph-client.ts';
import type { RegisteredOperations } from '../operations/registered-operations.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';
import type { SupergraphSource } from '../supergraph-source.ts';
import { apolloErrorsPlugin, MAX_ERRORS } from './apollo-errors.ts';
import { FederatedGateway } from './federated-gateway.ts';
import { stringifyAnswer } from './finished-json.ts';
import { type GraphRequest, readGraphRequest, resolveText } from './graph-request.ts';
import type { GraphContext } from './request-context.ts';

export interface GraphEndpointOptions {
  readonly source: SupergraphSource;
  readonly client: SubgraphClient;
  readonly signingKey: Jwk;
  readonly operations: Pick<RegisteredOperations, 'find'>;
  readonly budgets: Pick<Budgets, 'takeObjects'>;
  readonly log: Logger;
  readonly operationTimeoutMs?: number;
  readonly maxAnswerBytes?: number;
}

/** `POST /graphql`. */
export class GraphEndpoint {
  readonly #options: Required<GraphEndpointOptions>;
  readonly #apollo: ApolloServer<GraphContext>;

  constructor(options: GraphEndpointOptions) {
    this.#options = { operationTimeoutMs: 15_000, maxAnswerBytes: 5_000_000, ...options };
    this.#apollo = new ApolloServer<GraphContext>({
      gateway: new FederatedGateway(this.#options),
      introspection: false,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      persistedQueries: false,
      // Registered operations may be long; free queries are counted before they come here.
      parseOptions: { maxTokens: 20_000 },
      // graphql-js adds one more error that says it has stopped.
      validationOptions: { maxErrors: MAX_ERRORS - 1 },
      stringifyResult: stringifyAnswer,
      stopOnTerminationSignals: false,
      logger: options.log,
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginInlineTraceDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginSchemaReportingDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        apolloErrorsPlugin(options.log),
      ],
    });
  }

  start(): Promise<void> {
    return this.#apollo.start();
  }

  stop(): Promise<void> {
    return this.#apollo.stop();
  }

  /** Returns the operation's name, for the log. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    signedIn: SignedIn,
    requestId: string,
  ): Promise<string | undefined> {
    const asked = readGraphRequest(await readBody(request));
    const { source, operations, budgets, operationTimeoutMs } = this.#options;
    const query = await resolveText(asked, signedIn, operations, source.current.publicSchema, budgets);
    const deadline = new Deadline(operationTimeoutMs);
    const onClose = (): void => {
      if (!response.writableFinished) deadline.clientGone();
    };
    response.once('close', onClose);
    try {
      const result = await this.#run(request, bodyOf(query, asked), {
        signedIn,
        requestId,
        locale: signedIn.actor.locale,
        deadline,
      });
      send(response, result);
    } finally {
      response.off('close', onClose);
      deadline.release();
    }
    return asked.operationName;
  }

  #run(
    request: IncomingMessage,
    body: Record<string, unknown>,
    context: GraphContext,
  ): ReturnType<ApolloServer['executeHTTPGraphQLRequest']> {
    const headers = new HeaderMap();
    for (const name of ['content-type', 'accept'] as const) {
      const value = request.headers[name];
      if (value !== undefined) headers.set(name, value);
    }
    return this.#apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body },
      context: async () => context,
    });
  }
}

/** The hash has done its work; @apollo/server sees a text like any other. What was not sent must not be there at all. */
function bodyOf(query: string, { operationName, variables }: GraphRequest): Record<string, unknown> {
  return { query, ...(operationName === undefined ? {} : { operationName }), ...(variables ? { variables } : {}) };
}

type HttpResult = Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>;

function send(response: ServerResponse, { status, headers, body }: HttpResult): void {
  if (body.kind !== 'complete') throw new Refusal('INVALID', 'BAD_REQUEST');
  if (response.destroyed) return;
  response.writeHead(status ?? 200, {
    ...Object.fromEntries(headers),
    'content-length': Buffer.byteLength(body.string),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body.string);
}
