import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Logger } from '@lienthong/kit/log';
import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { maskError, refusalError } from '../errors.ts';
import { answerOperation } from '../execution/answer.ts';
import type { SubgraphClient } from '../execution/subgraph-client.ts';
import { SubgraphFailure } from '../execution/subgraph-failure.ts';
import { mayReadFrom } from '../sign-in/actor.ts';
import type { Supergraph } from '../supergraph.ts';
import type { SupergraphSource } from '../supergraph-source.ts';
import { FinishedJson } from './finished-json.ts';
import type { GraphContext } from './request-context.ts';

type GatewayInterface = ApolloServerOptionsWithGateway<GraphContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;
type ExecutorRequest = Parameters<Executor>[0];

export interface FederatedGatewayOptions {
  readonly source: SupergraphSource;
  readonly client: SubgraphClient;
  readonly signingKey: Jwk;
  readonly log: Logger;
  readonly maxAnswerBytes: number;
}

/** The place @apollo/server keeps for a gateway: it gives schemas and carries out operations. */
export class FederatedGateway implements GatewayInterface {
  readonly #options: FederatedGatewayOptions;
  /** A request goes on with the graph it was validated against, even when a newer one has come since. */
  readonly #bySchema = new WeakMap<GraphQLSchema, Supergraph>();

  constructor(options: FederatedGatewayOptions) {
    this.#options = options;
  }

  onSchemaLoadOrUpdate(callback: Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]): () => void {
    return this.#options.source.subscribe((supergraph) => {
      this.#bySchema.set(supergraph.publicSchema, supergraph);
      callback({ apiSchema: supergraph.publicSchema, coreSupergraphSdl: supergraph.sdl });
    });
  }

  async load(): ReturnType<GatewayInterface['load']> {
    return { executor: (request) => this.#execute(request) };
  }

  async stop(): Promise<void> {}

  async #execute(request: ExecutorRequest): ReturnType<Executor> {
    const { source, client, signingKey, log, maxAnswerBytes } = this.#options;
    const context = request.context as GraphContext;
    const { requestId, deadline, locale } = context;
    const { actor } = context.signedIn;
    const supergraph = this.#bySchema.get(request.schema) ?? source.current;
    const mask = (error: GraphQLError): GraphQLError =>
      maskError(error, locale, requestId, (hidden) => {
        log.error(
          { requestId, operation: request.operationName, err: hidden, from: hidden.extensions },
          'error hidden from the client',
        );
      });

    // A document with several operations, and none of them named: @apollo/server asks all the same.
    if (!(request as Partial<ExecutorRequest>).operation) {
      return { errors: [new GraphQLError('The request does not say which operation of its document is meant.')] };
    }
    if (request.operation.operation === 'mutation') {
      if (actor.kind === 'integrator') return { errors: [mask(refusalError('FORBIDDEN', 'READ_ONLY'))] };
      // A change that has begun is carried through: a person who closes the page must not leave half of it.
      deadline.ignoreClient();
    }

    const send = async (service: string, body: string, isMutation: boolean): Promise<string> => {
      const address = supergraph.pools.find(service);
      if (!address) throw new SubgraphFailure(service, 'SERVICE_UNREACHABLE', 'no address');
      if (!mayReadFrom(actor, service)) throw new SubgraphFailure(service, 'OUT_OF_SCOPE');
      const token = await signActorToken(signingKey, service, actor);
      return client.ask({ service, address, token, requestId, body, shareable: !isMutation, deadline });
    };
    const onFailure = (failure: SubgraphFailure): void => {
      if (failure.reason !== 'OUT_OF_SCOPE')
        log.warn({ requestId, failure: failure.message, operation: request.operationName }, 'subgraph failed');
    };

    const answer = await supergraph.during(() =>
      answerOperation(supergraph, {
        document: request.document,
        operation: request.operation,
        variables: request.request.variables ?? {},
        maxAnswerBytes,
        send,
        onFailure,
      }),
    );
    return {
      ...(answer.json === undefined
        ? {}
        : { data: new FinishedJson(answer.json) as unknown as Record<string, unknown> }),
      ...(answer.errors.length > 0 ? { errors: answer.errors.map(mask) } : {}),
    };
  }
}
