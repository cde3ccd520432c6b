import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { type Page, PageArgs } from '../../../src/connection.ts';
import type { RequestContext } from '../../../src/context.ts';
import { Note, NoteConnection } from './note.entity.ts';
import { RewordNoteInput, WriteNoteInput } from './note.inputs.ts';
import { getNote, notes, rewordNote, writeNote } from './note.service.ts';

@ObjectType({ description: 'What a change of a note answers.' })
class NotePayload {
  @Field(() => Note, { description: 'The note as it is now.' })
  note!: Note;
}

@Resolver(() => Note)
export class NoteResolver {
  @Query(() => Note, { description: 'One note.' })
  note(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<Note> {
    return getNote(context, id);
  }

  @Query(() => NoteConnection, { description: 'My notes, the soonest first.' })
  notes(@Args(() => PageArgs) page: PageArgs, @Ctx() context: RequestContext): Promise<Page<Note>> {
    return notes(context, page);
  }

  @Mutation(() => NotePayload, { description: 'Writes a note.' })
  async writeNote(
    @Arg('input', () => WriteNoteInput) input: WriteNoteInput,
    @Ctx() context: RequestContext,
  ): Promise<NotePayload> {
    return { note: await writeNote(context, input) };
  }

  @Mutation(() => NotePayload, { description: 'Changes the words of a note.' })
  async rewordNote(
    @Arg('input', () => RewordNoteInput) input: RewordNoteInput,
    @Ctx() context: RequestContext,
  ): Promise<NotePayload> {
    return { note: await rewordNote(context, input) };
  }

  @FieldResolver(() => Boolean, { description: 'Whether its day has passed.' })
  isOverdue(@Root() note: Note, @Ctx() context: RequestContext): boolean {
    return note.dueOn < context.clock.today();
  }
}
