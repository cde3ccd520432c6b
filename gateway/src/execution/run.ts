import type { GraphQLError } from 'graphql';
import type { Supergraph } from '../supergraph.ts';
import type { ResponsePath } from './flatten.ts';
import type { JsonObject } from './json-object.ts';
import type { SubgraphFailure } from './subgraph-failure.ts';

/** The error that tells of a shortfall, standing where the client sees the object. */
export type Explain = (path: ResponsePath) => GraphQLError;

/** One operation being carried out. */
export interface Run {
  readonly supergraph: Supergraph;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The answer as it grows: fetches merge into it, flatten paths are followed in it. */
  readonly data: JsonObject;
  readonly errors: GraphQLError[];
  /** The last failure of each service, for the errors that tell of it. */
  readonly failures: Map<string, SubgraphFailure>;
  /** Objects that a service gave nothing for, or only a part, and what says why where that is missed. */
  readonly shortfalls: Map<JsonObject, Explain>;
  /** Sends a GraphQL request body to a subgraph in the name of whoever is asking; rejects with a SubgraphFailure. */
  readonly send: (service: string, body: string, isMutation: boolean) => Promise<string>;
  readonly onFailure: (failure: SubgraphFailure) => void;
}
