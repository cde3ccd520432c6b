import { In } from 'typeorm';
import type { RequestContext } from '../../../src/context.ts';
import { defineLoader, inOrder } from '../../../src/loaders.ts';
import { Note } from './note.entity.ts';

export const noteLoader = defineLoader<RequestContext, string, Note | null>(async (context, ids) => {
  const notes = await context.read((manager) => manager.findBy(Note, { id: In([...ids]) }));
  return inOrder(ids, notes, (note) => note.id);
});
