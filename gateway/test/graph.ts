import { type DocumentNode, type GraphQLError, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { answerOperation } from '../src/execution/answer.ts';
import { Deadline } from '../src/execution/deadline.ts';
import { SubgraphClient, type SubgraphClientOptions } from '../src/execution/subgraph-client.ts';
import { SubgraphFailure } from '../src/execution/subgraph-failure.ts';
import { Supergraph } from '../src/supergraph.ts';
import { compose, type TestSubgraph } from './subgraph.ts';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test names the shape it expects by using it
  readonly data: any;
  readonly text: string | undefined;
  readonly errors: readonly GraphQLError[];
}

export interface AskOptions {
  readonly variables?: Record<string, unknown>;
  readonly token?: string;
  readonly maxAnswerBytes?: number;
  readonly deadline?: Deadline;
}

/** Running subgraphs under one supergraph, asked without HTTP in between. */
export class TestGraph {
  readonly supergraph: Supergraph;
  readonly client: SubgraphClient;
  readonly failures: SubgraphFailure[] = [];
  readonly #subgraphs: readonly TestSubgraph[];

  static async start(subgraphs: readonly TestSubgraph[], options: SubgraphClientOptions = {}): Promise<TestGraph> {
    await Promise.all(subgraphs.map((subgraph) => subgraph.start()));
    return new TestGraph(subgraphs, options);
  }

  private constructor(subgraphs: readonly TestSubgraph[], options: SubgraphClientOptions) {
    this.#subgraphs = subgraphs;
    this.supergraph = new Supergraph(compose(subgraphs));
    this.client = new SubgraphClient(options);
  }

  async ask(query: string, options: AskOptions = {}): Promise<Answer> {
    const { variables = {}, token = 'token', maxAnswerBytes = 5_000_000, deadline = new Deadline(15_000) } = options;
    const document = parse(query);
    const faults = validate(this.supergraph.publicSchema, document);
    if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
    const answer = await answerOperation(this.supergraph, {
      document,
      operation: operationOf(document),
      variables,
      maxAnswerBytes,
      onFailure: (failure) => this.failures.push(failure),
      send: async (service, body, isMutation) => {
        const address = this.supergraph.pools.find(service);
        if (!address) throw new SubgraphFailure(service, 'SERVICE_UNREACHABLE');
        return this.client.ask({ service, address, token, requestId: 'test', body, shareable: !isMutation, deadline });
      },
    });
    deadline.release();
    return {
      data: answer.json === undefined ? undefined : JSON.parse(answer.json),
      text: answer.json,
      errors: answer.errors,
    };
  }

  async stop(): Promise<void> {
    await this.supergraph.close();
    await Promise.all(this.#subgraphs.map((subgraph) => subgraph.stop().catch(() => undefined)));
  }
}

export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('No operation.');
  return operation;
}
