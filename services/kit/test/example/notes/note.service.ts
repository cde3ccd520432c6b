import { randomUUID } from 'node:crypto';
import { type Page, type PageRequest, paginate } from '../../../src/connection.ts';
import type { RequestContext } from '../../../src/context.ts';
import { Refusal } from '../../../src/refusal.ts';
import { demandFresh } from '../../../src/write.ts';
import { Note } from './note.entity.ts';
import type { RewordNoteInput, WriteNoteInput } from './note.inputs.ts';
import { noteLoader } from './note.loader.ts';

export function notes(context: RequestContext, page: PageRequest): Promise<Page<Note>> {
  return paginate(
    context,
    (manager) => manager.createQueryBuilder(Note, 'note'),
    [
      { sql: 'note.due_on', type: 'date' },
      { sql: 'note.id', type: 'text' },
    ],
    page,
  );
}

export async function getNote(context: RequestContext, id: string): Promise<Note> {
  const note = await context.loaders.for(noteLoader).load(id);
  if (!note) throw new Refusal('NOT_FOUND', 'NOT_FOUND', { noteId: id });
  return note;
}

export async function writeNote(context: RequestContext, input: WriteNoteInput): Promise<Note> {
  const { noteId } = await context.write('writeNote', input, async (manager, effects) => {
    const { words, dueOn } = input;
    if (dueOn < context.clock.today()) throw new Refusal('INVALID', 'DUE_IN_THE_PAST', { field: 'dueOn', dueOn });
    const id = randomUUID();
    await manager.insert(Note, { id, words, dueOn, author: context.actor.id });
    const place = { provinceId: '38', blocs: ['PARTY'] };
    effects.audit({ objectType: 'Note', objectId: id, ...place, after: { words, dueOn } });
    effects.publish({ type: 'Note', id, ...place });
    return { noteId: id };
  });
  return getNote(context, noteId);
}

export async function rewordNote(context: RequestContext, input: RewordNoteInput): Promise<Note> {
  const { noteId, expectedVersion, words } = input;
  await context.write('rewordNote', input, async (manager) => {
    const { affected } = await manager.update(Note, { id: noteId, version: expectedVersion }, { words });
    demandFresh(affected, { noteId });
    return { noteId };
  });
  return getNote(context, noteId);
}
