import { Pool } from 'undici';

export interface SubgraphAddress {
  readonly pool: Pool;
  readonly path: string;
}

const CONNECTIONS = 32;

/** Kept-alive connections to the subgraphs of one supergraph. */
export class SubgraphPools {
  readonly #addresses = new Map<string, SubgraphAddress>();

  constructor(services: Iterable<readonly [name: string, url: string]>) {
    for (const [name, url] of services) {
      if (!URL.canParse(url)) continue;
      const { origin, pathname } = new URL(url);
      const pool = new Pool(origin, {
        connections: CONNECTIONS,
        keepAliveTimeout: 30_000,
        connect: { timeout: 2_000 },
      });
      this.#addresses.set(name, { pool, path: pathname === '/' ? '/graphql' : pathname });
    }
  }

  find(service: string): SubgraphAddress | undefined {
    return this.#addresses.get(service);
  }

  get names(): string[] {
    return [...this.#addresses.keys()];
  }

  async close(): Promise<void> {
    await Promise.all([...this.#addresses.values()].map(({ pool }) => pool.close().catch(() => undefined)));
  }
}
