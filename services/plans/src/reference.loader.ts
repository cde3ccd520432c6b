import type { EntityClass } from '@lienthong/kit/database';
import { defineLoader, inOrder, type LoaderDefinition } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { PlansContext } from './context.ts';

const definitions = new Map<EntityClass, LoaderDefinition<PlansContext, string, never>>();

/** Rows by key for references from other services, for nouns that no list of ours loads by key. */
export function byId<T extends { id: string }>(entity: new () => T): LoaderDefinition<PlansContext, string, T | null> {
  let definition = definitions.get(entity);
  if (!definition) {
    definition = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
      const rows = await context.read((manager) => manager.findBy<{ id: string }>(entity, { id: In([...ids]) }));
      return inOrder(ids, rows, (row) => row.id) as never[];
    });
    definitions.set(entity, definition);
  }
  return definition as unknown as LoaderDefinition<PlansContext, string, T | null>;
}
