import { inTransaction } from '@lienthong/kit/database';
import { Hierarchy, type HierarchyDocument } from '@lienthong/policy/hierarchy';
import { serviceSettings } from '@lienthong/policy/rls';
import type { DataSource } from 'typeorm';
import { readHierarchy, readHierarchyVersion } from './hierarchy-reader.ts';

/** The hierarchy in memory: read again when its count in the database has moved on. */
export class HierarchyStore {
  readonly #dataSource: DataSource;
  #document: HierarchyDocument = { version: '0', units: [], groups: [] };
  #current = new Hierarchy(this.#document);

  private constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  static async open(dataSource: DataSource): Promise<HierarchyStore> {
    const store = new HierarchyStore(dataSource);
    await store.refresh();
    return store;
  }

  current(): Hierarchy {
    return this.#current;
  }

  document(): HierarchyDocument {
    return this.#document;
  }

  /** One snapshot of all its tables, so that a change made meanwhile is seen whole or not at all. */
  async refresh(): Promise<void> {
    await inTransaction(
      this.#dataSource,
      serviceSettings('units', []),
      async (manager) => {
        const version = String(await readHierarchyVersion(manager));
        if (version === this.#document.version) return;
        const document = await readHierarchy(manager);
        if (Number(document.version) < Number(this.#document.version)) return;
        this.#document = document;
        this.#current = new Hierarchy(document);
      },
      { readOnly: true, isolation: 'REPEATABLE READ' },
    );
  }
}
