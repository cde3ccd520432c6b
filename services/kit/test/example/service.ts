import type { RequestContext } from '../../src/context.ts';
import type { Caller } from '../../src/peer.ts';
import type { ServiceDefinition } from '../../src/server.ts';
import { CreateNotes1763000000000 } from './migrations/1763000000000-create-notes.ts';
import { Note } from './notes/note.entity.ts';
import { noteLoader } from './notes/note.loader.ts';
import { NoteResolver } from './notes/note.resolver.ts';

export const service: ServiceDefinition<Caller, RequestContext> = {
  name: 'notes',
  entities: [Note],
  migrations: [CreateNotes1763000000000],
  graph: {
    resolvers: [NoteResolver],
    orphanedTypes: [Note],
    references: { Note: ({ id }, context) => context.loaders.for(noteLoader).load(id) },
  },
  refusals: {
    vi: { DUE_IN_THE_PAST: ({ dueOn }) => `Thời hạn ${dueOn} đã qua.` },
    en: { DUE_IN_THE_PAST: ({ dueOn }) => `The date ${dueOn} has passed.` },
  },
  settings: (context) => ({ 'app.actor': context.actor.id }),
};
