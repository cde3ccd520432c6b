import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { GraphQLResolverMap } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { type GraphQLSchema, graphql, parse } from 'graphql';

// The CommonJS build, as Node gives it to the services: under vitest another copy of graphql would refuse our schemas.
const { buildSubgraphSchema } = createRequire(import.meta.url)('@apollo/subgraph') as typeof import('@apollo/subgraph');

/** How a subgraph behaves: as it should, or in one of the ways in which services fail. */
export type Manner =
  | 'well'
  | 'hang'
  | 'half JSON'
  | 'HTML'
  | 'drop'
  | ((query: string, variables: Record<string, unknown>) => unknown);

export interface ReceivedCall {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly headers: IncomingMessage['headers'];
}

export class TestSubgraph {
  manner: Manner = 'well';
  /** Milliseconds before an answer, so that calls can overlap. */
  delay = 0;
  readonly calls: ReceivedCall[] = [];
  aborted = 0;
  readonly name: string;
  readonly typeDefs: string;
  readonly #schema: GraphQLSchema;
  readonly #server: Server;
  url = '';

  constructor(name: string, typeDefs: string, resolvers: object) {
    this.name = name;
    this.typeDefs = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@external", "@requires", "@shareable", "@inaccessible", "@provides", "@interfaceObject"])\n${typeDefs}`;
    // The list is the form that every version of the library takes.
    this.#schema = buildSubgraphSchema([
      { typeDefs: parse(this.typeDefs), resolvers: resolvers as GraphQLResolverMap },
    ]);
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Takes no connection any more: what a stopped process looks like. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async restart(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(Number(new URL(this.url).port), '127.0.0.1', done));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('close', () => {
      if (!response.writableFinished) this.aborted += 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as ReceivedCall;
    this.calls.push({ query, variables, headers: request.headers });
    const { manner } = this;
    if (manner === 'hang') return;
    if (manner === 'drop') return void response.destroy();
    if (this.delay) await new Promise((done) => setTimeout(done, this.delay));
    const type = manner === 'HTML' ? 'text/html' : 'application/json';
    let body: string;
    if (manner === 'HTML') body = '<html><body>Bad gateway</body></html>';
    else if (typeof manner === 'function') body = JSON.stringify(manner(query, variables));
    else body = JSON.stringify(await graphql({ schema: this.#schema, source: query, variableValues: variables }));
    if (manner === 'half JSON') body = body.slice(0, body.length / 2);
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  }
}

export function compose(subgraphs: readonly TestSubgraph[]): string {
  const result = composeServices(
    subgraphs.map(({ name, typeDefs, url }) => ({
      name,
      url: `${url || 'http://127.0.0.1:1'}/graphql`,
      typeDefs: parse(typeDefs),
    })),
  );
  if (!result.supergraphSdl) throw new Error(result.errors?.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}
