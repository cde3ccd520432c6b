import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { connectionOf } from '../../../src/connection.ts';
import { DateScalar } from '../../../src/scalars.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A note (ghi chú).' })
@Entity('notes')
export class Note {
  @Field(() => ID, { description: 'Its id.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { description: 'What it says.' })
  @Column('text')
  words!: string;

  @Field(() => DateScalar, { description: 'The last day on which it is on time.' })
  @Column('date')
  dueOn!: string;

  // No @Field: stays private.
  @Column('text')
  author!: string;

  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  @VersionColumn()
  version!: number;
}

export const NoteConnection = connectionOf(Note, 'Note');
