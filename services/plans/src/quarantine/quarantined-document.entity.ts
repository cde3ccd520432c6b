import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Bloc } from '../units/unit.reference.ts';

export enum QuarantineState {
  HELD = 'HELD',
  RELEASED = 'RELEASED',
}
registerEnumType(QuarantineState, {
  name: 'QuarantineState',
  description: 'Whether a document that bears a secrecy marking may be sent again.',
  valuesConfig: {
    HELD: { description: 'It may not (đang giữ lại).' },
    RELEASED: { description: 'Two persons found the marking to be none; it may be sent again (đã cho phép gửi lại).' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'A document that was refused because it bears a secrecy marking (tài liệu đóng dấu mật): its fingerprint, never its content.',
})
@Entity('quarantined_documents')
@Check('quarantined_documents_bloc', `bloc in ('PARTY', 'GOVERNMENT')`)
export class QuarantinedDocument {
  @Field(() => ID, { description: 'Key of the entry.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'quarantined_documents_pkey' })
  id!: string;

  @Field(() => Int, { description: 'Send it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Column('text')
  provinceId!: string;

  @Column('text')
  bloc!: Bloc;

  @Column('text')
  unitId!: string;

  @Column('text')
  sha256!: string;

  @Field(() => Int, { description: 'Size of the file in bytes.' })
  @Column('integer')
  sizeBytes!: number;

  @Field(() => String, { description: 'The marking that was found, such as MẬT.' })
  @Column('text')
  marking!: string;

  @Field(() => String, { nullable: true, description: 'Where in the document it stood.' })
  @Column('text', { nullable: true })
  where!: string | null;

  @Column('text')
  sentById!: string;

  @Field(() => String, { description: 'Who sent it.' })
  @Column('text')
  sentBy!: string;

  @Field(() => Date, { description: 'When it was sent.' })
  @Column('timestamptz')
  sentAt!: Date;

  @Field(() => QuarantineState, { description: 'Whether it may be sent again.' })
  @Column('text')
  state!: QuarantineState;
}

@ObjectType({ description: 'One of the two persons who found that a marking is none (người cho phép gửi lại).' })
@Entity('quarantine_releases')
export class QuarantineRelease {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'quarantine_releases_pkey' })
  documentId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'quarantine_releases_pkey' })
  byId!: string;

  @Field(() => String, { description: 'Who.' })
  @Column('text')
  by!: string;

  @Field(() => Date, { description: 'When.' })
  @Column('timestamptz')
  at!: Date;

  @Field(() => String, { description: 'Why.' })
  @Column('text')
  reason!: string;
}
