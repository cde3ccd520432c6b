import { createHash } from 'node:crypto';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { buildASTSchema, type GraphQLSchema, isAbstractType, parse } from 'graphql';
import { SubgraphPools } from './execution/subgraph-pools.ts';
import { PlanCache } from './planning/plan-cache.ts';
import { buildPublicSchema, printPublicSchema } from './planning/public-schema.ts';
import { fieldNamesOf } from './planning/rename-aliases.ts';
import { servicesOf } from './planning/supergraph-services.ts';

/** Requests that were validated just before a reload still find their connections open for this long. */
const GRACE_MS = 5_000;

/** One version of the graph with everything derived from it. A reload makes a new one; the old one ends with its last request. */
export class Supergraph {
  readonly sdl: string;
  readonly version: string;
  readonly publicSchema: GraphQLSchema;
  readonly publicSdl: string;
  readonly plans: PlanCache;
  readonly pools: SubgraphPools;
  readonly #fullSchema: GraphQLSchema;
  #running = 0;
  #retired = false;

  /** `addresses` (by subgraph name) go before those written into the supergraph. */
  constructor(sdl: string, addresses: Readonly<Record<string, string>> = {}) {
    const document = parse(sdl, { noLocation: true });
    const planner = new QueryPlanner(sdl);
    this.sdl = sdl;
    this.version = createHash('sha256').update(sdl).digest('hex').slice(0, 12);
    this.publicSchema = buildPublicSchema(planner.consumerSchema);
    this.publicSdl = printPublicSchema(this.publicSchema);
    // Type conditions speak of types that clients may not see, too.
    this.#fullSchema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
    this.plans = new PlanCache(planner, this.publicSchema, fieldNamesOf(this.#fullSchema));
    this.pools = new SubgraphPools(
      [...servicesOf(document)].map(([name, url]) => [name, addresses[name] ?? url] as const),
    );
  }

  readonly isOfType = (typename: string, condition: string): boolean => {
    if (typename === condition) return true;
    const abstract = this.#fullSchema.getType(condition);
    const type = this.#fullSchema.getType(typename);
    return (
      abstract !== undefined &&
      isAbstractType(abstract) &&
      type !== undefined &&
      'getFields' in type &&
      this.#fullSchema.isSubType(abstract, type as never)
    );
  };

  /** Holds this version open while `work` runs. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      if (this.#retired && this.#running === 0) void this.pools.close();
    }
  }

  /** A newer version has taken over. */
  retire(graceMs = GRACE_MS): void {
    setTimeout(() => {
      this.#retired = true;
      if (this.#running === 0) void this.pools.close();
    }, graceMs).unref();
  }

  async close(): Promise<void> {
    await this.pools.close();
  }
}
