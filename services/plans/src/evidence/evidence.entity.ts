import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A file that supports a progress report (minh chứng).' })
@Entity('evidence')
export class Evidence {
  @Field(() => ID, { description: 'Key of the file.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'evidence_pkey' })
  id!: string;

  @Column('text')
  progressReportId!: string;

  @Column('integer')
  ordinal!: number;

  @Field(() => String, { description: 'Its name as uploaded.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'What its first bytes say it is.' })
  @Column('text')
  mediaType!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  @Column('integer')
  size!: number;

  @Field(() => String, { description: 'Its fingerprint.' })
  @Column('text')
  sha256!: string;

  @Column('text')
  uploadId!: string;

  @Field(() => String, { description: 'Who uploaded it.' })
  @Column('text')
  uploadedBy!: string;

  @Field(() => Date, { description: 'When.' })
  @Column('timestamptz')
  uploadedAt!: Date;

  @Field(() => String, { description: "Where to download it, from the portal's own address." })
  get url(): string {
    return `/files/plans/evidence/${this.id}`;
  }
}
