import { type Listener, listen } from '@lienthong/kit/events';
import type { Logger } from '@lienthong/kit/log';
import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import type { DataSource } from 'typeorm';
import { serviceActor } from './actor.ts';
import { Hierarchy, type HierarchyDocument } from './hierarchy.ts';

export interface HierarchySourceOptions {
  unitsUrl: string;
  /** Signs as the service it belongs to. */
  signingKey: Jwk;
  /** For the last snapshot (`<schema>.snapshots`) and for listening. */
  dataSource: DataSource;
  databaseUrl: string;
  schema: string;
  log: Logger;
  refreshSeconds?: number;
  /** How long a start waits for `units` when there is no snapshot yet. */
  patienceSeconds?: number;
}

const SNAPSHOT = 'hierarchy';

/**
 * The hierarchy as `units` last told it: read at the start, again when a unit changes, and every minute for whatever
 * was missed. The last answer is kept, so that a service starts and works while `units` is away.
 */
export class HierarchySource {
  readonly #options: HierarchySourceOptions;
  #current: Hierarchy | undefined;
  #listener: Listener | undefined;
  #timer: NodeJS.Timeout | undefined;
  #debounce: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;
  #again = false;
  readonly #watchers = new Set<(hierarchy: Hierarchy) => void>();

  private constructor(options: HierarchySourceOptions) {
    this.#options = options;
  }

  static async start(options: HierarchySourceOptions): Promise<HierarchySource> {
    const source = new HierarchySource(options);
    await source.#first();
    source.#listener = await listen(
      options.databaseUrl,
      (event) => {
        if (event.service === 'units' && (event.type === 'Unit' || event.type === 'UnitGroup')) source.#soon();
      },
      { onReconnect: () => source.#soon(), onError: (error) => options.log.warn({ err: error }, 'hierarchy events') },
    );
    source.#timer = setInterval(() => source.#soon(), (options.refreshSeconds ?? 60) * 1000);
    source.#timer.unref();
    return source;
  }

  current(): Hierarchy {
    if (!this.#current) throw new Error('The hierarchy is not there yet.');
    return this.#current;
  }

  /** Told of each new version. */
  onChange(watch: (hierarchy: Hierarchy) => void): void {
    this.#watchers.add(watch);
  }

  /** Reads again now; one at a time, and once more when asked meanwhile. */
  refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#repeat().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    clearTimeout(this.#debounce);
    await this.#listener?.close();
    await this.#refreshing?.catch(() => undefined);
  }

  async #first(): Promise<void> {
    const snapshot = await this.#readSnapshot();
    if (snapshot) this.#current = new Hierarchy(snapshot);
    const patience = snapshot ? 0 : (this.#options.patienceSeconds ?? 60);
    for (const until = Date.now() + patience * 1000; ; ) {
      try {
        return await this.refresh();
      } catch (error) {
        this.#options.log.warn({ err: error }, 'the units service does not answer');
        if (this.#current) return;
        if (Date.now() >= until) throw new Error('The units service does not answer, and there is no snapshot of it.');
        await new Promise((done) => setTimeout(done, 500));
      }
    }
  }

  /** Many units change together when communes merge: one reading is enough. */
  #soon(): void {
    this.#debounce ??= setTimeout(() => {
      this.#debounce = undefined;
      this.refresh().catch((error) => this.#options.log.warn({ err: error }, 'hierarchy refresh'));
    }, 100).unref();
  }

  async #repeat(): Promise<void> {
    do {
      this.#again = false;
      await this.#fetch();
    } while (this.#again);
  }

  async #fetch(): Promise<void> {
    const { unitsUrl, signingKey, schema, log } = this.#options;
    const token = await signActorToken(signingKey, 'units', serviceActor(schema, []));
    const response = await fetch(`${unitsUrl}/hierarchy`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(this.#current ? { 'if-none-match': `"${this.#current.version}"` } : {}),
      },
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 304) return;
    if (!response.ok) throw new Error(`GET /hierarchy answered ${response.status}.`);
    const document = (await response.json()) as HierarchyDocument;
    if (document.version === this.#current?.version) return;
    this.#current = new Hierarchy(document);
    log.info({ version: document.version, units: document.units.length }, 'hierarchy');
    await this.#writeSnapshot(document);
    for (const watch of this.#watchers) watch(this.#current);
  }

  async #readSnapshot(): Promise<HierarchyDocument | undefined> {
    const { dataSource, schema } = this.#options;
    const [row] = (await dataSource.query(`select body from ${schema}.snapshots where name = $1`, [SNAPSHOT])) as {
      body: HierarchyDocument;
    }[];
    return row?.body;
  }

  async #writeSnapshot(document: HierarchyDocument): Promise<void> {
    const { dataSource, schema } = this.#options;
    await dataSource.query(
      `insert into ${schema}.snapshots (name, version, body) values ($1, $2, $3)
       on conflict (name) do update set version = excluded.version, body = excluded.body, taken_at = now()`,
      [SNAPSHOT, document.version, JSON.stringify(document)],
    );
  }
}
